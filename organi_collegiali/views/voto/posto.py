"""The place of a member: to vote, to ask for the word."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from organi_collegiali.access import riserbo, sedute
from organi_collegiali.access import voto as access
from organi_collegiali.forms.voto import voto_da
from organi_collegiali.models import Convocato
from organi_collegiali.queries.voto.posto import Posto
from organi_collegiali.queries.voto.posto import posto as leggi
from organi_collegiali.services import aula as servizi
from organi_collegiali.services.voto.voti_palesi import vota_palese

SCEGLI = [Violazione("voto", "Scegli come voti.", "", "voto")]


@require_safe
def posto(request: HttpRequest, pk: int) -> HttpResponse:
    """The sitting from the own place; for HTMX only what changes."""
    return _mostra(request, sedute.posto(request.contesto, pk))


def _mostra(
    request: HttpRequest,
    convocato: Convocato,
    *,
    violazioni: Sequence[Violazione] = (),
    stato: int = 200,
) -> HttpResponse:
    convocato.seduta.refresh_from_db(fields=["versione", "stato"])
    dati = {
        "seduta": convocato.seduta,
        "posto": _letto(request, convocato),
        "violazioni": violazioni,
    }
    modello = "organi/voto/_posto.html" if request.htmx else "organi/voto/posto.html"
    return render(request, modello, dati, status=stato)


def _letto(request: HttpRequest, convocato: Convocato) -> Posto:
    """The place as this person may read it: without what is reserved for who is invited."""
    contesto, seduta = request.contesto, convocato.seduta
    letto = leggi(convocato, contesto.adesso)
    riserbo.copri(contesto, seduta, [riga.punto for riga in letto.righe])
    coperti = {riga.punto.pk for riga in letto.righe if riga.punto.coperto}
    if letto.in_voto and letto.in_voto.votazione.punto_id in coperti:
        return replace(letto, in_voto=None)
    return letto


def _compi(
    request: HttpRequest, convocato: Convocato, atto: Callable[[], object], testo: str = ""
) -> HttpResponse:
    """Do it, then show the place as it is now; a refusal stands on it."""
    try:
        atto()
    except AttoRifiutato as rifiuto:
        return _mostra(request, convocato, violazioni=rifiuto.violazioni, stato=422)
    if request.htmx:
        return _mostra(request, convocato)
    if testo:
        messages.success(request, testo)
    return redirect("organi:posto", request.istituto.slug, convocato.seduta_id)


@require_POST
def vota(request: HttpRequest, pk: int) -> HttpResponse:
    """Vote by name, or change the vote while it is open."""
    contesto = request.contesto
    votazione, convocato = access.votazione_dal_posto(contesto, pk)
    scelto = voto_da(request.POST.get("voto", ""))
    if scelto is None:
        return _mostra(request, convocato, violazioni=SCEGLI, stato=422)
    return _compi(
        request,
        convocato,
        lambda: vota_palese(
            autore=contesto, adesso=contesto.adesso, votazione_id=votazione.pk, voto=scelto
        ),
        "Il voto è registrato.",
    )


@require_POST
def intervento(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the word on the item under discussion, or give it up."""
    contesto = request.contesto
    punto, convocato = access.punto_dal_posto(contesto, pk)
    in_attesa = leggi(convocato, contesto.adesso).intervento
    chi = {"autore": contesto, "adesso": contesto.adesso}
    if "ritira" in request.POST and in_attesa:
        return _compi(
            request,
            convocato,
            lambda: servizi.toglie_parola(intervento_id=in_attesa.pk, **chi),
            "Non chiedi più la parola.",
        )
    return _compi(
        request,
        convocato,
        lambda: servizi.iscrive_a_parlare(punto_id=punto.pk, convocato_id=convocato.pk, **chi),
        "Hai chiesto la parola.",
    )
