"""The store of the evidence, kept clean."""

from celery import shared_task

from bonus_merito.services.richieste.spazzata import spazza_prove
from cpia.scuola import orologio, tenancy


@shared_task(name="bonus_merito.spazza_prove", ignore_result=True)
def spazza() -> None:
    """Delete in each institute the files of uploads that were never accomplished."""
    for istituto_id in tenancy.id_degli_istituti():
        with tenancy.istituto_corrente(istituto_id):
            spazza_prove(istituto_id=istituto_id, adesso=orologio.adesso())
