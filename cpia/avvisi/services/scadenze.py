"""What is due, opened and closed by the acts of the apps above."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from cpia.avvisi.models import Scadenza

_AGGIORNABILI = [
    "titolo", "dettaglio", "verbo", "indirizzo", "visibile_dal", "entro_il", "perche",
]  # fmt: skip


@transaction.atomic
def apri_scadenze(scadenze: Iterable[Scadenza]) -> None:
    """Put things to do on the desks; one that is there already takes the new words and day."""
    Scadenza.objects.bulk_create(
        scadenze,
        update_conflicts=True,
        unique_fields=["istituto", "chiave"],
        update_fields=_AGGIORNABILI,
    )


@transaction.atomic
def chiudi_scadenze(*, istituto_id: int, chiavi: Collection[str], adesso: datetime) -> int:
    """Take what was done off the desks; how many were open."""
    return Scadenza.objects.filter(
        istituto_id=istituto_id, chiave__in=chiavi, chiusa_il__isnull=True
    ).update(chiusa_il=adesso)


@transaction.atomic
def riapri_scadenze(*, istituto_id: int, chiavi: Collection[str]) -> int:
    """Put back what must be done again."""
    return Scadenza.objects.filter(istituto_id=istituto_id, chiave__in=chiavi).update(
        chiusa_il=None
    )
