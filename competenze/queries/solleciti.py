"""Whom the coordinator may remind from the desk, and whom he or she has reminded today."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, time

from django.utils import timezone

from competenze.enums import StatoClasse, StatoInserimento
from competenze.models import Inserimento
from competenze.queries.avanzamento import avanzamenti
from competenze.queries.quadro import SOLLECITO
from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Promemoria
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
from cpia.scuola.queries import in_vigore


@dataclass
class Solleciti:
    """A class: the subjects without any level, who teaches them, today's reminders."""

    mancano: dict[int, set[int]] = field(default_factory=dict)
    fatti: list[Promemoria] = field(default_factory=list)

    @property
    def docenti(self) -> int:
        """How many people a reminder would reach."""
        return len(set().union(*self.mancano.values()))

    @property
    def annullabili(self) -> bool:
        """Whether none of today's reminders has left."""
        return all(uno.stato == StatoPromemoria.IN_ATTESA for uno in self.fatti)


def solleciti(contesto: Contesto, rilevate: Collection[int]) -> dict[int, Solleciti]:
    """For each of these classes, missing subjects and reminders of today. Four queries."""
    per_classe = {pk: Solleciti() for pk in rilevate}
    aperti = list(
        Inserimento.objects.filter(
            istituto=contesto.istituto,
            classe_rilevata__in=per_classe,
            classe_rilevata__stato=StatoClasse.APERTA,
            stato=StatoInserimento.APERTO,
        )
    )
    fatte = avanzamenti([inserimento.pk for inserimento in aperti])
    docenti = _docenti(contesto, {inserimento.cattedra_id for inserimento in aperti})
    for inserimento in aperti:
        suoi = docenti.get(inserimento.cattedra_id, set())
        if suoi and not fatte[inserimento.pk].fatte:
            per_classe[inserimento.classe_rilevata_id].mancano[inserimento.pk] = suoi
    for promemoria in _di_oggi(contesto, set().union(*docenti.values())):
        rilevata = int(promemoria.chiave.removeprefix(f"{SOLLECITO}.").partition(".")[0])
        if rilevata in per_classe:
            per_classe[rilevata].fatti.append(promemoria)
    return per_classe


def _docenti(contesto: Contesto, cattedre: Collection[int]) -> dict[int, set[int]]:
    docenti: dict[int, set[int]] = defaultdict(set)
    for cattedra, persona in Incarico.objects.filter(
        in_vigore(contesto.oggi),
        istituto=contesto.istituto,
        ruolo=Ruolo.DOCENTE,
        cattedra__in=cattedre,
    ).values_list("cattedra_id", "persona_id"):
        docenti[cattedra].add(persona)
    return docenti


def _di_oggi(contesto: Contesto, docenti: Collection[int]) -> list[Promemoria]:
    mezzanotte = timezone.make_aware(datetime.combine(contesto.oggi, time.min))
    return list(
        Promemoria.objects.filter(
            istituto=contesto.istituto,
            destinatario__in=docenti,
            tipo=SOLLECITO,
            dovuto_il__gte=mezzanotte,
        ).select_related("destinatario")
    )
