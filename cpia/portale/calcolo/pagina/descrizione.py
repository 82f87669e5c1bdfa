"""What a form of the Simulatore asks and what of an answer it shows."""

from collections.abc import Callable, Iterable, Mapping
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
    SCELTA_DI_NUMERO = "scelta_di_numero"
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
    """A value that is asked: left empty it is not sent, or sent as null where ``nullo`` says so.

    ``dove`` is its place in the request when it is inside: the keys that lead to it.
    """

    chiave: str
    etichetta: str
    genere: Genere = Genere.TESTO
    scelte: Scelte = ()
    predefinito: str = ""
    nullo: bool = False
    nota: str = ""
    dove: tuple[str, ...] = ()

    @property
    def posto(self) -> tuple[str, ...]:
        """The keys that lead to it from the top of the request."""
        return self.dove or (self.chiave,)


@dataclass(frozen=True, slots=True)
class Parte:
    """What one line of a group asks, with one field or more: an item of a grid.

    ``celle`` are what is said of it, each with its heading.
    """

    nome: str
    titolo: str
    celle: tuple[tuple[str, str], ...]
    campi: tuple[Campo, ...]


@dataclass(frozen=True, slots=True)
class Gruppo:
    """Lines asked under one heading: a section of a grid."""

    titolo: str
    parti: tuple[Parte, ...]

    @property
    def colonne(self) -> tuple[str, ...]:
        """The headings of what is said of each line."""
        return tuple(testa for testa, _ in self.parti[0].celle)


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
    """A value of an answer; ``parole`` are what a person reads for each of its codes."""

    chiave: str
    etichetta: str
    genere: Genere = Genere.TESTO
    vuoto: str = "–"
    parole: Scelte = ()


@dataclass(frozen=True, slots=True)
class Elenco:
    """Another list of an answer, shown after the first under its own title."""

    chiave: str
    titolo: str
    voci: tuple[Voce, ...]


@dataclass(frozen=True, slots=True)
class Varianti:
    """A first choice, and the form that follows from it."""

    scelta: Campo
    modulo: "Callable[[str], Modulo]"


@dataclass(frozen=True, slots=True)
class Modulo:
    """One kind: its name, what it asks, an example, what it answers.

    ``voci`` are those of the answer itself, or of each object of its list ``elenco``, whose
    ``totali`` are then those of the answer; ``altra`` describes an answer that has not that list.
    Without ``campi``, ``gruppi`` and ``righe`` the kind is asked in JSON only. ``fissi`` is what
    the request holds besides what is typed, ``note`` what is to be known before.
    """

    titolo: str
    riga: str
    esempio: Mapping[str, Any] = field(default_factory=dict)
    varianti: Varianti | None = None
    note: tuple[str, ...] = ()
    fissi: Mapping[str, Any] = field(default_factory=dict)
    campi: tuple[Campo, ...] = ()
    gruppi: tuple[Gruppo, ...] = ()
    righe: Righe | None = None
    elenco: str = ""
    niente: str = ""
    voci: tuple[Voce, ...] = ()
    altri: tuple[Elenco, ...] = ()
    totali: tuple[Voce, ...] = ()
    altra: "Modulo | None" = None

    @property
    def chiesti(self) -> tuple[Campo, ...]:
        """Every field outside the table: those on their own and those of the groups."""
        nei_gruppi = (c for g in self.gruppi for parte in g.parti for c in parte.campi)
        return (*self.campi, *nei_gruppi)


PROFILO = Campo(
    "profilo",
    "Con le regole di",
    Genere.SCELTA,
    tuple((slug, profilo(slug).istituto.denominazione_breve) for slug in PROFILI),
)
ORGANO = Campo("organo", "Organo", Genere.SCELTA, scelte(Organo))
