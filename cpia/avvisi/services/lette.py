"""What a person has read of the notices in the portal."""

from datetime import datetime

from django.db import transaction

from cpia.avvisi.models import Notifica
from cpia.scuola.access import Contesto


@transaction.atomic
def segna_letta(*, autore: Contesto, notifica_id: int, adesso: datetime) -> Notifica | None:
    """The person has read the notice; None when it is not the person's own."""
    notifica = Notifica.objects.filter(
        istituto=autore.istituto, destinatario=autore.persona, pk=notifica_id
    ).first()
    if notifica and notifica.letta_il is None:
        notifica.letta_il = adesso
        notifica.save(update_fields=["letta_il"])
    return notifica


@transaction.atomic
def segna_tutte_lette(*, autore: Contesto, adesso: datetime) -> int:
    """Everything on the list is read; how many were not."""
    return Notifica.objects.filter(
        istituto=autore.istituto, destinatario=autore.persona, letta_il__isnull=True
    ).update(letta_il=adesso)
