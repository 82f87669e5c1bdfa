"""What a lesson may say of each member of the group.

Source: CPIA Napoli Provincia 2, Regolamento d’istituto, capo III, art. 7 (hours of the personalised
timetable); the rest is the nature of a register.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa
from patto_formativo.rules.misure import in_ore
from patto_formativo.rules.ore_per_unita import ART_7


@dataclass(frozen=True, slots=True)
class Periodo:
    """Days in a group, the last one included; open while ``al`` is None."""

    dal: date
    al: date | None = None

    def comprende(self, giorno: date) -> bool:
        """Whether a day is among these."""
        return self.dal <= giorno and (self.al is None or giorno <= self.al)


@dataclass(frozen=True, slots=True)
class Partecipa:
    """A member: when in the group, and the units of the plan, None while there is no plan.

    A unit is known by the first of those that it was copied from: the years of a plan share it.
    """

    chi: int
    periodi: tuple[Periodo, ...]
    piano: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class LezioneDetta:
    """A lesson as it is written: its unit (the first of its copies), its day, its hours."""

    unita: int
    giorno: date
    ore: Fraction


def campo(chi: int) -> str:
    """The field of the screen where the hours of a member are."""
    return f"ore_{chi}"


def perche_escluso(membro: Partecipa, lezione: LezioneDetta) -> Violazione | None:
    """Why somebody has no hours at this lesson; None when there may be."""
    if not any(periodo.comprende(lezione.giorno) for periodo in membro.periodi):
        testo = f"Il {data_estesa(lezione.giorno)} non era nel gruppo."
        return Violazione("non_nel_gruppo", testo, "", campo(membro.chi))
    if membro.piano is not None and lezione.unita not in membro.piano:
        testo = "Questa unità non è nel suo piano."
        return Violazione("fuori_dal_piano", testo, ART_7, campo(membro.chi))
    return None


def verifica_lezione(
    lezione: LezioneDetta,
    ore: Mapping[int, Fraction],
    gruppo: Iterable[Partecipa],
    *,
    oggi: date,
    anno: Periodo,
) -> tuple[Violazione, ...]:
    """All that keeps a lesson from the register, each at its place."""
    membri = {membro.chi: membro for membro in gruppo}
    return (
        *_del_giorno(lezione, oggi, anno),
        *(v for chi, sue in ore.items() for v in _del_membro(membri.get(chi), chi, sue, lezione)),
    )


def _del_giorno(lezione: LezioneDetta, oggi: date, anno: Periodo) -> Iterator[Violazione]:
    if lezione.giorno > oggi:
        testo = "La lezione non c’è ancora stata: si registra dal suo giorno in poi."
        yield Violazione("nel_futuro", testo, "", "giorno")
    elif not anno.comprende(lezione.giorno):
        ultimo = anno.al or anno.dal
        testo = (
            f"Il gruppo è dell’anno scolastico dal {data_estesa(anno.dal)} al "
            f"{data_estesa(ultimo)}."
        )
        yield Violazione("altro_anno", testo, "", "giorno")


def _del_membro(
    membro: Partecipa | None, chi: int, ore: Fraction, lezione: LezioneDetta
) -> Iterator[Violazione]:
    if membro is None:
        yield Violazione("non_nel_gruppo", "Non è di questo gruppo.", "", campo(chi))
        return
    if not 0 <= ore <= lezione.ore:
        testo = f"Da 0 a {in_ore(lezione.ore)}, quante ne ha la lezione."
        yield Violazione("ore_oltre_la_lezione", testo, "", campo(chi))
    if ore and (escluso := perche_escluso(membro, lezione)):
        yield escluso
