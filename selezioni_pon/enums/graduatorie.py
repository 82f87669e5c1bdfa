"""Choices of the rankings: ties, versions, complaints."""

from cpia.norme.enums import Voce


class TipoCriterio(Voce):
    """The rules that decide between applicants with the same points."""

    MINOR_OFFERTA = "minor_offerta", "offerta economica più bassa"
    ESPERIENZA = "esperienza_specifica", "più punti per l’esperienza specifica"
    ANZIANITA = "anzianita_istituto", "più servizio nell’istituto"
    PIU_GIOVANE = "piu_giovane", "più giovane"
    PIU_ANZIANO = "piu_anziano", "più anziano d’età"
    VOTO = "voto_collegio", "voto segreto del Collegio"
    PRIMA_DOMANDA = "prima_domanda", "domanda presentata prima"
    SORTEGGIO = "sorteggio", "sorteggio"


class Serve(Voce):
    """What those who are still level wait for."""

    SORTEGGIO = "sorteggio", "un sorteggio"
    VOTO = "voto", "il voto segreto del Collegio"
    DATO = "dato", "un dato che manca"


class Pubblicazione(Voce):
    """What of a ranking is on the albo."""

    NOMI = "nomi", "i soli nomi, in ordine"
    NOMI_E_PUNTI = "nomi_e_punti", "i nomi con i punti"


class Movimento(Voce):
    """What happens to somebody between two versions of a ranking."""

    SALE = "sale", "sale"
    SCENDE = "scende", "scende"
    ENTRA = "entra", "entra"
    ESCE = "esce", "esce"
    RESTA = "resta", "resta al suo posto"


class EsitoReclamo(Voce):
    """The answer to a complaint."""

    ACCOLTO = "accolto", "accolto"
    ACCOLTO_IN_PARTE = "accolto_in_parte", "accolto in parte"
    RESPINTO = "respinto", "respinto"
    INAMMISSIBILE = "inammissibile", "inammissibile"


class StatoGraduatoria(Voce):
    """Where a version of a ranking stands."""

    BOZZA = "bozza", "in preparazione"
    PROVVISORIA = "provvisoria", "provvisoria"
    DEFINITIVA = "definitiva", "definitiva"
    SUPERATA = "superata", "superata da una nuova versione"
