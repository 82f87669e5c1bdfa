"""The versions of the criteria, and one of them whole."""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bonus_merito.access import criteri as access
from bonus_merito.access.base import parte
from bonus_merito.enums import StatoCriteri
from bonus_merito.queries.criteri.che_conta import che_conta_di
from bonus_merito.queries.criteri.lettura import AreaLetta, aree, mancanze
from bonus_merito.queries.criteri.lettura import elenco as versioni
from bonus_merito.queries.visibili import PREPARANO
from bonus_merito.queries.visibili import criteri as criteri_visibili
from bonus_merito.rules.criteri import LIVELLI
from bonus_merito.views.comuni import mostra
from cpia.scuola.esportazione import esporta

DELLE_VERSIONI = ("Criteri", "Anno", "Di chi", "Stato", "Adottati il", "Quanti criteri")
INTESTAZIONE = ("Area", "Voce", "Che cosa è", "Criterio", "Indicatore", "Soglia", "Strumenti")


@require_safe
def elenco(request: HttpRequest) -> HttpResponse:
    """The versions that the person may read, the latest year first."""
    tenute = parte(request.contesto)
    trovate = versioni(criteri_visibili(request.contesto))
    file = esporta(
        request, nome="criteri", titolo="Versioni dei criteri", intestazione=DELLE_VERSIONI,
        righe=(
            [v.titolo, v.anno_scolastico, v.get_categoria_display(), v.get_stato_display(),
             v.adottati_il, v.quanti]
            for v in trovate
        ),
    )  # fmt: skip
    if file is not None:
        return file
    dati = {
        "versioni": trovate,
        "prepara": not tenute.isdisjoint(PREPARANO),
    }
    return mostra(request, "criteri/elenco", dati)


@require_safe
def scheda(request: HttpRequest, pk: int) -> HttpResponse:
    """One version: areas, headings, criteria, indicators; of a draft also what is missing."""
    letti = access.versione(request.contesto, pk)
    criteri = letti.criteri
    lette = aree(criteri)
    file = esporta(
        request, nome="criteri-bonus", titolo="Criteri", intestazione=INTESTAZIONE,
        righe=_righe(lette),
    )  # fmt: skip
    if file is not None:
        return file
    bozza = criteri.stato == StatoCriteri.BOZZA
    dati = {
        "letti": letti,
        "criteri": criteri,
        "aree": lette,
        "conta": che_conta_di(criteri, request.contesto.oggi),
        "livelli": [(numero, criteri.livelli.get(str(numero), "")) for numero in LIVELLI],
        "manca": mancanze(criteri, lette, request.contesto.oggi) if bozza else [],
    }
    return mostra(request, "criteri/scheda", dati)


def _righe(lette: Sequence[AreaLetta]) -> Iterator[list[str]]:
    for letta in lette:
        for codice in letta.codici:
            for criterio in codice.criteri:
                for riga in criterio.indicatori.all():
                    yield [
                        letta.riga.area, codice.codice, codice.titolo, criterio.testo,
                        riga.testo, riga.soglia, riga.strumenti,
                    ]  # fmt: skip
