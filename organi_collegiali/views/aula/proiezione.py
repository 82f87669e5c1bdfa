"""What the room sees on the wall: big, by itself, without what is not for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from organi_collegiali.access import sedute as access
from organi_collegiali.queries.aula.proiezione import proiezione as leggi


@require_safe
def proiezione(request: HttpRequest, pk: int) -> HttpResponse:
    """Item, presences, last result; no names, nothing of what concerns persons."""
    seduta = access.seduta(request.contesto, pk)
    dati = {"seduta": seduta, "sala": leggi(seduta, request.contesto.adesso)}
    modello = "organi/aula/_proiezione.html" if request.htmx else "organi/aula/proiezione.html"
    return render(request, modello, dati)
