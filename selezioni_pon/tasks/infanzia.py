"""Printing of the lists of enrolments: ids in, one service call."""

from celery import shared_task

from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento, svolgi
from selezioni_pon.services.infanzia.carta import STAMPA, stampa_elenco


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print one version; a failure is told to who made it."""
    from cpia.atti.pdf import StampaFallita

    def compito(passi: Svolgimento) -> None:
        try:
            stampa_elenco(istituto_id, passi.riferimento)
        except StampaFallita as motivo:
            raise LavoroNonRiuscito("Elenco delle iscrizioni", str(motivo)) from motivo
        passi.segna(1, 1)

    svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)
