"""The kinds of files that are accepted, and how each is recognised from its first bytes."""

import io
import zipfile
from enum import StrEnum

from cpia.atti.caricamenti.esito import FileRifiutato

ZIP, VOCE_ZIP = b"PK\x03\x04", b"PK\x01\x02"
VOCI = 3_000
SEQUENZA_DER = 0x30


class Formato(StrEnum):
    """An accepted kind, by its extension."""

    PDF = "pdf"
    P7M = "p7m"
    PNG = "png"
    JPEG = "jpg"
    ODT = "odt"
    DOCX = "docx"
    XLSX = "xlsx"

    @property
    def tipo_contenuto(self) -> str:
        return TIPI[self]


_OFFICE = "application/vnd.openxmlformats-officedocument."
TIPI = {
    Formato.PDF: "application/pdf",
    Formato.P7M: "application/pkcs7-mime",
    Formato.PNG: "image/png",
    Formato.JPEG: "image/jpeg",
    Formato.ODT: "application/vnd.oasis.opendocument.text",
    Formato.DOCX: f"{_OFFICE}wordprocessingml.document",
    Formato.XLSX: f"{_OFFICE}spreadsheetml.sheet",
}
ESTENSIONI_AMMESSE = ".pdf,.p7m,.png,.jpg,.jpeg,.odt,.docx,.xlsx"
INIZI = {b"%PDF-": Formato.PDF, b"\x89PNG\r\n\x1a\n": Formato.PNG, b"\xff\xd8\xff": Formato.JPEG}
# What an archive must hold to be one of the office files.
DENTRO = {"word/document.xml": Formato.DOCX, "xl/workbook.xml": Formato.XLSX}
IN_TESTO = "È un file firmato, ma scritto come testo: salvalo come .p7m binario (DER)."
# Often tried, and worth an answer of their own.
NOTI = {
    b"\xd0\xcf\x11\xe0": (
        "È un file di Office nel vecchio formato (.doc, .xls): salvalo in PDF, .docx o .xlsx."
    ),
    b"-----BEGIN": IN_TESTO,
    b"MIA": IN_TESTO,
    b"MII": IN_TESTO,
    b"MZ": "È un programma: qui si caricano solo documenti.",
    b"\x7fELF": "È un programma: qui si caricano solo documenti.",
    b"#!": "È un programma: qui si caricano solo documenti.",
    b"{\\rtf": "È un file RTF: salvalo in PDF.",
    b"GIF8": "È un’immagine GIF: salvala in PNG, in JPEG o in PDF.",
    b"Rar!": "È un archivio: carica i documenti uno per uno.",
    b"7z\xbc\xaf": "È un archivio: carica i documenti uno per uno.",
}
AMMESSI = "Si caricano PDF, PDF firmati (.p7m), immagini PNG e JPEG, documenti ODT, DOCX e XLSX."


def in_linea(tipo_contenuto: str) -> bool:
    """Whether a browser may show it on our pages: PDF only, all the rest is saved."""
    return tipo_contenuto == Formato.PDF.tipo_contenuto


def riconosci(contenuto: bytes) -> Formato:
    """What these bytes are. Raises ``FileRifiutato`` for what is not on the list."""
    for inizio, formato in INIZI.items():
        if contenuto.startswith(inizio):
            return formato
    if contenuto.startswith(ZIP):
        return _archivio(contenuto)
    if contenuto[:1] == bytes([SEQUENZA_DER]):
        return Formato.P7M
    for inizio, messaggio in NOTI.items():
        if contenuto.startswith(inizio):
            raise FileRifiutato(messaggio)
    raise FileRifiutato(_sconosciuto(contenuto))


def _sconosciuto(contenuto: bytes) -> str:
    inizio = contenuto[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if inizio.startswith((b"<!doctype html", b"<html", b"<svg", b"<?xml", b"<script")):
        return f"È una pagina web o un disegno SVG: può contenere programmi. {AMMESSI}"
    if b"%pdf-" in inizio:
        return "Davanti al PDF c’è altro: riaprilo, salvalo di nuovo e carica il file nuovo."
    return f"Il contenuto del file non è fra quelli ammessi. {AMMESSI}"


def _archivio(contenuto: bytes) -> Formato:
    if contenuto.count(VOCE_ZIP) > VOCI:  # before the list is read, which is slow when it is long
        raise FileRifiutato("È un archivio con troppi file: carica i documenti uno per uno.")
    try:
        with zipfile.ZipFile(io.BytesIO(contenuto)) as archivio:
            nomi = set(archivio.namelist())
            odt = "mimetype" in nomi and _tipo_odf(archivio) == Formato.ODT.tipo_contenuto
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError) as guasto:
        raise FileRifiutato("Il file è rovinato: non si riesce ad aprirlo.") from guasto
    trovati = [formato for nome, formato in DENTRO.items() if nome in nomi]
    trovati += [Formato.ODT] if odt else []
    if len(trovati) != 1:
        raise FileRifiutato(f"È un archivio: carica i documenti uno per uno. {AMMESSI}")
    return trovati[0]


def _tipo_odf(archivio: zipfile.ZipFile) -> str:
    with archivio.open("mimetype") as file:
        return file.read(100).decode("ascii", "replace")
