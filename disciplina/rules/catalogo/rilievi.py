"""A finding on a catalogue, with the two texts that do not agree."""

from dataclasses import dataclass

from disciplina.enums import CodiceRilievo


@dataclass(frozen=True, slots=True)
class Lettura:
    """One of two readings: where it is written, and what it says."""

    fonte: str
    testo: str


@dataclass(frozen=True, slots=True)
class Rilievo:
    """What does not agree, at which item, with both readings and the one that the portal keeps.

    ``da_verificare``: one of the two was not read in the act itself, or binds only by analogy.
    """

    codice: CodiceRilievo
    dove: str
    testo: str
    prima: Lettura
    seconda: Lettura
    vale: str
    da_verificare: bool = False
