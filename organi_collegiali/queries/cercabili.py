"""What of organs and sittings one may find by searching: nothing that is reserved."""

from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Case, Exists, F, OuterRef, QuerySet, Subquery, TextField, Value, When

from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Mandato, OrganoCollegiale, Punto, Seduta
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.queries.delibere.delibere import visibili
from organi_collegiali.queries.riserbo import vedo

IN_PREPARAZIONE = (StatoSeduta.BOZZA.value, StatoSeduta.ALLA_FIRMA.value)


def organi(contesto: Contesto, *, ufficio: bool) -> QuerySet[OrganoCollegiale]:
    """All the organs for the office, for the others those in which one sits today."""
    righe = OrganoCollegiale.objects.filter(istituto=contesto.istituto)
    if ufficio:
        return righe
    siede = Mandato.objects.filter(
        in_carica(contesto.oggi), organo=OuterRef("pk"), persona=contesto.persona
    )
    return righe.filter(Exists(siede))


def sedute(contesto: Contesto, *, ufficio: bool) -> QuerySet[Seduta]:
    """The sittings to which one is or was convened, for the office all; each with ``argomenti``.

    Of an item on persons the subject without names; of a reserved one nothing.
    """
    righe = Seduta.objects.filter(
        istituto=contesto.istituto, riservata=False, inizio_previsto__isnull=False
    )
    if not ufficio:
        righe = righe.exclude(stato__in=IN_PREPARAZIONE).filter(vedo(contesto))
    return righe.select_related("organo").annotate(argomenti=_argomenti())


def delibere(contesto: Contesto, *, ufficio: bool) -> QuerySet[Any]:
    """Those that one may open, but for the reserved ones; each with ``detto`` and ``dispone``.

    Of one on persons the subject without names, and nothing of its text.
    """
    righe = visibili(contesto, ufficio=ufficio).filter(riservata=False)
    con_parole: QuerySet[Any] = righe.annotate(
        detto=_se_su_persone(F("oggetto_pubblico"), altrimenti=F("oggetto")),
        dispone=_se_su_persone(Value(""), altrimenti=F("testo")),
    )
    return con_parole


def _se_su_persone(allora: F | Value, *, altrimenti: F) -> Case:
    return Case(When(su_persone=True, then=allora), default=altrimenti, output_field=TextField())


def _argomenti() -> Subquery:
    titolo = Case(When(su_persone=True, then="titolo_pubblico"), default=F("titolo"))
    punti = Punto.objects.filter(seduta=OuterRef("pk"), riservato=False).order_by()
    uniti = punti.values("seduta").annotate(tutti=StringAgg(titolo, Value(" "))).values("tutti")
    return Subquery(uniti, output_field=TextField())
