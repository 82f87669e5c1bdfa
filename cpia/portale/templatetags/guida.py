"""The way from a screen to what the guide says of it."""

from django import template
from django.template.context import Context
from django.urls import reverse

from cpia.portale.aiuto.mappa import SEZIONI

register = template.Library()


@register.simple_tag(takes_context=True)
def guida_di_questa_pagina(context: Context) -> str:
    """The address of the section that speaks of this page, or of the guide as a whole."""
    request = context.get("request")
    contesto = getattr(request, "contesto", None)
    if contesto is None:
        return ""
    vista = request.resolver_match.view_name if request.resolver_match else ""
    pagina, _, ancora = SEZIONI.get(vista, "").partition("#")
    if not pagina:
        return reverse("guida", args=[contesto.istituto.slug])
    return f"{reverse('guida_pagina', args=[contesto.istituto.slug, pagina])}#{ancora}"
