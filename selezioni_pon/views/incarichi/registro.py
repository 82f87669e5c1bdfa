"""The register of the posts given, as the office keeps it."""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cpia.scuola.esportazione import esporta
from selezioni_pon.access import base
from selezioni_pon.queries.incarichi.registro import Riga, registro
from selezioni_pon.views.comuni import mostra

INTESTAZIONE = (
    "A chi", "Incarico", "Progetto", "Tipo", "Protocollo", "Dal", "Al", "Ore", "Compenso lordo",
    "Liquidato", "Stato", "Pubblicato dal", "Comunicato il", "Comunicazione",
)  # fmt: skip


@require_safe
def incarichi(request: HttpRequest) -> HttpResponse:
    """All the assignments of the school, the latest first, for who prepares."""
    contesto = request.contesto
    base.prepara(contesto)
    righe = registro(contesto)
    file = esporta(
        request, nome="incarichi", titolo="Registro degli incarichi", intestazione=INTESTAZIONE,
        righe=_righe(righe), personale=True,
    )  # fmt: skip
    if file is not None:
        return file
    return mostra(request, "incarichi/registro", {"righe": righe})


def _righe(righe: Sequence[Riga]) -> Iterator[list[object]]:
    for riga in righe:
        uno = riga.contratto
        pubblicazione = uno.pubblicazione
        yield [
            riga.chi, riga.ruolo, riga.progetto, uno.get_tipo_display(),
            uno.protocollo.numero if uno.protocollo else None, uno.dal, riga.fine, uno.ore,
            riga.compenso, riga.liquidato, riga.stato.etichetta,
            pubblicazione.dal if pubblicazione else None, uno.comunicato_il, uno.comunicazione,
        ]  # fmt: skip
