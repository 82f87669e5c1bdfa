"""Printing of the requests in the background: ids in, one service call."""

from celery import shared_task

from bonus_merito.services.richieste.foglio import STAMPA, stampa_richiesta
from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento, svolgi


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print a request; a failure is told to who sent it."""
    from cpia.atti.pdf import StampaFallita

    def compito(passi: Svolgimento) -> None:
        try:
            stampa_richiesta(istituto_id, passi.riferimento)
        except StampaFallita as motivo:
            raise LavoroNonRiuscito("Richiesta per il bonus", str(motivo)) from motivo
        passi.segna(1, 1)

    svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)
