"""Looks through every object of a PDF for what acts by itself, hides, or swells.

Run as a script by ``isolato``: bytes in, nothing out; exit 3 with a sentence when refused. It
imports nothing of the portal, so that it starts at once and its limits are only its own.
"""

import io
import resource
import sys
import zlib
from collections.abc import Iterator

MEGA = 2**20
resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
resource.setrlimit(resource.RLIMIT_DATA, (180 * MEGA, 180 * MEGA))

import pikepdf  # noqa: E402 -- under the limits already

OGGETTI = 300_000
PAGINE = 2_000
DI_UN_FLUSSO, IN_TUTTO = 120 * MEGA, 300 * MEGA
AZIONI = {
    "/JavaScript": "contiene JavaScript",
    "/Launch": "avvia un programma",
    "/SubmitForm": "spedisce dati da solo",
    "/ImportData": "carica dati da fuori",
    "/GoToR": "apre altri file",
    "/GoToE": "apre altri file",
    "/Rendition": "contiene filmati o suoni",
    "/RichMediaExecute": "contiene filmati o suoni",
    "/Movie": "contiene filmati o suoni",
    "/Sound": "contiene filmati o suoni",
}
CHIAVI = {
    "/JS": "contiene JavaScript",
    "/JavaScript": "contiene JavaScript",
    "/AA": "contiene azioni automatiche",
    "/XFA": "contiene un modulo XFA",
    "/EmbeddedFiles": "contiene altri file",
    "/EF": "contiene altri file",
    "/RichMediaContent": "contiene filmati o suoni",
}
TIPI = {
    "/EmbeddedFile": "contiene altri file",
    "/RichMedia": "contiene filmati o suoni",
    "/Movie": "contiene filmati o suoni",
    "/Sound": "contiene filmati o suoni",
    "/3D": "contiene oggetti in tre dimensioni",
}
COLLEGAMENTI_VIETATI = ("javascript:", "vbscript:", "data:")
RIMEDIO = "stampalo di nuovo in PDF, senza parti attive, e carica il file nuovo."
ESPANDONO = {"/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"}


class Rifiuto(Exception):
    """The sentence to show."""


def esamina(contenuto: bytes) -> None:
    """Raises ``Rifiuto`` for a PDF that is not a plain document."""
    try:
        with pikepdf.open(io.BytesIO(contenuto)) as pdf:
            if not 1 <= len(pdf.pages) <= PAGINE:
                raise Rifiuto(f"Il PDF non ha pagine, o ne ha più di {PAGINE}.")
            _percorri(pdf)
    except pikepdf.PasswordError as guasto:
        raise Rifiuto("Il PDF è protetto da una password: togli la protezione.") from guasto
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError, zlib.error) as guasto:
        raise Rifiuto("Il PDF è rovinato: " + RIMEDIO) from guasto


def _percorri(pdf: pikepdf.Pdf) -> None:
    quanti = espansi = 0
    for oggetto in pdf.objects:
        for parte in _parti(oggetto):
            quanti += 1
            if quanti > OGGETTI:
                raise Rifiuto("Il PDF è troppo complicato: " + RIMEDIO)
            _guarda(parte)
        if isinstance(oggetto, pikepdf.Stream):
            espansi += _espanso(oggetto)
            if espansi > IN_TUTTO:
                raise Rifiuto("Il PDF, aperto, diventa enorme: " + RIMEDIO)


def _parti(radice: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The object and what is written inside it; what it refers to comes in its own turn."""
    coda = [radice]
    while coda:
        parte = coda.pop()
        yield parte
        figli: list[pikepdf.Object] = []
        if isinstance(parte, pikepdf.Dictionary | pikepdf.Stream):
            figli = [valore for _, valore in parte.items()]
        elif isinstance(parte, pikepdf.Array):
            figli = list(parte)
        coda += [figlio for figlio in figli if _diretto(figlio)]


def _diretto(parte: object) -> bool:
    composto = pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream
    return isinstance(parte, composto) and not parte.is_indirect


def _guarda(parte: pikepdf.Object) -> None:
    if not isinstance(parte, pikepdf.Dictionary | pikepdf.Stream):
        return
    trovati = [motivo for chiave, motivo in CHIAVI.items() if chiave in parte]
    trovati += [AZIONI[v] for v in [_nome(parte, "/S")] if v in AZIONI]
    trovati += [TIPI[v] for c in ("/Type", "/Subtype") for v in [_nome(parte, c)] if v in TIPI]
    if _indirizzo(parte).startswith(COLLEGAMENTI_VIETATI):
        trovati.append("contiene un collegamento che è un programma")
    if isinstance(parte, pikepdf.Stream) and "/F" in parte:
        trovati.append("chiama parti che stanno altrove")
    if trovati:
        raise Rifiuto(f"Il PDF {trovati[0]}: {RIMEDIO}")


def _nome(parte: pikepdf.Object, chiave: str) -> str:
    valore = parte.get(chiave)
    return str(valore) if isinstance(valore, pikepdf.Name) else ""


def _indirizzo(parte: pikepdf.Object) -> str:
    valore = parte.get("/URI")
    return str(valore).strip().lower() if isinstance(valore, pikepdf.String) else ""


def _espanso(flusso: pikepdf.Stream) -> int:
    """How many bytes a stream becomes; counted piece by piece, and never kept."""
    filtri = flusso.get("/Filter", pikepdf.Array())
    nomi = [str(f) for f in (filtri if isinstance(filtri, pikepdf.Array) else [filtri])]
    if sum(nome in ESPANDONO for nome in nomi) > 1:
        raise Rifiuto("Il PDF è compresso più volte: " + RIMEDIO)
    if nomi not in (["/FlateDecode"], ["/Fl"]):
        return len(flusso.read_raw_bytes())
    quanti, apri = 0, zlib.decompressobj()
    resto = flusso.read_raw_bytes()
    while resto and quanti <= DI_UN_FLUSSO and not apri.eof:
        quanti += len(apri.decompress(resto, 4 * MEGA))
        resto = apri.unconsumed_tail
    if quanti > DI_UN_FLUSSO:
        raise Rifiuto("Il PDF, aperto, diventa enorme: " + RIMEDIO)
    return quanti


if __name__ == "__main__":
    try:
        esamina(sys.stdin.buffer.read())
    except Rifiuto as rifiuto:
        sys.stderr.write(str(rifiuto))
        sys.exit(3)
