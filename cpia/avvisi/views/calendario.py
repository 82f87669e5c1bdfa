"""The private calendar: its address for who owns it, its content for who holds the address."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.avvisi import calendario as ical
from cpia.avvisi import queries, services
from cpia.avvisi.models import CalendarioPrivato
from cpia.scuola import orologio
from cpia.scuola.access import Contesto
from cpia.scuola.limite import oltre_il_limite
from cpia.scuola.middleware import pubblica
from cpia.scuola.queries import incarichi_in_vigore
from cpia.scuola.riserbo import tieni_fuori_dai_log

# A whole school leaves by one address, and many programs read their calendars every hour.
LETTURE_AL_MINUTO = 120

tieni_fuori_dai_log("calendario")


@require_http_methods(["GET", "HEAD", "POST"])
def calendario_privato(request: HttpRequest) -> HttpResponse:
    """Whether there is an address; with a POST, a new one, shown in this answer and never again."""
    contesto = request.contesto
    indirizzo = ""
    if request.method == "POST":
        codice = services.crea_calendario(autore=contesto, adesso=contesto.adesso)
        percorso = reverse("calendario_ics", args=[contesto.istituto.slug, codice])
        indirizzo = f"{settings.PORTALE_URL}{percorso}"
    valido = queries.calendario_valido(contesto.istituto.pk, contesto.persona.pk)
    dati = {"calendario": valido, "indirizzo": indirizzo}
    response = render(request, "avvisi/calendario.html", dati)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def calendario_revoca(request: HttpRequest) -> HttpResponse:
    """The address opens nothing from now on."""
    contesto = request.contesto
    if services.revoca_calendario(autore=contesto, adesso=contesto.adesso):
        messages.success(request, "L’indirizzo del calendario è revocato: non apre più nulla.")
    return redirect("calendario_privato", contesto.istituto.slug)


@pubblica
@require_safe
def calendario_ics(request: HttpRequest, codice: str) -> HttpResponse:
    """The deadlines of who owns the address, in the roles of this moment.

    Unknown, revoked, of another school, of a login that was shut: the same answer.
    """
    if oltre_il_limite(request, "calendario", LETTURE_AL_MINUTO):
        return _riservata(HttpResponse(status=429, content_type="text/plain"))
    adesso = orologio.adesso()
    trovato = services.leggi_calendario(
        istituto_id=request.istituto.pk, codice=codice, adesso=adesso
    )
    if trovato is None:
        return _riservata(HttpResponse(status=404, content_type="text/plain"))
    contenuto = ical.calendario(_di_chi(trovato, adesso))
    return _riservata(HttpResponse(contenuto, content_type="text/calendar; charset=utf-8"))


def _di_chi(calendario: CalendarioPrivato, adesso: object) -> Contesto:
    persona = calendario.persona
    incarichi = incarichi_in_vigore(persona, timezone.localdate(adesso))
    return Contesto(persona.istituto, persona, tuple(incarichi), adesso)


def _riservata(response: HttpResponse) -> HttpResponse:
    """Neither shared caches nor search engines keep it, and no page is told where it came from."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
