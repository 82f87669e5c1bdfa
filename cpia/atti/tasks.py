import logging
from collections.abc import Collection

from celery import shared_task

from cpia.atti import services
from cpia.atti.albo.services import NonRipulita, ripulisci_prossima
from cpia.atti.registri import caricati
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
    """Take the personal data off the acts whose days are over; one fault stops no other act."""
    for istituto_id in tenancy.id_degli_istituti():
        _ripulisci_istituto(istituto_id)


@shared_task(name="cpia.atti.spazza_orfani", ignore_result=True)
def spazza_orfani() -> None:
    """Delete in each institute the uploads that no row names."""
    for istituto_id in tenancy.id_degli_istituti():
        with tenancy.istituto_corrente(istituto_id):
            for modelli in caricati:
                services.spazza_orfani(
                    istituto_id=istituto_id, adesso=orologio.adesso(), modelli=modelli
                )


def _ripulisci_istituto(istituto_id: int) -> None:
    guaste: list[int] = []
    ancora = True
    while ancora:
        try:
            ancora = _ripulisci_una(istituto_id, guaste)
        except NonRipulita as guasto:
            guaste.append(guasto.pubblicazione_id)
            motivo = type(guasto.__cause__).__name__
            log.error("albo, pubblicazione %s: %s", guasto.pubblicazione_id, motivo)


def _ripulisci_una(istituto_id: int, tranne: Collection[int]) -> bool:
    with tenancy.istituto_corrente(istituto_id):
        return ripulisci_prossima(istituto_id=istituto_id, adesso=orologio.adesso(), tranne=tranne)
