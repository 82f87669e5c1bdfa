"""A grid’s data with one thing changed: an item, a section, its place. Nothing is judged here.

Places are counted from 0. Numbers of items and marks of sections are the names by which whoever
read the page means them: the places may have moved meanwhile.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from json import dumps
from typing import Any, Final
from zlib import crc32

Dati = Mapping[str, Any]
Pezzo = dict[str, Any]
LEGAMI: Final = ("assorbita_da", "mai_con", "richiede")
TESTATA: Final = ("titolo", "fonte", "avvertenze", "contesa")


def impronta(pezzo: object) -> int:
    """A number that changes with what a piece says: whoever writes it gives back the one read."""
    return crc32(dumps(pezzo, sort_keys=True, ensure_ascii=False).encode()) & 0x7FFFFFFF


def testata(dati: Dati) -> Pezzo:
    """What a grid says besides its sections."""
    return {chiave: dati[chiave] for chiave in TESTATA if chiave in dati}


def testata_di(sezione: Dati) -> Pezzo:
    """What a section says besides its items."""
    return {chiave: valore for chiave, valore in sezione.items() if chiave != "voci"}


def sezione_di(dati: Dati, sigla: str) -> int | None:
    """The place of the section with a mark; None where it is not there any more."""
    sigle = [sezione["sigla"] for sezione in dati["sezioni"]]
    return sigle.index(sigla) if sigla in sigle else None


def posto_di(dati: Dati, numero: str) -> tuple[int, int] | None:
    """The places of section and item with a number; None where it is not there any more."""
    for s, sezione in enumerate(dati["sezioni"]):
        for v, voce in enumerate(sezione["voci"]):
            if voce["numero"] == numero:
                return s, v
    return None


def voce_gia_scritta(dati: Dati, voce: Dati) -> bool:
    """Whether this very item is there: a second click."""
    posto = posto_di(dati, voce["numero"])
    return posto is not None and dati["sezioni"][posto[0]]["voci"][posto[1]] == voce


def sezione_gia_scritta(dati: Dati, sezione: Dati) -> bool:
    """Whether a section with this very head is there: a second click."""
    s = sezione_di(dati, sezione["sigla"])
    return s is not None and testata_di(dati["sezioni"][s]) == sezione


def prossimo_numero(dati: Dati) -> str:
    """The number after the highest of the items; nothing where they are not numbered."""
    numeri = [str(voce["numero"]) for sezione in dati["sezioni"] for voce in sezione["voci"]]
    interi = [int(numero) for numero in numeri if numero.isascii() and numero.isdecimal()]
    if numeri and not interi:
        return ""
    return str(max(interi, default=0) + 1)


def con_testata(dati: Dati, nuova: Dati) -> Pezzo:
    """With another head; of two ways of reading a mark the one not written is the usual one."""
    return {**dict(nuova), "sezioni": deepcopy(dati["sezioni"])}


def con_voce(dati: Dati, s: int, v: int | None, voce: Dati) -> Pezzo:
    """With an item written again, or added at the end of its section (``v`` None).

    The items that name it follow its new number.
    """
    nuovi = _copia(dati)
    voci = nuovi["sezioni"][s]["voci"]
    if v is None:
        voci.append(dict(voce))
        return nuovi
    prima = voci[v]["numero"]
    voci[v] = dict(voce)
    _rinomina(nuovi, prima, voce["numero"])
    return nuovi


def senza_voce(dati: Dati, s: int, v: int) -> Pezzo:
    """Without an item: those that named it name it no more."""
    nuovi = _copia(dati)
    tolta = nuovi["sezioni"][s]["voci"].pop(v)
    _rinomina(nuovi, tolta["numero"], None)
    return nuovi


def con_voce_spostata(dati: Dati, s: int, v: int, passo: int) -> Pezzo:
    """With an item exchanged with the one before (-1) or after (1) in its section, if any."""
    nuovi = _copia(dati)
    _scambia(nuovi["sezioni"][s]["voci"], v, passo)
    return nuovi


def con_sezione(dati: Dati, s: int | None, sezione: Dati) -> Pezzo:
    """With the head of a section written again, or with an empty section more (``s`` None)."""
    nuovi = _copia(dati)
    if s is None:
        nuovi["sezioni"].append({**dict(sezione), "voci": []})
    else:
        nuovi["sezioni"][s] = {**dict(sezione), "voci": nuovi["sezioni"][s]["voci"]}
    return nuovi


def senza_sezione(dati: Dati, s: int) -> Pezzo:
    """Without a section and its items."""
    nuovi = _copia(dati)
    for voce in nuovi["sezioni"].pop(s)["voci"]:
        _rinomina(nuovi, voce["numero"], None)
    return nuovi


def con_sezione_spostata(dati: Dati, s: int, passo: int) -> Pezzo:
    """With a section exchanged with the one before (-1) or after (1), if any."""
    nuovi = _copia(dati)
    _scambia(nuovi["sezioni"], s, passo)
    return nuovi


def _copia(dati: Dati) -> Pezzo:
    return deepcopy(dict(dati))


def _scambia(pezzi: list[Any], posto: int, passo: int) -> None:
    dove = posto + passo
    if 0 <= dove < len(pezzi):
        pezzi[posto], pezzi[dove] = pezzi[dove], pezzi[posto]


def _rinomina(dati: Pezzo, prima: str, dopo: str | None) -> None:
    """In the items that name another: the new number in place of the old one, or none."""
    for sezione in dati["sezioni"]:
        for voce in sezione["voci"]:
            for legame in LEGAMI:
                if prima in voce.get(legame, ()):
                    voce[legame] = _al_posto(voce[legame], prima, dopo)


def _al_posto(nomi: Sequence[str], prima: str, dopo: str | None) -> list[str]:
    nuovi = [dopo if nome == prima else nome for nome in nomi]
    return [nome for nome in nuovi if nome is not None]
