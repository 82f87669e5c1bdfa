"""Printing of the criteria."""

from celery import shared_task

from bonus_merito.services.criteri.carta import STAMPA, stampa_criteri
from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento, svolgi


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print one version; a failure is told to who asked for it."""
    from cpia.atti.pdf import StampaFallita

    def compito(passi: Svolgimento) -> None:
        try:
            stampa_criteri(istituto_id, passi.riferimento)
        except StampaFallita as motivo:
            raise LavoroNonRiuscito("Criteri del bonus", str(motivo)) from motivo
        passi.segna(1, 1)

    svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)
