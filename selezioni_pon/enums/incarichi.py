"""Choices of the posts given: proposals, papers, outcome."""

from cpia.norme.enums import Voce


class StatoProposta(Voce):
    """Where the proposal of an assignment stands."""

    IN_ATTESA = "in_attesa", "in attesa di risposta"
    ACCETTATA = "accettata", "accettata"
    RIFIUTATA = "rifiutata", "rifiutata"
    SCADUTA = "scaduta", "scaduta senza risposta"
    CESSATA = "cessata", "accettata e poi cessata"


class GiudizioIncarico(Voce):
    """How the work of an assignment turned out."""

    CONFORME = "conforme", "conforme al contratto"
    PARZIALE = "parziale", "soddisfacente solo in parte"
    NON_CONFORME = "non_conforme", "non conforme o del tutto insoddisfacente"


class Rimedio(Voce):
    """What the dirigente does after the check of an assignment."""

    LIQUIDAZIONE = "liquidazione", "liquidare il compenso"
    INTEGRAZIONE = "integrazione", "chiedere di integrare i risultati"
    LIQUIDAZIONE_PARZIALE = "liquidazione_parziale", "liquidare una parte del compenso"
    RISOLUZIONE = "risoluzione", "risolvere il contratto"


class TipoContratto(Voce):
    """What is signed: staff of the school gets a letter, who is not a contract."""

    LETTERA = "lettera", "lettera di incarico"
    CONTRATTO = "contratto", "contratto di prestazione d’opera"


class StatoIncarico(Voce):
    """Where an assignment stands, told by its row and by the day."""

    BOZZA = "bozza", "da completare ed emettere"
    DA_FIRMARE = "da_firmare", "emesso, da firmare"
    DA_PUBBLICARE = "da_pubblicare", "firmato, da pubblicare"
    DA_COMUNICARE = "da_comunicare", "pubblicato, da comunicare"
    IN_CORSO = "in_corso", "in corso"
    DA_VERIFICARE = "da_verificare", "finito, da verificare"
    DA_INTEGRARE = "da_integrare", "risultati da integrare"
    LIQUIDATO = "liquidato", "verificato e liquidato"
    RISOLTO = "risolto", "finito prima del termine"
