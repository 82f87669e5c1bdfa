"""The tables that the programme ships, credits and welcome, read from the files beside it."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Final

from patto_formativo.enums import Fase, Natura, Percorso, TipoEvidenza
from patto_formativo.rules.accoglienza import FasePrevista
from patto_formativo.rules.crediti.tabella import (
    Ambito,
    RegolePercorso,
    Riga,
    Tabella,
    TettoRiga,
    UnitaDiCredito,
)

CARTELLA: Final = files("patto_formativo") / "dati"
INTERVALLO: Final = re.compile(r"C(\d+)(?:-C(\d+))?")

Competenze = Mapping[Percorso, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class VoceCompetenza:
    """A competence of a path: its code, the axis that it belongs to, what it says."""

    codice: str
    asse: str
    testo: str


@cache
def voci(percorso: Percorso) -> Mapping[str, VoceCompetenza]:
    """The competences of a path by their code, in its order (D.I. 12 marzo 2015)."""
    return {
        voce["codice"]: VoceCompetenza(voce["codice"], voce["asse"], voce["testo"])
        for voce in _percorsi()[percorso]["competenze"]
    }


@cache
def tabella() -> Tabella:
    """The Linee guida of CPIA Napoli Provincia 2, the only ones whose rows are known."""
    dati = tomllib.loads((CARTELLA / "crediti.toml").read_text(encoding="utf-8"))
    competenze = _competenze()
    unita = dati["unita"]
    return Tabella(
        percorsi={Percorso(voce["percorso"]): _percorso(voce) for voce in dati["percorsi"]},
        competenze=competenze,
        righe={
            TipoEvidenza(voce["tipo"]): _riga(voce, dati["fonte"], competenze)
            for voce in dati["righe"]
        },
        unita=UnitaDiCredito(
            unita["ore_di_attivita"], Fraction(unita["ore_di_credito"]), unita["da_verificare"]
        ),
    )


@cache
def fasi(percorso: Percorso) -> tuple[FasePrevista, ...]:
    """The phases of the welcome on a path, in their order."""
    dati = tomllib.loads((CARTELLA / "accoglienza.toml").read_text(encoding="utf-8"))
    return tuple(
        FasePrevista(
            Fase(voce["fase"]),
            voce["chi"],
            tuple(voce[percorso]["ore"]),
            tuple(voce[percorso]["incontri"]),
            dati["fonte"],
        )
        for voce in dati["fasi"]
    )


@cache
def _percorsi() -> Mapping[str, Any]:
    dati: Mapping[str, Any] = json.loads((CARTELLA / "percorsi.json").read_text(encoding="utf-8"))
    return dati


def _competenze() -> Competenze:
    dati = _percorsi()
    return {
        percorso: tuple(voce["codice"] for voce in dati[percorso]["competenze"])
        for percorso in Percorso
    }


def _percorso(voce: Mapping[str, Any]) -> RegolePercorso:
    return RegolePercorso(
        percorso=Percorso(voce["percorso"]),
        ore=voce["ore"],
        in_piu=voce.get("in_piu", 0),
        accoglienza=voce["accoglienza"],
        tetto=Fraction(voce["tetto"]),
        fonte=voce["fonte"],
        fonte_tetto=voce["fonte"],
        come=voce["come"],
        in_contrasto_con=voce.get("in_contrasto_con", ""),
        tetto_in_contrasto_con=voce.get("tetto_in_contrasto_con", ""),
    )


def _riga(voce: Mapping[str, Any], fonte: str, competenze: Competenze) -> Riga:
    return Riga(
        tipo=TipoEvidenza(voce["tipo"]),
        natura=Natura(voce["natura"]),
        detto=voce["detto"],
        fonte=fonte,
        percorsi={
            Percorso(nome): tuple(_ambito(ambito, competenze[Percorso(nome)]) for ambito in ambiti)
            for nome, ambiti in voce["percorsi"].items()
        },
        crediti=voce.get("crediti"),
        entro_anni=voce.get("entro_anni"),
        in_contrasto_con=voce.get("in_contrasto_con", ""),
    )


def _ambito(ambito: Mapping[str, str], tutte: tuple[str, ...]) -> Ambito:
    tetto = TettoRiga(*(_frazione(ambito.get(chiave)) for chiave in ("quota", "ore")))
    quali = ambito.get("competenze")
    return Ambito(frozenset(_intervallo(quali) if quali else tutte), tetto)


def _frazione(scritta: str | None) -> Fraction | None:
    return None if scritta is None else Fraction(scritta)


def _intervallo(scritto: str) -> list[str]:
    """``C1-C6`` and ``C22`` as codes."""
    trovato = INTERVALLO.fullmatch(scritto)
    if trovato is None:
        raise ValueError(f"non è un intervallo di competenze: {scritto}")
    primo, ultimo = trovato[1], trovato[2] or trovato[1]
    return [f"C{numero}" for numero in range(int(primo), int(ultimo) + 1)]
