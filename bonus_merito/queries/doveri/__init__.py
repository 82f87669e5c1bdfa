"""What the bonus of an institute asks of whom today, from what is written in the tables alone.

Nobody is named and no amount is said: what is to do also goes in calendars and mails.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from bonus_merito.queries.doveri import atti, criteri, istanze, richieste, valutazione
from bonus_merito.queries.doveri.quadro import leggi
from bonus_merito.queries.regole import parametri_del_giorno
from cpia.avvisi.rules import Dovere


@dataclass(frozen=True, slots=True)
class CoseDaFare:
    """What is open now, and how long before the last day one is reminded."""

    doveri: Sequence[Dovere] = ()
    anticipi: tuple[int, ...] = ()


def cose_da_fare(istituto_id: int, adesso: datetime) -> CoseDaFare:
    """Everything that is open. The number of queries depends on how many procedures are open."""
    oggi = timezone.localdate(adesso)
    aperte, fuori_albo = leggi(istituto_id), criteri.leggi(istituto_id, oggi)
    if not aperte and not fuori_albo:
        return CoseDaFare()
    doveri = [*criteri.doveri(fuori_albo, oggi)] + [
        dovere
        for una in aperte
        for dovere in (
            *richieste.doveri(una, adesso),
            *valutazione.doveri(una, oggi),
            *atti.doveri(una, oggi),
            *istanze.doveri(una),
        )
    ]
    return CoseDaFare(doveri, anticipi(istituto_id, oggi))


def anticipi(istituto_id: int, oggi: date) -> tuple[int, ...]:
    """How many days before the last one a reminder leaves. One query."""
    return parametri_del_giorno(istituto_id, oggi)["bonus.anticipi_promemoria"].come(tuple)
