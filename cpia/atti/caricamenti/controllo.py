"""The one door for files from outside."""

import hashlib

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from cpia.atti.caricamenti import firmato, isolato, ufficio
from cpia.atti.caricamenti.esito import FileAccettato, FileRifiutato
from cpia.atti.caricamenti.formati import Formato, riconosci
from cpia.atti.caricamenti.nomi import nome_pulito

BUSTE = 3  # signed, signed again, and once more
IMMAGINI = {Formato.PNG, Formato.JPEG}


def controlla(caricato: UploadedFile) -> FileAccettato:
    """The file to keep, after looking through it.

    Raises ``FileRifiutato``, in Italian, for what is too big, not on the list of the kinds
    accepted, damaged, locked, or holds something that acts by itself.
    """
    massimo = settings.CARICAMENTO_MASSIMO
    if (caricato.size or 0) > massimo:
        raise FileRifiutato(f"Il file supera i {massimo // 2**20} MB: riducilo o dividilo.")
    caricato.seek(0)
    contenuto = caricato.read(massimo + 1)
    if len(contenuto) > massimo:
        raise FileRifiutato(f"Il file supera i {massimo // 2**20} MB: riducilo o dividilo.")
    if not contenuto:
        raise FileRifiutato("Il file è vuoto.")
    formato = riconosci(contenuto)
    pulito = _esamina(formato, contenuto, BUSTE)
    return FileAccettato(
        nome=nome_pulito(caricato.name or "", formato),
        contenuto=pulito,
        tipo_contenuto=formato.tipo_contenuto,
        impronta=hashlib.sha256(pulito).hexdigest(),
        byte=len(pulito),
    )


def _esamina(formato: Formato, contenuto: bytes, buste: int) -> bytes:
    """The bytes to keep: of pictures those drawn again, of all the rest the same."""
    if formato in IMMAGINI:
        return isolato.esamina("esame_immagine", contenuto)
    if formato is Formato.PDF:
        isolato.esamina("esame_pdf", contenuto)
    elif formato is Formato.P7M:
        _dentro_la_busta(contenuto, buste)
    else:
        ufficio.esamina(contenuto)
    return contenuto


def _dentro_la_busta(busta: bytes, buste: int) -> None:
    """A signed file is as good as what was signed, which cannot be touched without breaking it."""
    try:
        dentro = firmato.contenuto_firmato(busta)
    except firmato.SenzaContenuto as guasto:
        raise FileRifiutato(
            "La firma è separata dal documento: carica il .p7m che lo contiene."
        ) from guasto
    except firmato.NonFirmato as guasto:
        raise FileRifiutato("Il file .p7m è rovinato o non è un documento firmato.") from guasto
    if not buste:
        raise FileRifiutato("Il documento è firmato più di tre volte, una dentro l’altra.")
    _esamina(riconosci(dentro), dentro, buste - 1)
