"""From the Markdown of a page of the guide to its HTML, its sections and their plain words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.templatetags.static import static
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

NON_LETTERE = re.compile(r"[^a-z0-9]+")
FIGURA = re.compile(r"^\.\./immagini/(?P<nome>[\w-]+\.png)$")
PAGINA = re.compile(r"^(?P<pagina>[a-z-]+)\.md(?P<ancora>#[\w-]+)?$")
CARTELLA_STATICA = "guida"


@dataclass(frozen=True, slots=True)
class Sezione:
    """A heading of the second level and what stands under it."""

    ancora: str
    titolo: str
    parole: str


@dataclass(frozen=True, slots=True)
class Testo:
    """A page: its title, its sections in order, its HTML without the title."""

    titolo: str
    sezioni: tuple[Sezione, ...]
    html: str


class RiferimentoErrato(ValueError):
    """A page of the guide names a picture or a page in a way that nobody can follow."""


def ancora(titolo: str) -> str:
    """``Perché?`` → ``perche``; ``Registrare e chiudere`` → ``registrare-e-chiudere``."""
    scritto = unicodedata.normalize("NFKD", titolo.lower().replace("’", "-"))
    return NON_LETTERE.sub("-", scritto.encode("ascii", "ignore").decode()).strip("-")


def leggi(markdown: str, immagini: Path) -> Testo:
    """Read a page. Raises RiferimentoErrato."""
    scrittore = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    pezzi = scrittore.parse(markdown)
    titolo = pezzi[1].content
    sezioni = _sezioni(pezzi)
    corpo = pezzi[3:]
    for pezzo in corpo:
        for figlio in pezzo.children or ():
            _riferimento(figlio, immagini)
    return Testo(titolo, sezioni, scrittore.renderer.render(corpo, scrittore.options, {}))


def _sezioni(pezzi: Sequence[Token]) -> tuple[Sezione, ...]:
    """Give every second heading its anchor, and gather the words below it."""
    sezioni: list[tuple[str, str, list[str]]] = []
    for posto, pezzo in enumerate(pezzi):
        if pezzo.type == "heading_open" and pezzo.tag == "h2":
            titolo = _parole(pezzi[posto + 1])
            pezzo.attrSet("id", ancora(titolo))
            sezioni.append((ancora(titolo), titolo, []))
        elif pezzo.type == "inline" and sezioni and pezzi[posto - 1].tag != "h2":
            sezioni[-1][2].append(_parole(pezzo))
    return tuple(Sezione(a, t, " ".join(filter(None, parole))) for a, t, parole in sezioni)


def _parole(pezzo: Token) -> str:
    figli = [figlio for figlio in pezzo.children or () if figlio.type != "image"]
    return "".join(
        " " if figlio.type in {"softbreak", "hardbreak"} else figlio.content for figlio in figli
    )


def _riferimento(pezzo: Token, immagini: Path) -> None:
    if pezzo.type == "image":
        _figura(pezzo, immagini)
    elif pezzo.type == "link_open":
        pezzo.attrSet("href", _legame(str(pezzo.attrGet("href"))))


def _figura(pezzo: Token, immagini: Path) -> None:
    trovata = FIGURA.match(str(pezzo.attrGet("src")))
    if trovata is None or not pezzo.content:
        raise RiferimentoErrato(f"figura {pezzo.attrGet('src')}: percorso o descrizione")
    with Image.open(immagini / trovata["nome"]) as figura:
        larga, alta = figura.size
    pezzo.attrs |= {
        "src": static(f"{CARTELLA_STATICA}/{trovata['nome']}"),
        "width": larga,
        "height": alta,
        "loading": "lazy",
    }


def _legame(verso: str) -> str:
    """Pages of the guide link to one another as files do; here they are neighbours."""
    if verso.startswith("#"):
        return verso
    trovata = PAGINA.match(verso)
    if trovata is None:
        raise RiferimentoErrato(f"legame {verso}: si scrive pagina.md#sezione")
    return f"../{trovata['pagina']}/{trovata['ancora'] or ''}"
