"""As what somebody stands before the selections of a school, and which rows each part reaches."""

from typing import Final

from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.expressions import BaseExpression

from cpia.norme.enums import Voce
from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Griglia, Progetto, Selezione

UFFICIO: Final = SEGRETERIA
# Whom a call for the school’s own staff concerns, besides the office.
IN_SERVIZIO: Final = frozenset(
    {
        Ruolo.DOCENTE, Ruolo.COORDINATORE, Ruolo.COORDINATORE_SEDE, Ruolo.TUTOR,
        Ruolo.COLLABORATORE, Ruolo.ATA,
    }
)  # fmt: skip


class Veste(Voce):
    """As what somebody stands before the selections."""

    DIRIGENTE = "dirigente", "dirigente"
    UFFICIO = "ufficio", "segreteria"
    PERSONALE = "personale", "personale della scuola"


V = Veste
PREPARANO: Final = (V.DIRIGENTE, V.UFFICIO)
RUOLI: Final = {
    V.DIRIGENTE: frozenset({Ruolo.DIRIGENTE}),
    V.UFFICIO: UFFICIO,
    V.PERSONALE: IN_SERVIZIO,
}


def vesti(contesto: Contesto) -> frozenset[Veste]:
    """The parts that the roles of today give. No query."""
    return frozenset(veste for veste, ruoli in RUOLI.items() if contesto.ha(*ruoli))


def prepara(contesto: Contesto) -> bool:
    """Whether somebody writes grids, projects and calls. No query."""
    return not vesti(contesto).isdisjoint(PREPARANO)


def griglie(contesto: Contesto) -> QuerySet[Griglia]:
    """The grids that somebody reads: all of the school who prepares, else none."""
    righe = Griglia.objects.filter(istituto=contesto.istituto)
    return righe if prepara(contesto) else righe.none()


def progetti(contesto: Contesto) -> QuerySet[Progetto]:
    """The projects that somebody reads: all of the school who prepares, else none."""
    righe = Progetto.objects.filter(istituto=contesto.istituto)
    return righe if prepara(contesto) else righe.none()


def selezioni(contesto: Contesto) -> QuerySet[Selezione]:
    """The selections that somebody reads: all of the school who prepares, else none."""
    righe = Selezione.objects.filter(istituto=contesto.istituto)
    return righe if prepara(contesto) else righe.none()


def avvisi(contesto: Contesto) -> QuerySet[Avviso]:
    """The calls that somebody reads: drafts only who prepares, those published all the staff."""
    righe = Avviso.objects.filter(istituto=contesto.istituto)
    tenute = vesti(contesto)
    if not tenute.isdisjoint(PREPARANO):
        return righe
    return righe.exclude(stato=StatoAvviso.BOZZA.value) if tenute else righe.none()


def ne_ha(contesto: Contesto) -> BaseExpression:
    """The condition, on the row of the institute, that the selections concern the person.

    Always for who prepares them; once a call is published for the staff. It asks nothing by
    itself: the menu puts it in a question that every page asks anyway.
    """
    tenute = vesti(contesto)
    if not tenute.isdisjoint(PREPARANO):
        return Value(True)  # noqa: FBT003 -- a column
    if not tenute:
        return Value(False)  # noqa: FBT003 -- a column
    return Exists(
        Avviso.objects.filter(istituto=OuterRef("pk")).exclude(stato=StatoAvviso.BOZZA.value)
    )
