"""How two writings are recognised as the same."""

import re
import unicodedata
from typing import Final

NON_LETTERE: Final = re.compile(r"[^a-z0-9]+")
# Unicode would turn the ordinal of «2ª» into a letter.
ORDINALI: Final = str.maketrans(dict.fromkeys("ªº°^", " "))
ROMANI: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
ROMANO_IN_TESTA: Final = re.compile(r"(i{1,3}|iv|v)[^a-z0-9]+(?=[a-z])", re.IGNORECASE)


def pulito(testo: str) -> str:
    """A text in one line, with single spaces."""
    return " ".join(testo.split())


def chiave(testo: str) -> str:
    """Letters and digits only, small, without accents: «Data di nascita» is ``datadinascita``."""
    scomposto = unicodedata.normalize("NFKD", testo.translate(ORDINALI).casefold())
    return NON_LETTERE.sub("", "".join(c for c in scomposto if not unicodedata.combining(c)))


def chiave_classe(testo: str) -> str:
    """As ``chiave``, with the year in digits: «II A AFM» and «2ªA Afm» are ``2aafm``."""
    romano = ROMANO_IN_TESTA.match(pulito(testo))
    if romano is None:
        return chiave(testo)
    return ROMANI[romano[1].lower()] + chiave(pulito(testo)[romano.end() :])
