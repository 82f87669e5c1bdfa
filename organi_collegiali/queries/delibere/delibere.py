"""The register of deliberations: what each person may see of it, filtered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, Value
from django.utils import timezone

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from organi_collegiali.models import (
    Allegato,
    Convocato,
    Delibera,
    Dissenso,
    Mandato,
    OrganoCollegiale,
    Seduta,
)
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.queries.riserbo import c_ero, siedo, verbalizzate

SETTEMBRE = 9
IN_VIGORE, REVOCATE = "in_vigore", "revocate"


@dataclass(frozen=True)
class Filtri:
    """What the reader of the register asks for; ``anno`` is that in which a school year begins."""

    organo: int | None = None
    anno: int | None = None
    vigore: str = ""
    cerca: str = ""

    @property
    def vuoti(self) -> bool:
        return not (self.organo or self.anno or self.vigore or self.cerca)


def visibili(contesto: Contesto, *, ufficio: bool) -> QuerySet[Any]:
    """The deliberations that this person finds in the register, each with ``aperta``.

    The office finds those of all organs, a member those of the organs in which he or she sits and
    of the sittings to which was convened. One that is reserved or on persons is open to who reads
    the minutes of its sitting with what is reserved (``queries.riserbo``); one of a commissario to
    him or her: of it the others find the number. No query until it is read.
    """
    ero_convocato = Q(siedo(contesto, "seduta")) | Q(c_ero(contesto, "seduta"))
    propri = Mandato.objects.filter(
        in_carica(contesto.oggi), istituto=contesto.istituto, persona=contesto.persona
    ).values("organo")
    righe = Delibera.objects.filter(istituto=contesto.istituto)
    if not ufficio:
        righe = righe.filter(Q(organo__in=propri) | ero_convocato)
    aperta = _aperta(contesto, propri, ufficio=ufficio)
    return righe.annotate(aperta=aperta).select_related("organo", "seduta")


def _aperta(
    contesto: Contesto, propri: QuerySet[Any, Any], *, ufficio: bool
) -> "ExpressionWrapper[Any]":
    condizione: Q | Value = (
        Q(riservata=False, su_persone=False)
        | Q(riservata=False, seduta__isnull=True)
        | Q(seduta__in=verbalizzate(contesto, ufficio=ufficio).values("pk"))
        | Q(seduta__isnull=True, organo__in=propri)
    )
    if contesto.ha(Ruolo.DIRIGENTE):
        condizione = Value(value=True)
    return ExpressionWrapper(condizione, output_field=BooleanField())


def filtrate(righe: QuerySet[Any], filtri: Filtri, revocate: Collection[int]) -> QuerySet[Any]:
    """Those that the filters ask for; the words of a reserved one are looked for only if open."""
    if filtri.organo:
        righe = righe.filter(organo_id=filtri.organo)
    if filtri.anno:
        dal, al = estremi(filtri.anno)
        righe = righe.filter(adottata_il__gte=dal, adottata_il__lt=al)
    if filtri.vigore == IN_VIGORE:
        righe = righe.exclude(pk__in=revocate)
    if filtri.vigore == REVOCATE:
        righe = righe.filter(pk__in=revocate)
    for parola in filtri.cerca.split():
        righe = righe.filter(_con(parola))
    return righe


def _con(parola: str) -> Q:
    dette = Q(oggetto__icontains=parola) | Q(testo__icontains=parola)
    condizione = Q(aperta=True) & dette
    if parola.isdecimal() and len(parola) < 9:
        condizione |= Q(numero=int(parola))
    return condizione


def estremi(anno: int) -> tuple[datetime, datetime]:
    """From the first of September to the next one (D.Lgs. 297/1994 art. 74 c. 1)."""
    inizio, fine = (
        timezone.make_aware(datetime.combine(date(quale, SETTEMBRE, 1), datetime.min.time()))
        for quale in (anno, anno + 1)
    )
    return inizio, fine


def anni(righe: QuerySet[Delibera]) -> list[int]:
    """The school years of these deliberations, the latest first. One query."""
    giorni = righe.order_by().datetimes("adottata_il", "month")
    return sorted({g.year if g.month >= SETTEMBRE else g.year - 1 for g in giorni}, reverse=True)


def organi(righe: QuerySet[Delibera]) -> QuerySet[OrganoCollegiale]:
    """The organs of these deliberations. One query."""
    return OrganoCollegiale.objects.filter(pk__in=righe.order_by().values("organo"))


def allegati(delibera: Delibera) -> list[Allegato]:
    """What is on file for its item, in the order in which it is numbered. One query."""
    if delibera.punto_id is None:
        return []
    return list(
        Allegato.objects.filter(
            Q(documento__isnull=False) | ~Q(file=""),
            istituto_id=delibera.istituto_id,
            punto_id=delibera.punto_id,
        ).order_by("pk")
    )


def contrari(delibera: Delibera) -> list[Dissenso]:
    """Who voted openly against and asked that it be said. One query."""
    righe = Dissenso.objects.filter(istituto_id=delibera.istituto_id, delibera=delibera)
    return list(righe.select_related("convocato__persona"))


def nomi_contrari(delibera: Delibera) -> list[str]:
    """Their names, as the paper writes them."""
    return [riga.convocato.persona.nome_e_cognome for riga in contrari(delibera)]


def con_voto(seduta: Seduta) -> list[Convocato]:
    """Who was convened to a sitting and votes. One query."""
    righe = Convocato.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta, con_voto=True)
    return list(righe.select_related("persona"))
