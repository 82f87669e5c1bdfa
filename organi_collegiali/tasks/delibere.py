"""Printing of the extracts of deliberations."""

from celery import shared_task

from cpia.avvisi import services as avvisi
from cpia.scuola import orologio, tenancy
from organi_collegiali.services.delibere.estratti import STAMPA, stampa_estratto


@shared_task(name=STAMPA, ignore_result=True)
def stampa(istituto_id: int, lavoro_id: int) -> None:
    """Print one extract; a failure is told to who asked for it."""
    with tenancy.istituto_corrente(istituto_id):
        lavoro = avvisi.comincia(
            istituto_id=istituto_id, lavoro_id=lavoro_id, adesso=orologio.adesso()
        )
    if lavoro is None:
        return
    errore = _stampa(istituto_id, lavoro.riferimento)
    with tenancy.istituto_corrente(istituto_id):
        avvisi.avanza(
            lavoro=lavoro, adesso=orologio.adesso(), fatti=0 if errore else 1, errore=errore
        )
        avvisi.concludi(lavoro=lavoro, adesso=orologio.adesso())


def _stampa(istituto_id: int, documento_id: int) -> dict[str, str] | None:
    from cpia.atti.pdf import StampaFallita

    try:
        with tenancy.istituto_corrente(istituto_id):
            stampa_estratto(istituto_id, documento_id)
    except StampaFallita as motivo:
        return {"chi": "Estratto di delibera", "testo": str(motivo)}
    return None
