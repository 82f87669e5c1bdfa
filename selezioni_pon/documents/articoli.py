"""The pieces of the paper of a call, frozen."""

from collections.abc import Iterable
from dataclasses import dataclass

from cpia.atti.carta import Congelato
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.models import Istituto
from selezioni_pon.documents.parole import citata
from selezioni_pon.rules.requisiti_detti import Requisito


@dataclass(frozen=True)
class Dato(Congelato):
    """A line of a table: what it is and what it says."""

    voce: str
    valore: str


@dataclass(frozen=True)
class Punto(Congelato):
    """A sentence with who says it, and who says otherwise if anybody does."""

    testo: str
    fonte: str = ""
    altra_fonte: str = ""


@dataclass(frozen=True)
class Articolo(Congelato):
    """An article: its table, its longer texts, its paragraphs, its list and what follows it.

    ``griglia`` marks that of the criteria.
    """

    titolo: str
    dati: tuple[Dato, ...] = ()
    testi: tuple[Dato, ...] = ()
    paragrafi: tuple[Punto, ...] = ()
    elenco: tuple[Punto, ...] = ()
    seguono: tuple[Punto, ...] = ()
    griglia: bool = False


def dati(*coppie: tuple[str, str]) -> tuple[Dato, ...]:
    """The lines that have something to say."""
    return tuple(Dato(voce, valore) for voce, valore in coppie if valore.strip())


def paragrafi(*testi: str) -> tuple[Punto, ...]:
    """Sentences that need no source; the empty ones are left out."""
    return tuple(Punto(testo) for testo in testi if testo.strip())


def dai_motivi(motivi: Iterable[Motivo], istituto: Istituto, inizio: str = "") -> tuple[Punto, ...]:
    """The steps of a judgement without their stop, as the paper of this school cites them."""
    return tuple(
        Punto(f"{inizio}{motivo.testo.rstrip('.')}", citata(motivo.fonte, istituto))
        for motivo in motivi
    )


def dai_requisiti(requisiti: Iterable[Requisito], istituto: Istituto) -> tuple[Punto, ...]:
    """What is asked of whoever applies."""
    return tuple(
        Punto(uno.testo, citata(uno.fonte, istituto), uno.altra_fonte) for uno in requisiti
    )
