"""The numbers of an agreement that are told in plain words to who learns."""

from dataclasses import dataclass
from fractions import Fraction

from patto_formativo.enums import Percorso
from patto_formativo.rules.misure import NULLA


@dataclass(frozen=True, slots=True)
class Fatti:
    """Hours of the path, of the welcome, of the credits, to be attended, from home in the plan.

    ``mesi`` are the months of silence after which the school writes; ``anno`` the school year in
    which the path ends («2023/24»); ``a_distanza`` is nought when the plan has nothing from home;
    ``limite_distanza`` the most that any plan of these hours may have there.
    """

    percorso: Percorso
    ore_totali: Fraction
    accoglienza: Fraction
    crediti: Fraction
    minimo: Fraction
    a_distanza: Fraction
    mesi: int
    anno: str
    minorenne: bool = False
    limite_distanza: Fraction = NULLA

    @property
    def psp(self) -> Fraction:
        """Hours of the personalised plan: path − welcome − credits (Linee guida § 3.2)."""
        return self.ore_totali - self.accoglienza - self.crediti

    @property
    def assenze(self) -> Fraction:
        """Hours that may be missed."""
        return self.psp - self.minimo

    @property
    def con_esame(self) -> bool:
        """Whether the path ends with an exam for which the attendance is asked."""
        return self.percorso == Percorso.PRIMO_PERIODO
