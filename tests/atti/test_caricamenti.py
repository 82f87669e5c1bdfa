"""Files from outside: the ordinary ones get in, the hostile ones are refused, quickly."""

import base64
import contextlib
import hashlib
import io
import re
import resource
import subprocess
import threading
from pathlib import Path

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import settings as regole
from hypothesis import strategies as st
from PIL import Image

from cpia.atti.caricamenti import FileRifiutato, controlla, in_linea
from cpia.atti.caricamenti.firmato import NonFirmato, contenuto_firmato
from cpia.atti.caricamenti.formati import Formato
from cpia.atti.caricamenti.nomi import nome_da_titolo, nome_pulito
from tests.atti import caricati as c

DUE_SECONDI = 2.0  # of the processor, ours and of the process that looks
MEMORIA = 200 * 2**20


def manda(contenuto: bytes, nome: str = "atto.pdf"):
    return controlla(SimpleUploadedFile(nome, contenuto))


def _alla_pagina(aperto):
    aperto.Root.OpenAction = pikepdf.Array([aperto.pages[0].obj, pikepdf.Name.Fit])


BUONI = {
    "documento": (c.pdf, "application/pdf"),
    "molte pagine": (lambda: c.pdf(pagine=300), "application/pdf"),
    "scansione": (c.scansione, "application/pdf"),
    "PAdES": (c.firmato_dentro, "application/pdf"),
    "apre alla pagina": (
        lambda: c.pdf_con(_alla_pagina),
        "application/pdf",
    ),
    "collegamento": (
        lambda: c.pdf_con(c.azione("/URI", URI="https://a.example")),
        "application/pdf",
    ),
    "CAdES": (lambda: c.p7m(c.pdf()), "application/pkcs7-mime"),
    "CAdES a pezzi": (lambda: c.p7m(c.pdf(), a_pezzi=True), "application/pkcs7-mime"),
    "firmato due volte": (lambda: c.p7m(c.p7m(c.pdf())), "application/pkcs7-mime"),
    "PNG": (lambda: c.immagine("PNG"), "image/png"),
    "JPEG": (lambda: c.immagine("JPEG"), "image/jpeg"),
    "XLSX": (c.xlsx, Formato.XLSX.tipo_contenuto),
    "ODT": (c.odt, "application/vnd.oasis.opendocument.text"),
    "DOCX": (
        lambda: c.docx(**{"word___rels__document.xml.rels": c.relazione("hyperlink")}),
        Formato.DOCX.tipo_contenuto,
    ),
}


@pytest.mark.parametrize("quale", BUONI)
def test_ordinary_files_are_accepted(quale):
    fai, tipo = BUONI[quale]
    contenuto = fai()
    accettato = manda(contenuto)
    assert accettato.tipo_contenuto == tipo
    assert accettato.impronta == hashlib.sha256(accettato.contenuto).hexdigest()
    assert accettato.byte == len(accettato.contenuto)
    if not tipo.startswith("image/"):
        assert accettato.contenuto == contenuto


def test_only_a_pdf_is_shown_on_our_pages():
    assert [f for f in Formato if in_linea(f.tipo_contenuto)] == [Formato.PDF]


def _xfa(aperto):
    aperto.Root.AcroForm = pikepdf.Dictionary(XFA=aperto.make_stream(b"<xdp/>"))


def _allegato(aperto):
    aperto.attachments["virus.exe"] = b"MZ"


def _due_volte(aperto):
    flusso = aperto.make_stream(b"")
    nomi = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    flusso.write(b"x", filter=nomi)
    aperto.Root.Doppio = flusso


def _password():
    uscita = io.BytesIO()
    with pikepdf.open(io.BytesIO(c.pdf())) as aperto:
        aperto.save(uscita, encryption=pikepdf.Encryption(owner="a", user="b"))
    return uscita.getvalue()


JS = {"JS": "app.alert(1)"}


def _nota(tipo):
    def metti(aperto):
        nota = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(tipo))
        aperto.pages[0].Annots = pikepdf.Array([aperto.make_indirect(nota)])

    return metti


OSTILI = {
    "niente": (lambda: b"", "vuoto"),
    "programma": (lambda: b"MZ" + b"\0" * 500, "programma"),
    "copione": (lambda: b"#!/bin/sh\nrm -rf /", "programma"),
    "pagina web": (lambda: b"<!DOCTYPE html><script>alert(1)</script>", "pagina web"),
    "SVG": (lambda: b'<svg onload="alert(1)"/>', "SVG"),
    "testo": (lambda: b"cognome;nome\nRossi;Mario", "non è fra quelli ammessi"),
    "GIF": (lambda: b"GIF89a" + b"\0" * 60, "GIF"),
    "Office vecchio": (lambda: bytes.fromhex("d0cf11e0a1b11ae1"), "vecchio formato"),
    "archivio": (lambda: c.archivio(a="1", b="2"), "archivio"),
    "due in uno": (lambda: c.docx(**{"xl__workbook.xml": "<x/>"}), "archivio"),
    "troppe voci": (lambda: c.archivio(**{f"v{n}": "" for n in range(3001)}), "troppi file"),
    "zip tagliato": (lambda: c.docx()[:200], "rovinato"),
    "altro davanti": (lambda: b"GET / \n" + c.pdf(), "Davanti al PDF"),
    "PDF tagliato": (lambda: b"%PDF-1.7\n%%EOF", "rovinato"),
    "PDF di spazzatura": (lambda: b"%PDF-1.7\n" + b"<<" * 200_000, "rovinato"),
    "password": (_password, "password"),
    "JavaScript all’apertura": (lambda: c.pdf_con(c.azione("/JavaScript", **JS)), "JavaScript"),
    "JavaScript nascosto": (lambda: c.pdf_con(c.sulla_pagina), "PDF contiene"),
    "avvia": (lambda: c.pdf_con(c.azione("/Launch", F="cmd.exe")), "programma"),
    "spedisce": (lambda: c.pdf_con(c.azione("/SubmitForm", F="http://x")), "spedisce"),
    "apre altrove": (lambda: c.pdf_con(c.azione("/GoToR", F="\\\\x\\y")), "altri file"),
    "XFA": (lambda: c.pdf_con(_xfa), "XFA"),
    "allegato": (lambda: c.pdf_con(_allegato), "altri file"),
    "bomba": (lambda: c.pdf_con(c.bomba, compress_streams=False), "enorme"),
    "bomba fra gli oggetti": (c.pdf_a_matrioska, "rovinato"),
    "due compressioni": (lambda: c.pdf_con(_due_volte, compress_streams=False), "più volte"),
    "immagine enorme": (c.png_enorme, "25 milioni"),
    "immagine rovinata": (lambda: c.immagine("JPEG")[:100], "rovinata"),
    "PDF ostile firmato": (
        lambda: c.p7m(c.pdf_con(c.azione("/JavaScript", **JS))), "JavaScript"
    ),
    "programma firmato": (lambda: c.p7m(b"MZ" + b"\0" * 99), "programma"),
    "firma in lettere": (lambda: base64.encodebytes(c.p7m(c.pdf())), "scritto come testo"),
    "firma staccata": (lambda: c.p7m(None), "separata"),
    "quattro firme": (lambda: c.p7m(c.p7m(c.p7m(c.p7m(c.p7m(c.pdf()))))), "tre volte"),
    "non è una firma": (lambda: b"\x30\x82" + b"\xff" * 400, ".p7m è rovinato"),
    "milioni di pezzi": (
        lambda: c.ber(0x30, c.SIGNED_DATA, c.ber(0xA0, b"\x04\0" * 5_000_000)), ".p7m è rovinato"
    ),
    "scatole cinesi": (lambda: b"\x30\x80" * 100_000, ".p7m è rovinato"),
    "macro": (lambda: c.docx(**{"word__vbaProject.bin": b"x"}), "macro"),
    "macro nell’ODT": (lambda: c.odt(**{"Basic__Standard__M.xml": "<x/>"}), "macro"),
    "modello da fuori": (
        lambda: c.docx(**{"word___rels__s.xml.rels": c.relazione("attachedTemplate")}), "altrove"
    ),
    "entità": (
        lambda: c.docx(**{"word___rels__s.xml.rels": '<!DOCTYPE a [<!ENTITY b "c">]><R>&b;</R>'}),
        "rovinato",
    ),
    "filmato": (lambda: c.pdf_con(c.azione("/Movie")), "filmati"),
    "suono": (lambda: c.pdf_con(c.azione("/Sound")), "filmati"),
    "tre dimensioni": (lambda: c.pdf_con(_nota("/3D")), "tre dimensioni"),
    "collegamento che è un programma": (
        lambda: c.pdf_con(c.azione("/URI", URI=" JavaScript:app.alert(1)")), "collegamento"
    ),
    "flusso che sta altrove": (
        lambda: c.pdf_con(lambda p: setattr(p.Root, "X", p.make_stream(b"", F="a"))), "altrove"
    ),
    "foglio collegato a un altro": (
        lambda: c.xlsx(**{"xl__externalLinks__externalLink1.xml": "<ddeLink/>"}), "altrove"
    ),
    "foglio collegato al web": (lambda: c.xlsx(**{"xl__connections.xml": "<c/>"}), "altrove"),
    "pezzo di pagina web": (
        lambda: c.docx(**{"word___rels__d.xml.rels": c.relazione("aFChunk")}), "altrove"
    ),
    "office gonfio": (lambda: c.docx(**{"word__a.xml": b"\0" * 201 * 2**20}), "enorme"),
}  # fmt: skip


def _secondi():
    """Seconds of the processor so far, ours and of the processes that have looked."""
    usi = [resource.getrusage(chi) for chi in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(uso.ru_utime + uso.ru_stime for uso in usi)


@pytest.fixture
def memoria(monkeypatch):
    """The most memory that each process that looks has held, read while it runs."""
    massimi = [0]

    class Guardato(subprocess.Popen):
        def communicate(self, *args, **modi):
            fine = threading.Event()
            guardia = threading.Thread(target=_guarda, args=(self.pid, fine, massimi))
            guardia.start()
            try:
                return super().communicate(*args, **modi)
            finally:
                fine.set()
                guardia.join()

    monkeypatch.setattr(subprocess, "Popen", Guardato)
    return massimi


def _guarda(pid, fine, massimi):
    while not fine.wait(0.005):
        with contextlib.suppress(OSError):
            stato = Path(f"/proc/{pid}/status").read_text()
            if trovato := re.search(r"VmHWM:\s+(\d+) kB", stato):
                massimi.append(int(trovato[1]) * 1024)


@pytest.mark.parametrize("quale", OSTILI)
def test_hostile_files_are_refused_with_a_sentence_and_at_once(quale, memoria):
    fai, detto = OSTILI[quale]
    contenuto = fai()
    prima = _secondi()
    with pytest.raises(FileRifiutato, match=detto) as rifiuto:
        manda(contenuto)
    assert _secondi() - prima < DUE_SECONDI + 0.5  # and what the two clocks round
    assert max(memoria) < MEMORIA
    assert rifiuto.value.messaggio.endswith(".")


def test_the_memory_of_who_looks_is_really_seen(memoria):
    manda(c.scansione())
    assert 10 * 2**20 < max(memoria) < MEMORIA


def test_a_file_over_the_limit_is_refused_before_it_is_opened(settings, monkeypatch):
    settings.CARICAMENTO_MASSIMO = 2**20
    letti = []
    monkeypatch.setattr(SimpleUploadedFile, "read", lambda *_: letti.append("read"))
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: letti.append("looked at"))
    with pytest.raises(FileRifiutato, match="supera i 1 MB"):
        manda(c.pdf() + b"\0" * 2**20)
    assert letti == []


@pytest.mark.parametrize("formato", ["PNG", "JPEG"])
def test_a_picture_keeps_its_pixels_and_loses_what_is_written_in_it(formato):
    prima = c.immagine(formato)
    assert b"Mario Rossi" in prima
    accettato = manda(prima + b"<script>alert(1)</script>", "foto.png")
    assert b"Mario Rossi" not in accettato.contenuto
    assert b"script" not in accettato.contenuto
    with Image.open(io.BytesIO(accettato.contenuto)) as dopo:
        assert (dopo.format, dopo.size) == (formato, (60, 60))
        assert not dopo.getexif()


def _salvata(immagine, formato, **modi):
    uscita = io.BytesIO()
    immagine.save(uscita, formato, **modi)
    return uscita.getvalue()


def test_a_photograph_of_a_phone_with_more_pictures_in_it_is_accepted():
    altra = Image.new("RGB", (30, 20), "white")
    foto = _salvata(Image.new("RGB", (60, 40), "teal"), "MPO", save_all=True, append_images=[altra])
    accettato = manda(foto, "foto.jpg")
    with Image.open(io.BytesIO(accettato.contenuto)) as dopo:
        assert (accettato.tipo_contenuto, dopo.format, dopo.size) == (
            "image/jpeg",
            "JPEG",
            (60, 40),
        )


def test_a_large_photograph_taken_sideways_is_accepted_and_says_which_side_is_up(memoria):
    verso = Image.Exif()
    verso[0x0112], verso[0x010E] = 6, "Mario Rossi"
    lato = Image.effect_noise((500, 490), 30).resize((5000, 4900))
    foto = _salvata(Image.merge("RGB", [lato] * 3), "JPEG", exif=verso)
    accettato = manda(foto)
    assert max(memoria) < MEMORIA
    with Image.open(io.BytesIO(accettato.contenuto)) as dopo:
        assert dict(dopo.getexif()) == {0x0112: 6}


def test_sixteen_bits_of_grey_stay_grey():
    accettato = manda(_salvata(Image.new("I;16", (20, 20), 30_000), "PNG"))
    with Image.open(io.BytesIO(accettato.contenuto)) as dopo:
        assert dopo.getextrema() == (117, 117)


@pytest.mark.parametrize(
    ("nome", "formato", "atteso"),
    [
        ("Delibera n. 131.pdf", "pdf", "Delibera n. 131.pdf"),
        ("fattura.pdf.exe", "pdf", "fattura.pdf"),
        ("delibera.pdf.p7m", "p7m", "delibera.pdf.p7m"),
        ("../../etc/passwd", "pdf", "passwd.pdf"),
        ("C:\\Users\\a\\atto.PDF", "pdf", "atto.pdf"),
        ("foto\u202egnp.exe", "jpg", "fotognp.jpg"),
        ("a\r\nX-Header: 1.pdf", "pdf", "aX-Header 1.pdf"),
        ("<b>.docx", "docx", "b.docx"),
        ("...", "pdf", "documento.pdf"),
        ("x" * 300 + ".pdf", "pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_are_made_harmless_and_true(nome, formato, atteso):
    assert nome_pulito(nome, Formato(formato)) == atteso


@given(st.text(max_size=300), st.sampled_from(Formato))
def test_any_name_becomes_one_that_can_be_kept(nome, formato):
    pulito = nome_pulito(nome, formato)
    assert pulito.endswith(f".{formato}")
    assert len(pulito) <= 120
    assert not set(pulito) & set('/\\"<>\r\n\0:')
    assert nome_pulito(pulito, formato) == pulito
    intero = nome_da_titolo(nome, formato)
    assert intero.endswith(f".{formato}")
    assert len(intero) <= 120
    assert not set(intero) & set('/\\"<>\r\n\0:')


@given(st.binary(max_size=5000), st.booleans())
def test_what_was_signed_comes_out_as_it_went_in(dentro, a_pezzi):
    assert contenuto_firmato(c.p7m(dentro, a_pezzi=a_pezzi)) == dentro


@regole(max_examples=300)
@given(st.binary(min_size=1, max_size=200))
def test_garbage_is_never_taken_for_a_signature(byte):
    with pytest.raises(NonFirmato):
        contenuto_firmato(b"\x30" + byte)
