"""Choices of the applications: their files, signature, steps and readers."""

from cpia.norme.enums import Voce


class Lettore(Voce):
    """In which capacity an application is opened."""

    CANDIDATO = "candidato", "chi si candida"
    COMMISSARIO = "commissario", "componente della commissione"
    SEGRETERIA = "segreteria", "segreteria"
    DIRIGENTE = "dirigente", "dirigente"


class TipoAllegato(Voce):
    """What a file of an application is."""

    PROVA = "prova", "prova di un titolo"
    CURRICULUM = "curriculum", "curriculum completo"
    CURRICULUM_OSCURATO = "curriculum_oscurato", "curriculum senza dati personali, per l’albo"
    IDENTITA = "identita", "documento d’identità"
    FIRMATA = "firmata", "domanda firmata"


class FormaFirma(Voce):
    """How an application counts as signed (CAD art. 65 c. 1)."""

    DIGITALE = "digitale", "firma digitale (PAdES o .p7m)"
    SCANSIONE = "scansione", "copia firmata a mano, con il documento d’identità"


class Passo(Voce):
    """The steps in which an application is written, in their order."""

    DATI = "dati", "Dati e requisiti"
    TITOLI = "titoli", "Titoli"
    PROGETTO = "progetto", "Progetto"
    CURRICULUM = "curriculum", "Curriculum"
    OFFERTA = "offerta", "Offerta"
    DICHIARAZIONI = "dichiarazioni", "Dichiarazioni"
