"""What the import would do with a row."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from cpia.scuola.importazione.rules.righe import Riga, Rilievo


class Stato(StrEnum):
    """The four things a row can be."""

    NUOVO = "nuovo"
    MODIFICATO = "modificato"
    INVARIATO = "invariato"
    ERRATO = "errato"


@dataclass(frozen=True, slots=True)
class Differenza:
    """One field: what is recorded and what the file says."""

    campo: str
    prima: str
    dopo: str


@dataclass(slots=True)
class Proposta:
    """One row judged. ``piano`` is for the service, of the type of its kind of file.

    ``nuova`` says that the thing of the row is not recorded yet; ``note`` tell what else the row
    brings about.
    """

    riga: Riga
    titolo: str
    nuova: bool = False
    differenze: list[Differenza] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    piano: Any = None

    @property
    def numero(self) -> int:
        return self.riga.numero

    @property
    def rilievi(self) -> list[Rilievo]:
        return self.riga.rilievi

    @property
    def stato(self) -> Stato:
        if self.riga.errata:
            return Stato.ERRATO
        if self.nuova:
            return Stato.NUOVO
        return Stato.MODIFICATO if self.differenze else Stato.INVARIATO

    def differisce(self, campo: str, prima: object, dopo: object) -> None:
        """Note a difference, in words."""
        self.differenze.append(Differenza(campo, in_parole(prima), in_parole(dopo)))

    def annota(self, nota: str) -> None:
        """Note something once."""
        if nota not in self.note:
            self.note.append(nota)


def in_parole(valore: object) -> str:
    """A value as one reads it; nothing is a dash."""
    if isinstance(valore, date):
        return f"{valore:%d/%m/%Y}"
    return "–" if valore in (None, "") else str(valore)


def conteggi(proposte: Iterable[Proposta]) -> dict[str, int]:
    """How many rows of each state."""
    quante = Counter(proposta.stato for proposta in proposte)
    return {stato.value: quante[stato] for stato in Stato}


def da_eseguire(proposte: Iterable[Proposta]) -> list[Proposta]:
    """The rows that change something."""
    return [p for p in proposte if p.stato in {Stato.NUOVO, Stato.MODIFICATO}]
