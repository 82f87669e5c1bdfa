"""Hours and shares of attendance in words."""

from decimal import Decimal
from fractions import Fraction

from django import template

from patto_formativo.rules import misure
from patto_formativo.rules.misure import in_cifre, in_ore

register = template.Library()
Numero = Fraction | Decimal | int


@register.filter
def ore(quante: Numero | None) -> str:
    """``21 ore``, ``1 ora``, ``6,6 ore``."""
    return "" if quante is None else in_ore(Fraction(quante))


@register.filter
def cifre(numero: Numero | None) -> str:
    """``21``, ``6,6``: only the decimals that there are."""
    return "" if numero is None else in_cifre(Fraction(numero))


@register.filter
def per_cento(quota: Numero | None) -> str:
    """``62,4 %``, cut to one decimal."""
    return "" if quota is None else f"{misure.per_cento(Fraction(quota))} %"
