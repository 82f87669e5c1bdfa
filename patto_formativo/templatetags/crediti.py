"""The bar of the hours, drawn with attributes only: the page carries no style of its own."""

from dataclasses import dataclass
from fractions import Fraction

from django import template

from patto_formativo.queries.crediti import ContoCrediti

register = template.Library()
# Under this share a stretch is too short for its words.
LEGGIBILE = Fraction(8, 100)


@dataclass(frozen=True)
class Tratto:
    """A stretch of the bar, in shares of its length written as the drawing wants them."""

    inizio: str
    lungo: str
    mezzo: str
    detto: bool


@dataclass(frozen=True)
class Barra:
    """Welcome, credits and what is left to do; where the cap of the credits stands."""

    accoglienza: Tratto
    crediti: Tratto
    da_fare: Tratto
    tetto: str
    a_destra: bool


@register.simple_tag
def barra_delle_ore(conto: ContoCrediti) -> Barra:
    """The bar of a person."""
    totali = conto.ore_totali
    primo = conto.accoglienza / totali
    secondo = conto.riconoscimento.ore / totali
    tetto = min(Fraction(1), primo + conto.tetto / totali)
    return Barra(
        _tratto(Fraction(0), primo),
        _tratto(primo, secondo),
        _tratto(primo + secondo, 1 - primo - secondo),
        _percento(tetto),
        tetto < Fraction(1, 2),
    )


def _tratto(inizio: Fraction, lungo: Fraction) -> Tratto:
    mezzo = inizio + lungo / 2
    return Tratto(_percento(inizio), _percento(lungo), _percento(mezzo), lungo >= LEGGIBILE)


@register.filter
def lunga(percento: float) -> str:
    """``70.00%``: the length of a bar."""
    return f"{percento:.2f}%"


def _percento(parte: Fraction) -> str:
    return lunga(float(100 * max(Fraction(0), parte)))
