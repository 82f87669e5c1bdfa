"""What is written of a commission, as its acts take it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatiNomina:
    """Who is named, by person: who presides, who else sits, who substitutes; with which act."""

    presidente_id: int
    componenti: tuple[int, ...]
    supplenti: tuple[int, ...] = ()
    atto: str = ""

    @property
    def persone(self) -> tuple[int, ...]:
        """All of them, in the order in which they were named."""
        return (self.presidente_id, *self.componenti, *self.supplenti)


@dataclass(frozen=True, slots=True)
class DatiDichiarazione:
    """What a member declares: no conviction that bars, with which applications a conflict."""

    senza_condanne: bool
    in_conflitto: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class DatiSostituzione:
    """Which member leaves, which person takes the place, why, with which act."""

    esce_id: int
    entra_id: int
    motivo: str
    atto: str = ""
