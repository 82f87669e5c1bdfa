"""The printing itself: warm fonts and style sheets, one document at a time."""

import gc
import hashlib
import os
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from cpia.atti.pdf.caratteri import senza_controlli, senza_segno
from cpia.atti.pdf.conformita import rifinisci
from cpia.atti.pdf.errori import CaratteriNonStampabili, StampaTroppoGrande
from cpia.atti.pdf.limiti import Limiti, con_limiti
from cpia.atti.pdf.pulizia import pulisci
from cpia.atti.pdf.risorse import Risorse

FOGLIO_COMUNE = "base"
TESTO_MASSIMO = 8_000_000
LIMITI = Limiti()

# The font map is not made for two threads at once, and a print is all processor anyway.
_turno = threading.Lock()


def stampa(
    html: str,
    *,
    titolo: str,
    autore: str,
    creato_il: datetime,
    lingua: str = "it",
    foglio: str = FOGLIO_COMUNE,
    immagini: Mapping[str, bytes] | None = None,
    immagini_lette: dict[str, Any] | None = None,
    limiti: Limiti = LIMITI,
) -> bytes:
    """The PDF of one HTML page made by our templates: PDF/A-2a and PDF/UA-1.

    `titolo` and `autore` (the institute) go into the metadata, with `creato_il`, which must be
    aware. `foglio` names the sheet ``static/pdf/FOGLIO.css`` laid over the common one.
    `immagini` are PNG or JPEG bytes that the page calls ``immagine:NOME``. A batch of prints
    of one institute hands over the same dictionary as `immagini_lette` and decodes its images
    once. Same arguments, same bytes.

    Raises StampaTroppoGrande, StampaTroppoLunga, StampaTroppoPesante, CaratteriNonStampabili,
    and ValueError for a naive `creato_il`. An address that may not be read is left out, and
    the print goes on.
    """
    if creato_il.tzinfo is None:
        raise ValueError("la data di creazione va data con il fuso orario")
    html, titolo, autore = map(senza_controlli, (html, titolo, autore))
    if len(html) > TESTO_MASSIMO:
        raise StampaTroppoGrande("Il documento è troppo grande per essere stampato.")
    risorse = Risorse(immagini, portale=settings.PORTALE_URL)
    with _turno, con_limiti(limiti), _senza_spazzino():
        documento = _impagina(html, lingua, foglio, risorse, immagini_lette)
        _intesta(documento, titolo, autore, creato_il)
        pdf = _scrivi(documento, _identificativo(html, titolo, autore, creato_il, lingua, foglio))
        if mancanti := senza_segno(documento):
            raise CaratteriNonStampabili(mancanti)
    return pdf


def scalda() -> None:
    """Read fonts and common sheet beforehand, so that the first print of a worker is quick."""
    with _turno:
        _corredo(os.getpid(), FOGLIO_COMUNE)


def _impagina(
    html: str,
    lingua: str,
    foglio: str,
    risorse: Risorse,
    immagini_lette: dict[str, Any] | None,
) -> Document:
    caratteri, fogli = _corredo(os.getpid(), foglio)
    pagina = HTML(string=html, url_fetcher=risorse)
    pulisci(pagina.etree_element)
    pagina.etree_element.set("lang", lingua)
    return pagina.render(
        font_config=caratteri,
        stylesheets=fogli,
        pdf_variant="pdf/a-2a",
        cache={} if immagini_lette is None else immagini_lette,
    )


@cache
def _corredo(_processo: int, foglio: str) -> tuple[FontConfiguration, list[CSS]]:
    # Kept per process: after a fork the child must not share, and delete, its parent's fonts.
    caratteri = FontConfiguration()
    risorse = Risorse()
    nomi = dict.fromkeys((FOGLIO_COMUNE, foglio))
    return caratteri, [
        CSS(filename=_percorso(nome), url_fetcher=risorse, font_config=caratteri) for nome in nomi
    ]


def _percorso(foglio: str) -> Path:
    trovato = finders.find(f"pdf/{foglio}.css") if foglio.isidentifier() else None
    if trovato is None:
        raise ValueError(f"foglio di stile sconosciuto: {foglio}")
    return Path(trovato)


def _intesta(documento: Document, titolo: str, autore: str, creato_il: datetime) -> None:
    metadati = documento.metadata
    metadati.title = titolo
    metadati.authors = [autore]
    metadati.created = metadati.modified = creato_il.isoformat(timespec="seconds")
    metadati.attachments = []


def _scrivi(documento: Document, identificativo: bytes) -> bytes:
    with warnings.catch_warnings():
        # The engine leaves to the collector the file of the colour profile that it opens.
        warnings.simplefilter("ignore", ResourceWarning)
        return documento.write_pdf(
            pdf_variant="pdf/a-2a", pdf_identifier=identificativo, finisher=rifinisci
        )


def _identificativo(*parti: object) -> bytes:
    """The file identifier that PDF asks for, made of the arguments and not of chance."""
    return hashlib.sha256("\0".join(map(str, parti)).encode()).digest()[:16]


@contextmanager
def _senza_spazzino() -> Iterator[None]:
    # A layout makes many small objects that live to its end: collecting them midway is a loss.
    acceso = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if acceso:
            gc.enable()
