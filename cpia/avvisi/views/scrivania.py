"""The desk, and what one click does there: the row gives way to its result."""

from urllib.parse import SplitResult, parse_qs, urlsplit

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from cpia.avvisi import queries
from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Azione, AzioneRifiutata
from cpia.avvisi.riepilogo import in_breve
from cpia.avvisi.righe import azione_di, una_voce
from cpia.avvisi.scrivania import componi

NON_PIU = "È già stato fatto, oppure non si può più fare: la riga dice com’è adesso."
ANNULLATO = "Annullato: la scrivania è com’era prima."


@require_safe
def scrivania(request: HttpRequest) -> HttpResponse:
    """Everything to do, by deadline, across all apps."""
    contesto = request.contesto
    pagina = componi(contesto, request.GET.get("ruolo", ""))
    preferenze = queries.preferenze(contesto.istituto.pk, contesto.persona.pk)
    return render(
        request, "avvisi/scrivania.html", {"scrivania": pagina, "posta": in_breve(preferenze)}
    )


@require_safe
def perche_scadenza(request: HttpRequest, pk: int) -> HttpResponse:
    """Why that day: drawer of the desk, or a page of its own."""
    scadenza = _mia(request, pk)
    if not scadenza.perche:
        raise Http404
    return render(request, "avvisi/perche.html", {"scadenza": scadenza})


@require_POST
def fai(request: HttpRequest, pk: int, azione: str) -> HttpResponse:
    """Do with one click what the app of the row offers; its sentence takes the row's place."""
    scadenza = _mia(request, pk)
    scelta = azione_di(request.contesto, scadenza, azione)
    if scelta is None or _fatta(scelta, scadenza):
        return _rifiuta(request, pk, NON_PIU)
    try:
        frase = scelta.compi(autore=request.contesto, adesso=request.contesto.adesso)
    except AzioneRifiutata as rifiuto:
        return _rifiuta(request, pk, rifiuto.messaggio)
    if not request.htmx:
        messages.success(request, frase)
        return redirect("scrivania", request.contesto.istituto.slug)
    return _riga(request, pk, esito=frase, azione=scelta)


@require_POST
def disfa(request: HttpRequest, pk: int, azione: str) -> HttpResponse:
    """Take back what one click did, while that can be done: the row is what it was."""
    scadenza = _mia(request, pk)
    scelta = azione_di(request.contesto, scadenza, azione)
    if scelta is None or scelta.disfa is None or not _fatta(scelta, scadenza):
        return _rifiuta(request, pk, "Non si può più annullare.")
    try:
        scelta.disfa(autore=request.contesto, adesso=request.contesto.adesso)
    except AzioneRifiutata as rifiuto:
        return _rifiuta(request, pk, rifiuto.messaggio)
    if not request.htmx:
        messages.success(request, ANNULLATO)
        return redirect("scrivania", request.contesto.istituto.slug)
    return _riga(request, pk)


def _mia(request: HttpRequest, pk: int) -> Scadenza:
    scadenza = queries.scadenza(request.contesto, pk)
    if scadenza is None:
        raise Http404
    return scadenza


def _fatta(azione: Azione, scadenza: Scadenza) -> bool:
    return azione.fatta_il is not None or scadenza.chiusa_il is not None


def _rifiuta(request: HttpRequest, pk: int, messaggio: str) -> HttpResponse:
    if request.htmx:
        return _riga(request, pk, rifiuto=messaggio)
    messages.error(request, messaggio)
    return redirect("scrivania", request.contesto.istituto.slug)


def _riga(
    request: HttpRequest,
    pk: int,
    *,
    esito: str = "",
    rifiuto: str = "",
    azione: Azione | None = None,
) -> HttpResponse:
    """The row as it is now, what went wrong at its place, and what else changes on the page."""
    scadenza = _mia(request, pk)
    pagina = componi(request.contesto, _scelto(request))
    dati = {
        "scrivania": pagina,
        "scadenza": scadenza,
        "voce": None if scadenza.chiusa_il else una_voce(request.contesto, scadenza),
        "azione": azione,
        "esito": esito,
        "rifiuto": rifiuto,
        "sulla_scrivania": _sulla_scrivania(request),
        "conte": pagina.conte(queries.gruppo(scadenza, request.contesto.oggi)),
    }
    response = render(request, "avvisi/scambio.html", dati, status=409 if rifiuto else 200)
    return trigger_client_event(response, "annuncia", {"value": esito or rifiuto or ANNULLATO})


def _sulla_scrivania(request: HttpRequest) -> bool:
    """Whether the row is on the desk, where other pieces change with it."""
    return _da_dove(request).path == reverse("scrivania", args=[request.contesto.istituto.slug])


def _scelto(request: HttpRequest) -> str:
    """The filter under which the page is open."""
    return parse_qs(_da_dove(request).query).get("ruolo", [""])[0]


def _da_dove(request: HttpRequest) -> SplitResult:
    """The page that asks; what the browser says is no address is no page."""
    try:
        return urlsplit(request.htmx.current_url or "")
    except ValueError:
        return urlsplit("")
