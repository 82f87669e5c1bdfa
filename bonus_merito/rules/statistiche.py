"""What may be said of an outcome without telling anybody apart.

Source: Regolamento (UE) 2016/679 art. 5 par. 1 lett. c); CPIA Napoli Provincia 2, Regolamento
della commissione, arts. 7 c. 6 and 10 c. 5: the sums, the number, the spread by band.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bonus_merito.rules.pubblicazione import Conteggio, conteggi


@dataclass(frozen=True, slots=True)
class Gruppo:
    """A part of who asked: how many, and the cents paid to it."""

    voce: str
    numero: int
    centesimi: int = 0


@dataclass(frozen=True, slots=True)
class Detto:
    """A part as it may be said; ``centesimi`` is None where the number is."""

    conteggio: Conteggio
    centesimi: int | None


def da_dire(gruppi: Sequence[Gruppo], minimo: int) -> list[Detto]:
    """The parts of one whole that is said, each with its sum; too small a part keeps quiet.

    Where all are in one part nothing is said: beside a list of names it would be of each of them.
    """
    if len(gruppi) > 1 and sum(gruppo.numero > 0 for gruppo in gruppi) == 1:
        return [Detto(Conteggio(gruppo.voce, None), None) for gruppo in gruppi]
    numeri = conteggi([(gruppo.voce, gruppo.numero) for gruppo in gruppi], minimo)
    return [
        Detto(conteggio, None if conteggio.numero is None else gruppo.centesimi)
        for gruppo, conteggio in zip(gruppi, numeri, strict=True)
    ]


def media(valori: Iterable[Fraction], minimo: int) -> Fraction | None:
    """The mean of a group, None where who knows the own value would read one of too few others."""
    presi = list(valori)
    return sum(presi, Fraction(0)) / len(presi) if len(presi) > minimo else None
