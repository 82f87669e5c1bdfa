"""The long works: how far one is, and stopping it; for who asked for it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cpia.avvisi import queries, services
from cpia.avvisi.models import Lavoro


@require_safe
def lavoro(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a long work is: the fragment that asks for itself, or its page."""
    trovato = _lavoro(request, pk)
    if trovato.finito_il:
        services.segna_lavoro_visto(
            autore=request.contesto, lavoro=trovato, adesso=request.contesto.adesso
        )
    return _mostra_lavoro(request, trovato)


@require_POST
def lavoro_ferma(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop a long work; what is done stays done."""
    contesto = request.contesto
    services.ferma_lavoro(
        autore=contesto, lavoro_id=_lavoro(request, pk).pk, adesso=contesto.adesso
    )
    if not request.htmx:
        return redirect("lavoro", contesto.istituto.slug, pk)
    return _mostra_lavoro(request, _lavoro(request, pk))


def _lavoro(request: HttpRequest, pk: int) -> Lavoro:
    contesto = request.contesto
    trovato = queries.lavoro(contesto.istituto.pk, contesto.persona.pk, pk)
    if trovato is None:
        raise Http404
    return trovato


def _mostra_lavoro(request: HttpRequest, trovato: Lavoro) -> HttpResponse:
    pagina = "avvisi/lavoro_frammento.html" if request.htmx else "avvisi/lavoro_pagina.html"
    return render(request, pagina, {"lavoro": trovato})
