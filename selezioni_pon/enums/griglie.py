"""Choices of the scoring grids."""

from cpia.norme.enums import Voce


class TipoVoce(Voce):
    """How an item of a grid gives points."""

    SI_NO = "si_no", "titolo posseduto"
    VOTO = "voto", "voto del titolo"
    UNITA = "unita", "punti per ogni titolo"
    DURATE = "durate", "punti secondo la durata"
    SCELTA = "scelta", "una sola fra più possibilità"
    RUBRICA = "rubrica", "giudizio graduato"
    DISCREZIONALE = "discrezionale", "punti della commissione fino al massimo"


class ChiPropone(Voce):
    """Who says what an item is worth: whoever applies declares, the commission gives."""

    CANDIDATO = "candidato", "chi si candida"
    COMMISSIONE = "commissione", "la commissione"


class CodiceRilievo(Voce):
    """What the check of a grid may find."""

    FASCE_SOVRAPPOSTE = "fasce_sovrapposte", "fasce sovrapposte"
    FASCE_CON_BUCO = "fasce_con_buco", "fasce che lasciano un buco"
    TETTO_SEZIONE = (
        "tetto_sezione_diverso_dalle_voci",
        "massimo della sezione diverso dalla somma delle voci",
    )
    NUMERO_RIPETUTO = "numero_ripetuto", "numero ripetuto"
    TETTO_SOTTO_UNA_UNITA = "tetto_sotto_una_unita", "massimo più basso di un solo titolo"


class FasciaContesa(Voce):
    """Which bracket counts for a mark that two brackets hold."""

    PIU_FAVOREVOLE = "piu_favorevole", "la più favorevole a chi si candida"
    MENO_FAVOREVOLE = "meno_favorevole", "la meno favorevole a chi si candida"
