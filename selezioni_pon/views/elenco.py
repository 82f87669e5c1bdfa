"""The first page of the selections: the calls, by what is to be done of each."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cpia.scuola.esportazione import esporta
from selezioni_pon.access import base
from selezioni_pon.queries.elenco import Elenco
from selezioni_pon.queries.elenco import elenco as letti
from selezioni_pon.queries.funzioni.visibili import insegna
from selezioni_pon.queries.infanzia.visibili import ha_infanzia, iscrive
from selezioni_pon.queries.visibili import PREPARANO, Veste, prepara
from selezioni_pon.views.comuni import mostra

INTESTAZIONE = ("Ruolo", "Progetto", "A chi si rivolge", "Stato", "Posti", "Ore", "Domande entro")


@require_safe
def elenco(request: HttpRequest) -> HttpResponse:
    """The calls that somebody reads; drafts and what waits only for who prepares."""
    contesto = request.contesto
    tenute = base.parte(contesto)
    trovati = letti(contesto)
    file = esporta(
        request, nome="avvisi", titolo="Avvisi di selezione", intestazione=INTESTAZIONE,
        righe=_righe(trovati),
    )  # fmt: skip
    if file is not None:
        return file
    gruppi = [
        ("bozze", "Bozze", trovati.bozze),
        ("aperti", "Aperti: si può fare domanda", trovati.aperti),
        ("attesa", "Termine passato: si aspetta l’esito", trovati.in_attesa),
        ("conclusi", "Conclusi", trovati.conclusi),
        ("revocati", "Revocati", trovati.revocati),
    ]
    dati = {
        "gruppi": [gruppo for gruppo in gruppi if gruppo[2]],
        "prepara": not tenute.isdisjoint(PREPARANO),
        "si_candida": Veste.DIRIGENTE not in tenute,
        "da_fuori": Veste.CANDIDATO in tenute,
        "infanzia": iscrive(contesto) and ha_infanzia(contesto),
        "funzioni": prepara(contesto) or insegna(contesto),
    }
    return mostra(request, "elenco/elenco", dati)


def _righe(trovati: Elenco) -> Iterator[list[object]]:
    for uno in trovati.tutti:
        yield [
            uno.selezione.ruolo, uno.selezione.progetto.titolo, uno.get_fase_display(),
            uno.get_stato_display(), uno.posti, uno.ore, uno.scade,
        ]  # fmt: skip
