"""What a print may read: shipped fonts, images handed over by the caller, QR codes drawn here."""

import io
import logging
import warnings
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import segno
from django.contrib.staticfiles import finders
from PIL import Image
from weasyprint.urls import URLFetcher, URLFetcherResponse

logger = logging.getLogger(__name__)

CARTELLA_CARATTERI = "fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-"
CARATTERI = frozenset(
    f"{CARTELLA_CARATTERI}{taglio}.ttf" for taglio in ("regular", "italic", "600", "700")
)
FORMATI = {"PNG": "image/png", "JPEG": "image/jpeg"}
# Grey, indexed and RGB, with or without transparency: the rest has no place beside an sRGB intent.
MODI = frozenset(("1", "L", "LA", "P", "RGB", "RGBA"))
PUNTI_MASSIMI = 4_000_000
LUNGHEZZA_MASSIMA_QR = 300
MASCHERA_QR = 3
BORDO_QR = 2


class RisorsaRifiutata(ValueError):
    """An address outside the list. The engine notes it and prints on without the resource."""


class Risorse(URLFetcher):
    """Reader of three kinds of address and of nothing else: no network, no path, no redirect.

    ``statico:NOME`` is a font named in `CARATTERI`; ``immagine:NOME`` is one of the PNG or
    JPEG images given to the constructor; ``qr:INDIRIZZO`` is a QR code leading to INDIRIZZO,
    which must begin with `portale`.
    """

    def __init__(
        self, immagini: Mapping[str, bytes] | None = None, *, portale: str | None = None
    ) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._immagini = dict(immagini or {})
        self._portale = portale

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The bytes behind `url`. Raises RisorsaRifiutata for whatever is not in the list."""
        try:
            corpo, tipo = self._ammessa(url)
        except RisorsaRifiutata as rifiuto:
            # The reason and not the address, which may be somebody's words.
            logger.warning("risorsa lasciata fuori da una stampa: %s", rifiuto)
            raise
        return URLFetcherResponse(url, corpo, {"Content-Type": tipo})

    def _ammessa(self, url: str) -> tuple[bytes, str]:
        schema, _, nome = url.partition(":")
        match schema:
            case "statico":
                return self._carattere(nome), "font/ttf"
            case "immagine":
                return self._immagine(unquote(nome))
            case "qr":
                return self._qr(nome), "image/png"
            case _:
                raise RisorsaRifiutata("indirizzo non ammesso")

    def _carattere(self, nome: str) -> bytes:
        trovato = finders.find(nome) if nome in CARATTERI else None
        if trovato is None:
            raise RisorsaRifiutata("carattere non fornito con il portale")
        return Path(trovato).read_bytes()

    def _immagine(self, nome: str) -> tuple[bytes, str]:
        corpo = self._immagini.get(nome)
        if corpo is None:
            raise RisorsaRifiutata("immagine non consegnata a questa stampa")
        return corpo, _tipo_immagine(corpo)

    def _qr(self, destinazione: str) -> bytes:
        if not self._portale or not destinazione.startswith(self._portale.rstrip("/") + "/"):
            raise RisorsaRifiutata("il QR porta solo alle pagine del portale")
        if len(destinazione) > LUNGHEZZA_MASSIMA_QR:
            raise RisorsaRifiutata("indirizzo troppo lungo per un QR")
        disegno = io.BytesIO()
        # Level M survives a stamp; one mask is as readable as another, and choosing is slow.
        codice = segno.make(destinazione, error="m", mask=MASCHERA_QR, micro=False)
        codice.save(disegno, kind="png", border=BORDO_QR)
        return disegno.getvalue()


def _tipo_immagine(corpo: bytes) -> str:
    """The MIME type by content, not by name; nothing is decoded but the header."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(corpo), formats=tuple(FORMATI)) as immagine:
                formato, modo, punti = immagine.format, immagine.mode, immagine.size
    except (OSError, Image.DecompressionBombError, Image.DecompressionBombWarning) as errore:
        raise RisorsaRifiutata("immagine né PNG né JPEG, o smisurata") from errore
    if modo not in MODI or punti[0] * punti[1] > PUNTI_MASSIMI:
        raise RisorsaRifiutata("immagine troppo grande o con colori non ammessi")
    return FORMATI[str(formato)]
