"""The sittings of the Commission and of its sections: held, to come, put in minutes."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.db.models import Count
from django.utils import timezone

from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import OrganoCollegiale, Seduta, Verbale

TENUTE: Final = [StatoSeduta.CHIUSA.value]
DA_TENERE: Final = [
    StatoSeduta.CONVOCATA.value, StatoSeduta.IN_CORSO.value, StatoSeduta.SOSPESA.value,
]  # fmt: skip


def prossime_sedute(contesto: Contesto, organi: Sequence[OrganoCollegiale]) -> dict[int, Seduta]:
    """The next sitting of each organ that has one. One query."""
    righe = Seduta.objects.filter(
        istituto=contesto.istituto, organo__in=organi, stato__in=DA_TENERE,
        inizio_previsto__date__gte=contesto.oggi,
    ).order_by("-inizio_previsto", "-pk")  # fmt: skip
    return {seduta.organo_id: seduta for seduta in righe}


def quanti_verbali(contesto: Contesto, organi: Sequence[OrganoCollegiale]) -> dict[int, int]:
    """How many minutes each organ has. One query."""
    righe = Verbale.objects.filter(istituto=contesto.istituto, seduta__organo__in=organi)
    return dict(righe.values_list("seduta__organo").annotate(quanti=Count("pk")).order_by())


def plenarie(organo: OrganoCollegiale | None) -> list[date]:
    """The days on which the Commission has met as a whole. One query."""
    if organo is None:
        return []
    sedute = Seduta.objects.filter(istituto_id=organo.istituto_id, organo=organo, stato__in=TENUTE)
    return [timezone.localdate(aperta) for aperta in sedute.values_list("aperta_il", flat=True)]
