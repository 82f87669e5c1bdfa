"""What the selections of an institute ask of whom today, from what is written in the tables alone.

Nobody is named: what is to do also goes in calendars and mails.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.queries import parametro
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso
from selezioni_pon.queries.doveri import (
    albo,
    bozze,
    candidature,
    commissione,
    contratti,
    funzioni,
    graduatorie,
    incarichi,
    infanzia,
    termini,
)

ANTICIPI: Final = "selezioni.anticipi_promemoria"
VIVI: Final = [StatoAvviso.BOZZA.value, StatoAvviso.PUBBLICATO.value]
CON: Final = ("selezione__progetto", "griglia", "responsabile")


@dataclass(frozen=True, slots=True)
class CoseDaFare:
    """What is open now, and how long before the last day one is reminded."""

    doveri: Sequence[Dovere] = ()
    anticipi: tuple[int, ...] = ()


def cose_da_fare(istituto_id: int, adesso: datetime) -> CoseDaFare:
    """Everything that is open. The number of queries depends on how many calls are open."""
    avvisi = list(
        Avviso.objects.filter(istituto_id=istituto_id, stato__in=VIVI)
        .select_related(*CON)
        .order_by("pk")
    )
    posti = [
        *incarichi.doveri(istituto_id, adesso),
        *contratti.doveri(istituto_id, adesso),
        *infanzia.doveri(istituto_id, adesso),
        *funzioni.doveri(istituto_id, adesso),
        *albo.doveri(istituto_id, adesso),
    ]
    if not avvisi and not posti:
        return CoseDaFare()
    anticipi = _anticipi(istituto_id, timezone.localdate(adesso))
    pubblicati = [uno for uno in avvisi if uno.stato == StatoAvviso.PUBBLICATO]
    doveri = [
        *bozze.doveri((uno for uno in avvisi if uno.stato == StatoAvviso.BOZZA), adesso),
        *termini.doveri(pubblicati, adesso, prima=max(anticipi, default=0)),
        *candidature.doveri(pubblicati, adesso),
        *commissione.doveri(pubblicati, adesso),
        *graduatorie.doveri(pubblicati, adesso),
        *posti,
    ]
    return CoseDaFare(doveri, anticipi)


def _anticipi(istituto_id: int, oggi: date) -> tuple[int, ...]:
    """How many days before the last one a reminder leaves. One query."""
    return parametro(istituto_id, ANTICIPI, oggi).come(tuple)
