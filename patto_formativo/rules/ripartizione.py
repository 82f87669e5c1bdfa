"""The hours of a plan shared out among the units of the programme, right to the cent.

Source: D.I. 12 marzo 2015, Linee guida, § 3.2: hours by competence and plan of the units; its
allegato A.1 for the levels A1 and A2, of which the second is attended after the first.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from patto_formativo.rules.misure import NULLA

CENTO: Final = 100


@dataclass(frozen=True, slots=True)
class Prevista:
    """A unit of the programme: its hours, those at a distance, the competences it works on.

    ``livello`` is its level of Italian, "" where the path has none; ``del_livello`` the hours that
    the timetable gives to each competence on that level, those of its units when it does not say.
    """

    chiave: int
    ore: Fraction
    a_distanza: Fraction
    competenze: tuple[str, ...]
    livello: str = ""
    del_livello: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def a_competenza(self) -> Fraction:
        """Its hours for each of its competences."""
        return self.ore / len(self.competenze)


@dataclass(frozen=True, slots=True)
class Quota:
    """What a person has of a unit; competences recognised as a whole are left out."""

    chiave: int
    ore: Fraction
    a_distanza: Fraction
    competenze: tuple[str, ...]


def ripartisci(
    previste: Sequence[Prevista],
    *,
    psp: Fraction,
    restano: Mapping[str, Fraction],
    distanza: Fraction,
) -> tuple[Quota, ...]:
    """Fill the units of the programme with the hours of the plan.

    ``restano`` are the hours of each competence that are not recognised. What is missing of them
    was taken from the lowest level: the highest keeps its hours as long as there are any of a
    lower one. On a level they go to the units that work on the competence, in proportion to the
    hours that they give it. The sum is ``psp`` cut to the cent; units without anything left are
    not taken. ``distanza`` is the part of the plan that may be followed at a distance (1/5).
    """
    pesi = _pesi(previste, restano, psp)
    totale = sum(pesi.values(), NULLA)
    if psp <= 0 or not totale:
        return ()
    scelte = [p for p in previste if pesi[p.chiave]]
    ore = spartisci(psp, [pesi[p.chiave] for p in scelte])
    lontane = _a_distanza(scelte, ore, al_centesimo(distanza * psp))
    return tuple(
        Quota(p.chiave, sua, lontana, tuple(c for c in p.competenze if restano.get(c, NULLA) > 0))
        for p, sua, lontana in zip(scelte, ore, lontane, strict=True)
    )


def spartisci(totale: Fraction, pesi: Sequence[Fraction]) -> list[Fraction]:
    """``totale``, cut to the cent, in proportion to the weights; the sum is right to the cent.

    The cents that are left go to the largest remainders, the first of equals first.
    """
    centesimi = totale * CENTO // 1
    somma = sum(pesi, NULLA)
    esatte = [centesimi * peso / somma for peso in pesi]
    intere = [esatta // 1 for esatta in esatte]
    avanzano = int(centesimi - sum(intere))
    per_resto = sorted(range(len(pesi)), key=lambda i: intere[i] - esatte[i])
    for posto in per_resto[:avanzano]:
        intere[posto] += 1
    return [Fraction(intera, CENTO) for intera in intere]


def al_centesimo(ore: Fraction) -> Fraction:
    """Hours cut to the cent, never rounded up: a cap stays a cap."""
    return Fraction(ore * CENTO // 1, CENTO)


def _pesi(
    previste: Sequence[Prevista], restano: Mapping[str, Fraction], psp: Fraction
) -> dict[int, Fraction]:
    """The hours left that each unit takes, before they are brought to those of the plan."""
    con_unita = {c: ore for c in _competenze(previste) if (ore := restano.get(c, NULLA)) > 0}
    da_fare = sum(con_unita.values(), NULLA)
    # A welcome that the hours of the competences hold too comes before the lessons: it shortens
    # the lowest level, as the credits do. A longer plan brings back nothing that was recognised.
    riduzione = min(psp / da_fare, Fraction(1)) if da_fare else NULLA
    pesi: dict[int, Fraction] = defaultdict(Fraction)
    for competenza, ore in con_unita.items():
        sue = [p for p in previste if competenza in p.competenze]
        for livello, del_livello in _per_livello(competenza, sue, ore * riduzione).items():
            unita = [p for p in sue if p.livello == livello]
            date = sum((p.a_competenza for p in unita), NULLA)
            for p in unita:
                pesi[p.chiave] += del_livello * p.a_competenza / date
    return {p.chiave: pesi[p.chiave] for p in previste}


def _competenze(previste: Sequence[Prevista]) -> list[str]:
    return list(dict.fromkeys(c for p in previste for c in p.competenze))


def _per_livello(
    competenza: str, previste: Sequence[Prevista], ore: Fraction
) -> dict[str, Fraction]:
    """The hours of a competence level by level: the highest is filled first."""
    livelli = sorted({p.livello for p in previste}, reverse=True)
    divise = {}
    for livello in livelli[:-1]:
        sue = [p for p in previste if p.livello == livello]
        date = sum((p.a_competenza for p in sue), NULLA)
        divise[livello] = min(sue[0].del_livello.get(competenza, date), ore)
        ore -= divise[livello]
    return {**divise, livelli[-1]: ore}


def _a_distanza(
    previste: Sequence[Prevista], ore: Sequence[Fraction], limite: Fraction
) -> list[Fraction]:
    """The part at a distance of each unit, as in the programme and within the limit."""
    volute = [sua * p.a_distanza / p.ore for p, sua in zip(previste, ore, strict=True)]
    chieste = sum(volute, NULLA)
    riduzione = min(Fraction(1), limite / chieste) if chieste else NULLA
    return [al_centesimo(voluta * riduzione) for voluta in volute]
