"""The Markdown of notes, deliberations and attachments, as the minutes show and print it."""

import re
from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

register = template.Library()
ULTIMO_LIVELLO = 6
IMPORTO = re.compile(r"\**(?:€ )*[\d.]+,\d{2}\**")
APRE = '<div class="scorre" role="group" aria-label="Tabella" tabindex="0">'


def _scrittore() -> MarkdownIt:
    # Nobody's HTML, pictures or links: what a member types is read, never run.
    scrittore = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
    return scrittore.disable(["image", "link", "autolink"])


SCRITTORE = _scrittore()


@register.filter
def markdown(testo: str, sotto: int = 2) -> SafeString:
    """The HTML of a text; its first heading is one level below ``sotto``."""
    pezzi = SCRITTORE.parse(testo)
    for posto, pezzo in enumerate(pezzi):
        _scendi(pezzo, sotto)
        if pezzo.type == "th_open":
            pezzo.attrSet("scope", "col")
        if pezzo.type == "td_open" and IMPORTO.fullmatch(pezzi[posto + 1].content):
            pezzo.attrSet("class", "importo")
        if pezzo.type in ("bullet_list_open", "ordered_list_open"):
            pezzo.attrSet("class", "elenco")
        if pezzo.type == "list_item_open":
            _segna(pezzi[posto:], f"{pezzo.info}{pezzo.markup} " if pezzo.info else "• ")
    html = SCRITTORE.renderer.render(_con_cornici(pezzi), SCRITTORE.options, {})
    # The renderer escapes every word and writes no tag that is not Markdown's own.
    return mark_safe(html)


def _scendi(pezzo: Token, sotto: int) -> None:
    if pezzo.type in ("heading_open", "heading_close"):
        pezzo.tag = f"h{min(int(pezzo.tag[1]) + sotto, ULTIMO_LIVELLO)}"


def _segna(dalla_voce: Sequence[Token], segno: str) -> None:
    """The mark of an item is one of its words: it is printed, copied and read aloud as it is."""
    scritto = next((pezzo for pezzo in dalla_voce if pezzo.type == "inline"), None)
    if scritto is not None:
        scritto.children = [Token("text", "", 0, content=segno), *(scritto.children or [])]


def _con_cornici(pezzi: Sequence[Token]) -> list[Token]:
    """Each table in a box that scrolls by itself on a narrow screen."""
    cornici = {"table_open": (APRE, True), "table_close": ("</div>\n", False)}
    usciti: list[Token] = []
    for pezzo in pezzi:
        html, prima = cornici.get(pezzo.type, ("", False))
        cornice = [Token("html_block", "", 0, content=html)] if html else []
        usciti += [*cornice, pezzo] if prima else [pezzo, *cornice]
    return usciti
