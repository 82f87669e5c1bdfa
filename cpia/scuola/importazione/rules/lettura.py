"""From the bytes of a file to its rows, or to an Italian sentence that says what to do."""

import re
from typing import Final

from cpia.scuola.importazione.rules.cartella import leggi_cartella
from cpia.scuola.importazione.rules.foglio import MAX_BYTE, FileNonLeggibile, Foglio
from cpia.scuola.importazione.rules.testuale import leggi_testo

SERVE: Final = "servono un file .csv o un file .xlsx di Excel."
PAGINA_WEB: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!doctype|<html|<head|<table|<meta)", re.IGNORECASE
)
# What a file begins with when it is something else.
ALTRO: Final = {
    b"%PDF": f"È un PDF, non un foglio di calcolo: {SERVE}",
    b"\xd0\xcf\x11\xe0": (
        "È un vecchio file .xls, o un file protetto da password: aprilo con Excel e salvalo come "
        ".xlsx, senza password."
    ),
    b"\x89PNG": f"È un’immagine, non un foglio di calcolo: {SERVE}",
    b"\xff\xd8\xff": f"È un’immagine, non un foglio di calcolo: {SERVE}",
    b"GIF8": f"È un’immagine, non un foglio di calcolo: {SERVE}",
    b"Rar!": f"È un archivio compresso, non un foglio di calcolo: {SERVE}",
    b"7z\xbc\xaf": f"È un archivio compresso, non un foglio di calcolo: {SERVE}",
    b"\x1f\x8b": f"È un archivio compresso, non un foglio di calcolo: {SERVE}",
    b"{\\rtf": f"È un documento di testo, non un foglio di calcolo: {SERVE}",
}


def leggi(contenuto: bytes) -> Foglio:
    """The rows of a CSV or XLSX, known by its content and not by its name.

    Raises FileNonLeggibile for what is something else, broken, hostile, too big or empty. Time
    and memory are bounded: sizes are looked at before the content.
    """
    if len(contenuto) > MAX_BYTE:
        raise FileNonLeggibile("Il file supera i 10 MB: dividilo in due o più file.")
    for inizio, messaggio in ALTRO.items():
        if contenuto.startswith(inizio):
            raise FileNonLeggibile(messaggio)
    if PAGINA_WEB.match(contenuto):
        raise FileNonLeggibile(
            "È una pagina web con il nome di un foglio di calcolo: aprila con Excel e salvala "
            "come .xlsx."
        )
    foglio = leggi_cartella(contenuto) if contenuto.startswith(b"PK") else leggi_testo(contenuto)
    if not foglio.righe:
        raise FileNonLeggibile("Il file è vuoto.")
    return foglio
