"""Registrations that are of no more use: never confirmed, or confirmed a month ago."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from selezioni_pon.models import RegistrazioneCandidato

# Kept so long after it was confirmed, to answer who asks how the person came to be there.
DOPO_LA_CONFERMA: Final = timedelta(days=30)


@transaction.atomic
def spazza_registrazioni(*, istituto_id: int, adesso: datetime) -> int:
    """Delete the registrations of an institute that are of no more use; how many.

    The register has nothing to say of those never confirmed: they never were.
    """
    scadute = Q(confermata_il__isnull=True, scade_il__lte=adesso)
    vecchie = Q(confermata_il__lte=adesso - DOPO_LA_CONFERMA)
    tolte, _ = RegistrazioneCandidato.objects.filter(
        scadute | vecchie, istituto_id=istituto_id
    ).delete()
    return tolte
