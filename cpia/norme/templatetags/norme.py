"""The regulations inside the pages of every app."""

from datetime import date

from django import template

from cpia.norme.queries.indirizzi import indirizzo_parametro as _indirizzo
from cpia.norme.rules.temi import etichetta_breve as _breve

register = template.Library()


@register.simple_tag
def indirizzo_parametro(istituto: str, chiave: str, giorno: date | None = None) -> str:
    """Where a parameter is read: ``{% indirizzo_parametro slug valore.chiave %}``."""
    return _indirizzo(istituto, chiave, giorno)


@register.simple_tag
def etichetta_breve(chiave: str) -> str:
    """The name of a parameter under its subject."""
    return _breve(chiave)
