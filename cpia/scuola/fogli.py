"""Sheets that leave the portal: CSV for Italian Excel and XLSX, always the same bytes.

A cell typed by somebody must not become a formula on the computer of who opens the file: what
begins like one is written with an apostrophe before, which the import takes away again. Control
characters that XML cannot hold are written ``_x000D_``, as Excel itself does.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

Valore = str | int | Decimal | date | datetime | bool | None
Riga = Sequence[Valore]

# What a spreadsheet may take for the beginning of a formula, behind spaces and apostrophes too;
# the full-width forms are turned into the plain ones by some of them.
_FORMULA = re.compile(r"[\s'\u200b\ufeff]*[=+\-@＝＋－＠]|'*[\t\r\n]")
_ILLECITI = re.compile(r"_(?=x[0-9A-Fa-f]{4})|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SCAPPATI = re.compile(r"_x([0-9A-Fa-f]{4})_")
_VIETATI_NEL_TITOLO = re.compile(r"[\[\]:*?/\\]")
SI_NO = {True: "sì", False: "no"}
_GIORNO, _GIORNO_E_ORA = "%d/%m/%Y", "%d/%m/%Y %H:%M"
_LUNGHEZZA_MASSIMA = 32_767
_SEMPRE = datetime(2000, 1, 1)  # noqa: DTZ001  the document properties have no time zone


def neutralizza(testo: str) -> str:
    """The text as it may stand in a cell without ever being computed."""
    return f"'{testo}" if _FORMULA.match(testo) else testo


def ripristina(testo: str) -> str:
    """The text as it was before ``neutralizza``."""
    return testo[1:] if testo[:1] == "'" and _FORMULA.match(testo[1:]) else testo


def foglio_csv(righe: Iterable[Riga]) -> bytes:
    """The rows as CSV: UTF-8 with its mark and ``;``, what Italian Excel opens by itself.

    Days are written gg/mm/aaaa, with hours and minutes if they have them (a sheet knows no time
    zone), decimals with a comma; every cell is in quotation marks, so that no comma inside can be
    taken for a separator.
    """
    testo = io.StringIO(newline="")
    scrittore = csv.writer(testo, delimiter=";", quoting=csv.QUOTE_ALL)
    scrittore.writerows([_per_csv(valore) for valore in riga] for riga in righe)
    return testo.getvalue().encode("utf-8-sig")


def _per_csv(valore: Valore) -> str:
    if isinstance(valore, str):
        return neutralizza(valore)
    if isinstance(valore, bool):
        return SI_NO[valore]
    if isinstance(valore, date):
        return f"{valore:{_GIORNO_E_ORA if isinstance(valore, datetime) else _GIORNO}}"
    if isinstance(valore, Decimal):
        return f"{valore:f}".replace(".", ",")
    return "" if valore is None else str(valore)


def foglio_xlsx(titolo: str, righe: Iterable[Riga]) -> bytes:
    """The rows as one sheet of an Excel file; the first row is the header.

    Raises ValueError for a text longer than a cell holds (32,767 characters).
    """
    from openpyxl import Workbook

    libro = Workbook(write_only=True)
    foglio = libro.create_sheet(_VIETATI_NEL_TITOLO.sub(" ", titolo)[:31] or "Foglio")
    foglio.freeze_panes = "A2"
    pronte = [list(riga) for riga in righe]
    for numero, larghezza in enumerate(_larghezze(pronte), 1):
        foglio.column_dimensions[_lettera(numero)].width = larghezza
    for numero, riga in enumerate(pronte):
        foglio.append([_per_xlsx(foglio, valore, intestazione=numero == 0) for valore in riga])
    libro.properties.title = _xml(titolo)
    libro.properties.creator = ""
    libro.properties.created = _SEMPRE
    grezzo = io.BytesIO()
    libro.save(grezzo)
    return _senza_ora(grezzo)


def _lettera(colonna: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(colonna)


def _larghezze(righe: list[list[Valore]]) -> list[int]:
    """Widths in characters: the longest cell of each column, within reason."""
    quante = max(map(len, righe), default=0)
    return [
        min(60, 2 + max(len(_per_csv(riga[n])) for riga in righe if n < len(riga)))
        for n in range(quante)
    ]


def _per_xlsx(foglio: Any, valore: Valore, *, intestazione: bool) -> "WriteOnlyCell":
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if isinstance(valore, bool):
        valore = SI_NO[valore]
    cella = WriteOnlyCell(foglio)
    if isinstance(valore, str):
        # Said to be text, or «#N/D» would be an error and «=» a formula.
        cella.value, cella.data_type = _xml(neutralizza(valore)), "s"
    else:
        cella.value = valore
    if isinstance(valore, date):
        con_ora = isinstance(valore, datetime)
        cella.number_format = "dd/mm/yyyy hh:mm" if con_ora else "dd/mm/yyyy"
    if intestazione:
        cella.font = Font(bold=True)
    return cella


def _xml(testo: str) -> str:
    if len(testo) > _LUNGHEZZA_MASSIMA:
        raise ValueError("il testo è più lungo di una cella")
    return _ILLECITI.sub(lambda trovato: f"_x{ord(trovato[0]):04X}_", testo)


def da_xml(testo: str) -> str:
    """The text of a cell with the characters that XML could not hold put back."""
    return _SCAPPATI.sub(lambda trovato: chr(int(trovato[1], 16)), testo)


def _senza_ora(grezzo: io.BytesIO) -> bytes:
    """The same archive with no trace of when it was written."""
    pulito = io.BytesIO()
    with zipfile.ZipFile(grezzo) as prima, zipfile.ZipFile(pulito, "w") as dopo:
        for parte in sorted(prima.namelist()):
            contenuto = prima.read(parte)
            if parte == "docProps/core.xml":
                contenuto = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2000-01-01T00:00:00Z", contenuto)
            voce = zipfile.ZipInfo(parte, (2000, 1, 1, 0, 0, 0))
            voce.compress_type, voce.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            dopo.writestr(voce, contenuto)
    return pulito.getvalue()
