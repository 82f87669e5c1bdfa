"""The beat only ticks: what is due is found in PostgreSQL."""

from celery import shared_task

from cpia.avvisi import registri, services
from cpia.scuola import orologio, tenancy

AL_MASSIMO = 2000


@shared_task(name="cpia.avvisi.batti", ignore_result=True)
def batti() -> None:
    """One tick: plan the reminders of each institute, wake lost work, deliver what is due."""
    for istituto_id in tenancy.id_degli_istituti():
        adesso = orologio.adesso()
        with tenancy.istituto_corrente(istituto_id):
            for pianifica in registri.pianificatori:
                pianifica(istituto_id, adesso)
            services.riaccoda_persi(istituto_id=istituto_id, adesso=adesso)
        _consegna(istituto_id)


def _consegna(istituto_id: int) -> None:
    for _ in range(AL_MASSIMO):
        with tenancy.istituto_corrente(istituto_id):
            if not services.consegna_prossimo(istituto_id=istituto_id, adesso=orologio.adesso()):
                return
