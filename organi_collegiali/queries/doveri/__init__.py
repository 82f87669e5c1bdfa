"""What the organs of an institute ask of whom today, from what is written in the tables alone."""

from datetime import date, datetime

from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.queries import parametri
from organi_collegiali.queries.doveri import assenze, atti, sedute, verbali

PARAMETRI = "sedute."


def doveri(istituto_id: int, adesso: datetime) -> list[Dovere]:
    """Everything that is open now. The number of queries does not depend on how much it is."""
    oggi = timezone.localdate(adesso)
    valori = parametri(istituto_id, PARAMETRI, oggi)
    return [
        *sedute.doveri(istituto_id, adesso),
        *assenze.doveri(istituto_id, adesso),
        *verbali.doveri(istituto_id, oggi, giorni=valori["sedute.verbale_entro"]),
        *atti.doveri(istituto_id, oggi, anticipo_dei_mandati=valori["sedute.anticipo_mandati"]),
    ]


def anticipi(istituto_id: int, oggi: date) -> tuple[int, ...]:
    """So many days before the last one who has something to do is reminded. One query."""
    valori = parametri(istituto_id, PARAMETRI, oggi)
    return tuple(valori["sedute.anticipi_promemoria"].come(tuple))
