"""The own applications, and the titles declared in them."""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cpia.scuola.esportazione import esporta
from selezioni_pon.access import base
from selezioni_pon.queries.candidature.mie import Mia
from selezioni_pon.queries.candidature.mie import mie as lette
from selezioni_pon.queries.candidature.portafoglio import Titolo
from selezioni_pon.queries.candidature.portafoglio import portafoglio as tenuti
from selezioni_pon.views.comuni import mostra

DELLE_MIE = ("Ruolo", "Progetto", "Domande entro", "Stato", "Inviata", "Protocollo")
DEI_TITOLI = (
    "Voce", "Dichiarato", "Quali sono", "Avviso", "Inviata", "Esito", "Ammesso", "Motivo",
)  # fmt: skip


@require_safe
def mie(request: HttpRequest) -> HttpResponse:
    """What one has written and sent in this school."""
    contesto = request.contesto
    base.parte(contesto)
    trovate = lette(contesto)
    file = esporta(
        request, nome="domande", titolo="Le mie domande", intestazione=DELLE_MIE,
        righe=_righe_mie(trovate),
    )  # fmt: skip
    if file is not None:
        return file
    gruppi = [
        ("aperte", "Si possono ancora inviare", [una for una in trovate if una.aperta]),
        ("chiuse", "Il termine è passato", [una for una in trovate if not una.aperta]),
    ]
    return mostra(request, "candidature/mie", {"gruppi": [uno for uno in gruppi if uno[2]]})


@require_safe
def portafoglio(request: HttpRequest) -> HttpResponse:
    """Every title that one has declared, with what the commissions decided of it."""
    contesto = request.contesto
    base.parte(contesto)
    titoli = tenuti(contesto)
    file = esporta(
        request, nome="titoli", titolo="I miei titoli", intestazione=DEI_TITOLI,
        righe=_righe_titoli(titoli),
    )  # fmt: skip
    if file is not None:
        return file
    return mostra(request, "candidature/portafoglio", {"titoli": titoli})


def _righe_mie(trovate: Sequence[Mia]) -> Iterator[list[object]]:
    for una in trovate:
        avviso, invio = una.candidatura.avviso, una.invio
        yield [
            avviso.selezione.ruolo, avviso.selezione.progetto.titolo, avviso.scade,
            una.stato.etichetta, invio.inviato_il if invio else None,
            str(invio.protocollo or "") if invio else "",
        ]  # fmt: skip


def _righe_titoli(titoli: Sequence[Titolo]) -> Iterator[list[object]]:
    for titolo in titoli:
        for volta in titolo.volte:
            selezione = volta.invio.candidatura.avviso.selezione
            yield [
                titolo.testo, volta.detto, volta.titolo.descrizione, selezione.ruolo,
                volta.invio.inviato_il, volta.deciso, volta.ammesso, volta.motivo,
            ]  # fmt: skip
