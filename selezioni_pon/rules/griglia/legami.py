"""How items of a grid stand to each other: alternatives, absorbed ones, those that need another."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

from cpia.norme.enums import Voce as Scelta
from selezioni_pon.rules.griglia.modello import Griglia, Voce

PROFILO: Final = "profilo"
Contrasto = Callable[[Voce, Voce], bool]


class Perche(Scelta):
    """Why an item does not count."""

    PROFILO = "profilo", "non è per questo profilo"
    RICHIESTA = "richiesta", "non conta senza la voce"
    ALTERNATIVA = "alternativa", "non si somma alla voce"
    ASSORBITA = "assorbita", "non conta accanto alla voce"


@dataclass(frozen=True, slots=True)
class Esclusione:
    """Why an item does not count, and because of which other one («profilo» for none)."""

    perche: Perche
    da: str


def alternative(una: Voce, altra: Voce) -> bool:
    """Whether only one of two items may be there."""
    return altra.numero in una.mai_con or una.numero in altra.mai_con


def senza_somma(una: Voce, altra: Voce) -> bool:
    """Whether two items never add up: alternatives, or one that absorbs the other."""
    assorbita = altra.numero in una.assorbita_da or una.numero in altra.assorbita_da
    return assorbita or alternative(una, altra)


def somma_migliore(
    voci: Sequence[Voce],
    punti: Mapping[str, Fraction],
    contrasto: Contrasto,
) -> Fraction:
    """The highest sum of items of which no two are in contrast."""

    @cache
    def migliore(restano: tuple[Voce, ...]) -> Fraction:
        if not restano:
            return Fraction(0)
        prima, altre = restano[0], restano[1:]
        insieme = tuple(altra for altra in altre if not contrasto(prima, altra))
        con = punti[prima.numero] + migliore(insieme)
        return con if insieme == altre else max(con, migliore(altre))

    return migliore(tuple(voci))


def escluse(griglia: Griglia, punti: Mapping[str, Fraction]) -> dict[str, Esclusione]:
    """The items that do not count, of those that are there with these points of their own.

    Those of other profiles, those that lack one that they need, of two alternatives the one with
    fewer points (the later in print, when level), and those that another one absorbs.
    """
    ci_sono = [voce for voce in griglia.voci if voce.numero in punti]
    fuori = {
        voce.numero: Esclusione(Perche.PROFILO, PROFILO)
        for voce in ci_sono
        if not voce.per(griglia.profilo)
    }
    _senza_richieste(ci_sono, fuori)
    tenute: list[Voce] = []
    for voce in sorted(ci_sono, key=lambda voce: -punti[voce.numero]):
        if voce.numero in fuori:
            continue
        altra = next((una for una in tenute if alternative(una, voce)), None)
        if altra is None:
            tenute.append(voce)
        else:
            fuori[voce.numero] = Esclusione(Perche.ALTERNATIVA, altra.numero)
    _senza_richieste(ci_sono, fuori)
    for voce in tenute:
        sopra = next((n for n in voce.assorbita_da if n in punti and n not in fuori), "")
        if sopra:
            fuori.setdefault(voce.numero, Esclusione(Perche.ASSORBITA, sopra))
    return fuori


def _senza_richieste(ci_sono: Sequence[Voce], fuori: dict[str, Esclusione]) -> None:
    """Puts out the items that lack one that they need, and then those that needed these."""
    while True:
        contano = {voce.numero for voce in ci_sono} - fuori.keys()
        nuove = {
            voce.numero: Esclusione(Perche.RICHIESTA, manca)
            for voce in ci_sono
            if voce.numero in contano
            for manca in voce.richiede
            if manca not in contano
        }
        if not nuove:
            return
        fuori.update(nuove)
