"""The pieces of the paper of the criteria, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass

from bonus_merito.queries.criteri.lettura import AreaLetta, Codice
from bonus_merito.rules.che_conta import Parte
from cpia.atti.carta import Congelato


@dataclass(frozen=True)
class RigaStampata(Congelato):
    """An indicator, with its threshold and tools."""

    testo: str
    soglia: str
    strumenti: str


@dataclass(frozen=True)
class CriterioStampato(Congelato):
    testo: str
    indicatori: tuple[RigaStampata, ...]


@dataclass(frozen=True)
class CodiceStampato(Congelato):
    """A heading, A1, with its criteria."""

    codice: str
    titolo: str
    criteri: tuple[CriterioStampato, ...]


@dataclass(frozen=True)
class AreaStampata(Congelato):
    """An area; ``peso`` is how much of a hundred it may give at most."""

    area: str
    peso: int
    testo: str
    codici: tuple[CodiceStampato, ...]
    descrittori: tuple[str, ...]
    incarichi: tuple[str, ...]


@dataclass(frozen=True)
class LivelloStampato(Congelato):
    numero: int
    testo: str


@dataclass(frozen=True)
class ArticoloStampato(Congelato):
    """An article of the regulation."""

    numero: int
    titolo: str
    testo: str


@dataclass(frozen=True)
class VoceStampata(Congelato):
    """A value of the day, with who says it and who says otherwise."""

    testo: str
    fonte: str
    altra_fonte: str


@dataclass(frozen=True)
class ParteStampata(Congelato):
    """Some values of the day under their heading."""

    titolo: str
    voci: tuple[VoceStampata, ...]


def area_stampata(letta: AreaLetta, pesi: Mapping[str, int]) -> AreaStampata:
    """An area with its headings; ``pesi`` by its letter."""
    return AreaStampata(
        area=letta.riga.area,
        peso=pesi[letta.riga.area],
        testo=letta.riga.testo,
        codici=tuple(_codice(codice) for codice in letta.codici),
        descrittori=tuple(letta.riga.descrittori),
        incarichi=tuple(letta.riga.incarichi),
    )


def _codice(codice: Codice) -> CodiceStampato:
    return CodiceStampato(
        codice.codice,
        codice.titolo,
        tuple(
            CriterioStampato(
                criterio.testo,
                tuple(
                    RigaStampata(riga.testo, riga.soglia, riga.strumenti)
                    for riga in criterio.indicatori.all()
                ),
            )
            for criterio in codice.criteri
        ),
    )


def parte_stampata(parte: Parte) -> ParteStampata:
    """The values of a heading."""
    voci = (VoceStampata(voce.testo, voce.fonte, voce.altra_fonte) for voce in parte.voci)
    return ParteStampata(parte.titolo, tuple(voci))
