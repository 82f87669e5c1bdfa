"""How many may have the bonus, and who stays when more qualify.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, art. 6; D.L. 95/2012 art. 5 c. 11-quinquies.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from cpia.norme.rules.motivi import Valore


@dataclass(frozen=True, slots=True)
class Limiti:
    """Fewest and most beneficiaries, people."""

    minimo: int
    massimo: int


@dataclass(frozen=True, slots=True)
class Taglio:
    """``dentro`` in the order received, empty while ``pari``, all level at the cut, wait."""

    dentro: tuple[str, ...]
    pari: tuple[str, ...] = ()


def limiti(in_servizio: int, minimo: Valore[Fraction], massimo: Valore[Fraction]) -> Limiti:
    """Both are rounded up: of 47 teachers from 10 to 31."""
    return Limiti(ceil(minimo.valore * in_servizio), ceil(massimo.valore * in_servizio))


def taglia(
    percentuali: Mapping[str, Fraction],
    massimo: int,
    scelti: AbstractSet[str] = frozenset(),
) -> Taglio:
    """Who stays: the highest percentages, in the order of ``percentuali``.

    ``scelti`` are those whom the dirigente keeps among the level ones, with a reason written
    elsewhere. A tie across the cut that they do not settle is left to be decided.
    """
    if len(percentuali) <= massimo:
        return Taglio(tuple(percentuali))
    prima_fuori = sorted(percentuali.values(), reverse=True)[massimo]
    sopra = {chi for chi, quota in percentuali.items() if quota > prima_fuori}
    pari = [chi for chi, quota in percentuali.items() if quota == prima_fuori]
    posti = massimo - len(sopra)
    if not posti:
        return Taglio(tuple(chi for chi in percentuali if chi in sopra))
    decisi = scelti & set(pari)
    if len(decisi) != posti:
        return Taglio((), tuple(pari))
    return Taglio(tuple(chi for chi in percentuali if chi in sopra or chi in decisi))
