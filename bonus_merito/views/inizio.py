"""The first page of the bonus."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bonus_merito.access.base import parte
from bonus_merito.queries.inizio import inizio
from bonus_merito.queries.visibili import PREPARANO, Veste
from bonus_merito.views.comuni import mostra


@require_safe
def pagina(request: HttpRequest) -> HttpResponse:
    """Year by year what there is, and the next step of who looks."""
    contesto = request.contesto
    tenute = parte(contesto)
    dati = {
        "anni": inizio(contesto, tenute),
        "prepara": not tenute.isdisjoint(PREPARANO),
        "comitato": Veste.COMITATO in tenute,
        "dirige": Veste.DIRIGENTE in tenute,
    }
    return mostra(request, "inizio/inizio", dati)
