"""CSV as the offices write it: any of five separators, three encodings, quotes or none."""

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import Final

from cpia.scuola.fogli import ripristina
from cpia.scuola.importazione.rules.foglio import FileNonLeggibile, Foglio, Raccolta

SEPARATORI: Final = (";", ",", "\t", "|")
# Some registers write it; it also stands in every date, so it counts only where no other does.
ULTIMO: Final = "/"
RIGHE_DI_PROVA: Final = 60
# Excel obeys a first line «sep=;» and some exports write it.
RIGA_SEP: Final = re.compile(r"sep=([;,\t|/])\r?\n?", re.IGNORECASE)
PER_MARCA: Final = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
BINARI: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def leggi_testo(contenuto: bytes) -> Foglio:
    """The rows of a CSV. Raises FileNonLeggibile."""
    testo = _decodifica(contenuto)
    detto = RIGA_SEP.match(testo)
    separatore = detto[1] if detto else _separatore(testo)
    raccolta = Raccolta()
    lettore = csv.reader(io.StringIO(testo, newline=""), delimiter=separatore, strict=True)
    try:
        for numero, celle in enumerate(lettore, 1):
            if not (detto and numero == 1):
                raccolta.aggiungi(numero, [ripristina(cella) if cella else "" for cella in celle])
    except csv.Error as errore:
        raise FileNonLeggibile(_virgolette(lettore.line_num)) from errore
    return Foglio(tuple(raccolta.righe))


def _virgolette(riga: int) -> str:
    return (
        f"Intorno alla riga {riga} le virgolette si aprono e non si chiudono: "
        "correggi quella riga, o salva il file come .xlsx."
    )


def _decodifica(contenuto: bytes) -> str:
    """UTF-8 if it is valid UTF-8, else what Windows writes in Italy."""
    codifica = next((c for marca, c in PER_MARCA.items() if contenuto.startswith(marca)), None)
    for prova in [codifica] if codifica else ["utf-8", "cp1252"]:
        try:
            testo = contenuto.decode(prova)
        except UnicodeDecodeError:
            continue
        if not BINARI.search(testo):
            return testo
    raise FileNonLeggibile(
        "Non è un foglio di calcolo: servono un file .csv o un file .xlsx di Excel."
    )


def _separatore(testo: str) -> str:
    """The one that cuts most rows in the same number of columns."""
    migliore = max(SEPARATORI, key=lambda separatore: _regolarita(testo, separatore))
    if _solita(testo, migliore) == 1 and _solita(testo, ULTIMO) > 1:
        return ULTIMO
    return migliore


def _solita(testo: str, separatore: str) -> int:
    """How many columns most rows have; 0 when they cannot be counted."""
    return max(_larghezze(testo, separatore).most_common(1), default=(0, 0))[0]


def _regolarita(testo: str, separatore: str) -> int:
    """How many cells stand in rows as wide as most are; a single column counts nothing."""
    larghezze = _larghezze(testo, separatore)
    return max((volte * (colonne - 1) for colonne, volte in larghezze.items()), default=-1)


def _larghezze(testo: str, separatore: str) -> Counter[int]:
    """How many rows have so many columns; none when the quotes are broken."""
    lettore = csv.reader(io.StringIO(testo, newline=""), delimiter=separatore, strict=True)
    try:
        return Counter(len(celle) for celle in islice(lettore, RIGHE_DI_PROVA) if celle)
    except csv.Error:
        # Maybe those of another separator.
        return Counter()
