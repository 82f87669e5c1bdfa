from celery import shared_task

from cpia.atti import services
from cpia.scuola import tenancy


@shared_task(name="cpia.atti.sigilla", ignore_result=True)
def sigilla() -> None:
    """Seal the register of each institute."""
    for istituto_id in tenancy.id_degli_istituti():
        with tenancy.istituto_corrente(istituto_id):
            services.sigilla(istituto_id=istituto_id)
