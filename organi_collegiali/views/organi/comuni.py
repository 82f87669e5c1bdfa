"""What the pages that keep an organ share."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cpia.norme.forms.comuni import ConViolazioni
from organi_collegiali.models import OrganoCollegiale


def alla_pagina(request: HttpRequest, organo: OrganoCollegiale, testo: str = "") -> HttpResponse:
    """Back to the page of the organ, saying what was done."""
    if testo:
        messages.success(request, testo)
    return redirect("organi:organo", request.contesto.istituto.slug, organo.pk)


def modulo(
    request: HttpRequest, nome: str, organo: OrganoCollegiale, form: ConViolazioni, **dati: Any
) -> HttpResponse:
    """The page of a form; 422 when what was typed cannot be taken."""
    return render(
        request,
        f"organi/organi/{nome}.html",
        {"organo": organo, "form": form, **dati},
        status=422 if request.method == "POST" else 200,
    )
