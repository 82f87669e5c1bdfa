"""Printing of the extracts of deliberations."""

from celery import shared_task

from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento, svolgi
from organi_collegiali.services.delibere.estratti import STAMPA, stampa_estratto


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print one extract; a failure is told to who asked for it."""
    from cpia.atti.pdf import StampaFallita

    def compito(passi: Svolgimento) -> None:
        try:
            stampa_estratto(istituto_id, passi.riferimento)
        except StampaFallita as motivo:
            raise LavoroNonRiuscito("Estratto di delibera", str(motivo)) from motivo
        passi.segna(1, 1)

    svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)
