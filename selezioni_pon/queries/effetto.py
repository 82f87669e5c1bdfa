"""What an item that is being written gives: as whoever applies will read it, and what is wrong.

Nothing is asked of the database.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from selezioni_pon.queries.foglio import SezioneLetta, VoceLetta, foglio
from selezioni_pon.queries.prova import VoceProvata, provata
from selezioni_pon.rules.griglia.estremi import massimo, un_titolo
from selezioni_pon.rules.griglia.modello import Griglia


@dataclass(frozen=True)
class Effetto:
    """``letta`` and ``voce`` are the item at its place, as its form asks it; ``mancano`` what is
    not right yet, and then there is no item."""

    mancano: Sequence[tuple[str, str]]
    letta: VoceLetta | None = None
    sezione: SezioneLetta | None = None
    voce: VoceProvata | None = None
    uno: Fraction | None = None
    al_piu: Fraction | None = None
    totale: Fraction | None = None


def effetto_di(griglia: Griglia | None, numero: str, mancano: Sequence[tuple[str, str]]) -> Effetto:
    """The item of a number in a grid, with what it does to its section and to the total."""
    if griglia is None or not numero:
        return Effetto(mancano)
    letto = foglio(griglia)
    for sezione in letto.sezioni:
        for letta in sezione.voci:
            if letta.voce.numero == numero:
                return Effetto(
                    mancano=mancano,
                    letta=letta,
                    sezione=sezione,
                    voce=next(
                        uno for uno in provata(letto, {}).voci if uno.domanda is letta.domanda
                    ),
                    uno=un_titolo(letta.voce),
                    al_piu=massimo(letta.voce),
                    totale=letto.tetto,
                )
    return Effetto(mancano)
