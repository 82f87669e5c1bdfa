"""The applications to a call, for the office: who applied and when, never the points."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cpia.scuola.esportazione import esporta
from selezioni_pon.access import inviate as access
from selezioni_pon.models import Avviso
from selezioni_pon.queries.candidature.inviate import arrivate, contro_l_elenco
from selezioni_pon.queries.commissione.requisiti import requisiti_di
from selezioni_pon.views.commissione.comuni import dopo_la_dichiarazione
from selezioni_pon.views.comuni import mostra

INTESTAZIONE = (
    "Cognome", "Nome", "Arrivata", "Protocollo", "Provenienza", "Firma", "Voci dichiarate", "File",
    "Ritirata",
)  # fmt: skip


@require_safe
@dopo_la_dichiarazione
def avviso_domande(request: HttpRequest, pk: int) -> HttpResponse:
    """The list, once the term is over; before, when it opens."""
    contesto = request.contesto
    avviso = access.avviso_con_domande(contesto, pk)
    contro = contro_l_elenco(contesto, avviso)
    if contro:
        return mostra(request, "candidature/domande_chiuse", {"avviso": avviso, "contro": contro})
    file = esporta(
        request, nome="domande", titolo="Domande arrivate", intestazione=INTESTAZIONE,
        righe=_righe(avviso), personale=True,
    )  # fmt: skip
    if file is not None:
        return file
    domande = [(una, requisiti_di(una).provenienza) for una in arrivate(avviso)]
    in_gara = sum(1 for una, _ in domande if una.ritirato_il is None)
    dati = {"avviso": avviso, "domande": domande, "in_gara": in_gara}
    return mostra(request, "candidature/domande", dati)


def _righe(avviso: Avviso) -> Iterator[list[object]]:
    for una in arrivate(avviso):
        chi = una.candidatura.persona
        yield [
            chi.cognome, chi.nome, una.inviato_il, str(una.protocollo or ""),
            requisiti_di(una).provenienza.etichetta, una.get_firma_display(),
            una.quanti_titoli, una.quanti_file, una.ritirato_il,
        ]  # fmt: skip
