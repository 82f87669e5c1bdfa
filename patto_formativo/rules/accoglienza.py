"""The welcome: what each phase expects, how far a person is, how many hours may be taken off.

Source: CPIA Napoli Provincia 2, Linee guida per l’accoglienza, parte prima; D.P.R. 263/2012 and
D.I. 12 marzo 2015: no more than ten per cent of the hours of the path.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from cpia.norme.rules.motivi import Motivo
from patto_formativo.enums import Fase
from patto_formativo.rules.crediti.tabella import RegolePercorso
from patto_formativo.rules.misure import NULLA, in_ore


@dataclass(frozen=True, slots=True)
class FasePrevista:
    """A phase on a path: who holds it, hours and meetings from the least to the most."""

    fase: Fase
    chi: str
    ore: tuple[int, int]
    incontri: tuple[int, int]
    fonte: str

    @property
    def ore_in_parole(self) -> str:
        """``4 ore``, ``da 24 a 28 ore``."""
        meno, piu = self.ore
        return in_ore(Fraction(meno)) if meno == piu else f"da {meno} a {in_ore(Fraction(piu))}"


class Stato(StrEnum):
    """How far a phase is."""

    DA_FARE = "da_fare"
    IN_CORSO = "in_corso"
    FATTA = "fatta"


@dataclass(frozen=True, slots=True)
class Tappa:
    """A phase of a person: what was expected, what was done, the reason of its state."""

    prevista: FasePrevista
    ore: Fraction
    stato: Stato
    perche: Motivo


@dataclass(frozen=True, slots=True)
class Accoglienza:
    """The welcome of a person: its phases, hours done and hours that count for the path."""

    tappe: tuple[Tappa, ...]
    ore: Fraction
    contate: Fraction
    perche: tuple[Motivo, ...]

    @property
    def prossima(self) -> Tappa | None:
        """The first phase that is not over; None when all are."""
        return next((tappa for tappa in self.tappe if tappa.stato != Stato.FATTA), None)


def accoglienza(
    previste: Sequence[FasePrevista], svolte: Mapping[Fase, Fraction], regole: RegolePercorso
) -> Accoglienza:
    """How far a person is. Hours beyond the tenth of the path are not taken off its hours."""
    tappe = tuple(_tappa(prevista, svolte.get(prevista.fase, NULLA)) for prevista in previste)
    ore = sum((tappa.ore for tappa in tappe), NULLA)
    contate = min(ore, Fraction(regole.accoglienza))
    testo = (
        f"Accoglienza svolta {in_ore(ore)}, contate {in_ore(contate)}: al più "
        f"{in_ore(Fraction(regole.accoglienza))}, un decimo di {in_ore(Fraction(regole.ore))}."
    )
    return Accoglienza(tappe, ore, contate, (Motivo("accoglienza", regole.fonte, testo),))


def _tappa(prevista: FasePrevista, ore: Fraction) -> Tappa:
    meno, _ = prevista.ore
    stato = Stato.FATTA if ore >= meno else Stato.IN_CORSO if ore else Stato.DA_FARE
    testo = (
        f"{prevista.fase.etichetta.capitalize()}: {in_ore(ore)} su {prevista.ore_in_parole}, "
        f"con {prevista.chi}."
    )
    return Tappa(prevista, ore, stato, Motivo("fase", prevista.fonte, testo))
