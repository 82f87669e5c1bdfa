"""The secretary's screen: the whole page, or only its regions when something has changed."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.access import riserbo
from organi_collegiali.access import sedute as access
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Seduta
from organi_collegiali.queries.aula import aula as leggi
from organi_collegiali.queries.aula.appello import chi_inizia, gruppi
from organi_collegiali.queries.aula.cariche import cariche
from organi_collegiali.views.aula.riquadri import riquadri

IN_AULA = (StatoSeduta.CONVOCATA, StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)


@require_safe
def aula(request: HttpRequest, pk: int) -> HttpResponse:
    """The room, from the roll call to the closing; before and after there is the card."""
    seduta = access.seduta_da_condurre(request.contesto, pk)
    if seduta.stato not in IN_AULA:
        scheda = reverse("organi:seduta", args=[request.istituto.slug, pk])
        return HttpResponseClientRedirect(scheda) if request.htmx else redirect(scheda)
    return mostra(request, seduta)


def mostra(
    request: HttpRequest,
    seduta: Seduta,
    *,
    violazioni: Sequence[Violazione] = (),
    stato: int = 200,
) -> HttpResponse:
    """The room as it is now, with what was refused on top."""
    seduta.refresh_from_db()
    stanza = leggi(seduta, request.contesto.adesso, punto_id=_punto(request))
    riserbo.copri(request.contesto, seduta, [riga.punto for riga in stanza.punti])
    lettere = request.GET.get("chi", "")
    dati = {
        "seduta": seduta,
        "aula": stanza,
        "gruppi": gruppi(chi_inizia(stanza.righe, lettere)),
        "lettere": lettere,
        "violazioni": violazioni,
        "scelto": _punto(request),
        "cariche": cariche(stanza) if stanza.in_appello else None,
        **riquadri(stanza),
    }
    if request.htmx and violazioni:
        return render(request, "organi/aula/_rifiuto.html", dati, status=stato)
    modello = "organi/aula/_regioni.html" if request.htmx else "organi/aula/aula.html"
    return render(request, modello, dati, status=stato)


def _punto(request: HttpRequest) -> int | None:
    chiesto = request.GET.get("punto", "")
    return int(chiesto) if chiesto.isdecimal() and len(chiesto) < 19 else None
