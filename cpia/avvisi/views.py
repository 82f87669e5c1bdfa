"""The desk, the notices, the long works: each for the person who is asking and nobody else."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cpia.avvisi import queries, services
from cpia.avvisi.models import Lavoro
from cpia.avvisi.scrivania import componi

PER_PAGINA = 30


@require_safe
def scrivania(request: HttpRequest) -> HttpResponse:
    """Everything to do, by deadline, across all apps."""
    pagina = componi(request.contesto, request.GET.get("ruolo", ""))
    return render(request, "avvisi/scrivania.html", {"scrivania": pagina})


@require_safe
def perche_scadenza(request: HttpRequest, pk: int) -> HttpResponse:
    """Why that day: drawer of the desk, or a page of its own."""
    scadenza = queries.scadenza(request.contesto, pk)
    if scadenza is None or not scadenza.perche:
        raise Http404
    return render(request, "avvisi/perche.html", {"scadenza": scadenza})


@require_safe
def avvisi(request: HttpRequest) -> HttpResponse:
    """All notices of the person, the latest first."""
    contesto = request.contesto
    elenco = queries.notifiche(contesto.istituto.pk, contesto.persona.pk)
    pagina = Paginator(elenco, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "avvisi/avvisi.html", {"pagina": pagina})


@require_safe
def avviso(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a notice: it is read from now on, and leads where it speaks of."""
    contesto = request.contesto
    letta = services.segna_letta(autore=contesto, notifica_id=pk, adesso=contesto.adesso)
    if letta is None:
        raise Http404
    return redirect(letta.indirizzo)


@require_POST
def avvisi_letti(request: HttpRequest) -> HttpResponse:
    """Everything on the list is read."""
    services.segna_tutte_lette(autore=request.contesto, adesso=request.contesto.adesso)
    return redirect("avvisi", request.contesto.istituto.slug)


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
