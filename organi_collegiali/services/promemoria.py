"""The desks and the outbox kept in line with what the organs ask, at every tick."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.avvisi.services import allinea_scrivanie
from organi_collegiali.queries.doveri import anticipi, doveri

APP = "organi_collegiali"


@transaction.atomic
def pianifica(istituto_id: int, adesso: datetime) -> None:
    """Bring the desks of an institute in line, and write the reminders of today."""
    allinea_scrivanie(
        istituto_id=istituto_id,
        app=APP,
        doveri=doveri(istituto_id, adesso),
        anticipi=anticipi(istituto_id, timezone.localdate(adesso)),
        adesso=adesso,
    )
