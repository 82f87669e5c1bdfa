"""What the pages of enrolment share."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cpia.atti.conflitti import stato
from cpia.norme.forms.comuni import ConViolazioni
from patto_formativo.models import DomandaIscrizione


def fatto(request: HttpRequest, testo: str, pagina: str, *args: Any) -> HttpResponse:
    """On to a page of the app, saying what was done."""
    messages.success(request, testo)
    return redirect(f"patto:{pagina}", request.contesto.istituto.slug, *args)


def pagina(request: HttpRequest, nome: str, dati: dict[str, Any]) -> HttpResponse:
    """A page of enrolment; 422 when what was typed cannot be taken, 409 beside another’s change."""
    status = stato(request, dati.get("form"))
    return render(request, f"patto/iscrizioni/{nome}.html", dati, status=status)


def modulo(request: HttpRequest, form: ConViolazioni, **dati: Any) -> HttpResponse:
    """The page of a short form: its title, what it does, the button, the way back."""
    return pagina(request, "modulo", {"form": form, **dati})


def pubblica_pagina(
    request: HttpRequest, nome: str, dati: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of who has no login: search engines do not keep it."""
    response = render(request, f"patto/iscrizioni/{nome}.html", dati, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def foglio(domanda: DomandaIscrizione, pdf: bytes) -> HttpResponse:
    """The PDF of an application, to be saved; no browser keeps it."""
    risposta = HttpResponse(pdf, content_type="application/pdf")
    risposta["Content-Disposition"] = f'attachment; filename="domanda-iscrizione-{domanda.pk}.pdf"'
    risposta["X-Content-Type-Options"] = "nosniff"
    risposta["Cache-Control"] = "private, no-store"
    return risposta
