"""How the templates write amounts, and who takes part."""

from django import template

from bonus_merito.rules.misure import in_euro as euro
from bonus_merito.rules.parole import quanti_di, uno_di

register = template.Library()


@register.filter
def in_euro(centesimi: int) -> str:
    """``1.741,67 €``, out of cents."""
    return euro(centesimi)


@register.filter
def chi(categoria: str) -> str:
    """``docente``, or ``persona`` for the ATA staff."""
    return uno_di(categoria)


@register.filter
def quanti(numero: int, categoria: str) -> str:
    """``3 docenti``, ``3 persone``."""
    return quanti_di(numero, categoria)
