"""A second wall behind the escaping of the templates: what no document of ours contains.

Style comes from the shipped sheets alone, drawings from `Risorse` alone. So elements that
fetch, embed or restyle are taken out of the tree before it is laid out, whoever wrote them.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

ELEMENTI_VIETATI = frozenset(
    (
        *("applet", "audio", "base", "embed", "frame", "frameset", "iframe", "input", "link"),
        *("math", "meta", "noscript", "object", "script", "select", "source", "style", "svg"),
        *("template", "textarea", "track", "video"),
    )
)
LINK_AMMESSI = ("https:", "http:", "mailto:", "#")


def pulisci(radice: Element) -> None:
    """Take out in place the forbidden elements and the links that lead outside the web."""
    for genitore, figlio in list(_coppie(radice)):
        if _nome(figlio) in ELEMENTI_VIETATI:
            _togli(genitore, figlio)
        elif not figlio.get("href", "#").lower().startswith(LINK_AMMESSI):
            del figlio.attrib["href"]
        figlio.attrib.pop("rel", None)


def _coppie(radice: Element) -> Iterator[tuple[Element, Element]]:
    for genitore in radice.iter():
        for figlio in genitore:
            yield genitore, figlio


def _nome(elemento: Element) -> str:
    # Comments have a function for a tag; foreign elements have their namespace before the name.
    return str(elemento.tag).rpartition("}")[2].lower()


def _togli(genitore: Element, figlio: Element) -> None:
    indice = list(genitore).index(figlio)
    coda = figlio.tail or ""
    if indice:
        precedente = genitore[indice - 1]
        precedente.tail = (precedente.tail or "") + coda
    else:
        genitore.text = (genitore.text or "") + coda
    genitore.remove(figlio)
