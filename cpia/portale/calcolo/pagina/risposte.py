"""An answer as the page shows it: each value in words, its reasons beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from competenze.enums import Livello
from cpia.portale.calcolo.pagina.descrizione import Genere, Modulo, Voce
from cpia.scuola.parole import giorno

RAGIONI = "perche"


@dataclass(frozen=True, slots=True)
class Cella:
    """One value: heading, words, and the level that it is, if it is one."""

    etichetta: str
    testo: str
    livello: str = ""
    numero: bool = False


@dataclass(frozen=True, slots=True)
class Riga:
    celle: tuple[Cella, ...]
    perche: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tavola:
    """One table; ``niente`` is said when it has no line."""

    righe: list[Riga]
    titolo: str = ""
    niente: str = ""


def tabelle(modulo: Modulo, risposta: Mapping[str, Any]) -> list[Tavola]:
    """The tables of one answer: its lines, its other lists, the line of its totals or reasons."""
    if modulo.altra and modulo.elenco not in risposta:
        return tabelle(modulo.altra, risposta)
    altre = [
        Tavola([_riga(elenco.voci, oggetto) for oggetto in risposta[elenco.chiave]], elenco.titolo)
        for elenco in modulo.altri
    ]
    prima = Tavola(righe(modulo, risposta), niente=modulo.niente)
    return [prima, *altre, *_coda(modulo, risposta)]


def _coda(modulo: Modulo, risposta: Mapping[str, Any]) -> list[Tavola]:
    """What is said of the whole answer, where its lines do not say it."""
    if modulo.totali:
        return [Tavola([_riga(modulo.totali, risposta)])]
    ragioni = tuple(risposta.get(RAGIONI, ())) if modulo.elenco else ()
    return [Tavola([Riga((), ragioni)])] if ragioni else []


def righe(modulo: Modulo, risposta: Mapping[str, Any]) -> list[Riga]:
    """The lines of one answer: one for each object of its list, or one for the answer itself."""
    oggetti = risposta[modulo.elenco] if modulo.elenco else [risposta]
    return [_riga(modulo.voci, oggetto) for oggetto in oggetti]


def _riga(scelte: tuple[Voce, ...], oggetto: Mapping[str, Any]) -> Riga:
    voci = scelte or tuple(_voci_di(oggetto))
    return Riga(
        tuple(_cella(voce, oggetto.get(voce.chiave)) for voce in voci),
        tuple(oggetto.get(RAGIONI, ())),
    )


def _voci_di(oggetto: Mapping[str, Any]) -> Iterator[Voce]:
    """Of a kind without a description: every key, as it is."""
    for chiave in oggetto:
        if chiave != RAGIONI:
            yield Voce(chiave, chiave.replace("_", " ").capitalize())


def _cella(voce: Voce, valore: Any) -> Cella:
    if valore is None:
        return Cella(voce.etichetta, voce.vuoto, numero=voce.genere == Genere.INTERO)
    match voce.genere:
        case Genere.LIVELLO:
            return Cella(voce.etichetta, Livello(valore).etichetta, livello=str(valore))
        case Genere.INTERO:
            return Cella(voce.etichetta, str(valore), numero=True)
        case Genere.GIORNO:
            return Cella(voce.etichetta, giorno(date.fromisoformat(valore)))
        case _:
            detto = dict(voce.parole).get(valore, valore) if voce.parole else valore
            return Cella(voce.etichetta, _in_parole(detto))


def _in_parole(valore: Any) -> str:
    match valore:
        case bool():
            return "sì" if valore else "no"
        case Mapping():
            return "; ".join(f"{chiave}: {_in_parole(dentro)}" for chiave, dentro in valore.items())
        case str():
            return valore
        case Sequence():
            return ", ".join(map(_in_parole, valore)) or "–"
        case _:
            return str(valore)
