"""Leads from an object to its history."""

from django import template
from django.template.context import Context
from django.urls import reverse

from cpia.atti.storie import storie

register = template.Library()


@register.simple_tag(takes_context=True)
def url_storia(context: Context, tipo: str, pk: int) -> str:
    """Where the history of an object is; empty for a kind without one, or outside the login."""
    contesto = getattr(context.get("request"), "contesto", None)
    if contesto is None or tipo not in storie or not pk:
        return ""
    return reverse("storia", args=[contesto.istituto.slug, tipo, pk])
