"""The complaints of a call: those that wait first; those of one person."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import F, QuerySet
from django.utils import timezone

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import EsitoReclamo, StatoGraduatoria
from selezioni_pon.models import Avviso, Graduatoria, Reclamo
from selezioni_pon.queries.graduatorie.termini import data_albo
from selezioni_pon.rules.definitiva import ACCOLTI
from selezioni_pon.rules.fonti import RECLAMO
from selezioni_pon.rules.reclami import Momento

CON = ("candidatura__persona", "graduatoria", "protocollo", "documento", "deciso_da", "recepito_in")
DI_CHI_HA_RAGIONE = [esito.value for esito in ACCOLTI]


def reclami_di(avviso: Avviso) -> QuerySet[Reclamo]:
    """All of them, those without an answer first, by the day by which one answers."""
    return (
        Reclamo.objects.filter(graduatoria__avviso=avviso)
        .select_related(*CON)
        .order_by(F("deciso_il").asc(nulls_first=True), "decidere_entro", "pk")
    )


def senza_risposta(reclami: Sequence[Reclamo]) -> list[Reclamo]:
    """Those that wait for an answer."""
    return [uno for uno in reclami if not uno.esito]


def da_recepire(reclami: Sequence[Reclamo]) -> list[Reclamo]:
    """Those accepted that no version applies yet."""
    return [uno for uno in reclami if uno.esito in DI_CHI_HA_RAGIONE and uno.recepito_in_id is None]


def cause(reclami: Sequence[Reclamo]) -> Mapping[str, Motivo]:
    """Why a version was made, for whom the act concerns: application to reason."""
    return {
        str(uno.candidatura_id): Motivo(
            "reclamo",
            RECLAMO,
            f"Reclamo {EsitoReclamo(uno.esito).etichetta} il "
            f"{data_estesa(timezone.localdate(uno.deciso_il))}.",
        )
        for uno in reclami
        if uno.esito in DI_CHI_HA_RAGIONE and uno.deciso_il is not None
    }


def momento_di(
    vigente: Graduatoria | None, propri: Sequence[Reclamo], oggi: date, *, interessato: bool
) -> Momento:
    """Where the ranking stands today for who wants to complain. No query."""
    return Momento(
        oggi=oggi,
        data_albo=data_albo(vigente) if vigente else None,
        interessato=interessato,
        definitiva=vigente is not None and vigente.stato == StatoGraduatoria.DEFINITIVA,
        aperto=any(
            not uno.esito and vigente is not None and uno.graduatoria_id == vigente.pk
            for uno in propri
        ),
    )
