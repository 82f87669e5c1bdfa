"""An act with its form: what it will do, the fields, what speaks against it at its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cpia.norme.errori import AttoRifiutato
from cpia.norme.forms.comuni import ConViolazioni
from patto_formativo.models import Corsista


@dataclass(frozen=True, slots=True)
class Atto:
    """A dialog: question with the verb, what will happen, the button, where one goes back."""

    domanda: str
    effetti: tuple[str, ...]
    verbo: str
    compi: Callable[[dict[str, Any]], object]
    fatto: str
    indietro: str
    poi: str = ""
    correzione: str = ""


def con_modulo(request: HttpRequest, atto: Atto, form: ConViolazioni, **scena: Any) -> HttpResponse:
    """Show the dialog; with a POST that is right, do the act and go on."""
    if request.method == "POST" and form.is_valid():
        try:
            atto.compi(form.cleaned_data)
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
        else:
            messages.success(request, atto.fatto)
            return redirect(atto.poi or atto.indietro)
    stato = 422 if request.method == "POST" else 200
    dati = {"atto": atto, "form": form, **scena}
    return render(request, "patto/patti/atto.html", dati, status=stato)


def pagina(request: HttpRequest, nome: str, corsista: Corsista) -> str:
    """The address of one of the pages of a person."""
    return reverse(f"patto:{nome}", args=[request.contesto.istituto.slug, corsista.pk])


def al_patto(request: HttpRequest, corsista: Corsista) -> HttpResponse:
    """Back to the page of the agreement."""
    return redirect(pagina(request, "patto", corsista))


def dici_rifiuto(request: HttpRequest, rifiuto: AttoRifiutato) -> None:
    """What speaks against an act of one click, as messages of the page."""
    for violazione in rifiuto.violazioni:
        messages.error(request, violazione.testo)
