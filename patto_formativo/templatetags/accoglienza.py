"""Hours of the welcome as the lists write them."""

from fractions import Fraction

from django import template

from patto_formativo.rules.misure import in_cifre, in_ore

register = template.Library()


@register.filter
def cifre(ore: Fraction | str) -> str:
    """``12,5``: the hours without zeros at the end."""
    return in_cifre(Fraction(ore))


@register.filter
def ore(quante: Fraction | str) -> str:
    """``12,5 ore``."""
    return in_ore(Fraction(quante))


@register.filter
def tonda(ore: Fraction) -> int:
    """The whole hours, for the length of a bar."""
    return int(ore)
