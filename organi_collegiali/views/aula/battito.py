"""The heartbeat of a sitting: has anything changed since what the page shows?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from django_htmx.http import trigger_client_event

from organi_collegiali.access import sedute as access
from organi_collegiali.views.aula.risposte import CAMBIATA

NIENTE = 204


@require_safe
def battito(request: HttpRequest, pk: int) -> HttpResponse:
    """204 when nothing changed; else the new heartbeat, and the event on which a page reads again.

    Any live page of the sitting includes ``organi/aula/_battito.html``, asked every three seconds,
    and reads its own regions again on the event (``hx-trigger="seduta-cambiata from:body"``).
    Two queries at most beside those of who is asking.
    """
    seduta = access.seduta(request.contesto, pk)
    if not request.htmx:
        return redirect("organi:seduta", request.istituto.slug, pk)
    if request.GET.get("versione") == str(seduta.versione):
        return HttpResponse(status=NIENTE)
    risposta = render(request, "organi/aula/_battito.html", {"seduta": seduta})
    dati = {"versione": seduta.versione, "stato": seduta.stato}
    return trigger_client_event(risposta, CAMBIATA, dati)
