"""Whether a PDF carries a signature inside (PAdES), read without a word of trust about it.

A signature names the bytes that it covers with ``/ByteRange``: all of a revision but the hole in
which the signature itself is written, in hexadecimal (ISO 32000-1 § 12.8.1, ETSI EN 319 142-1).
"""

import re
from collections.abc import Iterator
from typing import Final

from cpia.atti.caricamenti.firmato import SenzaContenuto, contenuto_firmato

INTERVALLO: Final = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")
FIRME_MASSIME: Final = 50
# No signature with its certificates and time stamps is longer, in hexadecimal.
BUCO_MASSIMO: Final = 4 * 2**20


def firmato_fino_a(contenuto: bytes) -> int | None:
    """How many bytes from the beginning the signatures of a PDF cover; None where there are none.

    A time stamp alone is not a signature.
    """
    return max(_coperti(contenuto), default=None)


def _coperti(contenuto: bytes) -> Iterator[int]:
    for numero, trovato in enumerate(INTERVALLO.finditer(contenuto)):
        if numero == FIRME_MASSIME:
            return
        buco, dopo, quanti = map(int, trovato.groups())
        dentro = buco < dopo <= len(contenuto) and dopo - buco <= BUCO_MASSIMO
        if dentro and dopo + quanti <= len(contenuto) and _e_firma(contenuto[buco:dopo]):
            yield dopo + quanti


def _e_firma(buco: bytes) -> bool:
    """Whether the hole holds a signature apart from what it signs, as PAdES wants it."""
    if not (buco.startswith(b"<") and buco.endswith(b">")):
        return False
    try:
        contenuto_firmato(bytes.fromhex(buco[1:-1].decode("ascii")))
    except SenzaContenuto:
        return True
    except ValueError:
        return False
    return False
