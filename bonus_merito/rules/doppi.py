"""The same evidence claimed twice: the same bytes, or the same act of the school.

Source: L. 107/2015 art. 1 c. 128, the bonus is additional pay; that the same work is not paid twice
is the practice of the schools, so it is told and not forbidden.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

DUE_VOLTE: Final = (
    "L. 107/2015, art. 1 c. 128: il bonus è retribuzione accessoria; che un’attività si paghi una "
    "volta sola è prassi d’istituto"
)


@dataclass(frozen=True, slots=True)
class Usata:
    """A piece of evidence: ``segno`` is what makes two of them the same."""

    segno: str
    prova: int
    attivita: int
    richiesta: int
    persona: int


def segno_di(impronta: str, atto: int | None) -> str:
    """What two pieces of evidence have in common when they are the same one."""
    return f"atto:{atto}" if atto is not None else f"file:{impronta}"


def gemelle(usate: Iterable[Usata]) -> Mapping[int, tuple[Usata, ...]]:
    """For each piece of evidence, by its id, where else the same one is claimed."""
    per_segno: dict[str, list[Usata]] = {}
    for usata in usate:
        per_segno.setdefault(usata.segno, []).append(usata)
    return {
        usata.prova: altrove
        for stesse in per_segno.values()
        for usata in stesse
        if (altrove := tuple(a for a in stesse if a.attivita != usata.attivita))
    }
