"""The hours of a path and its units, with the sums that the page shows beside the sources."""

import json
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from cpia.scuola.parole import con_maiuscola
from patto_formativo.enums import Percorso
from patto_formativo.models import QuadroOrario, UnitaApprendimento
from patto_formativo.queries.regole import RegolePatto
from patto_formativo.rules.quadri import GiudizioQuadro, giudica_quadro


@dataclass(frozen=True, slots=True)
class CompetenzaDelQuadro:
    """A competence: its words, its hours, those of the units that have it alone or with others."""

    codice: str
    asse: str
    testo: str
    ore: Fraction


@dataclass(frozen=True, slots=True)
class Programma:
    """The hours of a path, what the sources say of their sum, its units."""

    quadro: QuadroOrario
    competenze: tuple[CompetenzaDelQuadro, ...]
    giudizio: GiudizioQuadro
    unita: tuple[UnitaApprendimento, ...]
    distanza: Fraction

    @property
    def ore_unita(self) -> Fraction:
        """The hours of all the units."""
        return sum((Fraction(unita.ore) for unita in self.unita), Fraction(0))

    @property
    def a_distanza(self) -> Fraction:
        """Those of them at a distance."""
        return sum((Fraction(unita.a_distanza) for unita in self.unita), Fraction(0))

    @property
    def distanza_massima(self) -> Fraction:
        """As many as may be at a distance, by the rules of the school."""
        return self.distanza * self.giudizio.ore

    @property
    def unita_tornano(self) -> bool:
        """Whether the units make the hours of the table."""
        return self.ore_unita == self.giudizio.ore


@cache
def _del_percorso() -> dict[str, Any]:
    cartella = files("patto_formativo") / "dati"
    dati: dict[str, Any] = json.loads((cartella / "percorsi.json").read_text(encoding="utf-8"))
    return dati


def competenze_di(percorso: str) -> list[tuple[str, str]]:
    """The codes of a path with their words."""
    return [(voce["codice"], voce["testo"]) for voce in _del_percorso()[percorso]["competenze"]]


def ore_di_legge(percorso: str, livello: str) -> dict[str, int]:
    """The hours of each competence where the law fixes them; empty where the CPIA does."""
    livelli: dict[str, dict[str, int]] = _del_percorso()[percorso].get("livelli", {})
    return dict(livelli.get(livello, {}))


def _assi(percorso: str, livello: str) -> dict[str, int]:
    """The hours of each asse in the sources; of a level the sum of its competences."""
    if livello:
        return {"italiano": sum(ore_di_legge(percorso, livello).values())}
    assi: dict[str, int] = _del_percorso()[percorso]["assi"]
    return assi


def programma(quadro: QuadroOrario, limiti: RegolePatto) -> Programma:
    """A table of hours with its sums and its units, by the school’s rules of a day. One query."""
    voci = _del_percorso()[quadro.percorso]["competenze"]
    ore = {codice: Fraction(scritte) for codice, scritte in quadro.ore.items()}
    return Programma(
        quadro=quadro,
        competenze=tuple(
            CompetenzaDelQuadro(
                voce["codice"], con_maiuscola(voce["asse"].replace("_", " ")), voce["testo"],
                ore.get(voce["codice"], Fraction(0)),
            )
            for voce in voci
        ),
        giudizio=giudica_quadro(
            ore,
            di_asse={voce["codice"]: voce["asse"] for voce in voci},
            previste=_assi(quadro.percorso, quadro.livello),
            regole=limiti.tabella.percorsi[Percorso(quadro.percorso)],
            livello=quadro.livello,
        ),
        unita=tuple(quadro.unita.all()),
        distanza=limiti.distanza.valore,
    )  # fmt: skip
