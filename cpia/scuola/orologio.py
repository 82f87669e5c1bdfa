"""The clock of the portal, read at the edge only: services are given ``adesso``."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone


def adesso() -> datetime:
    """The instant in which the portal believes to be: the true one, but in the demo."""
    return timezone.now() + timedelta(seconds=settings.OROLOGIO_SPOSTAMENTO)


def oggi() -> date:
    """The day it is in Italy at ``adesso()``."""
    return timezone.localdate(adesso())
