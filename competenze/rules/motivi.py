"""What every judgement hands back beside its answer: reasons, violations, sourced parameters."""

from dataclasses import dataclass
from typing import Generic, TypeVar

CIRCOLARE = "Circolare n. 417 del 31 maggio 2024 (IIS «Antonietti», Iseo)"
CIRCOLARE_A = f"{CIRCOLARE}, lettera A"
CIRCOLARE_B = f"{CIRCOLARE}, lettera B"
CIRCOLARE_C = f"{CIRCOLARE}, lettera C"
DM_14 = "DM 14 del 30 gennaio 2024, modello per l'obbligo di istruzione"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Valore(Generic[T]):
    """A parameter of a regulation with the act, article and comma that fix it."""

    valore: T
    fonte: str


@dataclass(frozen=True, slots=True)
class Motivo:
    """Why an answer is what it is: the rule, its source, one Italian sentence with the numbers."""

    regola: str
    fonte: str
    testo: str


@dataclass(frozen=True, slots=True)
class Violazione:
    """Why something is refused: a stable code, one Italian sentence, the source."""

    codice: str
    testo: str
    fonte: str
