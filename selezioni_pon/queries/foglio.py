"""A grid as its page shows it: every section and item with what the check found there.

Nothing is asked of the database: the grid is its own data.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from selezioni_pon.enums import CodiceRilievo
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.griglia.controllo import Rilievo, controlla
from selezioni_pon.rules.griglia.estremi import massimo, somma_delle_righe
from selezioni_pon.rules.griglia.frasi import chiamata
from selezioni_pon.rules.griglia.in_parole import limiti_detti, punti_detti
from selezioni_pon.rules.griglia.modello import Griglia, Sezione, Voce
from selezioni_pon.rules.griglia.modulo import Domanda, Parte, modulo


@dataclass(frozen=True)
class VoceLetta:
    """An item at its place, counted from 1."""

    posto: int
    domanda: Domanda
    rilievi: Sequence[Rilievo]

    @property
    def voce(self) -> Voce:
        return self.domanda.voce


@dataclass(frozen=True)
class SezioneLetta:
    """A section at its place, counted from 1; ``righe`` is what its items give together."""

    posto: int
    sezione: Sezione
    voci: Sequence[VoceLetta]
    rilievi: Sequence[Rilievo]
    righe: Fraction | None


@dataclass(frozen=True)
class Foglio:
    """A whole grid; ``tetto`` is the most that one may have, None without an end."""

    griglia: Griglia
    sezioni: Sequence[SezioneLetta]
    parti: Sequence[Parte]
    rilievi: Sequence[Rilievo]
    tetto: Fraction | None

    @property
    def quante_voci(self) -> int:
        return len(list(self.griglia.voci))

    @property
    def contesi(self) -> bool:
        """Whether two brackets hold the same mark."""
        return any(uno.codice is CodiceRilievo.FASCE_SOVRAPPOSTE for uno in self.rilievi)


def foglio(griglia: Griglia) -> Foglio:
    """A grid, checked: of a section still without items nothing is found."""
    piene = tuple(sezione for sezione in griglia.sezioni if sezione.voci)
    trovati = controlla(replace(griglia, sezioni=piene))
    parti = modulo(griglia)
    return Foglio(
        griglia=griglia,
        sezioni=[_sezione(posto, parte, trovati) for posto, parte in enumerate(parti, start=1)],
        parti=[parte for parte in parti if parte.domande],
        rilievi=trovati,
        tetto=massimo(griglia),
    )


def _sezione(posto: int, parte: Parte, trovati: Sequence[Rilievo]) -> SezioneLetta:
    sezione = parte.sezione
    numeri = {domanda.voce.numero for domanda in parte.domande}
    suoi = [uno for uno in trovati if uno.dove == sezione.sigla and _della_sezione(uno, numeri)]
    return SezioneLetta(
        posto=posto,
        sezione=sezione,
        voci=[
            VoceLetta(v, domanda, [uno for uno in trovati if _della_voce(uno, domanda.voce)])
            for v, domanda in enumerate(parte.domande, start=1)
        ],
        rilievi=suoi,
        righe=somma_delle_righe(sezione.voci),
    )  # fmt: skip


def _della_sezione(rilievo: Rilievo, numeri: set[str]) -> bool:
    """Whether a finding named by a mark is of the section, and not of an item called the same."""
    return rilievo.codice is CodiceRilievo.TETTO_SEZIONE or rilievo.dove not in numeri


def _della_voce(rilievo: Rilievo, voce: Voce) -> bool:
    return rilievo.dove == voce.numero and rilievo.codice is not CodiceRilievo.TETTO_SEZIONE


def righe_di(letto: Foglio) -> Iterator[list[str]]:
    """The rows of the file: an item each, with the figures as one reads them."""
    for letta in letto.sezioni:
        sezione = letta.sezione
        for una in letta.voci:
            voce = una.voce
            yield [
                sezione.sigla, sezione.titolo, _cifra(sezione.tetto), chiamata(voce), voce.testo,
                voce.tipo.etichetta, "; ".join(punti_detti(voce)), _cifra(massimo(voce)),
                voce.chi.etichetta, "; ".join(limiti_detti(voce)),
                " ".join(uno.testo for uno in una.rilievi),
            ]  # fmt: skip


def _cifra(punti: Fraction | None) -> str:
    return "" if punti is None else in_cifre(punti)
