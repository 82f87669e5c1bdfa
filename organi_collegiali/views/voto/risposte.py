"""How the acts of the panel answer: the room comes up to date, a refusal stands at its field."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.http import trigger_client_event

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.models import Punto, Seduta
from organi_collegiali.views.voto.riquadro import riquadro

CAMBIATA = "seduta-cambiata"


def mostra(
    request: HttpRequest,
    punto: Punto,
    *,
    dati: Any = None,
    violazioni: Sequence[Violazione] = (),
    stato: int = 200,
) -> HttpResponse:
    """The panel of an item: a fragment for HTMX, a page by itself for the others."""
    contenuto = riquadro(punto, request.contesto.adesso, dati=dati, violazioni=violazioni)
    modello = "organi/voto/_pannello.html" if request.htmx else "organi/voto/pannello.html"
    return render(request, modello, {"seduta": punto.seduta, **contenuto}, status=stato)


def fatto(request: HttpRequest, punto: Punto, testo: str) -> HttpResponse:
    """The act is done: the panel as it is now, and the rest of the room is read again."""
    if not request.htmx:
        messages.success(request, testo)
        return redirect("organi:aula", request.istituto.slug, punto.seduta_id)
    punto.refresh_from_db(fields=["esito", "motivo_esito", "iniziato_il", "ordine"])
    risposta = trigger_client_event(mostra(request, punto), CAMBIATA, {}, after="settle")
    return trigger_client_event(risposta, "annuncia", {"value": testo}, after="settle")


def chiude_dialogo(request: HttpRequest, seduta: Seduta, testo: str) -> HttpResponse:
    """The act of a dialog is done: it closes, and the room is read again."""
    if not request.htmx:
        messages.success(request, testo)
        return redirect("organi:aula", request.istituto.slug, seduta.pk)
    risposta = trigger_client_event(HttpResponse(), CAMBIATA, {}, after="settle")
    return trigger_client_event(risposta, "annuncia", {"value": testo}, after="settle")
