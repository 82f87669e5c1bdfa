"""Candidates of outside: what was never confirmed goes, who is in a procedure stays."""

from celery import shared_task

from cpia.scuola import orologio, tenancy
from selezioni_pon.services.esterni import prolunga_ruoli, spazza_registrazioni


@shared_task(name="selezioni_pon.candidati_esterni", ignore_result=True)
def candidati_esterni() -> None:
    """Once an hour, institute by institute."""
    for istituto_id in tenancy.id_degli_istituti():
        with tenancy.istituto_corrente(istituto_id):
            spazza_registrazioni(istituto_id=istituto_id, adesso=orologio.adesso())
            prolunga_ruoli(istituto_id=istituto_id, adesso=orologio.adesso())
