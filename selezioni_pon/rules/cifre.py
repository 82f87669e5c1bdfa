"""Points and money in Italian figures, and the rounding to the cent."""

from fractions import Fraction
from math import floor
from typing import Final

from cpia.scuola.parole import decimale

MEZZO: Final = Fraction(1, 2)


def in_cifre(numero: Fraction) -> str:
    """The number with only the decimals that it has, eight at most: ``89,25``, ``90``."""
    testo = decimale(numero, 8)
    return testo.rstrip("0").rstrip(",")


def in_punti(numero: Fraction) -> str:
    """``1 punto``, ``0,5 punti``."""
    return f"{in_cifre(numero)} {'punto' if numero == 1 else 'punti'}"


def in_euro(centesimi: int) -> str:
    """``1.741,67 €``."""
    return f"{decimale(Fraction(centesimi, 100))} €"


def al_centesimo(quota: Fraction) -> int:
    """Whole cents out of exact cents, half a cent up."""
    return floor(quota + MEZZO)
