"""What is deleted at its term."""

from celery import shared_task

from cpia.scuola import orologio, tenancy
from selezioni_pon.services.conservazione import (
    elimina_bozze_scadute,
    elimina_iscrizioni_scadute,
)


@shared_task(name="selezioni_pon.elimina_scaduti", ignore_result=True)
def elimina_scaduti() -> None:
    """Once a day, institute by institute."""
    for istituto_id in tenancy.id_degli_istituti():
        with tenancy.istituto_corrente(istituto_id):
            elimina_bozze_scadute(istituto_id=istituto_id, adesso=orologio.adesso())
            elimina_iscrizioni_scadute(istituto_id=istituto_id, adesso=orologio.adesso())
