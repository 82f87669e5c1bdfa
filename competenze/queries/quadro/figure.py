"""Coordinates of the small pictures: the strip of a cell, the profile of a student."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from competenze.enums import Livello
from competenze.rules.media import Riepilogo

# Strip of a cell: from D at x = 3 to A at x = 45, one level every 14 units.
ORIGINE, PASSO = 3, 14
# Profile of a student: one column every 22 units, one level every 14, A on top.
COLONNA, ALTEZZA, MARGINE = 22, 14, 12


@dataclass(frozen=True, slots=True)
class Striscia:
    """``simbolo`` names the drawn range (lowest-highest), ``x`` is where the mean stands."""

    simbolo: str
    x: str


def striscia(riepilogo: Riepilogo) -> Striscia | None:
    """The strip of a cell, or None when nobody assessed."""
    if riepilogo.media is None:
        return None
    simbolo = f"{riepilogo.minimo}{riepilogo.massimo}"
    return Striscia(simbolo, _decimi(ORIGINE + PASSO * (riepilogo.media - 1)))


@dataclass(frozen=True, slots=True)
class Intervallo:
    """One of the ten ranges that strips are made of, drawn once in the page."""

    nome: str
    da: int
    a: int
    lontani: bool


INTERVALLI = tuple(
    Intervallo(
        nome=f"{minimo}{massimo}",
        da=ORIGINE + PASSO * (minimo - 1),
        a=ORIGINE + PASSO * (massimo - 1),
        lontani=Riepilogo(2, 0, minimo, massimo).distanti,
    )
    for minimo in range(1, 5)
    for massimo in range(minimo, 5)
)


@dataclass(frozen=True, slots=True)
class Punto:
    x: int
    y: int
    lettera: str


@dataclass(frozen=True, slots=True)
class Profilo:
    """The levels of a student joined by a line; a gap where a level is not defined."""

    punti: tuple[Punto, ...]
    linee: tuple[str, ...]
    larghezza: int


def profilo(livelli: Sequence[Livello | None]) -> Profilo:
    """The picture of one student, in the order of the columns."""
    punti = [_punto(posto, livello) for posto, livello in enumerate(livelli)]
    return Profilo(
        punti=tuple(punto for punto in punti if punto),
        linee=tuple(_linea(tratto) for tratto in _tratti(punti)),
        larghezza=2 * MARGINE + COLONNA * (len(livelli) - 1),
    )


def _punto(posto: int, livello: Livello | None) -> Punto | None:
    if livello is None or livello.numero is None:
        return None
    return Punto(MARGINE + COLONNA * posto, MARGINE + ALTEZZA * (4 - livello.numero), livello.value)


def _tratti(punti: Sequence[Punto | None]) -> list[list[Punto]]:
    tratti: list[list[Punto]] = [[]]
    for punto in punti:
        if punto is None:
            tratti.append([])
        else:
            tratti[-1].append(punto)
    return [tratto for tratto in tratti if len(tratto) > 1]


def _linea(tratto: Sequence[Punto]) -> str:
    return " ".join(f"{punto.x},{punto.y}" for punto in tratto)


def _decimi(numero: Fraction) -> str:
    """A coordinate with one decimal and a point, as SVG wants it, from an exact number."""
    decimi = round(numero * 10)
    return f"{decimi // 10}.{decimi % 10}"
