"""The sentences of the courtesy texts inside a page; ``parole`` in the context is the language."""

from fractions import Fraction

from django import template
from django.template.context import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def dice(context: Context, chiave: str, **valori: object) -> str:
    """A sentence: ``{% dice "firma.titolo" %}``."""
    return str(context["parole"].dice(chiave, **valori))


@register.simple_tag(takes_context=True)
def ore(context: Context, quante: Fraction) -> str:
    """Hours counted in words: ``{% ore 21 %}``."""
    return str(context["parole"].conta("ore", quante))


@register.simple_tag(takes_context=True)
def giorno_in(context: Context, giorno: object) -> str:
    """A day with its name."""
    return str(context["parole"].giorno(giorno))
