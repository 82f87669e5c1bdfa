"""The procedures in which something is to be done, with the counts that say what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bonus_merito.enums import StatoRichiesta
from bonus_merito.models import Istanza, Procedura, Requisiti, Richiesta
from bonus_merito.queries.proprie import CONCORRONO


@dataclass(frozen=True)
class Aperta:
    """A procedure in which somebody may have something to do.

    ``stati`` is where each person stands, by the id: a row of office goes before what was begun;
    ``riprese`` are those who took up again what they had sent;
    ``controllate`` are the persons of whom the office has looked at the preconditions.
    """

    procedura: Procedura
    stati: Mapping[int, str]
    riprese: frozenset[int]
    controllate: frozenset[int]
    istanze: Sequence[Istanza]

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
    istanze: dict[int, list[Istanza]] = {}
    for una in Istanza.objects.filter(
        istituto_id=istituto_id, procedura__in=procedure, esito=""
    ).order_by("rispondere_entro", "pk"):
        istanze.setdefault(una.procedura_id, []).append(una)
    return [
        Aperta(
            procedura,
            stati.get(procedura.pk, {}),
            frozenset(riprese.get(procedura.pk, ())),
            frozenset(controllate.get(procedura.pk, ())),
            istanze.get(procedura.pk, []),
        )
        for procedura in procedure
    ]


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
