"""What is read once for all the desks of a CPIA, and to whom a thing to do is addressed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from cpia.norme.rules.anno import AnnoScolastico, anno_scolastico
from cpia.scuola.models import Persona, Responsabilita
from patto_formativo.enums import StatoCorsista
from patto_formativo.models import Corsista
from patto_formativo.queries.regole import RegolePatto, regole
from patto_formativo.rules.eta import minorenne


@dataclass(frozen=True)
class Quadro:
    """A CPIA on a day: its rules and who is on a path."""

    istituto_id: int
    oggi: date
    regole: RegolePatto
    corsisti: tuple[Corsista, ...]

    @property
    def anno(self) -> AnnoScolastico:
        """The school year of today."""
        return anno_scolastico(self.oggi)

    @cached_property
    def per_id(self) -> Mapping[int, Corsista]:
        """The persons on a path by their id."""
        return {corsista.pk: corsista for corsista in self.corsisti}

    @cached_property
    def responsabili(self) -> Mapping[int, list[Persona]]:
        """By the id of a minor's person, who answers for him or her today. One query.

        Whom a court has limited answers for nobody.
        """
        oggi = self.oggi
        righe = Responsabilita.objects.filter(
            Q(al__isnull=True) | Q(al__gte=oggi),
            istituto_id=self.istituto_id, dal__lte=oggi, limite="",
            studente__in=[c.persona_id for c in self.corsisti],
        ).select_related("adulto")  # fmt: skip
        per_studente: dict[int, list[Persona]] = defaultdict(list)
        for riga in righe.order_by("pk"):
            per_studente[riga.studente_id].append(riga.adulto)
        return per_studente

    def a_chi(self, corsista: Corsista) -> list[Persona]:
        """Whom one writes to: who learns, of a minor who answers for him or her."""
        if not minorenne(corsista.nascita, self.oggi):
            return [corsista.persona]
        return self.responsabili.get(corsista.persona_id, [])


def leggi(istituto_id: int, oggi: date) -> Quadro:
    """The whole CPIA. Two queries."""
    righe = Corsista.objects.filter(
        istituto_id=istituto_id, stato=StatoCorsista.ATTIVO.value
    ).select_related("persona", "domanda", "offerta", "anno_scolastico", "ultimo_anno")
    return Quadro(istituto_id, oggi, regole(istituto_id, oggi), tuple(righe.order_by("pk")))


def per_tutor(corsisti: Iterable[Corsista]) -> dict[int, list[Corsista]]:
    """Those who have one, under their tutor: a desk has one row for all of them."""
    gruppi: dict[int, list[Corsista]] = defaultdict(list)
    for corsista in corsisti:
        if corsista.tutor_id is not None:
            gruppi[corsista.tutor_id].append(corsista)
    return gruppi
