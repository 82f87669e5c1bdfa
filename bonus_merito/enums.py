"""Choices of the merit bonus."""

from cpia.norme.enums import Voce


class Area(Voce):
    """The three areas of L. 107/2015 art. 1 c. 129, point 3."""

    A = "A", "qualità dell’insegnamento, miglioramento dell’istituzione, successo degli studenti"
    B = "B", "risultati, innovazione, ricerca e buone pratiche"
    C = "C", "coordinamento organizzativo e didattico, formazione del personale"


class Metodo(Voce):
    """How the fund is divided."""

    QUOTE_UGUALI = "quote_uguali_per_fascia", "quote uguali fra le fasce"
    PROPORZIONALE = "proporzionale", "in proporzione alla percentuale"
    PESO = "peso_per_fascia", "secondo il peso di ogni fascia"


class Esclusione(Voce):
    """Why a teacher cannot have the bonus, in the order in which it is looked for."""

    NON_DI_RUOLO = "non_di_ruolo", "non di ruolo"
    SANZIONI = "sanzioni", "sanzione disciplinare"
    ASSENZA = "assenza", "assenze oltre il limite"


class Avviso(Voce):
    """What the dirigente must know before signing."""

    SOTTO_IL_MINIMO = "sotto_il_minimo", "beneficiari sotto il minimo"
    FASCIA_INFERIORE = "fascia_inferiore_paga_di_piu", "una fascia più bassa è pagata di più"
    PARITA = "parita_al_taglio", "parità sul limite dei beneficiari"


class Arrotondamento(Voce):
    """How a percentage becomes whole before its band is read."""

    MEZZO_IN_SU = "mezzo_in_su", "all’intero più vicino, il mezzo sale"
    MEZZO_IN_GIU = "mezzo_in_giu", "all’intero più vicino, il mezzo scende"
    PER_DIFETTO = "per_difetto", "all’intero inferiore"


class FasciaVuota(Voce):
    """Where the share of a band without anybody goes."""

    A_TUTTI = "a_tutti", "in parti uguali a tutti i beneficiari"
    ALLE_ALTRE = "alle_altre_fasce", "in parti uguali alle altre fasce"


class FonteRisorse(Voce):
    """Who says how the money is used."""

    COMITATO = "comitato", "criteri del Comitato di valutazione"
    CONTRATTO = "contratto", "contrattazione integrativa d’istituto"


class Destinatari(Voce):
    """Whose work the money rewards."""

    DOCENTI = "docenti", "docenti"
    DOCENTI_ATA = "docenti_ata", "docenti e personale ATA"


class Pubblicazione(Voce):
    """What everybody may read of the outcome."""

    ELENCO = "elenco", "elenco alfabetico dei beneficiari, senza importi"
    AGGREGATA = "aggregata", "soli dati aggregati"


class Lordo(Voce):
    """What the amounts of the fund contain."""

    DIPENDENTE = "lordo_dipendente", "lordo dipendente"
    STATO = "lordo_stato", "lordo Stato"


class StatoCriteri(Voce):
    """Criteria are written, then adopted by a deliberation, then others take their place."""

    BOZZA = "bozza", "in bozza"
    ADOTTATI = "adottati", "adottati"
    SOSTITUITI = "sostituiti", "sostituiti"


class Categoria(Voce):
    """Whose work a procedure looks at."""

    DOCENTI = "docenti", "docenti"
    ATA = "ata", "personale ATA"


class StatoProcedura(Voce):
    """The steps of a year's bonus, in their order; an annulled one gives its place to another."""

    BOZZA = "bozza", "in preparazione"
    APERTA = "aperta", "aperta alle richieste"
    IN_VALUTAZIONE = "in_valutazione", "in valutazione"
    DECRETATA = "decretata", "assegnata con decreto"
    PUBBLICATA = "pubblicata", "pubblicata"
    ARCHIVIATA = "archiviata", "archiviata"
    ANNULLATA = "annullata", "annullata"


class StatoRichiesta(Voce):
    """What somebody who may take part has done."""

    BOZZA = "bozza", "da inviare"
    INVIATA = "inviata", "inviata"
    RITIRATA = "ritirata", "ritirata"
    # Nobody asked and the dirigente goes on alone (art. 4).
    D_UFFICIO = "d_ufficio", "d’ufficio"


class Gruppo(Voce):
    """The parts of the alphabetical list of a CPIA (art. 9)."""

    ALFABETIZZAZIONE = "alfabetizzazione", "alfabetizzazione"
    PRIMO_PERIODO = "primo_periodo", "primo livello, primo periodo"
    SECONDO_PERIODO = "secondo_periodo", "primo livello, secondo periodo"


class TipoIstanza(Voce):
    """What somebody asks once the outcome is known."""

    RECLAMO = "reclamo", "reclamo"
    ACCESSO = "accesso", "accesso ai propri atti"


class EsitoIstanza(Voce):
    """How it was answered."""

    ACCOLTA = "accolta", "accolta"
    ACCOLTA_IN_PARTE = "accolta_in_parte", "accolta in parte"
    RESPINTA = "respinta", "respinta"
