"""Printing of agreements in the background: ids in, one paper a transaction."""

from celery import shared_task

from cpia.avvisi import services as avvisi
from cpia.avvisi.models import Lavoro
from cpia.scuola import orologio, tenancy
from patto_formativo.services.patti.stampa import STAMPA, Passo, passi


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print the agreements of a deliberation; a failure is told and does not stop the others."""
    with tenancy.istituto_corrente(istituto_id):
        lavoro = avvisi.comincia(
            istituto_id=istituto_id, lavoro_id=lavoro_id, adesso=orologio.adesso()
        )
        da_fare = passi(istituto_id, lavoro.riferimento) if lavoro else []
    if lavoro is None:
        return
    for passo in da_fare:
        if not _fai(istituto_id, lavoro, passo):
            break
    with tenancy.istituto_corrente(istituto_id):
        avvisi.concludi(lavoro=lavoro, adesso=orologio.adesso())


def _fai(istituto_id: int, lavoro: Lavoro, passo: Passo) -> bool:
    from cpia.atti.pdf import StampaFallita

    errore = None
    try:
        with tenancy.istituto_corrente(istituto_id):
            passo.stampa()
    except StampaFallita as motivo:
        errore = {"chi": passo.chi, "testo": str(motivo)}
    with tenancy.istituto_corrente(istituto_id):
        return avvisi.avanza(
            lavoro=lavoro, adesso=orologio.adesso(), fatti=0 if errore else 1, errore=errore
        )
