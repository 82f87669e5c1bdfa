"""The reasons of the room: the legal number, who presides, the next number."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from organi_collegiali.access import sedute as access
from organi_collegiali.queries.aula import aula as leggi
from organi_collegiali.queries.aula.cariche import cariche

MODELLI = {
    "numero_legale": "organi/aula/perche_numero_legale.html",
    "cariche": "organi/aula/perche_cariche.html",
    "delibera": "organi/aula/perche_delibera.html",
}


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """One reason, named by ``di``."""
    seduta = access.seduta(request.contesto, pk)
    modello = MODELLI.get(request.GET.get("di", "numero_legale"))
    if modello is None:
        raise Http404
    stanza = leggi(seduta, request.contesto.adesso)
    return render(
        request,
        modello,
        {
            "seduta": seduta,
            "aula": stanza,
            "cariche": cariche(stanza),
            "possono_uscire": max(stanza.presenti - stanza.giudizio.numero_legale, 0),
            "mancano": max(stanza.giudizio.numero_legale - stanza.presenti, 0),
            "per_tutta": stanza.regole.valore("quorum.per_tutta_la_seduta", bool),
            "numerazione": stanza.regole.numerazione_delibere,
        },
    )
