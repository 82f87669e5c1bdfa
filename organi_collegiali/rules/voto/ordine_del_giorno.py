"""Whether an item that was not on the agenda may be dealt with at the sitting."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from cpia.norme.enums import AggiuntaOdg
from cpia.norme.rules.motivi import Motivo, Valore
from organi_collegiali.rules.nomi import degli


@dataclass(frozen=True, slots=True)
class Ammissione:
    """How many must be for it, whether the item is admitted, and why."""

    necessari: int
    ammessa: bool
    motivo: Motivo


def giudica_aggiunta(
    *,
    in_carica: int,
    presenti: int,
    favorevoli: int,
    regola: Valore[AggiuntaOdg],
    quota: Valore[Fraction],
) -> Ammissione:
    """Judge the vote that would add an item at the sitting.

    By the school's own rule: unanimity of those present (`004` art. 6), absolute majority of the
    members in office (`001` art. 6), or ``quota`` of those present (`003`).
    """
    necessari = _necessari(in_carica, presenti, regola.valore, quota.valore)
    ammessa = presenti > 0 and favorevoli >= necessari
    esito = "il punto è aggiunto" if ammessa else "il punto non è aggiunto"
    testo = (
        f"{_di_chi(in_carica, presenti, regola.valore, quota.valore)}: occorrono {necessari} voti "
        f"favorevoli e sono {favorevoli}, {esito}.{regola.altra_fonte}"
    )
    return Ammissione(necessari, ammessa, Motivo("aggiunta_in_seduta", regola.fonte, testo))


def _necessari(in_carica: int, presenti: int, regola: AggiuntaOdg, quota: Fraction) -> int:
    match regola:
        case AggiuntaOdg.UNANIMITA:
            return presenti
        case AggiuntaOdg.MAGGIORANZA_COMPONENTI:
            return in_carica // 2 + 1
        case AggiuntaOdg.FRAZIONE_PRESENTI:
            return ceil(quota * presenti)


def _di_chi(in_carica: int, presenti: int, regola: AggiuntaOdg, quota: Fraction) -> str:
    match regola:
        case AggiuntaOdg.UNANIMITA:
            return f"Unanimità {degli(presenti)} presenti"
        case AggiuntaOdg.MAGGIORANZA_COMPONENTI:
            return f"Maggioranza assoluta {degli(in_carica)} componenti in carica"
        case AggiuntaOdg.FRAZIONE_PRESENTI:
            return f"{quota} {degli(presenti)} presenti"
