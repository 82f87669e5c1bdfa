"""XLSX, opened with suspicion: sizes are looked at before anything is parsed."""

import io
import posixpath
import zipfile
import zlib
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import ExpatError

from defusedxml.ElementTree import fromstring
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from cpia.scuola.importazione.rules.celle import Celle, Stringhe
from cpia.scuola.importazione.rules.foglio import FileNonLeggibile, Foglio

# A list of 5,000 persons takes about 10 MB of XML; five times that is something else.
MAX_SCOMPATTATO: Final = 50 * 2**20
# A cell is written with four tags or six; expat takes about half a microsecond for each.
MAX_TAG: Final = 2_000_000
MAX_STRUTTURA: Final = 2 * 2**20
MAX_FOGLI: Final = 30
LIBRO: Final = "xl/workbook.xml"
RELAZIONI: Final = "xl/_rels/workbook.xml.rels"
ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ALTRI_FORMATI: Final = {
    "word/document.xml": "È un documento di Word: copia la tabella in Excel e salvala come .xlsx.",
    "xl/workbook.bin": "È un file .xlsb: aprilo con Excel e salvalo come .xlsx.",
    "xl/vbaProject.bin": "Il file contiene macro: salvalo come .xlsx, senza macro.",
    "content.xml": "È un file di LibreOffice: aprilo e salvalo come .xlsx o .csv.",
}
MAI_CALCOLATE: Final = (
    "Alcune formule non hanno un valore salvato e risultano vuote: apri il file con Excel, "
    "salvalo e caricalo di nuovo."
)
NON_SI_APRE: Final = (
    "Il file .xlsx è rovinato o protetto: aprilo con Excel, salvalo di nuovo senza password e "
    "riprova."
)
TROPPO_GRANDE: Final = "Il file scompattato è enorme: copia la tabella in un file nuovo."
# What a broken archive or sheet makes the standard library raise.
GUASTI: Final = (
    EOFError, ExpatError, LookupError, NotImplementedError, OSError, OverflowError, ParseError,
    RuntimeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def leggi_cartella(contenuto: bytes) -> Foglio:
    """The rows of the first sheet that has any. Raises FileNonLeggibile."""
    try:
        with zipfile.ZipFile(io.BytesIO(contenuto)) as archivio:
            _controlla(archivio)
            return _leggi(archivio)
    except FileNonLeggibile:
        raise
    except GUASTI as guasto:
        raise FileNonLeggibile(NON_SI_APRE) from guasto


def _controlla(archivio: zipfile.ZipFile) -> None:
    """Refuse what is no workbook or grows too much; zipfile never reads past these sizes."""
    nomi = set(archivio.namelist())
    for nome, messaggio in ALTRI_FORMATI.items():
        if nome in nomi:
            raise FileNonLeggibile(messaggio)
    if LIBRO not in nomi:
        raise FileNonLeggibile(
            "È un archivio compresso, non un foglio di calcolo: carica un file .csv o .xlsx."
        )
    if sum(parte.file_size for parte in archivio.infolist()) > MAX_SCOMPATTATO:
        raise FileNonLeggibile(TROPPO_GRANDE)


def _leggi(archivio: zipfile.ZipFile) -> Foglio:
    libro = _albero(archivio, LIBRO)
    stringhe, date, epoca = _stringhe(archivio), _stili_di_data(archivio), _epoca(libro)
    fogli = _fogli(archivio, libro)
    for nome, parte in fogli:
        celle = Celle(stringhe, date, epoca)
        celle.leggi(_parte(archivio, parte))
        if celle.raccolta.righe:
            avvisi = [MAI_CALCOLATE] if celle.mai_calcolate else []
            if len(fogli) > 1:
                avvisi.append(f"Il file ha {len(fogli)} fogli: è stato letto «{nome}».")
            return Foglio(tuple(celle.raccolta.righe), tuple(avvisi))
    return Foglio(())


def _parte(archivio: zipfile.ZipFile, nome: str) -> bytes:
    xml = archivio.read(nome)
    if xml.count(b"<") > MAX_TAG:
        raise FileNonLeggibile(TROPPO_GRANDE)
    return xml


def _albero(archivio: zipfile.ZipFile, parte: str) -> Element:
    if archivio.getinfo(parte).file_size > MAX_STRUTTURA:
        raise FileNonLeggibile(TROPPO_GRANDE)
    albero: Element = fromstring(archivio.read(parte), forbid_dtd=True)
    return albero


def _fogli(archivio: zipfile.ZipFile, libro: Element) -> list[tuple[str, str]]:
    """Name and part of every sheet that is seen when the file is opened, in order."""
    dove = {
        relazione.get("Id"): posixpath.normpath(posixpath.join("xl", relazione.get("Target", "")))
        for relazione in _albero(archivio, RELAZIONI)
    }
    return [
        (foglio.get("name", ""), dove[foglio.get(ID)].lstrip("/"))
        for foglio in libro.iterfind(".//{*}sheets/{*}sheet")
        if foglio.get("state", "visible") == "visible" and foglio.get(ID) in dove
    ][:MAX_FOGLI]


def _stringhe(archivio: zipfile.ZipFile) -> list[str]:
    stringhe = Stringhe()
    if "xl/sharedStrings.xml" in archivio.namelist():
        stringhe.leggi(_parte(archivio, "xl/sharedStrings.xml"))
    return stringhe.lista


def _stili_di_data(archivio: zipfile.ZipFile) -> frozenset[str]:
    """The styles, as cells name them, whose number is a day."""
    if "xl/styles.xml" not in archivio.namelist():
        return frozenset()
    stili = _albero(archivio, "xl/styles.xml")
    formati = {str(numero): formato for numero, formato in BUILTIN_FORMATS.items()}
    for formato in stili.iterfind("{*}numFmts/{*}numFmt"):
        formati[formato.get("numFmtId", "")] = formato.get("formatCode", "")
    usati = stili.iterfind("{*}cellXfs/{*}xf")
    return frozenset(
        str(posto)
        for posto, stile in enumerate(usati)
        if is_date_format(formati.get(stile.get("numFmtId", "0")))
    )


def _epoca(libro: Element) -> datetime:
    proprieta = libro.find("{*}workbookPr")
    dal_1904 = proprieta is not None and proprieta.get("date1904") in {"1", "true"}
    epoca: datetime = CALENDAR_MAC_1904 if dal_1904 else CALENDAR_WINDOWS_1900
    return epoca
