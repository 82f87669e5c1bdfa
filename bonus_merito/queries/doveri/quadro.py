"""The procedures in which something is to be done, with the counts that say what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from bonus_merito.enums import StatoProcedura, StatoRichiesta, TipoIstanza
from bonus_merito.models import Istanza, Procedura, Requisiti, Richiesta
from bonus_merito.queries.proprie import CONCORRONO
from bonus_merito.rules.istanze import ACCOLTE

# Who put the procedure away has said that nothing more is to be done of it.
RETTIFICABILI = (StatoProcedura.DECRETATA.value, StatoProcedura.PUBBLICATA.value)


@dataclass(frozen=True)
class Aperta:
    """A procedure in which somebody may have something to do.

    ``stati`` is where each person stands, by the id: a row of office goes before what was begun;
    ``riprese`` are those who took up again what they had sent;
    ``controllate`` are the persons of whom the office has looked at the preconditions;
    ``accolti`` are the upheld complaints for which the outcome was not judged again yet.
    """

    procedura: Procedura
    stati: Mapping[int, str]
    riprese: frozenset[int]
    controllate: frozenset[int]
    istanze: Sequence[Istanza]
    accolti: Sequence[Istanza]

    @property
    def concorrono(self) -> frozenset[int]:
        """The persons who take part."""
        return frozenset(chi for chi, stato in self.stati.items() if stato in CONCORRONO)

    @property
    def da_controllare(self) -> int:
        """Whose preconditions the office has not ascertained."""
        return len(self.concorrono - self.controllate)

    @property
    def pk(self) -> int:
        return self.procedura.pk

    @property
    def anno(self) -> str:
        return str(self.procedura.fondo.anno_scolastico)


def leggi(istituto_id: int) -> list[Aperta]:
    """The procedures that were opened, whatever became of them, with what hangs on each.

    Four queries. One put away, or annulled, still answers who had asked.
    """
    procedure = list(
        Procedura.objects.filter(istituto_id=istituto_id, aperta_il__isnull=False)
        .select_related("fondo__anno_scolastico", "pubblicazione")
        .order_by("pk")
    )
    if not procedure:
        return []
    stati, riprese = _stati(istituto_id, procedure)
    controllate: dict[int, set[int]] = {}
    for procedura, chi in Requisiti.objects.filter(
        istituto_id=istituto_id, procedura__in=procedure
    ).values_list("procedura_id", "persona_id"):
        controllate.setdefault(procedura, set()).add(chi)
    da_rispondere, accolti = _istanze(istituto_id, procedure)
    return [
        Aperta(
            procedura,
            stati.get(procedura.pk, {}),
            frozenset(riprese.get(procedura.pk, ())),
            frozenset(controllate.get(procedura.pk, ())),
            da_rispondere.get(procedura.pk, []),
            accolti.get(procedura.pk, []),
        )
        for procedura in procedure
    ]


def _istanze(
    istituto_id: int, procedure: Sequence[Procedura]
) -> tuple[dict[int, list[Istanza]], dict[int, list[Istanza]]]:
    """By procedure: what waits for an answer, and what was upheld and waits for a new outcome."""
    vive = [una.pk for una in procedure if una.stato in RETTIFICABILI]
    attendono = Q(esito="") | Q(
        tipo=TipoIstanza.RECLAMO.value,
        esito__in=[esito.value for esito in ACCOLTE],
        rettifica=None,
        procedura__in=vive,
    )
    da_rispondere: dict[int, list[Istanza]] = {}
    accolti: dict[int, list[Istanza]] = {}
    for una in Istanza.objects.filter(
        attendono, istituto_id=istituto_id, procedura__in=procedure
    ).order_by("rispondere_entro", "pk"):
        (accolti if una.esito else da_rispondere).setdefault(una.procedura_id, []).append(una)
    return da_rispondere, accolti


def _stati(
    istituto_id: int, procedure: Sequence[Procedura]
) -> tuple[dict[int, dict[int, str]], dict[int, set[int]]]:
    """By procedure: where each person stands, and who has taken up again what was sent."""
    stati: dict[int, dict[int, str]] = {}
    riprese: dict[int, set[int]] = {}
    for procedura, chi, stato, inviata_il in Richiesta.objects.filter(
        istituto_id=istituto_id, procedura__in=procedure
    ).values_list("procedura_id", "persona_id", "stato", "inviata_il"):
        suoi = stati.setdefault(procedura, {})
        if suoi.get(chi) not in CONCORRONO:
            suoi[chi] = stato
        if stato == StatoRichiesta.BOZZA.value and inviata_il is not None:
            riprese.setdefault(procedura, set()).add(chi)
    return stati, riprese
