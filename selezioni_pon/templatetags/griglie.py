"""Points and bars of a grid: attributes only, the page carries no style of its own."""

from fractions import Fraction

from django import template

from selezioni_pon.rules.cifre import in_cifre, in_punti

register = template.Library()


@register.filter
def cifre(numero: Fraction | None) -> str:
    """``2,5``; nothing where there is no figure."""
    return "" if numero is None else in_cifre(numero)


@register.filter
def punti(numero: Fraction) -> str:
    """``1 punto``, ``2,5 punti``."""
    return in_punti(numero)


@register.filter
def lunga(parte: Fraction) -> str:
    """``66.67%``: the length of a bar, or where a part of it begins."""
    return f"{float(100 * parte):.2f}%"
