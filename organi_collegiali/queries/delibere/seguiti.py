"""What deliberations ask to be done, and who may be asked."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from cpia.norme.models import Regolamento
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.queries import in_vigore
from organi_collegiali.models import Delibera, Effetto, Mandato, OrganoCollegiale, Seguito
from organi_collegiali.queries.cariche import in_carica


def seguiti(delibera: Delibera) -> list[Seguito]:
    """What a deliberation asks to be done, by the day. One query."""
    righe = Seguito.objects.filter(istituto_id=delibera.istituto_id, delibera=delibera)
    return list(righe.select_related("persona"))


def incaricabili(organo: OrganoCollegiale, giorno: date) -> QuerySet[Persona]:
    """Who may be asked to do something: who works in the institute, who sits in the organ."""
    lavorano = Incarico.objects.filter(in_vigore(giorno), istituto_id=organo.istituto_id)
    siedono = Mandato.objects.filter(
        in_carica(giorno), istituto_id=organo.istituto_id, organo=organo
    )
    return Persona.objects.filter(
        Q(pk__in=lavorano.values("persona")) | Q(pk__in=siedono.values("persona")),
        istituto_id=organo.istituto_id,
    )


def effetti(delibera: Delibera) -> list[Effetto]:
    """What a deliberation does to those before it. One query."""
    righe = Effetto.objects.filter(istituto_id=delibera.istituto_id, delibera=delibera)
    return list(righe.select_related("su__organo").order_by("su__adottata_il", "pk"))


def piu_vecchie(delibera: Delibera, righe: QuerySet[Any]) -> QuerySet[Any]:
    """Those that a deliberation may change: adopted before it, the latest first."""
    prima = Q(adottata_il__lt=delibera.adottata_il) | Q(
        adottata_il=delibera.adottata_il, pk__lt=delibera.pk
    )
    return righe.filter(prima, aperta=True).order_by("-adottata_il", "-numero")


def regolamenti(istituto_id: int) -> QuerySet[Regolamento]:
    """The regulations of an institute, drafts too: the deliberation may come before."""
    return Regolamento.objects.filter(istituto_id=istituto_id).order_by("titolo", "-dal", "pk")
