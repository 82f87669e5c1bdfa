"""How far each site is; of a reserved one few may know the name."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from cpia.scuola.access import Contesto
from cpia.scuola.models import Sede
from patto_formativo.models import Corsista
from patto_formativo.queries.elenchi.righe import Riga
from patto_formativo.queries.visibili import DIREZIONE, UFFICIO, sedi_coordinate
from patto_formativo.rules.passi import Tratto

SEDE_RISERVATA: Final = "sede riservata"


@dataclass
class DellaSede:
    """A site: how many are on each stretch of the way, who lags, who has no tutor."""

    sede: Sede
    per_tratto: dict[Tratto, int] = field(default_factory=dict)
    fermi: int = 0
    senza_tutor: int = 0

    @property
    def iscritti(self) -> int:
        """Those on a path."""
        return sum(n for tratto, n in self.per_tratto.items() if tratto is not Tratto.FINE)

    @property
    def firmati(self) -> int:
        """Those who study by an agreement that was signed."""
        return self.per_tratto.get(Tratto.STUDIO, 0)

    @property
    def conti(self) -> list[tuple[Tratto, int]]:
        """The stretches in their order, without those who are through."""
        return [(t, self.per_tratto.get(t, 0)) for t in Tratto if t is not Tratto.FINE]


def conosce_la_sede(contesto: Contesto, corsista: Corsista) -> bool:
    """Whether somebody may know where a person studies: of a reserved site few may."""
    sede = corsista.offerta.sede
    return (
        not sede.riservata
        or contesto.ha(*UFFICIO, *DIREZIONE)
        or contesto.persona.pk in (corsista.tutor_id, corsista.persona_id)
        or sede.pk in sedi_coordinate(contesto)
    )


def nome_della_sede(contesto: Contesto, corsista: Corsista) -> str:
    """The site as this reader may know it."""
    if conosce_la_sede(contesto, corsista):
        return corsista.offerta.sede.nome
    return SEDE_RISERVATA


def per_sede(contesto: Contesto, righe: Iterable[Riga]) -> list[DellaSede]:
    """How far each site is, of those whose name the reader may know. No query."""
    sedi: dict[int, DellaSede] = {}
    for riga in righe:
        sede = riga.corsista.offerta.sede
        if not conosce_la_sede(contesto, riga.corsista):
            continue
        conto = sedi.setdefault(sede.pk, DellaSede(sede))
        conto.per_tratto[riga.tratto] = conto.per_tratto.get(riga.tratto, 0) + 1
        conto.fermi += riga.fermo is not None
        conto.senza_tutor += riga.senza_tutor
    return sorted(sedi.values(), key=lambda conto: conto.sede.nome)
