"""Hours in Italian words, and as decimals for columns and papers."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final

from cpia.scuola.parole import decimale

NULLA: Final = Fraction(0)
CENTESIMO: Final = Decimal("0.01")


def in_ore(ore: Fraction) -> str:
    """``21 ore``, ``1 ora``, ``6,6 ore``."""
    return f"{in_cifre(ore)} {'ora' if ore == 1 else 'ore'}"


def per_cento(parte: Fraction) -> str:
    """``69,9``: cut to the tenth, never up: what is not reached must not be read as reached."""
    return decimale(Fraction(floor(parte * 10), 10), 1)


def al_piu_due(ore: Fraction) -> str:
    """Hours that are asked for, with two decimals at most, never less than they are."""
    return in_ore(Fraction(ceil(ore * 100), 100))


def in_cifre(numero: Fraction) -> str:
    """The number with only the decimals that it has, four at most."""
    return decimale(numero, 4).rstrip("0").rstrip(",")


def in_decimale(ore: Fraction) -> Decimal:
    """Exact hours as a decimal, cut to the cent: what does not end is never rounded up."""
    return int(ore * 100) * CENTESIMO


def scritte(ore: Decimal) -> str:
    """Hours as one types them, without zeros at the end nor exponent: ``10``, ``1.5``."""
    return f"{ore.normalize():f}"
