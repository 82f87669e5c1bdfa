"""Printing in the background: ids in, one paper a transaction, nothing printed twice."""

from collections.abc import Callable

from celery import shared_task

from competenze.services import certificati, stampe
from cpia.avvisi import services as avvisi
from cpia.avvisi.models import Lavoro
from cpia.scuola import orologio, tenancy


@shared_task(name=certificati.STAMPA, ignore_result=True)
def stampa_emissione(istituto_id: int, lavoro_id: int) -> None:
    """Print the certificates of an issue, one file a student, then all of the class in one."""
    _esegui(istituto_id, lavoro_id, stampe.passi_emissione)


@shared_task(name=certificati.STAMPA_TABELLONE, ignore_result=True)
def stampa_tabellone(istituto_id: int, lavoro_id: int) -> None:
    """Print the sheet of a class."""
    _esegui(istituto_id, lavoro_id, stampe.passi_tabellone)


def _esegui(
    istituto_id: int, lavoro_id: int, passi: Callable[[int, int], list[stampe.Passo]]
) -> None:
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


def _fai(istituto_id: int, lavoro: Lavoro, passo: stampe.Passo) -> bool:
    """One paper and its mark on the progress, together; a failure is told and does not stop."""
    errore = None
    try:
        with tenancy.istituto_corrente(istituto_id):
            passo.stampa()
    except stampe.StampaFallita as motivo:
        errore = {"chi": passo.chi, "testo": str(motivo)}
    with tenancy.istituto_corrente(istituto_id):
        return avvisi.avanza(
            lavoro=lavoro, adesso=orologio.adesso(), fatti=0 if errore else 1, errore=errore
        )
