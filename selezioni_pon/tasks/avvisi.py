"""Printing of the calls: ids in, one service call."""

from celery import shared_task

from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento, svolgi
from selezioni_pon.services.avvisi.carta import STAMPA, stampa_avviso


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print one call; a failure is told to who published it."""
    from cpia.atti.pdf import StampaFallita

    def compito(passi: Svolgimento) -> None:
        try:
            stampa_avviso(istituto_id, passi.riferimento)
        except StampaFallita as motivo:
            raise LavoroNonRiuscito("Avviso di selezione", str(motivo)) from motivo
        passi.segna(1, 1)

    svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)
