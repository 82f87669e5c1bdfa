"""The page of who directs, the lists its figures open, its reminders."""

from collections.abc import Collection

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from cpia.avvisi import services
from cpia.portale.istituto import conti, elenco, ritardi
from cpia.portale.istituto.pagina import VEDONO, componi, disegna
from cpia.scuola.esportazione import esporta
from cpia.scuola.parole import ora, plurale

PER_PAGINA = 50


@require_safe
def stato_istituto(request: HttpRequest) -> HttpResponse:
    """What waits for the dirigente, where the institute is late, by how much."""
    request.contesto.esige(*VEDONO)
    return render(request, "portale/istituto.html", {"pagina": componi(request.contesto)})


@require_safe
def scadenze_istituto(request: HttpRequest) -> HttpResponse:
    """The list behind a figure."""
    contesto = request.contesto
    contesto.esige(*VEDONO)
    cercate = elenco.scelta(request.GET)
    trovate = elenco.trova(contesto, cercate)
    titolo = cercate.titolo(contesto.oggi)
    if file := esporta(
        request,
        nome="scadenze",
        titolo=titolo,
        intestazione=elenco.INTESTAZIONE,
        righe=elenco.righe(contesto, trovate),
        personale=True,
    ):
        return file
    pagina = Paginator(trovate, PER_PAGINA).get_page(request.GET.get("pagina"))
    dati = {"titolo": titolo, "pagina": pagina, "voci": elenco.voci(contesto, list(pagina))}
    return render(request, "portale/istituto_scadenze.html", dati)


@require_safe
def istituto_perche(request: HttpRequest) -> HttpResponse:
    """Where a figure or a graph comes from: drawer, or a page of its own."""
    contesto = request.contesto
    contesto.esige(*VEDONO)
    di, gruppi = request.GET.get("di", ""), conti.leggi(contesto)
    if di == "scadenze":
        dati = {"totali": conti.totali(gruppi, contesto.oggi)}
        return render(request, "portale/istituto_perche_scadenze.html", dati)
    for grafico in disegna(contesto, gruppi):
        if grafico.chiave == di:
            return render(request, "portale/istituto_perche.html", {"grafico": grafico})
    raise Http404


@require_POST
def istituto_sollecita(request: HttpRequest) -> HttpResponse:
    """Remind who owes one late thing (``scadenza``), or all of them."""
    contesto = request.contesto
    contesto.esige(*VEDONO)
    quanti = services.sollecita_scadenze(
        autore=contesto, adesso=contesto.adesso, scadenze_id=_scelte(request)
    )
    parte = ora(contesto.adesso + services.RIPENSAMENTO)
    esito = f"Promemoria a {plurale(quanti, 'persona', 'persone')}: parte alle {parte}."
    if not quanti:
        esito = "Nessun nuovo promemoria: chi poteva riceverlo è già stato sollecitato oggi."
    return _ritardi(request, esito)


@require_POST
def istituto_ritira(request: HttpRequest) -> HttpResponse:
    """Take back the reminders that have not left: those of one thing, or all."""
    contesto = request.contesto
    contesto.esige(*VEDONO)
    ritirati = services.ritira_solleciti(
        autore=contesto, adesso=contesto.adesso, scadenze_id=_scelte(request)
    )
    esito = f"{plurale(ritirati, 'promemoria annullato', 'promemoria annullati')}."
    return _ritardi(request, esito if ritirati else "È già partito: non si può più annullare.")


def _scelte(request: HttpRequest) -> Collection[int] | None:
    """The ids that the form names, with those of their rows; None for all."""
    if request.POST.get("tutte") == "si":
        return None
    scritte = request.POST.getlist("scadenza")
    scelte = {int(s) for s in scritte if s.isascii() and s.isdigit() and len(s) < 19}
    return ritardi.insieme(request.contesto, scelte)


def _ritardi(request: HttpRequest, esito: str) -> HttpResponse:
    if not request.htmx:
        messages.info(request, esito)
        return redirect("stato_istituto", request.contesto.istituto.slug)
    dati = {"ritardi": ritardi.leggi(request.contesto), "esito": esito}
    response = render(request, "portale/istituto_ritardi.html", dati)
    return trigger_client_event(response, "annuncia", {"value": esito})
