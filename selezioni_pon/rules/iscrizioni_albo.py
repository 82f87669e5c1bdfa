"""The register of experts: its entries, its rules, and what is judged of an entry.

Source: IC di Porto Venere, Regolamento per il conferimento di incarichi, artt. 1, 3, 4, 6.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from selezioni_pon.rules.scritte import Scritte

CITATE = (
    "istituzione", "requisiti", "esclusi", "autorizzazione", "cooperative", "senza_obbligo",
    "sui_progetti",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RegoleAlbo:
    """How many school years an entry lasts, and who says each condition."""

    durata: Valore[int]
    istituzione: str
    requisiti: str
    esclusi: str
    autorizzazione: str
    cooperative: str
    senza_obbligo: str
    sui_progetti: str


@dataclass(frozen=True, slots=True)
class IscrizioneAlbo:
    """An expert in the register.

    ``settori`` are the activities; ``requisiti`` whether those of admission were verified;
    ``cooperativa`` is empty for who works alone, and then its papers do not matter.
    """

    id: str
    nome: str
    settori: frozenset[str]
    iscritto_il: date
    requisiti: bool = True
    docente_di_altra_scuola: bool = False
    dipendente_pubblico: bool = False
    cooperativa: str = ""
    documenti_cooperativa: bool = False
    cancellato_il: date | None = None


@dataclass(frozen=True, slots=True)
class Valida:
    """Whether an entry holds for a call; the reasons also say what a contract still needs."""

    iscrizione: IscrizioneAlbo
    scade: date
    violazioni: tuple[Violazione, ...]
    motivi: tuple[Motivo, ...]

    @property
    def vale(self) -> bool:
        """Whether the expert may be called."""
        return not self.violazioni


def albo_da(dati: Mapping[str, object], dove: str, durata: Valore[int]) -> RegoleAlbo:
    """The rules that the data and the years in force describe.

    Raises ValueError, in Italian and with the place, for what is badly written.
    """
    scritte = Scritte.lette(dati, dove)
    scritte.solo("fonte", *CITATE)
    return RegoleAlbo(durata, *(scritte.fonte(chiave) for chiave in CITATE))
