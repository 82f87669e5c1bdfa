"""Lessons: those of a group, the units they may be of, who may have hours, what is to check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from cpia.norme.rules.anno import AnnoScolastico
from cpia.scuola.access import Contesto
from patto_formativo.models import (
    Gruppo,
    Lezione,
    Membro,
    Presenza,
    UnitaApprendimento,
    UnitaDelPatto,
)
from patto_formativo.queries.frequenza.piani import HANNO_UN_PIANO, piani
from patto_formativo.rules.lezioni import Partecipa, Periodo


@dataclass(frozen=True)
class Appello:
    """Who is or was in a group, for the register: the rows by name, what the rules ask."""

    membri: tuple[Membro, ...]
    partecipano: tuple[Partecipa, ...]


def lezioni(gruppo: Gruppo) -> QuerySet[Lezione]:
    """The lessons of a group, the last first, with how many were there."""
    return (
        Lezione.objects.filter(istituto_id=gruppo.istituto_id, gruppo=gruppo)
        .select_related("unita", "docente")
        .annotate(
            presenti=Count("presenze", filter=Q(presenze__ore__gt=0)),
            registrati=Count("presenze"),
            da_verificare=Count(
                "presenze",
                filter=Q(
                    a_distanza=True, presenze__ore__gt=0, presenze__verificata_il__isnull=True
                ),
            ),
        )
        # Said again: what is counted forgets the order of the model.
        .order_by("-giorno", "-dalle", "-id")
    )


def ore_tenute(gruppo: Gruppo) -> Decimal:
    """The hours of lesson held to a group."""
    somma = Lezione.objects.filter(istituto_id=gruppo.istituto_id, gruppo=gruppo).aggregate(
        ore=Sum("ore")
    )
    return somma["ore"] or Decimal(0)


def unita_del_gruppo(gruppo: Gruppo) -> QuerySet[UnitaApprendimento]:
    """The units of the year on the path of the group, and on its level when it has one.

    Of who began the year before, also the units of the plan that this year has no copy of.
    """
    righe = UnitaApprendimento.objects.filter(
        istituto_id=gruppo.istituto_id, quadro__percorso=gruppo.percorso
    ).annotate(prima=Coalesce("da_unita_id", "pk"))
    dell_anno = righe.filter(quadro__anno_scolastico=gruppo.anno_scolastico_id)
    if gruppo.livello:
        dell_anno = dell_anno.filter(quadro__livello__in=["", gruppo.livello])
    dei_piani = UnitaDelPatto.objects.filter(
        istituto_id=gruppo.istituto_id,
        versione__stato__in=HANNO_UN_PIANO,
        versione__patto__corsista__gruppi__gruppo=gruppo,
    )
    return righe.filter(
        Q(pk__in=dell_anno.values("pk"))
        | Q(pk__in=dei_piani.values("unita")) & ~Q(prima__in=dell_anno.values("prima"))
    ).order_by("quadro__livello", "ordine", "id")


def appello(gruppo: Gruppo) -> Appello:
    """All who are or were in the group, each once, with days and plan. Three queries."""
    righe = Membro.objects.filter(istituto_id=gruppo.istituto_id, gruppo=gruppo).select_related(
        "corsista__persona"
    )
    per_corsista: dict[int, list[Membro]] = {}
    for membro in righe:
        per_corsista.setdefault(membro.corsista_id, []).append(membro)
    del_piano = piani(gruppo.istituto_id, per_corsista)
    partecipano = tuple(
        Partecipa(
            chi,
            tuple(Periodo(m.dal, m.al) for m in suoi),
            del_piano[chi].quali if chi in del_piano else None,
        )
        for chi, suoi in per_corsista.items()
    )
    return Appello(tuple(suoi[0] for suoi in per_corsista.values()), partecipano)


def anno_del_gruppo(gruppo: Gruppo) -> Periodo:
    """The first and the last day of its school year."""
    anno = AnnoScolastico(gruppo.anno_scolastico.inizio)
    return Periodo(anno.dal, anno.al)


def ore_di(lezione: Lezione) -> dict[int, Decimal]:
    """The hours of each at a lesson, as they are registered."""
    return dict(
        Presenza.objects.filter(istituto_id=lezione.istituto_id, lezione=lezione).values_list(
            "corsista_id", "ore"
        )
    )


def da_verificare(contesto: Contesto) -> QuerySet[Presenza]:
    """The hours at a distance that the person has to check: those of the own groups."""
    return (
        Presenza.objects.filter(
            istituto=contesto.istituto,
            lezione__gruppo__docenti__persona=contesto.persona,
            lezione__a_distanza=True,
            ore__gt=0,
            verificata_il__isnull=True,
        )
        .select_related("lezione__gruppo", "lezione__unita", "corsista__persona")
        .order_by("lezione__giorno", "lezione_id", F("corsista__persona__cognome").asc(), "id")
    )


def per_lezione(righe: Iterable[Presenza]) -> list[tuple[Lezione, Sequence[Presenza]]]:
    """The hours to check under the lesson that they are of."""
    gruppi: dict[int, tuple[Lezione, list[Presenza]]] = {}
    for presenza in righe:
        gruppi.setdefault(presenza.lezione_id, (presenza.lezione, []))[1].append(presenza)
    return list(gruppi.values())
