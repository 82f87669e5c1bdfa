"""Figures of the running sum of a commission."""

from fractions import Fraction

from django import template

from selezioni_pon.rules.cifre import in_cifre

register = template.Library()


@register.filter
def meno(tolti: Fraction) -> str:
    """What is taken off a sum, with its sign: ``– 5``, ``0``, ``+ 2`` where it was added."""
    if not tolti:
        return "0"
    return f"{'–' if tolti > 0 else '+'} {in_cifre(abs(tolti))}"
