"""The criteria that the programme ships, read from the files beside it."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from bonus_merito.enums import Area

CARTELLA: Final = files("bonus_merito") / "dati"


@dataclass(frozen=True, slots=True)
class IndicatoreDato:
    """What is looked at, from which threshold, and with which tools it is seen."""

    testo: str
    strumenti: str
    soglia: str = ""


@dataclass(frozen=True, slots=True)
class CriterioDato:
    testo: str
    indicatori: tuple[IndicatoreDato, ...]


@dataclass(frozen=True, slots=True)
class CodiceDato:
    """A heading of an area, A1 to C2, with its criteria."""

    codice: str
    testo: str
    criteri: tuple[CriterioDato, ...]


@dataclass(frozen=True, slots=True)
class AreaData:
    """An area of L. 107/2015 art. 1 c. 129: headings, descriptors, examples of duties."""

    area: Area
    testo: str
    codici: tuple[CodiceDato, ...]
    descrittori: tuple[str, ...]
    incarichi: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticoloDato:
    """An article of the regulation, in its words."""

    numero: int
    titolo: str
    testo: str


@dataclass(frozen=True, slots=True)
class CriteriDati:
    """The criteria of a Comitato: ``anno`` is the year in which the school year begins.

    ``diffusione`` is how the outcome is made known; ``premessa`` and ``principi`` come before the
    articles of the regulation.
    """

    titolo: str
    atto: str
    approvati_il: date
    anno: int
    individuazione: tuple[str, ...]
    precondizioni: tuple[str, ...]
    diffusione: str
    premessa: str
    principi: str
    articoli: tuple[ArticoloDato, ...]
    aree: tuple[AreaData, ...]
    livelli: Mapping[int, str]

    @property
    def criteri(self) -> Iterator[tuple[CodiceDato, CriterioDato]]:
        """Every criterion with its heading, in the order of the paper."""
        for area in self.aree:
            for codice in area.codici:
                for criterio in codice.criteri:
                    yield codice, criterio


@cache
def criteri(slug: str) -> CriteriDati | None:
    """The criteria shipped for a school, or None where no source has them."""
    file = CARTELLA / f"{slug}.toml"
    if not file.is_file():
        return None
    dati = tomllib.loads(file.read_text(encoding="utf-8"))
    return CriteriDati(
        titolo=dati["titolo"],
        atto=dati["atto"],
        approvati_il=dati["approvati_il"],
        anno=dati["anno"],
        individuazione=tuple(dati["individuazione"]),
        precondizioni=tuple(dati["precondizioni"]),
        diffusione=dati["diffusione"],
        premessa=dati["premessa"].strip(),
        principi=dati["principi"].strip(),
        articoli=tuple(
            ArticoloDato(uno["numero"], uno["titolo"], uno["testo"].strip())
            for uno in dati["articoli"]
        ),
        aree=tuple(_area(voce) for voce in dati["aree"]),
        livelli={voce["livello"]: voce["testo"] for voce in dati["livelli"]},
    )


def _area(voce: Mapping[str, Any]) -> AreaData:
    return AreaData(
        area=Area(voce["area"]),
        testo=voce["testo"],
        codici=tuple(_codice(codice) for codice in voce["codici"]),
        descrittori=tuple(voce["descrittori"]),
        incarichi=tuple(voce.get("incarichi", ())),
    )


def _codice(voce: Mapping[str, Any]) -> CodiceDato:
    return CodiceDato(
        voce["codice"],
        voce["testo"],
        tuple(
            CriterioDato(
                criterio["testo"],
                tuple(IndicatoreDato(**indicatore) for indicatore in criterio["indicatori"]),
            )
            for criterio in voce["criteri"]
        ),
    )
