"""What the members of an organ have asked: sittings, answers, votes."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import QuerySet

from cpia.norme.queries import calendario
from cpia.norme.rules import Termine, entro_secondo
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Mandato, Mozione, OrganoCollegiale, Richiesta
from organi_collegiali.queries.cariche import mandati
from organi_collegiali.queries.regole import RegoleOrgano, regole
from organi_collegiali.rules.convocazione.richieste import quante

COMPONENTI = "componenti"


@dataclass(frozen=True)
class RegoleRichiesta:
    """How many members may ask for a sitting, and by when it is then convened."""

    regole: RegoleOrgano
    in_carica: int

    @property
    def quota(self) -> Valore[Fraction]:
        return self.regole.valore("richiesta.quota", Fraction)

    @property
    def fonti(self) -> tuple[str, str]:
        """The two sources without what is in brackets: of the number, of the time."""
        due = (self.quota.fonte, self.entro.fonte)
        return due[0].partition(" (")[0], due[1].partition(" (")[0]

    @property
    def firme(self) -> int:
        """How many signatures are needed today."""
        return max(1, quante(self.in_carica, self.quota.valore))

    @property
    def entro(self) -> Valore[str]:
        """How long one has to convene, in words."""
        return self.regole.valore("richiesta.convocazione_entro", str)


def possono_firmare(organo: OrganoCollegiale, giorno: date) -> QuerySet[Mandato]:
    """The members with a vote in office on a day: those who may sign a request."""
    return mandati(organo, giorno).filter(con_voto=True)


def regole_richiesta(organo: OrganoCollegiale, giorno: date) -> RegoleRichiesta:
    """Two queries."""
    return RegoleRichiesta(regole(organo, giorno), possono_firmare(organo, giorno).count())


def convocare_entro(organo: OrganoCollegiale, presentata: date) -> Termine:
    """The last day to convene a sitting that was asked for on a day. Three queries."""
    durata = regole(organo, presentata).di_norma("richiesta.convocazione_entro")
    return entro_secondo(presentata, durata, calendario=calendario(organo.istituto_id, presentata))


def chi_puo_chiedere(organo: OrganoCollegiale) -> set[str]:
    """Members and president everywhere; the Giunta only for the Consiglio d’istituto."""
    tutti = {COMPONENTI, "presidente"}
    return tutti | {"giunta"} if organo.tipo == TipoOrgano.CONSIGLIO_ISTITUTO else tutti


def richieste(organo: OrganoCollegiale) -> QuerySet[Richiesta]:
    """The requests of an organ, the latest first, with who signed them. Two queries."""
    return (
        Richiesta.objects.filter(istituto_id=organo.istituto_id, organo=organo)
        .select_related("seduta")
        .prefetch_related("firme__mandato__persona")
    )


def richiesta(istituto_id: int, pk: int) -> Richiesta | None:
    """One request. One query."""
    righe = Richiesta.objects.filter(istituto_id=istituto_id, pk=pk)
    return righe.select_related("organo", "seduta").first()


def mozioni(organo: OrganoCollegiale) -> QuerySet[Mozione]:
    """Questions, interpellations and motions of an organ, the latest first. One query."""
    return Mozione.objects.filter(istituto_id=organo.istituto_id, organo=organo).select_related(
        "persona", "punto__seduta"
    )


def mozione(istituto_id: int, pk: int) -> Mozione | None:
    """One of them. One query."""
    righe = Mozione.objects.filter(istituto_id=istituto_id, pk=pk)
    return righe.select_related("organo", "persona", "punto__seduta").first()
