"""The profiles that the programme ships: five schools, with their regulations as data.

Pure: reads the files beside it and checks them against the catalogue. No database.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any, Final, TypeVar

from cpia.norme.rules import ChiaveSconosciuta, ValoreNonValido, chiave_nota
from cpia.norme.rules.profilo import (
    IstitutoProfilo,
    ParametroProfilo,
    Profilo,
    RegolamentoProfilo,
    SedeProfilo,
)

PROFILI: Final = (
    "iis-antonietti",
    "ic-pinocchio-montesicuro",
    "cpia-caltanissetta-enna",
    "ic-porto-venere",
    "cpia-napoli-provincia-2",
)
CARTELLA: Final = files("cpia.norme") / "dati"
PARTI: Final = {"istituto", "sedi", "regolamenti"}
T = TypeVar("T")


class ProfiloSconosciuto(KeyError):
    """No profile of that name is shipped."""

    def __str__(self) -> str:
        return f"il profilo «{self.args[0]}» non esiste; ci sono: {', '.join(PROFILI)}"


class ProfiloNonValido(ValueError):
    """A profile file that breaks the catalogue or lacks something; the message says where."""


@cache
def profilo(slug: str) -> Profilo:
    """The shipped profile. Raises ProfiloSconosciuto and ProfiloNonValido."""
    if slug not in PROFILI:
        raise ProfiloSconosciuto(slug)
    testo = (CARTELLA / f"{slug}.toml").read_text(encoding="utf-8")
    return leggi_profilo(slug, testo)


def leggi_profilo(slug: str, testo: str) -> Profilo:
    """A profile from the text of its file. Raises ProfiloNonValido, saying what is wrong where."""
    try:
        dati = tomllib.loads(testo)
    except tomllib.TOMLDecodeError as errore:
        raise ProfiloNonValido(f"{slug}: il file non è leggibile ({errore})") from None
    if set(dati) != PARTI:
        raise ProfiloNonValido(f"{slug}: il file ha soltanto le parti {', '.join(sorted(PARTI))}")
    regolamenti = tuple(_regolamento(voce, slug) for voce in dati["regolamenti"])
    _senza_doppioni(regolamenti, slug)
    return Profilo(
        slug=slug,
        istituto=_costruisci(IstitutoProfilo, dati["istituto"], f"{slug}, istituto"),
        sedi=tuple(_costruisci(SedeProfilo, voce, f"{slug}, sedi") for voce in dati["sedi"]),
        regolamenti=regolamenti,
    )


def _regolamento(dati: Mapping[str, Any], slug: str) -> RegolamentoProfilo:
    dove = f"{slug}, regolamento «{dati.get('chiave', '')}»"
    parametri = tuple(_parametro(voce, dove) for voce in dati.get("parametri", ()))
    regolamento = _costruisci(RegolamentoProfilo, {**dati, "parametri": parametri}, dove)
    if regolamento.al is not None and regolamento.al < regolamento.dal:
        raise ProfiloNonValido(f"{dove}: finisce prima di cominciare")
    return regolamento


def _parametro(dati: Mapping[str, Any], dove: str) -> ParametroProfilo:
    parametro = _costruisci(ParametroProfilo, dati, dove)
    dove = f"{dove}, {parametro.chiave}"
    try:
        chiave_nota(parametro.chiave).leggi(parametro.valore)
    except (ChiaveSconosciuta, ValoreNonValido) as errore:
        raise ProfiloNonValido(f"{dove}: {errore}") from None
    if not parametro.articolo.strip():
        raise ProfiloNonValido(f"{dove}: manca l’articolo")
    return parametro


def _costruisci(classe: type[T], dati: Mapping[str, Any], dove: str) -> T:
    """A dataclass from a table of the file: no unknown entry, none of the needed ones missing."""
    noti = {campo.name: campo for campo in fields(classe)}  # type: ignore[arg-type]
    if sconosciuti := sorted(set(dati) - set(noti)):
        raise ProfiloNonValido(f"{dove}: voce sconosciuta «{sconosciuti[0]}»")
    obbligatori = {nome for nome, campo in noti.items() if campo.default is MISSING}
    if mancanti := sorted(obbligatori - set(dati)):
        raise ProfiloNonValido(f"{dove}: manca «{mancanti[0]}»")
    return classe(**dati)


def _senza_doppioni(regolamenti: Sequence[RegolamentoProfilo], slug: str) -> None:
    """Two regulations in force together may not both set a parameter.

    Where the sources disagree the profile says which one holds and names the other one.
    """
    chiavi = [regolamento.chiave for regolamento in regolamenti]
    if len(set(chiavi)) < len(chiavi):
        raise ProfiloNonValido(f"{slug}: due regolamenti hanno la stessa chiave")
    for regolamento in regolamenti:
        _senza_ripetizioni(regolamento, slug)
    for uno, altro in combinations(regolamenti, 2):
        comuni = _chiavi(uno) & _chiavi(altro)
        if comuni and _insieme(uno, altro):
            raise ProfiloNonValido(
                f"{slug}: «{min(comuni)}» è sia in «{uno.chiave}» sia in «{altro.chiave}»"
            )


def _senza_ripetizioni(regolamento: RegolamentoProfilo, slug: str) -> None:
    if len(_chiavi(regolamento)) < len(regolamento.parametri):
        raise ProfiloNonValido(f"{slug}, «{regolamento.chiave}»: un parametro è scritto due volte")


def _chiavi(regolamento: RegolamentoProfilo) -> set[str]:
    return {parametro.chiave for parametro in regolamento.parametri}


def _insieme(uno: RegolamentoProfilo, altro: RegolamentoProfilo) -> bool:
    """Whether there is a day on which both are in force."""
    return (uno.al is None or altro.dal <= uno.al) and (altro.al is None or uno.dal <= altro.al)
