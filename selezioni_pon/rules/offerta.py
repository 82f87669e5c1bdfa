"""Money of a call: hourly pay, what it may cost at most, the offer of who applies.

Source: IC Porto Venere, Regolamento incarichi, art. 2 cc. 2-3 and art. 4 c. 4 (minimum and
maximum of the hourly pay, expense within the budget). Amounts are whole cents, gross.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale
from selezioni_pon.rules.cifre import in_cifre, in_euro
from selezioni_pon.rules.fonti import COLLABORAZIONI, regolamento

COMPENSO: Final = f"{regolamento('art. 2 c. 2 e art. 4')}; {COLLABORAZIONI} lett. d"
SPESA: Final = regolamento("art. 2 c. 3")


@dataclass(frozen=True, slots=True)
class Compenso:
    """Gross pay of an hour in cents: from ``minimo`` to ``massimo``, equal where it is fixed."""

    minimo: int
    massimo: int

    @property
    def fisso(self) -> bool:
        """Whether there is nothing to offer below it."""
        return self.minimo == self.massimo

    @property
    def detto(self) -> str:
        """``35,00 €`` or ``da 30,00 € a 35,00 €``."""
        if self.fisso:
            return in_euro(self.massimo)
        return f"da {in_euro(self.minimo)} a {in_euro(self.massimo)}"


def spesa_massima(compenso: Compenso, ore: Fraction, posti: int) -> int:
    """The most that the call may cost, in cents: all hours of all posts at the highest pay."""
    return ceil(compenso.massimo * ore * posti)


def verifica_compenso(
    compenso: Compenso | None, ore: Fraction, posti: int, disponibili: int | None
) -> Iterator[Violazione]:
    """What is against the pay of a call; ``disponibili`` are the cents there are, if written."""
    if compenso is None:
        testo = "Manca il compenso orario lordo, o il minimo e il massimo che si può offrire."
        yield Violazione("compenso_mancante", testo, COMPENSO, "compenso")
        return
    if not 0 < compenso.minimo <= compenso.massimo:
        testo = f"Il compenso va da un minimo positivo a un massimo: qui {compenso.detto}."
        yield Violazione("compenso", testo, COMPENSO, "compenso")
        return
    spesa = spesa_massima(compenso, ore, posti)
    if disponibili is not None and spesa > disponibili:
        testo = (
            f"{in_cifre(ore)} {'ora' if ore == 1 else 'ore'} a {in_euro(compenso.massimo)} per "
            f"{plurale(posti, 'posto', 'posti')} fanno {in_euro(spesa)}: la disponibilità è "
            f"{in_euro(disponibili)}."
        )
        yield Violazione("oltre_la_disponibilita", testo, SPESA, "disponibilita")


def verifica_offerta(offerta: int | None, compenso: Compenso) -> list[Violazione]:
    """What is against the hourly price offered, in cents; none is asked where pay is fixed."""
    if compenso.fisso:
        if offerta in (None, compenso.massimo):
            return []
        testo = f"Il compenso è fisso, {compenso.detto} l’ora: qui non si fa un’offerta."
        return [Violazione("offerta_non_chiesta", testo, COMPENSO, "offerta")]
    if offerta is None:
        testo = f"Scrivi quanto chiedi per un’ora: {compenso.detto}."
        return [Violazione("offerta_mancante", testo, COMPENSO, "offerta")]
    if compenso.minimo <= offerta <= compenso.massimo:
        return []
    testo = f"L’offerta è {in_euro(offerta)} l’ora: l’avviso ammette {compenso.detto}."
    return [Violazione("offerta_fuori_misura", testo, COMPENSO, "offerta")]
