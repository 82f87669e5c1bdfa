"""Whom the enrolments at the scuola dell’infanzia concern: who registers them, and each family.

The office of the staff has no business here: applications may speak of disabilities.
"""

from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import BaseExpression

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo, TipoIstituto
from cpia.scuola.models import Responsabilita
from selezioni_pon.models import DomandaInfanzia, ElencoInfanzia, VersioneInfanzia

ISCRIVONO: Final = frozenset({Ruolo.DIRIGENTE, Ruolo.DSGA, Ruolo.SEGRETERIA_DIDATTICA})


def iscrive(contesto: Contesto) -> bool:
    """Whether somebody registers the enrolments. No query."""
    return contesto.ha(*ISCRIVONO)


def ha_infanzia(contesto: Contesto) -> bool:
    """Whether the school may have a scuola dell’infanzia: a comprensivo. No query."""
    return contesto.istituto.tipo == TipoIstituto.COMPRENSIVO


def elenchi(contesto: Contesto) -> QuerySet[ElencoInfanzia]:
    """The lists that somebody reads: all of the school who registers them, else none."""
    righe = ElencoInfanzia.objects.filter(istituto=contesto.istituto)
    return righe if iscrive(contesto) else righe.none()


def domande(contesto: Contesto) -> QuerySet[DomandaInfanzia]:
    """The applications that the office reads; of its own a family reads ``figli``."""
    righe = DomandaInfanzia.objects.filter(istituto=contesto.istituto)
    return righe if iscrive(contesto) else righe.none()


def versioni(contesto: Contesto) -> QuerySet[VersioneInfanzia]:
    """The versions that somebody reads whole."""
    righe = VersioneInfanzia.objects.filter(istituto=contesto.istituto)
    return righe if iscrive(contesto) else righe.none()


def figli(contesto: Contesto) -> QuerySet[DomandaInfanzia]:
    """The applications for the children for whom the person answers today.

    Whom a court has limited answers for nobody.
    """
    return DomandaInfanzia.objects.filter(
        istituto=contesto.istituto, bambino__in=_affidati(contesto).values("studente")
    )


def ne_ha_figli(contesto: Contesto) -> BaseExpression:
    """The condition, on the row of the institute, that there is an application of a child of hers.

    It asks nothing by itself: the menu puts it in a question that every page asks anyway.
    """
    if not ha_infanzia(contesto):
        return Value(False)  # noqa: FBT003 -- a column
    return Exists(figli(contesto).filter(istituto=OuterRef("pk")))


def _affidati(contesto: Contesto) -> QuerySet[Responsabilita]:
    oggi = contesto.oggi
    return Responsabilita.objects.filter(
        Q(al__isnull=True) | Q(al__gte=oggi), istituto=contesto.istituto,
        adulto=contesto.persona, dal__lte=oggi, limite="",
        adulto__identita_da_accertare=False,
    )  # fmt: skip
