"""Votes that are not ordinary: change of a regulation, run-off, and who decides a tie.

The ordinary ones are judged by ``votazione``, competing proposals by ``proposte``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Generic, TypeVar

from cpia.norme.enums import BaseMaggioranza, EsitoParita
from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import plurale
from organi_collegiali.enums import FormaVotazione, VotoPresidente
from organi_collegiali.rules.nomi import degli
from organi_collegiali.rules.voto.votazione import (
    GiudizioVotazione,
    RegoleDelVoto,
    Voti,
    giudica_votazione,
    pari,
    quanti_si_contano,
)

P = TypeVar("P")
META = Fraction(1, 2)


# The change of a regulation


def giudica_modifica(
    voti: Voti,
    *,
    in_carica: int,
    forma: FormaVotazione,
    presidente: VotoPresidente | None,
    regole: RegoleDelVoto,
    quota: Valore[Fraction],
) -> GiudizioVotazione:
    """Judge the change of a regulation; ``regole.base`` is that of such a change.

    More than half of the votes, or of those present, is an ordinary majority. A part that must be
    reached (2/3 of those present, `004` art. 13) or a majority of the members (`001` art. 37) is
    asked for by heads: the president's vote, which breaks a tie, does not make up for it.
    """
    if quota.valore == META and regole.base.valore is not BaseMaggioranza.COMPONENTI:
        return giudica_votazione(voti, forma=forma, presidente=presidente, regole=regole)
    base = quanti_si_contano(voti, regole.base.valore, in_carica)
    necessari = quanti_occorrono(base, quota.valore)
    approvata = voti.favorevoli >= necessari
    di_chi = f"{quota_in_parole(quota.valore)} {_di_chi(regole.base.valore, base)}"
    verbo = "occorre" if quota.valore == META else "occorrono i"
    esito = "la modifica è approvata" if approvata else "la modifica non è approvata"
    testo = (
        f"Per cambiare il regolamento {verbo} {di_chi}: {necessari} voti favorevoli; sono "
        f"{voti.favorevoli}, {esito}.{regole.base.altra_fonte or quota.altra_fonte}"
    )
    fonte = regole.base.fonte if quota.valore == META else quota.fonte
    return GiudizioVotazione(necessari, approvata, (Motivo("modifica_regolamento", fonte, testo),))


def quanti_occorrono(base: int, quota: Fraction) -> int:
    """More than half of ``base`` when the part is 1/2, else the part itself, rounded up.

    19 → 10; two thirds of 40 → 27. Nobody for it never approves anything.
    """
    return base // 2 + 1 if quota == META else max(1, ceil(quota * base))


def quota_in_parole(quota: Fraction) -> str:
    return "la maggioranza" if quota == META else f"{quota}"


def _di_chi(base: BaseMaggioranza, quanti: int) -> str:
    return {
        BaseMaggioranza.COMPONENTI: f"{degli(quanti)} componenti in carica",
        BaseMaggioranza.PRESENTI: f"{degli(quanti)} presenti",
        BaseMaggioranza.VOTI_VALIDI: f"{degli(quanti)} voti favorevoli e contrari",
    }[base]


# The run-off


@dataclass(frozen=True, slots=True)
class EsitoBallottaggio(Generic[P]):
    """The proposal that won, if any, and why."""

    vince: P | None
    motivo: Motivo


def giudica_ballottaggio(
    voti: Mapping[P, int],
    *,
    forma: FormaVotazione,
    per_chi_presiede: P | None,
    parita: Valore[EsitoParita],
) -> EsitoBallottaggio[P]:
    """Judge a run-off: the most voted wins (`004` art. 9).

    Of proposals that are level wins the one for which the president voted, in an open vote where
    the school's rule lets the president prevail; else none does.
    """
    massimo = max(voti.values(), default=0)
    prime = [proposta for proposta, quanti in voti.items() if quanti == massimo > 0]
    quanti = plurale(massimo, "voto", "voti")
    if len(prime) == 1:
        testo = f"Ballottaggio: la più votata ha {quanti} su {sum(voti.values())}, è approvata."
        return EsitoBallottaggio(prime[0], Motivo("ballottaggio", parita.fonte, testo))
    prevale = forma is FormaVotazione.PALESE and parita.valore is EsitoParita.PREVALE_PRESIDENTE
    vince = per_chi_presiede if prevale and per_chi_presiede in prime else None
    fine = "prevale quella votata da chi presiede" if vince is not None else "nessuna è approvata"
    testo = f"Ballottaggio: {len(prime)} proposte hanno {quanti}; {fine}.{parita.altra_fonte}"
    return EsitoBallottaggio(vince, Motivo("ballottaggio", parita.fonte, testo))


# The president's vote


def decide_chi_presiede(
    voti: Voti, *, forma: FormaVotazione, regole: RegoleDelVoto, in_carica: int
) -> bool:
    """Whether the outcome hangs on how the president voted: a tie of an open vote.

    When nobody voted for or against the president abstained like everybody else.
    """
    return (
        forma is FormaVotazione.PALESE
        and regole.parita.valore is EsitoParita.PREVALE_PRESIDENTE
        and voti.favorevoli > 0
        and pari(voti, quanti_si_contano(voti, regole.base.valore, in_carica))
    )
