"""What a judgement takes and gives: a parameter with its source, reasons, what speaks against."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Valore(Generic[T]):
    """What the rule in force says, who says it, and who says otherwise if anybody does."""

    valore: T
    fonte: str
    in_contrasto_con: str = ""

    @property
    def altra_fonte(self) -> str:
        """The sentence that shows the other source, or nothing."""
        return f" Altra fonte: {self.in_contrasto_con}" if self.in_contrasto_con else ""


@dataclass(frozen=True, slots=True)
class Motivo:
    """One step of a judgement.

    ``regola`` is its name, ``fonte`` the act and article that decide, ``testo`` one Italian
    sentence that holds the numbers of this very case.
    """

    regola: str
    fonte: str
    testo: str


@dataclass(frozen=True, slots=True)
class Violazione:
    """Why something is refused: a stable code, one Italian sentence, the source.

    ``campo`` is where on the screen it belongs, empty for the whole.
    """

    codice: str
    testo: str
    fonte: str
    campo: str = ""
