"""What is written of the criteria."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bonus_merito.enums import Categoria
from bonus_merito.queries.criteri.partenza import VUOTI


@dataclass(frozen=True)
class DatiVersione:
    """For which year and category, and from where: ``spediti``, ``vuoti`` or the id of others."""

    anno_id: int
    categoria: Categoria = Categoria.DOCENTI
    da: str = VUOTI
    titolo: str = ""


@dataclass(frozen=True)
class DatiTestata:
    """Title, how the activities are found, the words of each level (``1``, ``2``, ``3``)."""

    titolo: str
    individuazione: Sequence[str]
    livelli: Mapping[str, str]


@dataclass(frozen=True)
class DatiArticolo:
    """An article of the regulation, as it is kept."""

    numero: int
    titolo: str
    testo: str


@dataclass(frozen=True)
class DatiRegolamento:
    """What one must have, how the outcome is made known, what comes before the articles, they."""

    precondizioni: Sequence[str]
    diffusione: str
    premessa: str
    principi: str
    articoli: Sequence[DatiArticolo]


@dataclass(frozen=True)
class DatiArea:
    """What an area is, its descriptors, its examples of duties."""

    testo: str
    descrittori: Sequence[str]
    incarichi: Sequence[str]


@dataclass(frozen=True)
class RigaIndicatore:
    """What shows a criterion, from which threshold, with which tools it is seen."""

    testo: str
    soglia: str = ""
    strumenti: str = ""


@dataclass(frozen=True)
class DatiCriterio:
    """A criterion under its heading: ``codice`` is A1, ``titolo`` what A1 is."""

    codice: str
    titolo: str
    testo: str
    indicatori: Sequence[RigaIndicatore]
