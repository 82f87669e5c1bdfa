"""Printing of the minutes: an integral paper can be long, so the bar moves while it waits."""

from celery import shared_task

from cpia.atti.pdf import StampaFallita
from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento, svolgi
from organi_collegiali.services.verbali.carte_verbali import STAMPA
from organi_collegiali.services.verbali.stampe_verbali import stampa_verbale


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print the papers of some minutes; a failure is told to who signed last."""

    def compito(passi: Svolgimento) -> None:
        try:
            stampa_verbale(istituto_id, passi.riferimento, segna=passi.segna)
        except StampaFallita as motivo:
            raise LavoroNonRiuscito("Verbale", str(motivo)) from motivo

    svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)
