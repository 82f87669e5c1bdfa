"""Whether enough members ask for a sitting."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final

from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import plurale

META: Final = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class GiudizioRichiesta:
    """How many signatures are needed, whether they are there, and why."""

    necessarie: int
    sufficiente: bool
    motivo: Motivo


def giudica_richiesta(firme: int, in_carica: int, *, quota: Valore[Fraction]) -> GiudizioRichiesta:
    """Judge a request by how many of the members in office sign it.

    A third of 19 is 7: the part is rounded up. One half is what C.M. 105/1975 calls the majority
    of the members, so more than half: 10 of 19, 11 of 20.
    """
    necessarie = max(1, quante(in_carica, quota.valore))
    sufficiente = firme >= necessarie
    parte = "la maggioranza" if quota.valore == META else str(quota.valore)
    quanti = plurale(in_carica, "componente", "componenti")
    esito = "bastano" if sufficiente else f"ne mancano {necessarie - firme}"
    testo = (
        f"{parte.capitalize()} di {quanti}: occorrono {plurale(necessarie, 'firma', 'firme')} e "
        f"sono {firme}, {esito}.{quota.altra_fonte}"
    )
    return GiudizioRichiesta(necessarie, sufficiente, Motivo("richiesta_quota", quota.fonte, testo))


def quante(in_carica: int, quota: Fraction) -> int:
    """The part of the members, rounded up; of one half the majority."""
    return in_carica // 2 + 1 if quota == META else ceil(quota * in_carica)
