"""Printing of the acts on a commission: ids in, one service call."""

from celery import shared_task

from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento, svolgi
from selezioni_pon.services.commissione.carta import STAMPA
from selezioni_pon.services.commissione.stampe import stampa_nomina


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print one act; a failure is told to who named the commission."""
    from cpia.atti.pdf import StampaFallita

    def compito(passi: Svolgimento) -> None:
        try:
            stampa_nomina(istituto_id, passi.riferimento)
        except StampaFallita as motivo:
            raise LavoroNonRiuscito("Atto della commissione", str(motivo)) from motivo
        passi.segna(1, 1)

    svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)
