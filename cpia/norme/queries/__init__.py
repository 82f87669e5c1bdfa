"""Reads of the regulations of one institute, as they were or are on a day."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Q

from cpia.norme.models import Chiusura, Parametro
from cpia.norme.queries.righe import disposizione
from cpia.norme.rules import (
    CHIAVI,
    Calendario,
    Disposizione,
    Termine,
    Valore,
    calendario_da,
    chiave_nota,
    entro_secondo,
    prima_di_secondo,
    valore_vigente,
    valori_vigenti,
)
from cpia.norme.rules import Chiusura as ChiusuraDiScuola

# How far around an event its calendar is read: no term of a school is longer.
INTORNO = timedelta(days=366)


def parametro(istituto_id: int, chiave: str, giorno: date) -> Valore:
    """The value in force on ``giorno``, else the catalogue's default with its source. One query.

    Raises ChiaveSconosciuta.
    """
    return valore_vigente(chiave, _disposizioni(istituto_id, {chiave}, giorno), giorno)


def parametri(istituto_id: int, prefisso: str, giorno: date) -> dict[str, Valore]:
    """All the known parameters whose key begins with ``prefisso``. One query."""
    chiavi = {chiave for chiave in CHIAVI if chiave.startswith(prefisso)}
    return valori_vigenti(prefisso, _disposizioni(istituto_id, chiavi, giorno), giorno)


def parametri_nei_giorni(
    istituto_id: int, chiavi: Collection[str], giorni: Collection[date]
) -> dict[date, dict[str, Valore]]:
    """These parameters as they were or are on each of some days: an old act keeps its own.

    One query.
    """
    if not giorni:
        return {}
    tutte = _disposizioni(istituto_id, chiavi, min(giorni), max(giorni))
    return {
        giorno: {chiave: valore_vigente(chiave, tutte, giorno) for chiave in chiavi}
        for giorno in set(giorni)
    }


def chiusure(istituto_id: int, dal: date, al: date) -> tuple[ChiusuraDiScuola, ...]:
    """The closures of the school that touch the days from ``dal`` to ``al``. One query."""
    righe = Chiusura.objects.filter(istituto_id=istituto_id, dal__lte=al, al__gte=dal)
    return tuple(ChiusuraDiScuola(riga.dal, riga.al, riga.motivo) for riga in righe)


def calendario(istituto_id: int, giorno: date) -> Calendario:
    """The calendar of the seat for the year before and the year after ``giorno``. Two queries."""
    return calendario_da(
        parametri(istituto_id, "calendario.", giorno),
        chiusure(istituto_id, giorno - INTORNO, giorno + INTORNO),
    )


def termine_prima_di(
    istituto_id: int, chiave: str, evento: date, *, giorno: date, anticipa: bool = False
) -> Termine:
    """The last day in time before ``evento``, by the parameter in force on ``giorno``.

    Three queries. Raises TypeError when the parameter is no length.
    """
    return prima_di_secondo(
        evento,
        parametro(istituto_id, chiave, giorno),
        anticipa=anticipa,
        calendario=calendario(istituto_id, evento),
    )


def termine_entro(
    istituto_id: int, chiave: str, dal: date, *, giorno: date, proroga: bool = True
) -> Termine:
    """The end of a term that runs from ``dal``, by the parameter in force on ``giorno``.

    Three queries. Raises TypeError when the parameter is no length.
    """
    return entro_secondo(
        dal,
        parametro(istituto_id, chiave, giorno),
        proroga=proroga,
        calendario=calendario(istituto_id, dal),
    )


def _disposizioni(
    istituto_id: int, chiavi: Collection[str], giorno: date, al: date | None = None
) -> list[Disposizione]:
    """What the regulations in force say of some parameters and of those that these follow.

    On a day, or on any until ``al``: the rule then takes those of each day.
    """
    seguite = {chiave_nota(chiave).segue for chiave in chiavi} - {""}
    righe = (
        Parametro.objects.filter(
            Q(regolamento__al__isnull=True) | Q(regolamento__al__gte=giorno),
            istituto_id=istituto_id,
            chiave__in={*chiavi, *seguite},
            regolamento__bozza=False,
            regolamento__dal__lte=al or giorno,
        )
        .select_related("regolamento")
        .order_by("regolamento_id", "id")
    )
    return [disposizione(riga) for riga in righe]
