"""Percentages and money in Italian words."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Final

from bonus_merito.enums import Arrotondamento
from cpia.scuola.parole import decimale

NULLA: Final = Fraction(0)
CENTO: Final = Fraction(100)
MEZZO: Final = Fraction(1, 2)


def in_cifre(numero: Fraction) -> str:
    """The number with only the decimals that it has, eight at most: ``89,25``, ``90``."""
    return decimale(numero, 8).rstrip("0").rstrip(",")


def in_euro(centesimi: int) -> str:
    """``1.741,67 €``."""
    return f"{decimale(Fraction(centesimi, 100))} €"


def a_testa(importi: Sequence[int]) -> str:
    """What a head is paid, out of cents: ``435,42 €``, ``da 435,41 € a 435,42 €``, ``nessuno``."""
    if not importi:
        return "nessuno"
    if min(importi) == max(importi):
        return in_euro(importi[0])
    return f"da {in_euro(min(importi))} a {in_euro(max(importi))}"


def all_intero(percentuale: Fraction, come: Arrotondamento) -> int:
    """The whole number on which a band is read."""
    match come:
        case Arrotondamento.MEZZO_IN_SU:
            return floor(percentuale + MEZZO)
        case Arrotondamento.MEZZO_IN_GIU:
            return ceil(percentuale - MEZZO)
        case Arrotondamento.PER_DIFETTO:
            return floor(percentuale)
