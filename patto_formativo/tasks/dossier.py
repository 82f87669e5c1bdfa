"""Printing of certificates and dossiers in the background: ids in, one service call."""

from celery import shared_task

from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento, svolgi
from patto_formativo.services.dossier import STAMPA
from patto_formativo.services.dossier.stampe import stampa_certificato


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print a certificate with its dossier; a failure is told to who released it."""
    from cpia.atti.pdf import StampaFallita

    def compito(passi: Svolgimento) -> None:
        try:
            stampa_certificato(istituto_id, passi.riferimento, segna=passi.segna)
        except StampaFallita as motivo:
            raise LavoroNonRiuscito("Certificato dei crediti", str(motivo)) from motivo

    svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)
