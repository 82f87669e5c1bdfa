"""The laws that the checker measures the regulations with, read from the shipped file.

Pure: checks the entries against the catalogue. No database.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from cpia.norme.enums import Relazione
from cpia.norme.rules.catalogo import CHIAVI
from cpia.norme.rules.leggi import (
    Accordo,
    Incompatibilita,
    Leggi,
    Limite,
    Necessita,
    Norma,
    Somma,
    chiavi_di,
    misura,
)

FILE: Final = files("cpia.norme") / "dati" / "leggi.toml"
PARTI: Final = {"limiti", "accordi", "incompatibili", "necessari", "somme"}
DELLA_NORMA: Final = {
    "atto", "articolo", "comma", "parole", "dal", "al", "da_verificare", "indicativa",
}  # fmt: skip
RELAZIONI: Final = {relazione.value: relazione for relazione in Relazione}
CON_MISURA: Final = {Relazione.MINIMO, Relazione.MASSIMO, Relazione.SOTTO}


class LeggiNonValide(ValueError):
    """An entry that breaks the catalogue or lacks something; the message says which."""


@cache
def leggi() -> Leggi:
    """The shipped laws. Raises LeggiNonValide."""
    return leggi_da(FILE.read_text(encoding="utf-8"))


def leggi_da(testo: str) -> Leggi:
    """The laws from the text of a file. Raises LeggiNonValide, saying what is wrong where."""
    dati = tomllib.loads(testo)
    if estranee := sorted(set(dati) - PARTI):
        raise LeggiNonValide(f"parte sconosciuta «{estranee[0]}»")
    return Leggi(
        limiti=tuple(_limite(voce) for voce in dati.get("limiti", ())),
        accordi=tuple(_accordo(voce) for voce in dati.get("accordi", ())),
        incompatibili=tuple(_incompatibilita(voce) for voce in dati.get("incompatibili", ())),
        necessari=tuple(_necessita(voce) for voce in dati.get("necessari", ())),
        somme=tuple(_somma(voce) for voce in dati.get("somme", ())),
    )


def _limite(voce: Mapping[str, Any]) -> Limite:
    norma, resto = _norma(voce)
    if resto.get("relazione") not in RELAZIONI:
        raise LeggiNonValide(f"{norma.citazione}: relazione sconosciuta")
    limite = _crea(Limite, resto | {"relazione": RELAZIONI[resto["relazione"]]}, norma)
    _note(limite.chiave, *limite.analogia, *limite.esclusi)
    for chiave in chiavi_di(limite.chiave):
        letti = [CHIAVI[chiave].leggi(testo) for testo in limite.valori]
        if limite.relazione in CON_MISURA:
            misura(letti[0])
    return limite


def _accordo(voce: Mapping[str, Any]) -> Accordo:
    norma, resto = _norma(voce)
    accordo: Accordo = _crea(Accordo, resto, norma)
    _note(accordo.minore)
    for minore, maggiore in accordo.coppie():
        for chiave in (minore, maggiore):
            _note(chiave)
            misura(CHIAVI[chiave].valore_predefinito.valore)
    return accordo


def _incompatibilita(voce: Mapping[str, Any]) -> Incompatibilita:
    norma, resto = _norma(voce)
    trovata: Incompatibilita = _crea(Incompatibilita, resto, norma)
    _note(trovata.chiave, trovata.con)
    return trovata


def _necessita(voce: Mapping[str, Any]) -> Necessita:
    norma, resto = _norma(voce)
    trovata: Necessita = _crea(Necessita, resto, norma)
    _note(trovata.chiave)
    return trovata


def _somma(voce: Mapping[str, Any]) -> Somma:
    norma, resto = _norma(voce)
    somma: Somma = _crea(Somma, resto, norma)
    _note(*somma.chiavi)
    for chiave in somma.chiavi:
        misura(CHIAVI[chiave].valore_predefinito.valore)
    return somma


def _norma(voce: Mapping[str, Any]) -> tuple[Norma, dict[str, Any]]:
    """The act of an entry, and the rest of it."""
    resto = {nome: valore for nome, valore in voce.items() if nome not in DELLA_NORMA}
    try:
        norma = Norma(**{nome: voce[nome] for nome in voce if nome in DELLA_NORMA})
    except TypeError:
        raise LeggiNonValide(f"a {resto} manca l’atto o che cosa dice") from None
    return norma, resto


def _crea(classe: Any, resto: Mapping[str, Any], norma: Norma) -> Any:
    liste = {n: tuple(v) if isinstance(v, list) else v for n, v in resto.items()}
    try:
        return classe(norma=norma, **liste)
    except TypeError as errore:
        raise LeggiNonValide(f"{norma.citazione}: {errore}") from None


def _note(*modelli: str) -> None:
    for modello in modelli:
        if not any(chiavi_di(modello)):
            raise LeggiNonValide(f"nessun parametro si chiama «{modello}»")
