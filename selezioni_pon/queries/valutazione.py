"""The grid of a call as its applications are scored with it, and titles out of what is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.models import Avviso
from selezioni_pon.queries.griglie import griglia_scritta
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da


def griglia_di(avviso: Avviso) -> Griglia:
    """The grid of a call, with the way to read a contested mark of the day of publication.

    No query where the grid came with a published call. Raises ValueError without a grid.
    """
    if avviso.griglia is None:
        raise ValueError("l’avviso non ha ancora una griglia")
    return replace(griglia_scritta(avviso.griglia), contesa=regole_di(avviso).contesa.valore)


def titolo_scritto(voce: Voce, valore: object) -> Titolo:
    """The title that a value kept in the tables says. Raises ValueError when it says none."""
    letto = titolo_da(voce, valore)
    if isinstance(letto, Titolo):
        return letto
    raise ValueError("; ".join(violazione.testo for violazione in letto))


def titoli_scritti(griglia: Griglia, valori: Iterable[tuple[str, Any]]) -> tuple[Titolo, ...]:
    """The titles of items and values kept in the tables, as ``valuta`` takes them."""
    return tuple(titolo_scritto(_voce(griglia, numero), valore) for numero, valore in valori)


def guasti(griglia: Griglia, valori: Mapping[str, object]) -> Mapping[str, tuple[Violazione, ...]]:
    """What is wrong with values that somebody is writing, by item; those that are right are not."""
    letti = {numero: titolo_da(_voce(griglia, numero), v) for numero, v in valori.items()}
    return {numero: letto for numero, letto in letti.items() if isinstance(letto, tuple)}


def _voce(griglia: Griglia, numero: str) -> Voce:
    voce = griglia.voce(numero)
    if voce is None:
        raise ValueError(f"{griglia.slug} non ha la voce {numero}")
    return voce
