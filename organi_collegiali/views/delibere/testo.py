"""Premises and text of an item before the vote: written, kept at each change, seen as they are."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.access import Contesto
from organi_collegiali.access import delibere as access
from organi_collegiali.access import riserbo
from organi_collegiali.forms.testi import TestoForm
from organi_collegiali.models import Punto
from organi_collegiali.queries.delibere.scrittura import scrittura
from organi_collegiali.queries.delibere.testi import versione_di
from organi_collegiali.rules.delibere.premesse import RigaPremessa, leggi, pulisci
from organi_collegiali.services.delibere.testi import scrivi_testo

TUTTO, ESITO = "organi/delibere/testo.html", "organi/delibere/_esito.html"


@require_http_methods(["GET", "POST", "PATCH"])
def testo(request: HttpRequest, pk: int) -> HttpResponse:
    """The editor of an item; PATCH keeps each change, POST is the same without scripts."""
    punto = access.punto_da_scrivere(request.contesto, pk)
    if request.method == "GET":
        return _mostra(request, punto)
    dati = request.POST if request.method == "POST" else QueryDict(request.body)
    return _scrivi(request, punto, TestoForm(dati))


def _scrivi(request: HttpRequest, punto: Punto, form: TestoForm) -> HttpResponse:
    if not form.is_valid():
        return _risposta(request, punto, form, stato=422)
    contesto = request.contesto
    try:
        scritto = scrivi_testo(
            autore=contesto,
            adesso=contesto.adesso,
            punto_id=punto.pk,
            premesse=form.premesse,
            testo=form.cleaned_data["testo"],
            esecutiva=form.cleaned_data["esecutiva"],
            versione=form.cleaned_data["tieni"] or form.cleaned_data["versione"],
        )
    except AttoRifiutato as rifiuto:
        for violazione in rifiuto.violazioni:
            form.add_error(None, violazione.testo)
        return _risposta(request, punto, form, stato=409)
    except Conflitto as conflitto:
        return _risposta(request, punto, form, stato=409, altrui=conflitto.attuale)
    if request.method == "POST":
        messages.success(request, "Il testo è registrato.")
        return redirect("organi:testo", contesto.istituto.slug, punto.pk)
    return render(
        request, ESITO, {**_anteprima(contesto, scritto), "punto": scritto, "salvato": True}
    )


def _mostra(request: HttpRequest, punto: Punto) -> HttpResponse:
    """The page, or only the editor for the screen that asks for it."""
    nome = "organi/delibere/_testo.html" if request.htmx else TUTTO
    return render(request, nome, {"punto": punto, **_anteprima(request.contesto, punto)})


def _risposta(
    request: HttpRequest,
    punto: Punto,
    form: TestoForm,
    *,
    stato: int,
    altrui: Punto | None = None,
) -> HttpResponse:
    """What was typed stays; beside it what somebody else wrote meanwhile, or what is wrong."""
    scena = {
        "punto": punto,
        "form": form,
        "altrui": altrui,
        "altrui_premesse": leggi(altrui.premesse) if altrui else (),
        "altrui_versione": versione_di(altrui) if altrui else "",
    }
    if request.method == "PATCH":
        return render(request, ESITO, scena, status=stato)
    scritto = {
        "scritte": form.scritte,
        "testo_scritto": form.data.get("testo", ""),
        "esecutiva_scritta": "esecutiva" in form.data,
    }
    return render(
        request, TUTTO, scena | scritto | _anteprima(request.contesto, punto, form), status=stato
    )


def _anteprima(contesto: Contesto, punto: Punto, form: TestoForm | None = None) -> dict[str, Any]:
    """The deliberation as it would read, with the words of the screen or with those kept."""
    scritta = scrittura(punto)
    riserbo.copri_carte(contesto, punto, scritta.allegati)
    righe: tuple[RigaPremessa, ...] = leggi(punto.premesse)
    if form is not None:
        righe = pulisci(form.cleaned_data.get("premesse", ()))
    testo = form.data.get("testo", "") if form is not None else punto.testo_proposto
    return {
        "anteprima_premesse": righe,
        "anteprima_testo": testo,
        "scrittura": scritta,
    }
