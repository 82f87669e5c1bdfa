"""Who sits at a given instant: the roll call, then arrivals and leavings with their hour."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Generic, TypeVar

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Movimento(Generic[C]):
    """A member comes in or goes out; the roll call is the first coming in of those present."""

    componente: C
    quando: datetime
    entra: bool


class MovimentoImpossibile(ValueError):
    """Who is in cannot come in again, who is out cannot go out."""


@dataclass(frozen=True, slots=True)
class Gradino:
    """From this instant on so many are present: a step of the line that the screen draws."""

    dal: datetime
    presenti: int


@dataclass(frozen=True, slots=True)
class Caduta:
    """A time in which the sitting had no legal number; ``al`` is missing while it lasts."""

    dal: datetime
    al: datetime | None
    presenti: int


def presenti(
    movimenti: Iterable[Movimento[C]], quando: datetime, *, interessati: Collection[C] = ()
) -> frozenset[C]:
    """The members present at an instant, without those who are out because of an interest.

    Who has an interest in an item neither counts nor votes on it, and is back on the next one.
    Raises MovimentoImpossibile.
    """
    dentro: set[C] = set()
    for movimento in _in_ordine(movimenti):
        if movimento.quando > quando:
            break
        _muovi(dentro, movimento)
    return frozenset(dentro.difference(interessati))


def andamento(movimenti: Iterable[Movimento[C]]) -> tuple[Gradino, ...]:
    """How many are present from each instant at which the number changes."""
    dentro: set[C] = set()
    gradini: list[Gradino] = []
    for quando, insieme in groupby(_in_ordine(movimenti), key=lambda movimento: movimento.quando):
        prima = len(dentro)
        for movimento in insieme:
            _muovi(dentro, movimento)
        if len(dentro) != prima:
            gradini.append(Gradino(quando, len(dentro)))
    return tuple(gradini)


def cadute(gradini: Iterable[Gradino], numero_legale: int) -> tuple[Caduta, ...]:
    """The times in which fewer than the legal number were present, with the lowest count.

    Before the number is reached for the first time the sitting has not begun: that is no fall.
    """
    trovate: list[Caduta] = []
    raggiunto = False
    for gradino in gradini:
        sotto = gradino.presenti < numero_legale
        aperta = trovate[-1] if trovate and trovate[-1].al is None else None
        if sotto and aperta:
            trovate[-1] = Caduta(aperta.dal, None, min(aperta.presenti, gradino.presenti))
        elif sotto and raggiunto:
            trovate.append(Caduta(gradino.dal, None, gradino.presenti))
        elif aperta and not sotto:
            trovate[-1] = Caduta(aperta.dal, gradino.dal, aperta.presenti)
        raggiunto = raggiunto or not sotto
    return tuple(trovate)


def _in_ordine(movimenti: Iterable[Movimento[C]]) -> list[Movimento[C]]:
    """By the hour; of the same hour in the order in which they were written down."""
    return sorted(movimenti, key=lambda movimento: movimento.quando)


def _muovi(dentro: set[C], movimento: Movimento[C]) -> None:
    if movimento.entra == (movimento.componente in dentro):
        verbo = "è già presente" if movimento.entra else "è già assente"
        raise MovimentoImpossibile(f"{movimento.componente} {verbo} alle {movimento.quando:%H.%M}")
    (dentro.add if movimento.entra else dentro.discard)(movimento.componente)
