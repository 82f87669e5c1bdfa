"""The division of the fund, to the cent.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, art. 6.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from bonus_merito.enums import FasciaVuota, Metodo
from bonus_merito.rules.misure import NULLA
from bonus_merito.rules.regole import RegoleRiparto


@dataclass(frozen=True, slots=True)
class Beneficiario:
    """Who is paid: the exact percentage and the band, from 1."""

    id: str
    percentuale: Fraction
    fascia: int


@dataclass(frozen=True, slots=True)
class Riparto:
    """``esatte`` are the shares before rounding and ``importi`` those paid, both in cents."""

    esatte: Mapping[str, Fraction]
    importi: Mapping[str, int]

    @property
    def totale(self) -> int:
        """Cents paid."""
        return sum(self.importi.values())

    @property
    def resti(self) -> int:
        """Cents that the division leaves, given one each."""
        return self.totale - sum(floor(quota) for quota in self.esatte.values())


def ripartisci(
    fondo: int, beneficiari: Sequence[Beneficiario], regole: RegoleRiparto, fasce: int
) -> Riparto:
    """Divide ``fondo`` cents among the beneficiaries, in the order of the decree.

    The whole fund is paid when there is anybody to pay.
    """
    if not beneficiari:
        return Riparto({}, {})
    match regole.metodo.valore:
        case Metodo.QUOTE_UGUALI:
            esatte = _quote_uguali(fondo, beneficiari, regole.fascia_vuota.valore, fasce)
        case Metodo.PROPORZIONALE:
            esatte = _in_proporzione(fondo, {b.id: b.percentuale for b in beneficiari})
        case Metodo.PESO:
            esatte = _in_proporzione(
                fondo, {b.id: Fraction(regole.peso(b.fascia)) for b in beneficiari}
            )
    return Riparto(esatte, _al_centesimo(fondo, beneficiari, esatte))


def _quote_uguali(
    fondo: int, beneficiari: Sequence[Beneficiario], vuota: FasciaVuota, fasce: int
) -> dict[str, Fraction]:
    """An equal share to each band; what the empty ones leave goes where the rule says."""
    presenti = [b.fascia for b in beneficiari]
    piene = len(set(presenti))
    if vuota is FasciaVuota.ALLE_ALTRE:
        quota, avanzo = Fraction(fondo, piene), NULLA
    else:
        quota = Fraction(fondo, fasce)
        avanzo = quota * (fasce - piene) / len(beneficiari)
    return {b.id: quota / presenti.count(b.fascia) + avanzo for b in beneficiari}


def _in_proporzione(fondo: int, pesi: Mapping[str, Fraction]) -> dict[str, Fraction]:
    totale = sum(pesi.values(), NULLA)
    return {chi: fondo * peso / totale for chi, peso in pesi.items()}


def _al_centesimo(
    fondo: int, beneficiari: Sequence[Beneficiario], esatte: Mapping[str, Fraction]
) -> dict[str, int]:
    """Whole cents: those left go one each by largest remainder, percentage, order received."""
    importi = {chi: floor(quota) for chi, quota in esatte.items()}
    avanzano = fondo - sum(importi.values())
    in_fila = sorted(beneficiari, key=lambda b: (importi[b.id] - esatte[b.id], -b.percentuale))
    for fortunato in in_fila[:avanzano]:
        importi[fortunato.id] += 1
    return importi
