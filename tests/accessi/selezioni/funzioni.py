"""The funzioni strumentali: who teaches reads and asks, who prepares writes, who directs gives."""

from tests.accessi.mondo_selezioni import (
    CON_PARTE,
    DIRIGENTE,
    PERSONALE,
    PREPARANO,
    di_selezioni,
)
from tests.accessi.voce import Oggetto, Voce

BOZZA = di_selezioni(lambda s: s.funzioni.bozza)
AREA = di_selezioni(lambda s: (s.funzioni.bozza, s.funzioni.area))
ESAME = di_selezioni(lambda s: s.funzioni.esame)
AREA_ESAME = di_selezioni(lambda s: (s.funzioni.esame, s.funzioni.area_esame))
DOMANDA = di_selezioni(lambda s: s.funzioni.domanda)
DATA = di_selezioni(lambda s: s.funzioni.data)
SUO = frozenset({"docente"})
# Of the Commission: the first has declared, of the second nothing was said yet.
SIEDE = frozenset({"tutor", "coordinatrice", "dirigente"})


def _prepara(metodi: str, oggetto: Oggetto | None = None) -> Voce:
    return Voce(metodi, si=PREPARANO, no=PERSONALE, oggetto=oggetto)


def _dirige(oggetto: Oggetto) -> Voce:
    return Voce("GET POST", si=DIRIGENTE, no=CON_PARTE - DIRIGENTE, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "selezioni:funzioni": Voce("GET", si=CON_PARTE),
    "selezioni:funzioni_nuova": _prepara("GET POST"),
    "selezioni:funzioni_procedura": Voce("GET", si=CON_PARTE, oggetto=ESAME),
    "selezioni:funzioni_area_nuova": _prepara("GET POST", BOZZA),
    "selezioni:funzioni_area": _prepara("GET POST", AREA),
    "selezioni:funzioni_area_togli": _prepara("GET POST", AREA),
    "selezioni:funzioni_apri": _dirige(BOZZA),
    "selezioni:funzioni_nomina": _dirige(ESAME),
    "selezioni:funzioni_dichiara": Voce("GET POST", si=SIEDE, no=CON_PARTE - SIEDE, oggetto=ESAME),
    "selezioni:funzioni_assenze": _dirige(ESAME),
    "selezioni:funzioni_chiudi": Voce("GET POST", si=SIEDE, no=CON_PARTE - SIEDE, oggetto=ESAME),
    "selezioni:funzione_chiedi": Voce("GET POST", si=PERSONALE, no=PREPARANO, oggetto=ESAME),
    "selezioni:funzione_domanda": Voce("GET", si=PREPARANO | SUO | SIEDE, oggetto=DOMANDA),
    "selezioni:funzione_ritira": Voce("GET POST", si=SUO, oggetto=DOMANDA),
    "selezioni:funzione_accerta": Voce("GET POST", si=PREPARANO, no=PERSONALE, oggetto=DOMANDA),
    "selezioni:funzione_esame": Voce(
        "GET POST", si=SIEDE, no=PREPARANO - SIEDE | SUO, oggetto=DOMANDA
    ),
    "selezioni:funzione_parita": _dirige(AREA_ESAME),
    "selezioni:funzione_attribuisci": _dirige(AREA_ESAME),
    "selezioni:funzione_senza": _dirige(AREA_ESAME),
    "selezioni:funzione_data": Voce("GET", si=PREPARANO | SUO, oggetto=DATA),
    "selezioni:funzione_relazione": Voce("GET POST", si=SUO, no=PREPARANO, oggetto=DATA),
    "selezioni:funzione_cessa": Voce(
        "GET POST", si=DIRIGENTE, no=PREPARANO - DIRIGENTE | SUO, oggetto=DATA
    ),
    "selezioni:funzione_pdf": Voce("POST", si=PREPARANO | SUO, oggetto=DATA),
}
