"""The criteria: who prepares them writes, who directs adopts; the anonymous numbers."""

from tests.accessi.mondo_bonus import (
    COMITATO,
    CON_PARTE,
    DIRIGENTE,
    INTERESSATI,
    PREPARANO,
    della_scuola,
)
from tests.accessi.voce import Voce

BOZZA = della_scuola(lambda m: m.bozza_criteri)
CRITERI = della_scuola(lambda m: m.criteri)
# Of a draft: who may ask does not know of it.
DAVANTI = PREPARANO | COMITATO


def _bozza(metodi: str, si: frozenset[str]) -> Voce:
    return Voce(metodi, si=si, no=DAVANTI - si, oggetto=BOZZA)


def _dentro(metodi: str, cosa: str) -> Voce:
    oggetto = della_scuola(lambda m: getattr(m, cosa))
    return Voce(metodi, si=PREPARANO, no=COMITATO, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "bonus:inizio": Voce("GET", si=CON_PARTE),
    "bonus:criteri": Voce("GET", si=CON_PARTE),
    "bonus:criteri_nuovi": Voce("GET POST", si=PREPARANO, no=CON_PARTE - PREPARANO),
    "bonus:criterio_scheda": Voce("GET", si=CON_PARTE, oggetto=CRITERI),
    "bonus:criteri_testata": _bozza("GET POST", PREPARANO),
    "bonus:criteri_regolamento": _bozza("GET POST", PREPARANO),
    "bonus:criteri_adotta": _bozza("GET POST", DIRIGENTE),
    "bonus:criteri_pubblica": Voce(
        "GET POST", si=PREPARANO, no=CON_PARTE - PREPARANO, oggetto=CRITERI
    ),
    "bonus:criteri_elimina": _bozza("GET POST", PREPARANO),
    "bonus:criteri_documento": Voce(
        "POST", si=PREPARANO, no=CON_PARTE - PREPARANO, oggetto=CRITERI
    ),
    "bonus:criteri_area": _dentro("GET POST", "area"),
    "bonus:criterio_nuovo": _dentro("GET POST", "area"),
    "bonus:criterio": _dentro("GET POST", "criterio"),
    "bonus:criterio_sposta": _dentro("POST", "criterio"),
    "bonus:criterio_togli": _dentro("GET POST", "criterio"),
    "bonus:fondo": Voce(
        "GET POST",
        si=PREPARANO,
        no=CON_PARTE - PREPARANO,
        oggetto=della_scuola(lambda m: m.fondo.anno_scolastico),
    ),
    "bonus:statistiche": Voce(
        "GET",
        si=DIRIGENTE | COMITATO,
        no=(PREPARANO - DIRIGENTE) | INTERESSATI,
        oggetto=della_scuola(lambda m: m.decretata),
    ),
}
