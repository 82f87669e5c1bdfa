"""How long a course lasts: who is in the last year concludes, the others go up."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

ANNO_SCOLASTICO: Final = "D.Lgs. 297/1994, art. 74 c. 1"


@dataclass(frozen=True, slots=True)
class Durata:
    """The years of a course of study and who says so."""

    anni: int
    fonte: str


# The keys are the values of Ordinamento in ``cpia.scuola.enums``. Adults have paths, not years.
DURATE: Final = {
    "liceo": Durata(5, "D.P.R. 89/2010, art. 2"),
    "tecnico": Durata(5, "D.P.R. 88/2010, art. 5"),
    "professionale": Durata(5, "D.Lgs. 61/2017, art. 4"),
    "primo_ciclo": Durata(3, "D.Lgs. 59/2004, art. 4"),
}
PRIMARIA: Final = Durata(5, "D.Lgs. 59/2004, art. 4")


def durata(ordinamento: str, anni_presenti: Collection[int] = ()) -> Durata | None:
    """How long a course lasts; None for the adults, whose steps nobody takes by the calendar.

    A course of the first cycle that has a fourth or a fifth year is a primary school; otherwise it
    is a lower secondary school, of three years (D.Lgs. 59/2004 art. 4).
    """
    if ordinamento == "primo_ciclo" and max(anni_presenti, default=0) > DURATE[ordinamento].anni:
        return PRIMARIA
    return DURATE.get(ordinamento)


def primo_giorno(inizio: int) -> date:
    """1 September of the year in which a school year begins (D.Lgs. 297/1994 art. 74 c. 1)."""
    return date(inizio, 9, 1)


def ultimo_giorno(inizio: int) -> date:
    """31 August of the year in which it ends (D.Lgs. 297/1994 art. 74 c. 1)."""
    return date(inizio + 1, 8, 31)


def inizio_anno(giorno: date) -> int:
    """The calendar year in which the school year of a day begins (same article)."""
    return giorno.year if giorno.month >= 9 else giorno.year - 1


def detto(inizio: int) -> str:
    """The school year as it is written: «2024/25»."""
    return f"{inizio}/{(inizio + 1) % 100:02d}"
