"""What the pages of the bonus share: the step of an act, its answer, its page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cpia.atti.conflitti import stato


def fatto(request: HttpRequest, testo: str, pagina: str, *args: Any) -> HttpResponse:
    """On to a page of the bonus, saying what was done."""
    messages.success(request, testo)
    return redirect(f"bonus:{pagina}", request.contesto.istituto.slug, *args)


def mostra(request: HttpRequest, nome: str, dati: dict[str, Any]) -> HttpResponse:
    """A page; 422 when what was typed cannot be taken, 409 beside what somebody else kept."""
    return render(request, f"bonus/{nome}.html", dati, status=stato(request, dati.get("form")))
