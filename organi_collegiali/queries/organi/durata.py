"""How a new mandate begins and ends, as the organ and its rules say."""

from datetime import date
from typing import Any

from cpia.norme.queries import parametro
from organi_collegiali.enums import Componente, Titolo
from organi_collegiali.models import Composizione, Mandato, OrganoCollegiale
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.organi.seggi import scade_presto

AGOSTO = 8


def fine_mandato(organo: OrganoCollegiale, dal: date) -> date:
    """The last day of a mandate that begins on ``dal``: school years are whole. One query.

    Who comes in while the organ is in office ends with the others (D.Lgs. 297/1994 art. 35 c. 2).
    """
    anni = regole(organo, dal).valore("mandato.anni", int).valore
    inizio = organo.rinnovato_il or organo.dal
    insieme = _fine(inizio, anni)
    return insieme if inizio <= dal <= insieme else _fine(dal, anni)


def _fine(dal: date, anni: int) -> date:
    primo = dal.year if dal.month > AGOSTO else dal.year - 1
    return date(primo + anni, AGOSTO, 31)


def anticipo_del_rinnovo(istituto_id: int, giorno: date) -> int:
    """How many days before its end a mandate is said to be ending. One query."""
    return int(str(parametro(istituto_id, "sedute.anticipo_mandati", giorno).valore))


def da_rinnovare(mandato: Mandato, giorno: date, anticipo: int) -> bool:
    """Whether a mandate ends within the days of ``anticipo_del_rinnovo``."""
    return scade_presto(mandato.al, giorno, anticipo)


def mandato_proposto(
    organo: OrganoCollegiale, componente: Componente, giorno: date
) -> dict[str, Any]:
    """What the form of a new mandate begins with. Two queries."""
    seggio = (
        Composizione.objects.filter(organo=organo, componente=componente)
        .exclude(titolo=Titolo.DI_DIRITTO)
        .first()
    )
    return {
        "dal": giorno,
        "al": fine_mandato(organo, giorno),
        "titolo": seggio.titolo if seggio else Titolo.NOMINATO,
        "con_voto": seggio.con_voto if seggio else True,
    }
