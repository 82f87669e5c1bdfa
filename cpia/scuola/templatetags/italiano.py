"""Filters that write days, hours and numbers in Italian; the words are in ``parole``."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django import template

from cpia.scuola import orologio, parole

register = template.Library()


@register.filter
def data_estesa(momento: date | None) -> str:
    """``9 giugno``, with the year when it is not the current one."""
    return parole.data_estesa(momento, orologio.oggi()) if momento else ""


@register.filter
def giorno(momento: date | None) -> str:
    """``martedì 9 giugno``, with the year when it is not the current one."""
    return parole.giorno(momento, orologio.oggi()) if momento else ""


@register.filter
def giorno_breve(momento: date | None) -> str:
    """``ven 5 giu``."""
    return parole.giorno_breve(momento) if momento else ""


@register.filter
def ora(momento: datetime | None) -> str:
    """``10.42``."""
    return parole.ora(momento) if momento else ""


@register.filter
def giorno_e_ora(momento: datetime | None) -> str:
    """``venerdì 12 giugno, ore 13.02``."""
    return parole.giorno_e_ora(momento, orologio.oggi()) if momento else ""


@register.filter
def quando(momento: date | None) -> str:
    """``oggi``, ``ieri``, ``fra 3 giorni``, ``2 giorni fa``."""
    return parole.quando(momento, orologio.oggi()) if momento else ""


@register.filter
def durata(secondi: int) -> str:
    """``20 secondi``, ``3 minuti``, ``2 ore``."""
    return parole.durata(secondi)


@register.filter
def decimale(numero: Fraction | Decimal | int | None, cifre: int = 2) -> str:
    """``2,50``; ``{{ x|decimale:0 }}`` for another number of digits."""
    return "" if numero is None else parole.decimale(numero, cifre)


@register.filter
def plurale(numero: int, forme: str) -> str:
    """``{{ n|plurale:"studente,studenti" }}``; a third form says zero as a whole."""
    return parole.plurale(numero, *forme.split(","))


@register.filter
def elenco(parti: list[object]) -> str:
    """``Turla, Vescovi e Zanardini``."""
    return parole.elenco(parti)


@register.filter
def maiuscola(testo: str) -> str:
    """First letter upper case, the rest untouched."""
    return parole.con_maiuscola(testo)
