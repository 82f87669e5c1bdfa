"""The anonymous numbers of an outcome."""

from collections.abc import Iterator
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bonus_merito.access.criteri import procedura_in_numeri
from bonus_merito.queries.statistiche import Statistiche, hanno_chiesto, statistiche
from bonus_merito.views.comuni import mostra
from cpia.scuola.esportazione import esporta

INTESTAZIONE = ("Gruppo", "Persone", "In tutto, euro")
NON_SI_DICE = "non si dice"


@require_safe
def pagina(request: HttpRequest, pk: int) -> HttpResponse:
    """How many, how much, in which bands: never who, and no group that is too small."""
    procedura = procedura_in_numeri(request.contesto, pk)
    numeri = statistiche(procedura)
    if numeri is not None:
        file = esporta(
            request, nome="numeri-bonus", titolo="Numeri anonimi", intestazione=INTESTAZIONE,
            righe=_righe(numeri),
        )  # fmt: skip
        if file is not None:
            return file
    dati = {
        "procedura": procedura,
        "numeri": numeri,
        "richiesti": hanno_chiesto(procedura) if numeri is None else numeri.richiesti,
        "in_servizio": procedura.in_servizio if numeri is None else numeri.in_servizio,
    }
    return mostra(request, "statistiche/pagina", dati)


def _righe(numeri: Statistiche) -> Iterator[list[str | int | Decimal]]:
    for detto in (*numeri.fasce, *numeri.altri):
        if detto.conteggio.numero is None or detto.centesimi is None:
            yield [detto.conteggio.voce, NON_SI_DICE, NON_SI_DICE]
        else:
            euro = Decimal(detto.centesimi) / 100
            yield [detto.conteggio.voce, detto.conteggio.numero, euro]
