"""Values that regulations speak of: a day of the year, a length of time."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.enums import Unita

MESI: Final = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
SETTIMANA: Final = (
    "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
)  # fmt: skip
ANNO_BISESTILE: Final = 2000
ORE_DEL_GIORNO: Final = 24


def data_in_lettere(giorno: date) -> str:
    """A day as Italians write it in a sentence: «venerdì 1º marzo 2024»."""
    numero = "1º" if giorno.day == 1 else str(giorno.day)
    return f"{SETTIMANA[giorno.weekday()]} {numero} {MESI[giorno.month - 1]} {giorno.year}"


@dataclass(frozen=True, slots=True, order=True)
class GiornoMese:
    """A day that comes back every year, such as the feast of the patron saint.

    Raises ValueError for a day that no year has; 29 February is allowed and falls only in leap
    years.
    """

    mese: int
    giorno: int

    def __post_init__(self) -> None:
        date(ANNO_BISESTILE, self.mese, self.giorno)

    def __str__(self) -> str:
        return f"{self.giorno:02d}/{self.mese:02d}"

    def cade(self, giorno: date) -> bool:
        """Whether ``giorno`` is this day of its year."""
        return (giorno.month, giorno.day) == (self.mese, self.giorno)


@dataclass(frozen=True, slots=True)
class Durata:
    """A length of time as a regulation writes it: days, working days, free days or hours."""

    quantita: int
    unita: Unita = Unita.GIORNI

    def __post_init__(self) -> None:
        if self.quantita < 0:
            raise ValueError("una durata non può essere negativa")

    def __str__(self) -> str:
        if self.quantita != 1:
            return f"{self.quantita} {self.unita.etichetta}"
        singolare = {
            Unita.GIORNI: "giorno",
            Unita.GIORNI_LAVORATIVI: "giorno lavorativo",
            Unita.GIORNI_LIBERI: "giorno libero",
            Unita.ORE: "ora",
        }
        return f"1 {singolare[self.unita]}"

    @property
    def giorni(self) -> int:
        """The number of days; hours count as whole days, rounded up (24 hours are one day)."""
        if self.unita is Unita.ORE:
            return -(-self.quantita // ORE_DEL_GIORNO)
        return self.quantita
