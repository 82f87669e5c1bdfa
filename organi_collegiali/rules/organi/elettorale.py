"""Who is elected: seats to the lists by their votes, then to the candidates of each list.

Elections by lists are proportional (D.Lgs. 297/1994 art. 31 c. 2; O.M. 215/1991 art. 44); where
all the electors are one list (councils of a class, art. 22) the most voted are elected.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Any, Final, Generic, TypeVar

from cpia.norme.enums import ParitaPersone
from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import plurale

C = TypeVar("C")
ART_31: Final = "D.Lgs. 297/1994, art. 31 c. 1"
ART_44: Final = "O.M. 215/1991, art. 44"
# Who has drawn no lot, or has no known age, comes after whoever has.
ULTIMO: Final = 10**9


@dataclass(frozen=True, slots=True)
class Lista:
    """A list and its votes; ``sorteggio`` is its place in the lot drawn among equals."""

    nome: str
    voti: int
    sorteggio: int | None = None


@dataclass(frozen=True, slots=True)
class Candidato(Generic[C]):
    """Who stood: list, place in it, preferences, age (a number that grows with it), lot."""

    chi: C
    lista: str
    ordine: int
    voti: int
    eta: int | None = None
    sorteggio: int | None = None


@dataclass(frozen=True, slots=True)
class Pareggio(Generic[C]):
    """Equals among whom a seat cannot be given yet, and how it is decided."""

    fra: tuple[C, ...]
    liste: tuple[str, ...]
    testo: str


@dataclass(frozen=True, slots=True)
class EsitoElezione(Generic[C]):
    """Who is elected and, list by list in order, who is not; the ties still open; the reasons."""

    eletti: tuple[C, ...]
    non_eletti: Mapping[str, tuple[C, ...]]
    posti_per_lista: Mapping[str, int]
    pareggi: tuple[Pareggio[C], ...]
    perche: tuple[Motivo, ...]


def giudica_elezione(
    candidati: Iterable[Candidato[C]],
    posti: int,
    *,
    parita: Valore[ParitaPersone],
    liste: Sequence[Lista] = (),
) -> EsitoElezione[C]:
    """Who is elected to ``posti`` seats.

    With lists: each one's votes divided by 1, 2, 3…; the highest quotients take the seats; among
    equal quotients the list with more votes, then the lot; seats beyond the candidates of a list
    go to the others (art. 44 cc. 5-7). Within a list the preferences, then the place in the list.
    Without lists: the votes, then the school's parameter (the lot, art. 22 c. 8, or the age).
    """
    tutti = list(candidati)
    if not liste:
        return _lista_unica(tutti, posti, parita)
    per_lista = {
        lista.nome: _in_lista(c for c in tutti if c.lista == lista.nome) for lista in liste
    }
    quozienti = _quozienti(liste, posti, {nome: len(suoi) for nome, suoi in per_lista.items()})
    assegnati = {lista.nome: 0 for lista in liste}
    for voce in quozienti[:posti]:
        assegnati[voce[3].nome] += 1
    return EsitoElezione(
        tuple(c.chi for nome, suoi in per_lista.items() for c in suoi[: assegnati[nome]]),
        {nome: tuple(c.chi for c in suoi[assegnati[nome] :]) for nome, suoi in per_lista.items()},
        assegnati,
        _pari_fra_liste(quozienti, posti),
        tuple(_del_riparto(lista, assegnati[lista.nome]) for lista in liste),
    )


def primi_dei_non_eletti(
    candidati: Iterable[Candidato[C]], *, parita: Valore[ParitaPersone], per_liste: bool
) -> tuple[C, ...]:
    """Who of these takes a seat that is left: one, or those who are level; nobody without votes.

    ``candidati`` are those of the list who were not elected and have not sat since. Within a list
    the preferences, then the place in the list; where all the electors are one list the votes,
    then the school's parameter: who is level is told apart by the lot, which is drawn now.
    """
    if per_liste:
        return tuple(c.chi for c in _in_lista(candidati)[:1])
    votati = [c for c in candidati if c.voti]
    meriti = {c.chi: (c.voti, _spareggio(c, parita.valore)) for c in votati}
    primo = max(meriti.values(), default=None)
    return tuple(c.chi for c in votati if meriti[c.chi] == primo)


def _in_lista(suoi: Iterable[Candidato[C]]) -> list[Candidato[C]]:
    return sorted(suoi, key=lambda c: (-c.voti, c.ordine))


Quoziente = tuple[Fraction, int, int, Lista]


def _quozienti(liste: Sequence[Lista], posti: int, candidati: Mapping[str, int]) -> list[Quoziente]:
    """The quotients in order, as many for a list as it has candidates; no votes, no quotient."""
    voci = [
        (Fraction(lista.voti, divisore), lista.voti, -(lista.sorteggio or ULTIMO), lista)
        for lista in liste
        for divisore in range(1, min(posti, candidati[lista.nome]) + 1)
        if lista.voti
    ]
    return sorted(voci, key=lambda voce: voce[:3], reverse=True)


def _del_riparto(lista: Lista, posti: int) -> Motivo:
    voti, presi = plurale(lista.voti, "voto", "voti"), plurale(posti, "posto", "posti")
    return Motivo("riparto", f"{ART_44} c. 5", f"«{lista.nome}»: {voti}, {presi}.")


def _pari_fra_liste(quozienti: Sequence[Quoziente], posti: int) -> tuple[Pareggio[Any], ...]:
    """The lists that are level on the last seat with nothing left to tell them apart."""
    if len(quozienti) <= posti or quozienti[posti - 1][:3] != quozienti[posti][:3]:
        return ()
    pari = tuple(voce[3].nome for voce in quozienti if voce[:3] == quozienti[posti][:3])
    testo = "Stesso quoziente e stessi voti per l’ultimo posto: si sorteggia fra le liste."
    return (Pareggio((), pari, testo),)


def _lista_unica(
    tutti: Sequence[Candidato[C]], posti: int, parita: Valore[ParitaPersone]
) -> EsitoElezione[C]:
    def merito(candidato: Candidato[C]) -> tuple[int, int]:
        return candidato.voti, _spareggio(candidato, parita.valore)

    in_ordine = sorted((c for c in tutti if c.voti), key=merito, reverse=True)
    presi: list[Candidato[C]] = []
    pareggi: list[Pareggio[C]] = []
    for _, gruppo in groupby(in_ordine, key=merito):
        pari = list(gruppo)
        if len(presi) + len(pari) > posti:
            if len(presi) < posti:
                pareggi.append(_pari(pari, posti - len(presi), parita))
            break
        presi.extend(pari)
    eletti = tuple(c.chi for c in presi)
    senza_voti = [c for c in tutti if not c.voti]
    resto = tuple(c.chi for c in [*in_ordine, *senza_voti] if c.chi not in eletti)
    perche = _della_lista_unica(len(eletti), posti, parita)
    return EsitoElezione(eletti, {"": resto}, {}, tuple(pareggi), perche)


def _spareggio(candidato: Candidato[C], parita: ParitaPersone) -> int:
    """The greater first: the older, or the one drawn before."""
    if parita is ParitaPersone.ANZIANITA:
        return -ULTIMO if candidato.eta is None else candidato.eta
    return -(candidato.sorteggio or ULTIMO)


def _della_lista_unica(
    eletti: int, posti: int, parita: Valore[ParitaPersone]
) -> tuple[Motivo, Motivo]:
    quanti = f"{plurale(eletti, 'eletto', 'eletti')} su {plurale(posti, 'posto', 'posti')}"
    a_parita = f"A parità di voti: {parita.valore.etichetta}.{parita.altra_fonte}"
    return (
        Motivo("voti", ART_31, f"{quanti}, per numero di voti."),
        Motivo("parita", parita.fonte, a_parita),
    )


def _pari(gruppo: Sequence[Candidato[C]], posti: int, parita: Valore[ParitaPersone]) -> Pareggio[C]:
    voti, liberi = plurale(gruppo[0].voti, "voto", "voti"), plurale(posti, "posto", "posti")
    come = "si sorteggia e si scrive l’ordine estratto"
    if parita.valore is ParitaPersone.ANZIANITA:
        come = "prevale il più anziano, ma manca una data di nascita o è la stessa"
    testo = f"{len(gruppo)} candidati con {voti} per {liberi}: {come}."
    return Pareggio(tuple(c.chi for c in gruppo), (), testo)
