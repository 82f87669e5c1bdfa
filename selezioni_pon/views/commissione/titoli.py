"""The decision on one title: with one click, or with the reason in the form under its row."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from cpia.atti.conflitti import compiuto, stato
from selezioni_pon.access import verifica as access
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.queries.commissione.punteggi import valutate
from selezioni_pon.queries.commissione.verifica import lavoro
from selezioni_pon.queries.valutazione import griglia_di
from selezioni_pon.services.commissione.titoli import decidi_titolo
from selezioni_pon.views.commissione.comuni import dopo_la_dichiarazione
from selezioni_pon.views.commissione.tavolo import InMano, modulo_decisione, pagina, torna


@require_POST
@dopo_la_dichiarazione
def decide(request: HttpRequest, pk: int, titolo: int) -> HttpResponse:
    """Keep what the commission decides of a title."""
    contesto = request.contesto
    tavolo, trovato = access.titolo(contesto, pk, titolo)
    (una,) = valutate(griglia_di(tavolo.avviso), [tavolo.invio])
    riga = lavoro(una, tavolo.avviso).titolo(trovato.pk)
    if riga is None:
        raise Http404
    form = modulo_decisione(tavolo, riga, request.POST, EsitoTitolo.RIFIUTATO)
    if compiuto(
        request, form,
        lambda: decidi_titolo(
            autore=contesto, adesso=contesto.adesso, titolo_id=trovato.pk, versione=form.letta,
            dati=form.dati,
        ),
    ):  # fmt: skip
        return torna(request, tavolo, f"titolo-{trovato.pk}")
    return pagina(
        request, tavolo, InMano(titolo=trovato.pk, decisione=form, stato=stato(request, form))
    )
