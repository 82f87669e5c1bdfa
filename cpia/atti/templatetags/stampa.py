"""Italian wording shared by every printed template."""

from datetime import date

from django import template

from cpia.atti import rules

register = template.Library()


@register.filter
def data_estesa(giorno: date) -> str:
    """``1º giugno 2026``."""
    return rules.data_estesa(giorno)


@register.filter
def il_giorno(giorno: date) -> str:
    """``l'8 marzo 2026``."""
    return rules.il_giorno(giorno)


@register.filter
def del_giorno(giorno: date) -> str:
    """``dell'8 marzo 2026``."""
    return rules.del_giorno(giorno)


@register.filter
def a_luogo(luogo: str) -> str:
    """``a Iseo``, ``ad Ancona``: the d is written before the same vowel only."""
    return f"{'ad' if luogo[:1].upper() in ('A', 'À') else 'a'} {luogo}"
