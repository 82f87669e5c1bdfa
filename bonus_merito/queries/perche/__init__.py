"""How each number of the board was reached: activity, level, points, weight, article."""

from collections.abc import Callable

from bonus_merito.enums import Area
from bonus_merito.queries.perche import importi, insieme, uno
from bonus_merito.queries.perche.parti import Spiegazione
from bonus_merito.queries.righe import QuadroDiProcedura, Riga

__all__ = ["Spiegazione", "spiegazione"]

INSIEME: dict[str, Callable[[QuadroDiProcedura], Spiegazione | None]] = {
    "fondo": insieme.fondo,
    "beneficiari": insieme.limiti,
    "inferiore": insieme.inferiore,
    "centesimi": insieme.centesimi,
    "fasce": insieme.arrotondamento,
    "taglio": insieme.taglio,
    "pubblicazione": insieme.pubblicazione,
}
DI_UNO: dict[str, Callable[[QuadroDiProcedura, Riga], Spiegazione | None]] = {
    "percentuale": uno.percentuale,
    "aggiuntiva": uno.aggiuntiva,
    "fascia": uno.fascia,
    "importo": importi.importo,
    "esclusione": importi.esclusione,
}


def spiegazione(quadro: QuadroDiProcedura, di: str) -> Spiegazione | None:
    """The reason of a figure: ``fondo``, ``12-C``, ``12-fascia``; None for what is no figure."""
    if di in INSIEME:
        return INSIEME[di](quadro)
    chi, _, cosa = di.partition("-")
    riga = next((r for r in quadro.righe if r.chiave == chi), None)
    if riga is None:
        return None
    if cosa in Area.__members__:
        return uno.area(quadro, riga, Area[cosa])
    fa = DI_UNO.get(cosa)
    return fa(quadro, riga) if fa else None
