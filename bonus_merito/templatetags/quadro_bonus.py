"""Bars and ranges of the board: attributes only, the page carries no style of its own."""

from fractions import Fraction

from django import template

register = template.Library()


@register.filter
def lunga(parte: Fraction) -> str:
    """``66.67%``: the length of a bar."""
    return f"{float(100 * parte):.2f}%"


@register.simple_tag
def barra_fascia(livello: int, di: int) -> str:
    """How long the bar of a band is: the highest fills it."""
    return lunga(Fraction(livello, di)) if di else "0%"
