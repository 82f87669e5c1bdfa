"""Numbers as the answers write them."""

from decimal import Decimal
from fractions import Fraction


def esatto(numero: Fraction) -> str:
    """A number whose decimals end, all of them and no zero at the end: shares are hundredths."""
    return format((Decimal(numero.numerator) / numero.denominator).normalize(), "f")
