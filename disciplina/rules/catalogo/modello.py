"""The catalogue of a school: each row with its article, as the regulation prints it."""

from dataclasses import dataclass
from datetime import date

from disciplina.enums import Provvedimento
from disciplina.rules.catalogo.righe import (
    Competenza,
    Comportamento,
    Dovere,
    Guasto,
    Mancanza,
    Sanzione,
    Scala,
)
from disciplina.rules.catalogo.righe_ricorsi import Garanzia, Via


@dataclass(frozen=True, slots=True)
class Catalogo:
    """What one regulation says, in force from ``dal`` to ``al``.

    ``primaria_solo_persone`` is the article by which in primary school, as a rule, only a teacher
    or the dirigente sanctions.
    """

    slug: str
    scuola: str
    regolamento: str
    atto: str
    dal: date
    doveri: tuple[Dovere, ...]
    mancanze: tuple[Mancanza, ...]
    sanzioni: tuple[Sanzione, ...]
    competenze: tuple[Competenza, ...]
    garanzia: Garanzia
    vie: tuple[Via, ...]
    al: date | None = None
    scale: tuple[Scala, ...] = ()
    comportamento: tuple[Comportamento, ...] = ()
    guasti: tuple[Guasto, ...] = ()
    primaria_solo_persone: str = ""

    def fonte(self, articolo: str) -> str:
        """The citation of an article; one that names its own regulation is of the same school."""
        atto = "" if articolo.startswith("Regolamento ") else f"{self.regolamento}, "
        return f"{self.scuola}, {atto}{articolo}"

    def in_vigore(self, giorno: date) -> bool:
        """Whether it holds on a day, both ends included."""
        return self.dal <= giorno and (self.al is None or giorno <= self.al)

    def sanzione(self, codice: str) -> Sanzione:
        """A sanction by its code. Raises KeyError."""
        trovate = {una.codice: una for una in self.sanzioni}
        return trovate[codice]

    def del_tipo(self, tipo: Provvedimento) -> tuple[Sanzione, ...]:
        """The sanctions of one kind, in the order of the regulation."""
        return tuple(una for una in self.sanzioni if una.tipo is tipo)
