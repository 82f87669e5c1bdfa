"""The dialog of an act on a procedure: read again, then done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from bonus_merito.models import Procedura
from cpia.norme.errori import AttoRifiutato
from cpia.norme.forms.comuni import ConViolazioni


@dataclass(frozen=True)
class Conferma:
    """The words of a dialog, and what it does."""

    domanda: str
    effetti: Sequence[str]
    verbo: str
    correzione: str
    detto: str
    compi: Callable[[], Any]


def conferma(
    request: HttpRequest, procedura: Procedura, form: ConViolazioni, atto: Conferma
) -> HttpResponse:
    """The dialog of an act; the act once it was read again and nothing speaks against it."""
    slug = request.contesto.istituto.slug
    riletto = request.POST.get("riletto") == "si"
    if request.method == "POST" and form.is_valid() and riletto:
        try:
            atto.compi()
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
        else:
            messages.success(request, atto.detto)
            return redirect("bonus:procedura", slug, procedura.pk)
    pagina = {
        "domanda": atto.domanda,
        "effetti": atto.effetti,
        "correzione": atto.correzione,
        "verbo": atto.verbo,
        "azione": request.path,
        "indietro": reverse("bonus:procedura", args=[slug, procedura.pk]),
        "form": form,
    }
    stato = 422 if request.method == "POST" else 200
    return render(request, "bonus/procedure/conferma.html", pagina, status=stato)


def digitato(request: HttpRequest) -> Any:
    """What was sent; None while the dialog is only read."""
    return request.POST if request.method == "POST" else None
