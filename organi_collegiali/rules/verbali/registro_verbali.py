"""The pages that the minutes take in the register of an organ: without a gap, as approved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DaImpaginare:
    """Minutes of an organ; ``pagine`` are those printed, missing while the print is not there."""

    verbale: int
    approvato_il: datetime
    pagine: int | None
    da: int | None = None
    a: int | None = None


@dataclass(frozen=True, slots=True)
class Pagine:
    """The pages given to some minutes."""

    verbale: int
    da: int
    a: int


def impagina(verbali: Iterable[DaImpaginare]) -> tuple[Pagine, ...]:
    """The pages of those that have none yet, in the order in which they were approved.

    Those not printed yet make the later ones wait, so that no page is left empty between two.
    """
    righe = sorted(verbali, key=lambda riga: (riga.approvato_il, riga.verbale))
    ultima = max((riga.a or 0 for riga in righe), default=0)
    nuove: list[Pagine] = []
    for riga in (riga for riga in righe if riga.da is None):
        if riga.pagine is None:
            break
        nuove.append(Pagine(riga.verbale, ultima + 1, ultima + riga.pagine))
        ultima += riga.pagine
    return tuple(nuove)
