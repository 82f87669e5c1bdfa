"""Printing of decree, letters, publication and answers: ids in, one paper a transaction."""

from celery import shared_task

from bonus_merito.services.atti.stampe import STAMPA, STAMPA_CARTA, Passo, passi, stampa_carta
from cpia.avvisi import services as avvisi
from cpia.avvisi.models import Lavoro
from cpia.scuola import orologio, tenancy
from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento, svolgi


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print the papers of a procedure; a failure is told and does not stop the others."""
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


@shared_task(name=STAMPA_CARTA, ignore_result=True)
def stampa_una_carta(istituto_id: int, lavoro_id: int) -> None:
    """Print one paper; a failure is told to who issued it."""
    from cpia.atti.pdf import StampaFallita

    def compito(svolgimento: Svolgimento) -> None:
        try:
            stampa_carta(istituto_id, svolgimento.riferimento)
        except StampaFallita as motivo:
            raise LavoroNonRiuscito("Atto del bonus", str(motivo)) from motivo
        svolgimento.segna(1, 1)

    svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)
