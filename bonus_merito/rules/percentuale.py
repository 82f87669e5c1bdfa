"""From what was reached in each area to the percentage, and from the percentage to the band.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, premise and arts. 8, 10, 11.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bonus_merito.enums import Area
from bonus_merito.rules.misure import CENTO, NULLA, all_intero
from bonus_merito.rules.regole import RegoleFasce
from cpia.norme.rules.motivi import Valore


@dataclass(frozen=True, slots=True)
class Punteggio:
    """``aree`` is the percent reached inside each area, 0-100; ``aggiuntiva`` is added as it is."""

    aree: Mapping[Area, Fraction]
    aggiuntiva: Fraction = NULLA


def nell_area(punteggio: Punteggio, area: Area, pesi: Mapping[Area, Valore[int]]) -> Fraction:
    """What an area gives to the whole: 90 per cent of an area that weighs 40 is 36."""
    return punteggio.aree[area] * pesi[area].valore / 100


def percentuale(punteggio: Punteggio, pesi: Mapping[Area, Valore[int]]) -> Fraction:
    """The exact percentage: areas by their weight, plus the additional one, never over 100."""
    somma = sum((nell_area(punteggio, area, pesi) for area in pesi), punteggio.aggiuntiva)
    return min(somma, CENTO)


def fascia(esatta: Fraction, regole: RegoleFasce) -> int | None:
    """The band, from 1 for the lowest, or None for what is normal activity."""
    intera = all_intero(esatta, regole.arrotondamento.valore)
    return sum(intera > limite for limite in regole.limiti.valore) or None
