"""Choices of the funzioni strumentali."""

from cpia.norme.enums import Voce


class SpecieTitolo(Voce):
    """The kinds of titles for a function (CPIA Napoli Provincia 2, n. 5)."""

    FORMAZIONE = "formazione", "formazione sul tema della funzione"
    INCARICO = "incarico", "incarico specifico in un’istituzione scolastica"
    FUNZIONE = "funzione", "funzione obiettivo o strumentale specifica"
    PROGETTO = "progetto", "progetto assimilabile alla funzione"
    INFORMATICA = "informatica", "conoscenza informatica e multimediale"
    PUBBLICAZIONE = "pubblicazione", "pubblicazione specifica"


class TipoRelazione(Voce):
    """What who holds a function tells the dirigente."""

    INIZIALE = "iniziale", "relazione che programma l’attività"
    FINALE = "finale", "relazione conclusiva"
    AGGIORNAMENTO = "aggiornamento", "aggiornamento del mese"


class TipoParita(Voce):
    """What decided between those who were level for an area."""

    VOTO = "voto", "voto segreto del Collegio"
    SORTEGGIO = "sorteggio", "sorteggio"


class PassoFunzioni(Voce):
    """Where the attribution of the functions of a year stands, told by its row and the clock."""

    BOZZA = "bozza", "in preparazione"
    APERTA = "aperta", "si può fare domanda"
    ESAME = "esame", "la Commissione esamina i titoli"
    ATTRIBUZIONE = "attribuzione", "esame chiuso, aree da attribuire"
    CONCLUSA = "conclusa", "tutte le aree hanno un esito"
