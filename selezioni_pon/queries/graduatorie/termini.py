"""The terms after a ranking is on the albo: to complain, to answer, to make it final."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from cpia.norme.queries import calendario
from cpia.norme.rules.computo import Termine
from selezioni_pon.enums import EsitoReclamo
from selezioni_pon.models import Avviso, Graduatoria, Reclamo
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.queries.scheda import reclamo_di
from selezioni_pon.rules import reclami as rules
from selezioni_pon.rules.definitiva import Esame, esamina_definitiva


def data_albo(graduatoria: Graduatoria) -> date | None:
    """The day from which a version is on the albo; None before, or when it was annulled."""
    pubblicazione = graduatoria.pubblicazione
    if pubblicazione is None or pubblicazione.annullata_il is not None:
        return None
    return pubblicazione.dal


def termine_reclamo(avviso: Avviso, graduatoria: Graduatoria) -> Termine | None:
    """The last day for a complaint, with its reasons; None off the albo. Two queries."""
    dal = data_albo(graduatoria)
    if dal is None:
        return None
    return rules.termine(dal, reclamo_di(avviso), calendario(avviso.istituto_id, dal))


def decidere_entro(avviso: Avviso, presentato: date) -> Termine:
    """The last day for the answer to a complaint of this day. Two queries."""
    return rules.entro_quando_si_decide(
        rules.Reclamo("", presentato),
        regole_di(avviso).reclamo.decisione,
        calendario(avviso.istituto_id, presentato),
    )


def scritto(reclamo: Reclamo) -> rules.Reclamo:
    """A complaint as the rules take it."""
    return rules.Reclamo(
        str(reclamo.pk),
        timezone.localdate(reclamo.presentato_il),
        EsitoReclamo(reclamo.esito) if reclamo.esito else None,
        recepito=reclamo.recepito_in_id is not None,
    )


def esame_definitiva(
    avviso: Avviso, graduatoria: Graduatoria, reclami: Sequence[Reclamo], oggi: date
) -> Esame | None:
    """Whether the provisional version may become final today; None off the albo. Four queries.

    ``reclami`` are all those of the call, against whatever version.
    """
    termine = termine_reclamo(avviso, graduatoria)
    if termine is None:
        return None
    return esamina_definitiva(
        [scritto(uno) for uno in reclami],
        termine.giorno,
        oggi,
        decisione=regole_di(avviso).reclamo.decisione,
        calendario=calendario(avviso.istituto_id, oggi),
    )
