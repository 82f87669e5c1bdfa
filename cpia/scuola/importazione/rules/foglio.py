"""What is read of a file before anything is understood of it."""

from dataclasses import dataclass
from typing import Final

MAX_BYTE: Final = 10 * 2**20
MAX_RIGHE: Final = 5_000
MAX_COLONNE: Final = 100
MAX_CARATTERI_CELLA: Final = 5_000
# Rows above the header: titles, the name of the school, the date of the export.
MAX_RIGHE_DI_TITOLO: Final = 20


class FileNonLeggibile(ValueError):
    """The message is Italian and says what to do."""


@dataclass(frozen=True, slots=True)
class RigaLetta:
    """The cells of a row as text, without empty ones at the end; ``numero`` as Excel counts."""

    numero: int
    celle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foglio:
    """The rows that are not empty, and what the reader should know about how they were read."""

    righe: tuple[RigaLetta, ...]
    avvisi: tuple[str, ...] = ()


class Raccolta:
    """Takes the rows one by one and stops a file that is too long or too wide."""

    def __init__(self) -> None:
        self.righe: list[RigaLetta] = []
        self._caratteri = 0

    def aggiungi(self, numero: int, celle: list[str]) -> None:
        """Keep a row; empty ones are skipped. Raises FileNonLeggibile past the limits."""
        piene = _senza_coda(celle)
        if not piene:
            return
        if len(piene) > MAX_COLONNE:
            raise troppe_colonne(numero)
        self._caratteri += sum(map(len, piene))
        if self._caratteri > MAX_BYTE or max(map(len, piene)) > MAX_CARATTERI_CELLA:
            raise FileNonLeggibile(
                f"Alla riga {numero} c’è troppo testo per un elenco: togli le colonne di note."
            )
        if len(self.righe) > MAX_RIGHE + MAX_RIGHE_DI_TITOLO:
            raise troppe_righe()
        self.righe.append(RigaLetta(numero, tuple(piene)))


def troppe_righe() -> FileNonLeggibile:
    """The refusal of a file with more rows than one import takes."""
    return FileNonLeggibile("Il file ha più di 5.000 righe: dividilo in due o più file.")


def troppe_colonne(riga: int) -> FileNonLeggibile:
    """The refusal of a row wider than any list of persons."""
    return FileNonLeggibile(
        f"La riga {riga} ha più di {MAX_COLONNE} colonne: tieni solo quelle che servono."
    )


def _senza_coda(celle: list[str]) -> list[str]:
    fine = len(celle)
    while fine and not celle[fine - 1].strip():
        fine -= 1
    return celle[:fine]
