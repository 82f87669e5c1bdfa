"""The points of the specific experience, where a school lets them decide a tie.

No grid marks which of its items they are: they are the sections whose title says «esperienza»,
and where no title says it, the items that do. It is a reading, and is said as such.
"""

from fractions import Fraction
from typing import Final

from selezioni_pon.rules.griglia.punteggio import Punteggio
from selezioni_pon.rules.griglia.titoli import NULLA

PAROLA: Final = "esperienz"


def esperienza(punteggio: Punteggio) -> Fraction | None:
    """What counts of it in a score, after the caps; None where the grid has none."""
    sezioni = [una.punti for una in punteggio.sezioni if _ne_parla(una.sezione.titolo)]
    voci = [una.punti for una in punteggio.voci if _ne_parla(una.voce.testo)]
    trovati = sezioni or voci
    return sum(trovati, NULLA) if trovati else None


def _ne_parla(testo: str) -> bool:
    return PAROLA in testo.casefold()
