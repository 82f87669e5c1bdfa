"""Where the app begins, for everybody who has a part in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from competenze.access import LEGGONO_TUTTO, SEGRETERIA
from competenze.queries import elenco as lettura


@require_GET
def elenco(request: HttpRequest) -> HttpResponse:
    """What the person teaches, coordinates, oversees, each with its next act."""
    contesto = request.contesto
    con_rilevazioni = contesto.ha(*LEGGONO_TUTTO, *SEGRETERIA)
    voci = lettura.elenco(contesto, con_rilevazioni=con_rilevazioni)
    return render(
        request,
        "competenze/mie_classi.html",
        {"elenco": voci, "con_rilevazioni": con_rilevazioni},
    )
