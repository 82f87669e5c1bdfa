"""The reason of each number of the board: fragment of the drawer, or page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bonus_merito.access import quadro as access
from bonus_merito.enums import StatoProcedura
from bonus_merito.queries.perche import spiegazione
from bonus_merito.queries.quadro import quadro_di


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """How a number was reached; of an area, where other points may be tried."""
    procedura = access.procedura(request.contesto, pk)
    spiegata = spiegazione(quadro_di(procedura), request.GET.get("di", ""))
    if spiegata is None:
        raise Http404
    in_valutazione = procedura.stato == StatoProcedura.IN_VALUTAZIONE.value
    riga = spiegata.riga
    valutata = riga is not None and riga.esito is not None and not riga.escluso
    pagina = {
        "procedura": procedura,
        "perche": spiegata,
        "provabile": in_valutazione and valutata and spiegata.area is not None,
    }
    return render(request, "bonus/quadro/perche.html", pagina)
