"""The words of organs and mandates inside a page."""

from django import template

from cpia.scuola.models import Persona
from organi_collegiali.rules import nomi

register = template.Library()


@register.filter
def concorda(participio: str, persona: Persona) -> str:
    """``{{ "eletto"|concorda:m.persona }}``: «eletta» of a woman."""
    return nomi.concorda(participio, persona.sesso)
