"""Faults of what was asked: where in the JSON, and in one Italian line what would be right."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

LUNGHEZZA_MASSIMA = 60


@dataclass(frozen=True, slots=True)
class Guasto:
    """One fault: JSON path (``$.valutazioni[0].livello``) and message, always one line."""

    percorso: str
    testo: str

    def __str__(self) -> str:
        return f"{self.percorso}: {self.testo}"


class DatiErrati(ValueError):
    """What was asked cannot be answered; carries every fault found."""

    def __init__(self, guasti: Iterable[Guasto]) -> None:
        self.guasti = tuple(guasti)
        super().__init__("\n".join(map(str, self.guasti)))


@dataclass(frozen=True, slots=True)
class NumeroImproprio:
    """A JSON number that no field takes: with decimals, without end, not a number at all."""

    scritto: str


def figlio(percorso: str, chiave: str) -> str:
    """The path of a key: ``$.mezzo``, or ``$["una chiave"]`` when it is no plain word."""
    if chiave.isidentifier():
        return f"{percorso}.{chiave}"
    return f"{percorso}[{mostra(chiave)}]"


def mostra(valore: object) -> str:
    """A JSON value as a message may quote it: short, on one line, nothing invisible."""
    match valore:
        case NumeroImproprio(scritto):
            return _breve(scritto)
        case dict():
            return "un oggetto"
        case list():
            return "un elenco"
        case str():
            return f'"{_breve(visibile(valore))}"'
        case _:
            return json.dumps(valore)


def visibile(testo: str) -> str:
    """The text on one line, with what cannot be seen written out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in testo)


def _breve(testo: str) -> str:
    return testo if len(testo) <= LUNGHEZZA_MASSIMA else f"{testo[:LUNGHEZZA_MASSIMA]}…"
