"""What the pages of the welcome share."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cpia.norme.forms.comuni import ConViolazioni
from patto_formativo.models import Corsista

CIFRE = 9


def alla_persona(request: HttpRequest, pk: int, testo: str) -> HttpResponse:
    """Back to the page of a person, saying what was done."""
    messages.success(request, testo)
    return redirect("patto:corsista", request.contesto.istituto.slug, pk)


def modulo(
    request: HttpRequest, form: ConViolazioni, corsista: Corsista, **dati: Any
) -> HttpResponse:
    """The page of a form about one person; 422 when what was typed cannot be taken."""
    return render(
        request,
        "patto/accoglienza/modulo.html",
        {"form": form, "corsista": corsista, **dati},
        status=422 if request.method == "POST" else 200,
    )


def numero(scritto: str | None) -> int | None:
    """The id that an address names, None for anything else."""
    if scritto and scritto.isascii() and scritto.isdecimal() and len(scritto) <= CIFRE:
        return int(scritto)
    return None
