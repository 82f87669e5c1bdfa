"""From the activities that the dirigente confirms to what is reached in each area.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, art. 11: an area counts «fino a» its weight.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from bonus_merito.enums import Area
from bonus_merito.rules.misure import CENTO, NULLA
from bonus_merito.rules.percentuale import Punteggio
from cpia.norme.rules.motivi import Valore


@dataclass(frozen=True, slots=True)
class Pesata:
    """A confirmed activity: ``punti`` are of the whole percentage, 12 of the 40 of area A."""

    area: Area
    punti: Fraction


def dichiarati(attivita: Iterable[Pesata]) -> dict[Area, Fraction]:
    """The points of each area as they were given, also over its weight."""
    somme = dict.fromkeys(Area, NULLA)
    for una in attivita:
        somme[una.area] += una.punti
    return somme


def punteggio(
    attivita: Iterable[Pesata], pesi: Mapping[Area, Valore[int]], aggiuntiva: Fraction = NULLA
) -> Punteggio:
    """What was reached inside each area, in per cent of its weight and never over the whole."""
    somme = dichiarati(attivita)
    return Punteggio(
        {area: _parte(somme[area], peso.valore) for area, peso in pesi.items()}, aggiuntiva
    )


def _parte(punti: Fraction, peso: int) -> Fraction:
    return min(100 * punti / peso, CENTO) if peso else NULLA
