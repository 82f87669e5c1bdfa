"""A bar that can be read without its colours: lengths in thousandths of the hours of the plan."""

from dataclasses import dataclass
from fractions import Fraction

from patto_formativo.queries.frequenza import FrequenzaDi

INTERO = 1000


@dataclass(frozen=True, slots=True)
class Barra:
    """What counts in presence and at a distance, what waits, what is due, the threshold."""

    in_presenza: int
    a_distanza: int
    attese: int
    dovute: int
    soglia: int

    @property
    def dopo_presenza(self) -> int:
        """Where the hours at a distance begin."""
        return self.in_presenza

    @property
    def dopo_distanza(self) -> int:
        """Where the hours that do not count yet begin."""
        return self.in_presenza + self.a_distanza


def barra(frequenza: FrequenzaDi) -> Barra | None:
    """The bar of a person; None without a plan."""
    if frequenza.giudizio is None or not frequenza.psp:
        return None
    ore, psp = frequenza.ore, frequenza.psp
    presenza = _parte(ore.in_presenza, psp)
    distanza = _parte(ore.a_distanza, psp, INTERO - presenza)
    return Barra(
        presenza,
        distanza,
        _parte(ore.da_verificare, psp, INTERO - presenza - distanza),
        _parte(frequenza.dovute, psp),
        _parte(frequenza.giudizio.necessarie, psp),
    )


def in_cento(frequenza: FrequenzaDi) -> int:
    """The whole part of the percentage, for a thin bar."""
    return min(int(frequenza.percentuale), 100)


def _parte(ore: Fraction, psp: Fraction, massimo: int = INTERO) -> int:
    return min(int(INTERO * ore / psp), massimo)
