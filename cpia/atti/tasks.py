import logging

from celery import shared_task

from cpia.atti import services
from cpia.atti.albo.services import ripulisci_prossima
from cpia.scuola import orologio, tenancy

log = logging.getLogger(__name__)


@shared_task(name="cpia.atti.sigilla", ignore_result=True)
def sigilla() -> None:
    """Seal the register of each institute."""
    for istituto_id in tenancy.id_degli_istituti():
        with tenancy.istituto_corrente(istituto_id):
            services.sigilla(istituto_id=istituto_id)


@shared_task(name="cpia.atti.ripulisci_albo", ignore_result=True)
def ripulisci_albo() -> None:
    """Take the personal data off the acts whose days are over; one fault stops no other school."""
    for istituto_id in tenancy.id_degli_istituti():
        try:
            while _ripulisci_una(istituto_id):
                pass
        except OSError as guasto:
            log.error("albo, istituto %s: %s", istituto_id, type(guasto).__name__)


def _ripulisci_una(istituto_id: int) -> bool:
    with tenancy.istituto_corrente(istituto_id):
        return ripulisci_prossima(istituto_id=istituto_id, adesso=orologio.adesso())
