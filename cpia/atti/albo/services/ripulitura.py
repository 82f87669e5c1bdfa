"""When the days are over personal data leave the albo; the register of the albo stays."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cpia.atti.albo.errori import NonRipulita
from cpia.atti.models import Operazione, Pubblicazione
from cpia.atti.rules import impronta_dati


@transaction.atomic
def ripulisci_prossima(*, istituto_id: int, adesso: datetime, tranne: Collection[int] = ()) -> bool:
    """Clean one publication that is over or annulled; False when none is left but ``tranne``.

    The files that the public saw go from the store, the subject gives way to the one without
    personal data; number, days, protocol and hashes stay, and the whole version that the office
    keeps. The bytes go before the row says so: killed halfway, the next turn finds it again, and
    removes what is no longer there without a fault. Raises ``NonRipulita`` when the store refuses.
    """
    pubblicazione = (
        Pubblicazione.objects.select_for_update(skip_locked=True)
        .filter(
            istituto_id=istituto_id,
            numero__isnull=False,
            con_dati_personali=True,
            ripulita_il__isnull=True,
        )
        .filter(Q(al__lt=timezone.localdate(adesso)) | Q(annullata_il__isnull=False))
        .exclude(pk__in=tranne)
        .order_by("al", "id")
        .first()
    )
    if pubblicazione is None:
        return False
    try:
        tolti = _togli_file(pubblicazione, adesso)
    except OSError as guasto:
        raise NonRipulita(pubblicazione.pk) from guasto
    pubblicazione.oggetto, pubblicazione.ripulita_il = pubblicazione.oggetto_dopo, adesso
    pubblicazione.save(update_fields=["oggetto", "ripulita_il"])
    _annota(pubblicazione, adesso, tolti)
    return True


def _togli_file(pubblicazione: Pubblicazione, adesso: datetime) -> list[str]:
    tolti = []
    for file in pubblicazione.file.filter(pubblico=True, rimosso_il__isnull=True):
        if file.file:
            file.file.delete(save=False)
        file.file, file.rimosso_il = "", adesso
        file.save(update_fields=["file", "rimosso_il"])
        tolti.append(file.impronta)
    return tolti


def _annota(pubblicazione: Pubblicazione, adesso: datetime, tolti: list[str]) -> None:
    """Nobody did it: the line of the register has no person."""
    dati = {"file_rimossi": tolti}
    Operazione.objects.create(
        istituto_id=pubblicazione.istituto_id,
        compiuta_il=adesso,
        azione="toglie dati personali",
        oggetto_tipo=pubblicazione._meta.label_lower,
        oggetto_id=pubblicazione.pk,
        dati=dati,
        impronta_dati=impronta_dati(dati),
    )
