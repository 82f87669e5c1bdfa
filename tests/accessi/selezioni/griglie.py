"""The grids: who directs and the office write them, the staff has no business there."""

from tests.accessi.mondo_selezioni import PERSONALE, PREPARANO, di_selezioni
from tests.accessi.voce import Oggetto, Voce

GRIGLIA = di_selezioni(lambda s: s.griglia)
CHIUSA = di_selezioni(lambda s: s.chiusa)
SEZIONE = di_selezioni(lambda s: (s.griglia, 1))
VOCE = di_selezioni(lambda s: (s.griglia, 1, 1))


def _prepara(metodi: str, oggetto: Oggetto | None = None) -> Voce:
    return Voce(metodi, si=PREPARANO, no=PERSONALE, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "selezioni:griglie": _prepara("GET"),
    "selezioni:griglia_nuova": _prepara("GET POST"),
    "selezioni:griglia": _prepara("GET", CHIUSA),
    "selezioni:griglia_copia": _prepara("GET POST", CHIUSA),
    "selezioni:griglia_elimina": _prepara("GET POST", GRIGLIA),
    "selezioni:griglia_ritira": _prepara("GET POST", CHIUSA),
    "selezioni:griglia_dati": _prepara("GET POST", GRIGLIA),
    "selezioni:griglia_anteprima": _prepara("GET", GRIGLIA),
    "selezioni:griglia_prova": _prepara("GET POST", GRIGLIA),
    "selezioni:griglia_file": _prepara("GET", GRIGLIA),
    "selezioni:sezione_nuova": _prepara("GET POST", GRIGLIA),
    "selezioni:sezione": _prepara("GET POST", SEZIONE),
    "selezioni:sezione_togli": _prepara("GET POST", SEZIONE),
    "selezioni:sezione_sposta": _prepara("POST", SEZIONE),
    "selezioni:voce_nuova": _prepara("GET POST", SEZIONE),
    "selezioni:voce": _prepara("GET POST", VOCE),
    "selezioni:voce_togli": _prepara("GET POST", VOCE),
    "selezioni:voce_sposta": _prepara("POST", VOCE),
}
