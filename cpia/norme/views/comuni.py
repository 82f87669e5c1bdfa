"""What the pages of the regulations share."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from cpia.norme.access import legge_bozze
from cpia.norme.errori import RegolamentoRifiutato
from cpia.norme.forms.pagine import GiornoForm
from cpia.norme.queries.regolamenti import quanti_rilievi

STATO_ERRATO = 422
CONFLITTO = 409


def verso(request: HttpRequest, nome: str, *argomenti: object) -> HttpResponse:
    return redirect(nome, request.contesto.istituto.slug, *argomenti)


def giorno_chiesto(request: HttpRequest) -> tuple[date, GiornoForm]:
    """The day of the address and its form; today where there is none or it cannot be read."""
    oggi: date = request.contesto.oggi
    if not request.GET.get("giorno"):
        return oggi, GiornoForm(initial={"giorno": oggi})
    form = GiornoForm(request.GET)
    if not form.is_valid():
        return oggi, form
    return form.cleaned_data["giorno"] or oggi, form


def stato(*forms: GiornoForm) -> int:
    """422 where something written cannot be read."""
    return STATO_ERRATO if any(form.is_bound and not form.is_valid() for form in forms) else 200


def rilievi_da_mostrare(request: HttpRequest) -> int | None:
    """The counter of the findings, for who may read them; None for the others."""
    contesto = request.contesto
    return quanti_rilievi(contesto.istituto.pk, contesto.oggi) if legge_bozze(contesto) else None


def annota_rifiuti(form: Any, rifiuto: RegolamentoRifiutato) -> None:
    """Each reason at its field, the others on top."""
    for voce in rifiuto.rifiuti:
        form.add_error(voce.campo if voce.campo in form.fields else None, voce.testo)
