"""A sitting as the rules that look for anomalies read it, and what they find."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cpia.norme.enums import AggiuntaOdg, RegolaQuorum
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import EsitoPunto, NaturaPunto, OriginePunto


@dataclass(frozen=True, slots=True)
class PuntoLetto:
    """An item; ``ammesso`` says whether a vote put it on the agenda."""

    ordine: int
    titolo: str
    natura: NaturaPunto
    origine: OriginePunto
    esito: EsitoPunto | None
    ammesso: bool = False


@dataclass(frozen=True, slots=True)
class DeliberaLetta:
    """A deliberation; ``con_cifre`` says whether its vote is known in figures."""

    punto: int
    numero: int
    come: str
    con_cifre: bool
    premesse: tuple[str, ...]
    testo: str


@dataclass(frozen=True, slots=True)
class AllegatoLetto:
    """An attachment in words; ``punto`` is the order of its item, 0 for the whole sitting."""

    numero: int
    punto: int
    testo: str

    @property
    def nome(self) -> str:
        return f"Allegato n. {self.numero}"


@dataclass(frozen=True, slots=True)
class SedutaLetta:
    """``appello`` says whether who was present is known by name, ``convocazione`` whether the
    notice is on file."""

    numero: int
    giorno: date
    in_carica: int
    assenti: int
    appello: bool
    convocazione: bool
    punti: tuple[PuntoLetto, ...]
    delibere: tuple[DeliberaLetta, ...]
    allegati: tuple[AllegatoLetto, ...]

    @property
    def presenti(self) -> int:
        """Those in office without those who were absent: what can be known without a roll call."""
        return self.in_carica - self.assenti


@dataclass(frozen=True, slots=True)
class Fonti:
    """The rules of the organ on that day; ``pausa`` names the holiday of a day, or nothing."""

    quorum: Valore[RegolaQuorum]
    minimo: Valore[int]
    aggiunta: Valore[AggiuntaOdg]
    quota: Valore[Fraction]
    preavviso: Valore[str]
    pausa: Callable[[date], str]


@dataclass(frozen=True, slots=True)
class Trovata:
    """One anomaly: ``fonte`` is where it is read, ``altra_fonte`` what it is against."""

    codice: str
    testo: str
    fonte: str
    altra_fonte: str
    punto: int = 0
