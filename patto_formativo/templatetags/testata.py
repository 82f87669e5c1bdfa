"""The tabs of an enrolled person, for the header of its pages."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse

from patto_formativo.models import Corsista
from patto_formativo.queries.schede import schede

register = template.Library()


@register.simple_tag(takes_context=True)
def schede_di(context: Context, corsista: Corsista, aperta: str) -> list[dict[str, Any]]:
    """The tabs that who looks may open, in the shape of ``componenti/schede.html``."""
    slug = context["request"].contesto.istituto.slug
    return [
        {
            "testo": scheda.testo,
            "url": reverse(scheda.indirizzo, args=[slug, corsista.pk]),
            "attiva": scheda.nome == aperta,
            "stato": scheda.glifo,
        }
        for scheda in schede(corsista)
    ]
