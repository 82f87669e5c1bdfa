"""After a notice has left: new items, another day, no sitting at all, the sitting that follows."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import riserbo, sedute
from organi_collegiali.forms.invio import (
    IntegraForm,
    RevocaForm,
    RinviaForm,
    SeguitoForm,
    rifiuta,
)
from organi_collegiali.models import Avviso, Seduta
from organi_collegiali.queries.invio.avvisi import da_riprendere
from organi_collegiali.services.invio.seguito import prepara_seguito
from organi_collegiali.services.invio.variazioni import prepara_variazione

PREPARATO = "L’avviso è pronto: lo firma chi presiede, poi parte."
Atto = Callable[[HttpRequest, Seduta, Any], Avviso]


@require_http_methods(["GET", "POST"])
def integra(request: HttpRequest, pk: int) -> HttpResponse:
    """Add items to an agenda that has been read already."""
    return _modulo(request, pk, IntegraForm, "organi/invio/integra.html", _varia)


@require_http_methods(["GET", "POST"])
def rinvia(request: HttpRequest, pk: int) -> HttpResponse:
    """Move the sitting to another day."""
    return _modulo(request, pk, RinviaForm, "organi/invio/rinvia.html", _varia)


@require_http_methods(["GET", "POST"])
def revoca(request: HttpRequest, pk: int) -> HttpResponse:
    """Call the sitting off."""
    return _modulo(request, pk, RevocaForm, "organi/invio/revoca.html", _varia)


@require_http_methods(["GET", "POST"])
def seconda(request: HttpRequest, pk: int) -> HttpResponse:
    """Convene the sitting that takes up a deserted or interrupted one."""
    return _modulo(request, pk, SeguitoForm, "organi/invio/seconda.html", _segue)


def _modulo(
    request: HttpRequest, pk: int, tipo: type[forms.Form], modello: str, atto: Atto
) -> HttpResponse:
    trovata = sedute.seduta_da_preparare(request.contesto, pk)
    form = tipo(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            avviso = atto(request, trovata, form)
        except AttoRifiutato as rifiuto:
            rifiuta(form, rifiuto.violazioni)
        else:
            messages.success(request, PREPARATO)
            return redirect("organi:seduta", request.contesto.istituto.slug, avviso.seduta_id)
    dati = {
        "form": form,
        "seduta": trovata,
        "organo": trovata.organo,
        "restano": riserbo.copri(request.contesto, trovata, da_riprendere(trovata)),
    }
    return render(request, modello, dati, status=422 if form.errors else 200)


def _varia(request: HttpRequest, trovata: Seduta, form: Any) -> Avviso:
    contesto = request.contesto
    return prepara_variazione(
        autore=contesto,
        adesso=contesto.adesso,
        seduta_id=trovata.pk,
        variazione=form.variazione,
    )


def _segue(request: HttpRequest, trovata: Seduta, form: Any) -> Avviso:
    contesto = request.contesto
    return prepara_seguito(
        autore=contesto,
        adesso=contesto.adesso,
        seduta_id=trovata.pk,
        inizio=form.inizio,
        fine=form.fine_prevista,
        luogo=form.cleaned_data["luogo"],
    )
