"""Small pieces of every page: glyphs, states, deadlines, reasons."""

from datetime import date
from typing import Any

from django import template
from django.forms import BaseForm
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.safestring import SafeString

from cpia.scuola import orologio, parole

register = template.Library()

# State -> its usual word; the glyph has the same name in icone/stati.svg.
STATI = {
    "fatto": "fatto",
    "in-corso": "in corso",
    "da-fare": "da fare",
    "manca": "manca",
    "da-controllare": "da controllare",
    "chiuso": "chiuso",
    "deciso": "deciso con motivo",
    "in-invio": "in invio",
    "nel-browser": "nel browser",
}


@register.simple_tag(takes_context=True)
def blocco(context: Context, nome: str) -> SafeString:
    """Content of a block of this page, to use it twice or to test whether it is empty."""
    blocchi = context.render_context.get(BLOCK_CONTEXT_KEY)
    nodo = blocchi.get_block(nome) if blocchi else None
    return nodo.render(context) if nodo else SafeString("")


@register.simple_tag(takes_context=True)
def istituto_corrente(context: Context) -> Any:
    """The institute given by the view, else that of the address; None outside institutes."""
    dato = context.get("istituto")
    return dato or getattr(context.get("request"), "istituto", None)


@register.inclusion_tag("componenti/glifo.html")
def glifo(nome: str) -> dict[str, object]:
    """One of the state glyphs alone, decorative: the word must stand beside it."""
    return {"nome": nome}


@register.inclusion_tag("componenti/icona.html")
def icona(nome: str) -> dict[str, object]:
    """Decorative icon of the Bootstrap Italia sprite: ``{% icona "mail" %}``."""
    return {"nome": nome}


@register.inclusion_tag("componenti/stato.html")
def stato(nome: str, testo: str = "") -> dict[str, object]:
    """State label, glyph and word. ``nome`` is a key of STATI; ``testo`` replaces the word."""
    return {"nome": nome, "testo": testo or STATI[nome]}


@register.inclusion_tag("componenti/termine.html")
def termine(
    scade: date, cosa: str = "", perche: str = "", di: str = "", *, breve: bool = False
) -> dict[str, object]:
    """Deadline chip in words.

    ``scade``: a day, or an instant when the hour counts. ``cosa``: what ends, before the
    date. ``perche``: address of the reason; ``di``: what it explains, for screen readers.
    ``breve``: short chip with the date beside it, for lists.
    """
    return {
        "termine": parole.termine(scade, orologio.adesso(), cosa),
        "breve": breve,
        "perche": perche,
        "di": di,
    }


@register.inclusion_tag("componenti/perche_link.html")
def perche(url: str, di: str = "", testo: str = "perché?") -> dict[str, object]:
    """Link that opens the reason in the drawer, or on its own page.

    ``di`` completes the link for screen readers; in tables ``testo`` is the figure itself.
    """
    return {"url": url, "di": di, "testo": testo}


@register.inclusion_tag("componenti/non_ancora.html")
def non_ancora(testo: str, motivo: str) -> dict[str, object]:
    """An act not yet possible: locked button with the reason beside it."""
    return {"testo": testo, "motivo": motivo}


@register.inclusion_tag("componenti/barra_progresso.html")
def progresso(fatti: int, totale: int, di: str) -> dict[str, object]:
    """Thin bar of ``fatti`` out of ``totale``; ``di`` names what is counted."""
    return {"fatti": fatti, "totale": totale, "di": di}


@register.filter
def conta_errori(form: BaseForm) -> int:
    """How many things are to be corrected in a form."""
    return sum(len(errori) for errori in form.errors.values())
