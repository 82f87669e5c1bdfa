"""Names of persons and places: how they are written and when two of them are the same."""

import re
import unicodedata
from typing import Final

APOSTROFI: Final = str.maketrans(dict.fromkeys("'`´‘ʼ", "’"))
PAROLA: Final = re.compile(r"[^\W\d_]+")
# Letters that Unicode does not split into a plain letter and a sign.
TRASLITTERATE: Final = str.maketrans(
    {"Æ": "AE", "Œ": "OE", "Ø": "O", "Đ": "D", "Ł": "L", "Þ": "TH", "ẞ": "SS", "ß": "SS"}
)


def normalizza_nome(testo: str) -> str:
    """A name as it is kept: single spaces, one kind of apostrophe, capitals as in a sentence.

    Only a name typed all in capitals or all in small letters is rewritten («DE LUCA» becomes
    «De Luca»): who mixes them («McDonald», «de’ Rossi») means it.
    """
    pulito = " ".join(unicodedata.normalize("NFC", testo).translate(APOSTROFI).split())
    if pulito.isupper() or pulito.islower():
        return PAROLA.sub(lambda trovata: trovata[0].capitalize(), pulito)
    return pulito


def lettere(testo: str) -> str:
    """The plain capital letters of a name, in order: no accents, spaces or apostrophes."""
    maiuscolo = testo.upper().translate(TRASLITTERATE)
    scomposto = unicodedata.normalize("NFKD", maiuscolo)
    return "".join(carattere for carattere in scomposto if "A" <= carattere <= "Z")


def stesso_nome(uno: str, altro: str) -> bool:
    """Whether two names differ only by capitals, accents, spaces or apostrophes."""
    return lettere(uno) == lettere(altro)
