"""What is asked of a cell and what becomes of it."""

from dataclasses import dataclass

from competenze.models import Valutazione
from competenze.queries.inserimento import Chiave
from competenze.rules.celle import Contenuto
from cpia.norme.rules.motivi import Violazione


@dataclass(frozen=True, slots=True)
class CellaVoluta:
    """What somebody wants in a cell, and the version seen there (0: nothing yet)."""

    iscrizione_id: int
    competenza_id: int
    contenuto: Contenuto
    versione: int

    @property
    def chiave(self) -> Chiave:
        return self.iscrizione_id, self.competenza_id


@dataclass(frozen=True, slots=True)
class EsitoCella:
    """What became of it: saved at ``versione``, else refused, else ``altra`` stands there."""

    voluta: CellaVoluta
    versione: int
    altra: Valutazione | None = None
    violazioni: tuple[Violazione, ...] = ()

    @property
    def stato(self) -> str:
        if self.violazioni:
            return "rifiutata"
        return "conflitto" if self.altra else "salvata"


def contenuto(riga: Valutazione | None) -> Contenuto:
    """What a recorded cell holds; nothing where there is no row."""
    return Contenuto(riga.livello, riga.motivo) if riga else Contenuto()
