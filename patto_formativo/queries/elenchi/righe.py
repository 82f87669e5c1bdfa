"""An enrolled person as a line of the list."""

from dataclasses import dataclass

from cpia.norme.rules.motivi import Motivo
from patto_formativo.enums import GenereOfferta, StatoPatto
from patto_formativo.models import Corsista
from patto_formativo.queries.elenchi.stati import DOSSIER, ORE_FISSATE, PATTI
from patto_formativo.rules.accoglienza import Accoglienza
from patto_formativo.rules.passi import TRATTI, Prossimo, Tratto

PERCORSI_IN_BREVE = {
    GenereOfferta.ALFABETIZZAZIONE: "Alfabetizzazione",
    GenereOfferta.PRIMO_PERIODO: "Primo livello, primo periodo",
    GenereOfferta.SECONDO_PERIODO: "Primo livello, secondo periodo",
    GenereOfferta.AMPLIAMENTO: "Ampliamento",
}


@dataclass(frozen=True, slots=True)
class Riga:
    """An enrolled person in a list: how far the welcome, dossier and agreement are."""

    corsista: Corsista
    accoglienza: Accoglienza
    dossier: str
    patto: StatoPatto | None
    prossimo: Prossimo
    fermo: Motivo | None
    sede: str
    massimo: int

    @property
    def tratto(self) -> Tratto:
        return TRATTI[self.prossimo.passo]

    @property
    def stato_dossier(self) -> tuple[str, str]:
        """Glyph and words."""
        return DOSSIER[self.dossier]

    @property
    def stato_patto(self) -> tuple[str, str]:
        """Glyph and words."""
        return PATTI[self.patto]

    @property
    def fissate(self) -> bool:
        """Whether the agreement has fixed the hours of the welcome."""
        return self.patto in ORE_FISSATE

    @property
    def senza_tutor(self) -> bool:
        """Whether this person is on a path and nobody follows it."""
        return self.corsista.attivo and self.corsista.tutor_id is None

    @property
    def percorso(self) -> str:
        """``Primo livello, primo periodo``; the level of Italian where there is one."""
        nome = PERCORSI_IN_BREVE[GenereOfferta(self.corsista.offerta.genere)]
        return f"{nome} {self.corsista.offerta.livello}".strip()
