"""The desks and the outbox kept in line with what the selections ask, at every tick."""

from datetime import datetime
from typing import Final

from django.db import transaction

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import allinea_scrivanie, dovere_aperto
from selezioni_pon.queries.doveri import cose_da_fare

APP: Final = "selezioni_pon"
DOVERE: Final = f"{APP}.dovere"


@transaction.atomic
def pianifica(istituto_id: int, adesso: datetime) -> None:
    """Bring the desks of an institute in line, and write the reminders of today."""
    trovate = cose_da_fare(istituto_id, adesso)
    allinea_scrivanie(
        istituto_id=istituto_id,
        app=APP,
        doveri=trovate.doveri,
        anticipi=trovate.anticipi,
        adesso=adesso,
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether a thing to do is still on the desk of this person."""
    return promemoria.tipo == DOVERE and dovere_aperto(promemoria, adesso)
