"""What a form of the Simulatore asks and what of an answer it shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from cpia.norme.enums import Organo
from cpia.norme.profili import PROFILI, profilo

Scelte = tuple[tuple[str, str], ...]


class Genere(StrEnum):
    """How a value is written in the page and in the JSON."""

    TESTO = "testo"
    INTERO = "intero"
    GIORNO = "giorno"
    SCELTA = "scelta"
    SI_NO = "si_no"
    LIVELLO = "livello"


class ConEtichetta(Protocol):
    value: Any
    etichetta: str


def scelte(voci: Iterable[ConEtichetta]) -> Scelte:
    """The values of an enum with the words that a person reads."""
    return tuple((voce.value, voce.etichetta) for voce in voci)


@dataclass(frozen=True, slots=True)
class Campo:
    """A value that is asked: left empty it is not sent, or sent as null where ``nullo`` says so."""

    chiave: str
    etichetta: str
    genere: Genere = Genere.TESTO
    scelte: Scelte = ()
    predefinito: str = ""
    nullo: bool = False
    nota: str = ""


@dataclass(frozen=True, slots=True)
class Righe:
    """A list of objects that is asked as a table."""

    chiave: str
    titolo: str
    nota: str
    campi: tuple[Campo, ...]
    vuota: str


@dataclass(frozen=True, slots=True)
class Voce:
    """A value of an answer."""

    chiave: str
    etichetta: str
    genere: Genere = Genere.TESTO
    vuoto: str = "–"


@dataclass(frozen=True, slots=True)
class Modulo:
    """One kind: its name, what it asks, an example, what it answers.

    ``voci`` are those of the answer itself, or of each object of its list ``elenco``, whose
    ``totali`` are then those of the answer. Without ``campi`` and ``righe`` the kind is asked in
    JSON only.
    """

    titolo: str
    riga: str
    esempio: Mapping[str, Any] = field(default_factory=dict)
    campi: tuple[Campo, ...] = ()
    righe: Righe | None = None
    elenco: str = ""
    niente: str = ""
    voci: tuple[Voce, ...] = ()
    totali: tuple[Voce, ...] = ()


PROFILO = Campo(
    "profilo",
    "Con le regole di",
    Genere.SCELTA,
    tuple((slug, profilo(slug).istituto.denominazione_breve) for slug in PROFILI),
)
ORGANO = Campo("organo", "Organo", Genere.SCELTA, scelte(Organo))
