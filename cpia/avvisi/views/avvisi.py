"""The notices of a person: the list, one that is opened, all of them read."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cpia.avvisi import queries, services
from cpia.avvisi.models import Notifica
from cpia.scuola.esportazione import esporta

PER_PAGINA = 30


@require_safe
def avvisi(request: HttpRequest) -> HttpResponse:
    """All notices of the person, the latest first."""
    contesto = request.contesto
    elenco = queries.notifiche(contesto.istituto.pk, contesto.persona.pk)
    if file := _file(request, elenco):
        return file
    pagina = Paginator(elenco, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "avvisi/avvisi.html", {"pagina": pagina})


def _file(request: HttpRequest, elenco: QuerySet[Notifica]) -> HttpResponse | None:
    return esporta(
        request,
        nome="avvisi",
        titolo="Avvisi",
        intestazione=["Del", "Oggetto", "Testo", "Letto"],
        righe=_righe(elenco),
        personale=True,
    )


def _righe(elenco: QuerySet[Notifica]) -> Iterator[list[Any]]:
    for notifica in elenco:
        yield [notifica.creata_il, notifica.oggetto, notifica.testo, notifica.letta_il]


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
