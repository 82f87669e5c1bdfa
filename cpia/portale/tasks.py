"""Jobs that need more than one storey: an act of one app, the progress of another."""

from celery import shared_task

from cpia.atti.albo import services as albo
from cpia.atti.albo.services.attestazione import STAMPA
from cpia.atti.pdf import StampaFallita
from cpia.avvisi import services as avvisi
from cpia.scuola import orologio, tenancy


@shared_task(name=STAMPA, ignore_result=True)
def stampa_attestazione(istituto_id: int, lavoro_id: int) -> None:
    """Print the attestation of a publication."""
    with tenancy.istituto_corrente(istituto_id):
        lavoro = avvisi.comincia(
            istituto_id=istituto_id, lavoro_id=lavoro_id, adesso=orologio.adesso()
        )
    if lavoro is None:
        return
    errore = None
    try:
        with tenancy.istituto_corrente(istituto_id):
            albo.stampa_attestazione(istituto_id=istituto_id, documento_id=lavoro.riferimento)
    except StampaFallita as motivo:
        errore = {"chi": "Attestazione", "testo": str(motivo)}
    with tenancy.istituto_corrente(istituto_id):
        avvisi.avanza(
            lavoro=lavoro, adesso=orologio.adesso(), fatti=0 if errore else 1, errore=errore
        )
        avvisi.concludi(lavoro=lavoro, adesso=orologio.adesso())
