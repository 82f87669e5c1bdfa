"""How many have said what each circular of a list asks, still must, and no longer need to."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from cpia.avvisi.circolari.queries.destinatari import vesti
from cpia.avvisi.circolari.rules import CON_RISPOSTA
from cpia.avvisi.models import Circolare, DestinatariCircolare, RicevutaCircolare

DETTE = Q(letta_il__isnull=False) & (
    ~Q(circolare__riscontro__in=CON_RISPOSTA) | Q(risposta_il__isnull=False)
)
Persone = dict[int, set[int]]


@dataclass(frozen=True, slots=True)
class Attese:
    """The receipts of a circular: what was said, what is missing, what is owed no more."""

    dette: int = 0
    mancano: int = 0
    non_piu: int = 0

    @property
    def ricevute(self) -> int:
        return self.tenute + self.non_piu

    @property
    def tenute(self) -> int:
        """How many count for the answers: who has given one and who still must."""
        return self.dette + self.mancano


def attese(istituto_id: int, circolari: Iterable[Circolare], oggi: date) -> dict[int, Attese]:
    """The counts of each circular today. Seven queries, however many circulars and persons."""
    chiavi = [circolare.pk for circolare in circolari]
    ricevute = RicevutaCircolare.objects.filter(istituto_id=istituto_id, circolare__in=chiavi)
    dette = dict(ricevute.filter(DETTE).values_list("circolare_id").annotate(n=Count("pk")))
    sospese: Persone = defaultdict(set)
    for pk, persona_id in ricevute.exclude(DETTE).values_list("circolare_id", "persona_id"):
        sospese[pk].add(persona_id)
    tenute = _tenute(istituto_id, sospese, oggi)
    return {
        pk: Attese(
            dette=dette.get(pk, 0),
            mancano=len(sospese[pk] & tenute[pk]),
            non_piu=len(sospese[pk] - tenute[pk]),
        )
        for pk in chiavi
    }


def _tenute(istituto_id: int, circolari: Collection[int], oggi: date) -> Persone:
    """Who holds today a role of each circular."""
    righe = list(
        DestinatariCircolare.objects.filter(istituto_id=istituto_id, circolare__in=list(circolari))
    )
    chi: dict[tuple[str, int | None, int | None], set[int]] = defaultdict(set)
    for veste in vesti(istituto_id, righe, oggi):
        for dove in ((None, None), (veste.sede_id, None), (None, veste.classe_id)):
            chi[veste.ruolo, *dove].add(veste.persona_id)
    tenute: Persone = defaultdict(set)
    for riga in righe:
        sede_id = None if riga.classe_id else riga.sede_id
        tenute[riga.circolare_id] |= chi[riga.ruolo, sede_id, riga.classe_id]
    return tenute
