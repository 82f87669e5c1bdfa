"""Hours in Italian words."""

from fractions import Fraction
from typing import Final

from cpia.scuola.parole import decimale

NULLA: Final = Fraction(0)


def in_ore(ore: Fraction) -> str:
    """``21 ore``, ``1 ora``, ``6,6 ore``."""
    return f"{in_cifre(ore)} {'ora' if ore == 1 else 'ore'}"


def in_cifre(numero: Fraction) -> str:
    """The number with only the decimals that it has, four at most."""
    return decimale(numero, 4).rstrip("0").rstrip(",")
