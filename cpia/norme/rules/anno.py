"""The school year: 1 September to 31 August (D.Lgs. 297/1994, art. 74 c. 1)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

MESE_DI_INIZIO: Final = 9
SECOLO: Final = 100
ETICHETTA: Final = re.compile(r"(\d{4})\s*[/-]\s*(\d{4}|\d{2})")


class AnnoScolasticoNonValido(ValueError):
    """A text that names no school year."""


@dataclass(frozen=True, slots=True, order=True)
class AnnoScolastico:
    """A school year, known by the calendar year in which it begins."""

    inizio: int

    @property
    def dal(self) -> date:
        return date(self.inizio, MESE_DI_INIZIO, 1)

    @property
    def al(self) -> date:
        return date(self.inizio + 1, MESE_DI_INIZIO - 1, 31)

    @property
    def etichetta(self) -> str:
        """The name on the papers: «2023/24»."""
        return f"{self.inizio}/{(self.inizio + 1) % SECOLO:02d}"

    @property
    def successivo(self) -> "AnnoScolastico":
        return AnnoScolastico(self.inizio + 1)

    @property
    def precedente(self) -> "AnnoScolastico":
        return AnnoScolastico(self.inizio - 1)

    def __str__(self) -> str:
        return self.etichetta

    def __contains__(self, giorno: date) -> bool:
        return self.dal <= giorno <= self.al


def anno_scolastico(giorno: date) -> AnnoScolastico:
    """The school year that holds ``giorno`` (D.Lgs. 297/1994, art. 74 c. 1)."""
    return AnnoScolastico(giorno.year if giorno.month >= MESE_DI_INIZIO else giorno.year - 1)


def da_etichetta(testo: str) -> AnnoScolastico:
    """The school year named by «2023/24», «2023-24» or «2023/2024».

    Raises AnnoScolasticoNonValido when the text has another shape or its years do not follow
    one another.
    """
    trovato = ETICHETTA.fullmatch(testo.strip())
    if trovato is None:
        raise AnnoScolasticoNonValido(
            f"«{testo}» non è un anno scolastico: si scrive, per esempio, 2023/24"
        )
    inizio, fine = int(trovato[1]), trovato[2]
    atteso = inizio + 1 if len(fine) > 2 else (inizio + 1) % SECOLO
    if int(fine) != atteso:
        raise AnnoScolasticoNonValido(f"«{testo}»: i due anni non sono uno di seguito all’altro")
    return AnnoScolastico(inizio)
