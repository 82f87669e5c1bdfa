"""What the sitting may decide on its own agenda."""

from datetime import datetime

from django.utils import timezone

from cpia.norme.enums import AggiuntaOdg
from cpia.norme.rules.motivi import Valore
from organi_collegiali.models import Punto, Seduta
from organi_collegiali.queries.regole import regole


def anticipabili(seduta: Seduta) -> list[Punto]:
    """The items not begun yet, but for the one that comes next anyway. One query."""
    da_trattare = Punto.objects.filter(
        istituto_id=seduta.istituto_id, seduta=seduta, esito="", iniziato_il__isnull=True
    )
    return list(da_trattare.order_by("ordine"))[1:]


def come_si_aggiunge(seduta: Seduta, adesso: datetime) -> Valore[AggiuntaOdg]:
    """By which majority an item is added at the sitting, with its source. One query."""
    regola, _ = regole(seduta.organo, timezone.localdate(adesso)).aggiunta
    return regola
