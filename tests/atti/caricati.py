"""Files for the tests of the uploads, made on the spot: good ones and hostile ones."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
DATA = bytes.fromhex("06092a864886f70d010701")


def pdf(testo: str = "Delibera n. 131", pagine: int = 1) -> bytes:
    """An ordinary document."""
    uscita = io.BytesIO()
    foglio = Canvas(uscita)
    for numero in range(pagine):
        foglio.drawString(72, 720, f"{testo} {numero}")
        foglio.showPage()
    foglio.save()
    return uscita.getvalue()


def pdf_con(aggiungi: Callable[[pikepdf.Pdf], None], **modi: object) -> bytes:
    """An ordinary document to which something was done, its objects packed out of sight."""
    uscita = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as aperto:
        aggiungi(aperto)
        modi.setdefault("object_stream_mode", pikepdf.ObjectStreamMode.generate)
        aperto.save(uscita, **modi)
    return uscita.getvalue()


def scansione(lato: int = 400) -> bytes:
    """A page that is all a picture, as the scanner of the office gives it."""
    foto = io.BytesIO()
    Image.effect_noise((lato, lato), 40).save(foto, "JPEG")

    def metti(aperto: pikepdf.Pdf) -> None:
        dati = aperto.make_stream(
            foto.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
            Width=lato, Height=lato, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )  # fmt: skip
        aperto.pages[0].Resources.XObject = pikepdf.Dictionary(Foto=dati)

    return pdf_con(metti)


def firmato_dentro() -> bytes:
    """A document with a field of signature, as PAdES makes it."""

    def firma(aperto: pikepdf.Pdf) -> None:
        valore = pikepdf.Dictionary(
            Type=pikepdf.Name.Sig, Filter=pikepdf.Name("/Adobe.PPKLite"),
            SubFilter=pikepdf.Name("/ETSI.CAdES.detached"), Contents=b"\x30\x00" * 40,
        )  # fmt: skip
        campo = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="Firma", V=aperto.make_indirect(valore))
        aperto.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=[aperto.make_indirect(campo)])

    return pdf_con(firma)


def azione(nome: str, **altro: object) -> Callable[[pikepdf.Pdf], None]:
    """What opens by itself with the document, and does this."""

    def metti(aperto: pikepdf.Pdf) -> None:
        voce = pikepdf.Dictionary(S=pikepdf.Name(nome), **altro)
        aperto.Root.OpenAction = aperto.make_indirect(voce)

    return metti


def sulla_pagina(aperto: pikepdf.Pdf) -> None:
    """JavaScript when the page is opened, in an object of its own."""
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=aperto.make_stream(b"app.alert(1)"))
    aperto.pages[0].AA = pikepdf.Dictionary(O=aperto.make_indirect(script))


def bomba(pdf_aperto: pikepdf.Pdf) -> None:
    """A stream that becomes more than a hundred megabytes."""
    apri = zlib.compressobj(9)
    zeri = b"\0" * 2**20
    stretto = b"".join(apri.compress(zeri) for _ in range(200)) + apri.flush()
    flusso = pdf_aperto.make_stream(b"")
    flusso.write(stretto, filter=pikepdf.Name.FlateDecode)
    pdf_aperto.Root.Bomba = flusso


def pdf_a_matrioska() -> bytes:
    """An object stream that swells to gigabytes as soon as one of its objects is asked for."""
    apri = zlib.compressobj(9)
    pezzo = b" " * 2**20
    dentro = b"1 0 << /Type /Catalog /Pages 3 0 R >>"
    stretto = apri.compress(dentro) + b"".join(apri.compress(pezzo) for _ in range(3000))
    stretto += apri.flush()
    testa = b"%PDF-1.5\n"
    flusso = (
        b"2 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
        + str(len(stretto)).encode() + b" >> stream\n" + stretto + b"\nendstream endobj\n"
    )  # fmt: skip
    dove = len(testa) + len(flusso)
    righe = (
        bytes([0, 0, 0, 0, 255, 2, 0, 2, 0, 0]) + b"\x01" + len(testa).to_bytes(3, "big") + b"\0"
    )
    indice = (
        b"4 0 obj << /Type /XRef /Size 3 /W [1 3 1] /Root 1 0 R /Length "
        + str(len(righe)).encode() + b" >> stream\n" + righe + b"\nendstream endobj\n"
    )  # fmt: skip
    return testa + flusso + indice + b"startxref\n" + str(dove).encode() + b"\n%%EOF"


def immagine(formato: str, lato: int = 60) -> bytes:
    """A picture with where and by whom it was taken written inside."""
    uscita = io.BytesIO()
    foto = Image.new("RGB", (lato, lato), "teal")
    exif = Image.Exif()
    exif[0x010E] = "Aula 12, foto di Mario Rossi"
    foto.save(uscita, formato, exif=exif)
    return uscita.getvalue()


def png_enorme() -> bytes:
    """A few bytes that say to be a picture of forty thousand by forty thousand."""

    def pezzo(tipo: bytes, dati: bytes) -> bytes:
        controllo = zlib.crc32(tipo + dati).to_bytes(4, "big")
        return len(dati).to_bytes(4, "big") + tipo + dati + controllo

    misure = (40_000).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n" + pezzo(b"IHDR", misure)
        + pezzo(b"IDAT", zlib.compress(b"\0" * 10_000)) + pezzo(b"IEND", b"")
    )  # fmt: skip


def der(segno: int, *parti: bytes) -> bytes:
    """One element with its length."""
    dentro = b"".join(parti)
    if len(dentro) < 128:
        return bytes([segno, len(dentro)]) + dentro
    lunghezza = len(dentro).to_bytes((len(dentro).bit_length() + 7) // 8, "big")
    return bytes([segno, 128 + len(lunghezza)]) + lunghezza + dentro


def ber(segno: int, *parti: bytes) -> bytes:
    """One element without a length, closed by two zeros."""
    return bytes([segno, 128]) + b"".join(parti) + b"\0\0"


def p7m(dentro: bytes | None, *, a_pezzi: bool = False) -> bytes:
    """A CAdES envelope: in DER, or in BER with the content in pieces."""
    busta = ber if a_pezzi else der
    contenuto = b""
    if dentro is not None and a_pezzi:
        pezzi = [der(0x04, dentro[i : i + 1000]) for i in range(0, len(dentro), 1000)]
        contenuto = ber(0xA0, ber(0x24, *pezzi))
    elif dentro is not None:
        contenuto = der(0xA0, der(0x04, dentro))
    firmati = busta(
        0x30, der(0x02, b"\x01"), der(0x31), busta(0x30, DATA, contenuto), der(0x31)
    )  # fmt: skip
    return busta(0x30, SIGNED_DATA, busta(0xA0, firmati))


RELAZIONE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TIPI = '<Types xmlns="t"><Override PartName="/word/document.xml" ContentType="{}"/></Types>'


def archivio(**parti: str | bytes) -> bytes:
    """An archive with these parts; ``__`` in a name stands for a slash."""
    uscita = io.BytesIO()
    with zipfile.ZipFile(uscita, "w", zipfile.ZIP_DEFLATED) as zip_aperto:
        for nome, dati in parti.items():
            zip_aperto.writestr(nome.replace("__", "/"), dati)
    return uscita.getvalue()


def docx(**altro: str | bytes) -> bytes:
    """A text document of Office."""
    tipi = {"[Content_Types].xml": TIPI.format("document.main+xml")}
    return archivio(**{**tipi, "word__document.xml": "<w/>"} | altro)


def xlsx(**altro: str | bytes) -> bytes:
    """A sheet of Office."""
    tipi = {"[Content_Types].xml": TIPI.format("sheet.main+xml")}
    return archivio(**{**tipi, "xl__workbook.xml": "<x/>"} | altro)


def odt(**altro: str | bytes) -> bytes:
    """A text document of LibreOffice."""
    tipo = "application/vnd.oasis.opendocument.text"
    return archivio(**{"mimetype": tipo, "content.xml": "<o/>"} | altro)


def relazione(tipo: str, *, fuori: bool = True) -> str:
    """A relationship of an office file with something that stands elsewhere."""
    modo = ' TargetMode="External"' if fuori else ""
    return f'<R xmlns="r"><Rel Type="{RELAZIONE}{tipo}" Target="http://x.example/a"{modo}/></R>'
