"""Hours of attendance unit by unit: what the plan asks for, what is due so far, what counts.

Source: CPIA Napoli Provincia 2, Regolamento d’istituto, capo III, art. 7: the hours of the
personalised timetable, so of no unit more hours than the plan of the person gives it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Motivo
from patto_formativo.rules.fonti import CAPO_III
from patto_formativo.rules.frequenza import Presenza
from patto_formativo.rules.misure import NULLA, in_ore

ART_7: Final = f"{CAPO_III}, art. 7"


@dataclass(frozen=True, slots=True)
class UnitaDelPiano:
    """A unit as the person follows it: its hours are those of the agreement."""

    uda: str
    titolo: str
    ore: Fraction


@dataclass(frozen=True, slots=True)
class OreDiUnita:
    """One unit: planned, due so far, attended; ``oltre`` is beyond the hours of the plan."""

    uda: str
    titolo: str
    piano: Fraction
    dovute: Fraction
    in_presenza: Fraction
    a_distanza: Fraction
    da_verificare: Fraction
    oltre: Fraction

    @property
    def frequentate(self) -> Fraction:
        """Hours within the plan, those at a distance once they are checked."""
        return self.in_presenza + self.a_distanza


def ore_per_unita(
    piano: Iterable[UnitaDelPiano], presenze: Iterable[Presenza], tenute: Mapping[str, Fraction]
) -> tuple[OreDiUnita, ...]:
    """The hours of each unit of a plan; ``tenute`` are those of the lessons held for the person.

    What is due of a unit is never more than its hours in the plan, and so what counts of it:
    hours in presence come first, then those at a distance.
    """
    somme: dict[str, list[Fraction]] = {}
    for presenza in presenze:
        somma = somme.setdefault(presenza.uda, [NULLA, NULLA, NULLA])
        somma[_dove(presenza)] += presenza.ore
    return tuple(_unita(u, somme.get(u.uda), tenute.get(u.uda, NULLA)) for u in piano)


def fuori_dal_piano(piano: Iterable[UnitaDelPiano], presenze: Iterable[Presenza]) -> Fraction:
    """Hours attended on units that are not in the plan."""
    nel_piano = {unita.uda for unita in piano}
    return sum((p.ore for p in presenze if p.uda not in nel_piano), NULLA)


def presenze_del_piano(righe: Iterable[OreDiUnita]) -> Iterator[Presenza]:
    """The hours that the count of the path starts from, within each unit of the plan."""
    for riga in righe:
        yield Presenza(riga.uda, riga.in_presenza)
        yield Presenza(riga.uda, riga.a_distanza, a_distanza=True)
        yield Presenza(riga.uda, riga.da_verificare, a_distanza=True, verificata=False)


def dovute(righe: Iterable[OreDiUnita]) -> Fraction:
    """Hours due so far on the whole plan."""
    return sum((riga.dovute for riga in righe), NULLA)


def che_non_contano(righe: Sequence[OreDiUnita], fuori: Fraction) -> tuple[Motivo, ...]:
    """Why hours that were attended are not in the count of the path."""
    motivi = []
    if oltre := sum((riga.oltre for riga in righe), NULLA):
        testo = f"Non contano {in_ore(oltre)} oltre quelle che il piano dà all’unità."
        motivi.append(Motivo("oltre_il_piano", ART_7, testo))
    if fuori:
        testo = f"Non contano {in_ore(fuori)} in unità che non sono nel piano."
        motivi.append(Motivo("fuori_dal_piano", ART_7, testo))
    return tuple(motivi)


def _dove(presenza: Presenza) -> int:
    if not presenza.a_distanza:
        return 0
    return 1 if presenza.verificata else 2


def _unita(unita: UnitaDelPiano, somma: list[Fraction] | None, tenute: Fraction) -> OreDiUnita:
    in_presenza, a_distanza, da_verificare = somma or (NULLA, NULLA, NULLA)
    contate = min(in_presenza, unita.ore)
    distanti = min(a_distanza, unita.ore - contate)
    return OreDiUnita(
        unita.uda, unita.titolo, unita.ore, min(tenute, unita.ore), contate, distanti,
        da_verificare, in_presenza + a_distanza - contate - distanti,
    )  # fmt: skip
