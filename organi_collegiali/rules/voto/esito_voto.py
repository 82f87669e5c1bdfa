"""The result of a vote in the words that are read before proclaiming it."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from cpia.norme.enums import BaseMaggioranza
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

META = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class AltraRegola:
    """Another way of counting: the base, who counts so, and where it is written."""

    base: BaseMaggioranza
    dove: str
    fonte: str


def titolo(giudizio: GiudizioVotazione, voti: Voti) -> str:
    """«Approvata, per un voto»; «Non approvata, a parità di voti»."""
    parola = "Approvata" if giudizio.approvata else "Non approvata"
    scarto = voti.favorevoli - giudizio.necessari
    if giudizio.approvata and voti.favorevoli == voti.presenti:
        return f"{parola} all’unanimità"
    if any(motivo.regola == "parita" for motivo in giudizio.perche):
        return f"{parola}, a parità di voti"
    return f"{parola}, per un voto" if scarto in (0, -1) else parola


def servono(necessari: int, favorevoli: int) -> str:
    """«Servono 7 voti favorevoli, ce ne sono 7.»"""
    verbo = "Serve" if necessari == 1 else "Servono"
    quanti = plurale(necessari, "voto favorevole", "voti favorevoli")
    avuti = {0: "non ce n’è nessuno", 1: "ce n’è 1"}.get(favorevoli, f"ce ne sono {favorevoli}")
    return f"{verbo} {quanti}, {avuti}."


def conto(voti: Voti, base: BaseMaggioranza, in_carica: int, quota: Fraction = META) -> str:
    """How the necessary votes are reckoned, number by number."""
    quanti = quanti_si_contano(voti, base, in_carica)
    if quota == META:
        calcolo = f"metà più uno: {quanti} : 2 = {quanti // 2}, più 1 = {quanti // 2 + 1}"
    else:
        calcolo = f"{quota} di {quanti}, arrotondato in su: {max(1, ceil(quota * quanti))}"
    return f"{_chi_si_conta(voti, base, quanti)}; {calcolo}. {_astenuti(voti, base)}".strip()


def _chi_si_conta(voti: Voti, base: BaseMaggioranza, quanti: int) -> str:
    match base:
        case BaseMaggioranza.VOTI_VALIDI:
            return f"I voti validi sono {voti.favorevoli} + {voti.contrari} = {quanti}"
        case BaseMaggioranza.PRESENTI:
            return f"I presenti al voto sono {quanti}"
        case BaseMaggioranza.COMPONENTI:
            return f"I componenti in carica sono {quanti}"


def _astenuti(voti: Voti, base: BaseMaggioranza) -> str:
    if not voti.astenuti:
        return ""
    chi = "L’astenuto conta" if voti.astenuti == 1 else "Gli astenuti contano"
    if base is BaseMaggioranza.VOTI_VALIDI:
        return f"{chi} per il numero legale, non fra i voti."
    return f"{chi} fra quelli su cui si calcola la maggioranza."


def altrimenti(
    voti: Voti,
    giudizio: GiudizioVotazione,
    *,
    forma: FormaVotazione,
    presidente: VotoPresidente | None,
    regole: RegoleDelVoto,
    in_carica: int,
    altre: Iterable[AltraRegola],
) -> tuple[Motivo, ...]:
    """What the same figures would give where the majority is counted otherwise, with its source."""
    frasi = []
    for altra in altre:
        provato = giudica_votazione(
            voti,
            forma=forma,
            presidente=presidente,
            regole=RegoleDelVoto(Valore(altra.base, altra.fonte), regole.parita),
            in_carica=in_carica,
        )
        frasi.append(Motivo("altrimenti", altra.fonte, _come_finirebbe(altra, provato, giudizio)))
    return tuple(frasi)


def _come_finirebbe(
    altra: AltraRegola, provato: GiudizioVotazione, giudizio: GiudizioVotazione
) -> str:
    quanti = (
        f"{'ne servirebbe' if provato.necessari == 1 else 'ne servirebbero'} {provato.necessari}"
    )
    fine = "sarebbe approvata" if provato.approvata else "non sarebbe approvata"
    if provato.approvata != giudizio.approvata:
        return f"{altra.dove} {quanti} e {fine}."
    return f"{altra.dove} {quanti}: {fine} {'anche' if provato.approvata else 'neanche'} così."


def in_breve(giudizio: GiudizioVotazione, voti: Voti, base: BaseMaggioranza) -> str:
    """For the agenda: «11 sì, 1 no, 2 astenuti», or the figure that was missed."""
    if giudizio.approvata:
        return come_si_e_votato(voti)
    su = {
        BaseMaggioranza.VOTI_VALIDI: f"su {plurale(voti.espressi, 'voto valido', 'voti validi')}",
        BaseMaggioranza.PRESENTI: f"su {plurale(voti.presenti, 'presente', 'presenti')}",
        BaseMaggioranza.COMPONENTI: "",
    }[base]
    if pari(voti, voti.espressi) and voti.favorevoli >= giudizio.necessari - 1:
        return f"{voti.favorevoli} sì e {voti.contrari} no: parità"
    return f"{voti.favorevoli} sì {su}".rstrip() + f": ne servivano {giudizio.necessari}"


def come_si_e_votato(voti: Voti) -> str:
    """«unanimità», or the three figures."""
    if voti.favorevoli == voti.presenti:
        return f"unanimità {degli(voti.presenti)}"
    astenuti = plurale(voti.astenuti, "astenuto", "astenuti")
    return f"{voti.favorevoli} sì, {voti.contrari} no, {astenuti}"
