"""As what somebody stands before the selections of a school, and which rows each part reaches."""

from typing import Final

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.expressions import BaseExpression

from cpia.norme.enums import Voce
from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import Fase, OrdineAvvisi, StatoAvviso
from selezioni_pon.models import (
    Avviso,
    Candidatura,
    Commissario,
    Commissione,
    Griglia,
    ProceduraFunzioni,
    Progetto,
    Selezione,
)

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
    CANDIDATO = "candidato", "chi si candida da fuori"
    # Of who sits in a commission and has no other part: told by the rows, not by a role.
    COMMISSARIO = "commissario", "componente di una commissione"


V = Veste
PREPARANO: Final = (V.DIRIGENTE, V.UFFICIO)
RUOLI: Final = {
    V.DIRIGENTE: frozenset({Ruolo.DIRIGENTE}),
    V.UFFICIO: UFFICIO,
    V.PERSONALE: IN_SERVIZIO,
    V.CANDIDATO: frozenset({Ruolo.CANDIDATO}),
}
DA_FUORI: Final = frozenset({V.CANDIDATO})
# To whom the school turns when it turns to others than its own.
FASI_APERTE: Final = [Fase.ALTRE_SCUOLE.value, Fase.ESTERNI.value]


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
    """The calls that somebody reads: drafts only who prepares, those published all the staff.

    Who applies from outside reads those that are for them, and those to which they applied; who
    only sits in a commission, those of it.
    """
    righe = Avviso.objects.filter(istituto=contesto.istituto)
    tenute = vesti(contesto)
    if not tenute.isdisjoint(PREPARANO):
        return righe
    usciti = righe.exclude(stato=StatoAvviso.BOZZA.value)
    if tenute == DA_FUORI:
        return usciti.filter(_di_chi_e_fuori(contesto) | _della_commissione(contesto))
    return usciti if tenute else usciti.filter(_della_commissione(contesto))


def per_esterni() -> Q:
    """The condition that a call is for people of outside, or for all with precedences.

    As it was on the day of its publication; a draft keeps no rules yet.
    """
    unico = Q(**{"regole__selezioni.ordine_avvisi__valore": OrdineAvvisi.UNICO.value})
    return Q(fase__in=FASI_APERTE) | unico


def _di_chi_e_fuori(contesto: Contesto) -> Q:
    sue = Candidatura.objects.filter(avviso=OuterRef("pk"), persona=contesto.persona)
    return per_esterni() | Q(Exists(sue))


def _della_commissione(contesto: Contesto) -> Q:
    return Q(Exists(siede_in(contesto).filter(commissione__avviso=OuterRef("pk"))))


def siede_in(contesto: Contesto) -> QuerySet[Commissario]:
    """The places that somebody has in commissions, also as a substitute; not those left."""
    return Commissario.objects.filter(
        istituto=contesto.istituto, persona=contesto.persona, cessato_il__isnull=True
    )


def commissioni(contesto: Contesto) -> QuerySet[Commissione]:
    """The commissions that somebody reads of: all of the school who prepares, else the own."""
    righe = Commissione.objects.filter(istituto=contesto.istituto)
    if prepara(contesto):
        return righe
    return righe.filter(pk__in=siede_in(contesto).values("commissione"))


def ne_ha(contesto: Contesto) -> BaseExpression:
    """The condition, on the row of the institute, that the selections concern the person.

    Always for who prepares them and for who applies from outside; once a call is published for
    the staff; for who sits in a commission. It asks nothing by itself: the menu puts it in a
    question that every page asks anyway.
    """
    tenute = vesti(contesto)
    if not tenute.isdisjoint({*PREPARANO, V.CANDIDATO}):
        return Value(True)  # noqa: FBT003 -- a column
    if not tenute:
        return Exists(siede_in(contesto))
    avvisi_usciti = Avviso.objects.filter(istituto=OuterRef("pk")).exclude(
        stato=StatoAvviso.BOZZA.value
    )
    funzioni = ProceduraFunzioni.objects.filter(istituto=OuterRef("pk"), aperta_il__isnull=False)
    return ExpressionWrapper(Exists(avvisi_usciti) | Exists(funzioni), output_field=BooleanField())
