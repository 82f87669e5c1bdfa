"""Characters: those that mean nothing on paper, and those that no installed font can draw."""

import re

from weasyprint import Document

# Control characters, halves of surrogate pairs and the two values that are no character.
SENZA_SENSO = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def senza_controlli(testo: str) -> str:
    """The same text without what cannot be printed by anybody (pasted from elsewhere)."""
    return SENZA_SENSO.sub("", testo)


def senza_segno(documento: Document) -> str:
    """The characters of a drawn document that came out as empty boxes, each once."""
    codici = {codice for font in documento.fonts.values() for codice in font.missing}
    return "".join(map(chr, sorted(codici)))
