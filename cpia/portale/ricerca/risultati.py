"""What a search gives back: the same row for every kind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cpia.portale.ricerca.domanda import Domanda
from cpia.scuola.access import Contesto


@dataclass(frozen=True, slots=True)
class Risultato:
    """One thing found: its name, a line that tells it from others, where it opens, of which day."""

    titolo: str
    riga: str
    indirizzo: str
    quando: date | None = None


@dataclass(frozen=True, slots=True)
class Trovati:
    """Some results of a kind, and how many there are in all."""

    risultati: tuple[Risultato, ...] = ()
    in_tutto: int = 0


NIENTE = Trovati()
Fetta = slice
Cerca = Callable[[Contesto, Domanda, Fetta], Trovati]


@dataclass(frozen=True, slots=True)
class Fonte:
    """A kind of things that can be found."""

    chiave: str
    titolo: str
    cerca: Cerca


def trovati(righe: Sequence[Any], racconta: Callable[[Any], Risultato]) -> Trovati:
    """The rows of a query made by ``trova``, told one by one."""
    if not righe:
        return NIENTE
    return Trovati(tuple(map(racconta, righe)), righe[0].in_tutto)


def fetta_di(tutti: Iterable[Risultato], fetta: Fetta) -> Trovati:
    """A part of results that are all known already."""
    elenco = tuple(tutti)
    return Trovati(elenco[fetta], len(elenco))
