"""A file that somebody sends: looked through before it is kept, refused with what to do."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from cpia.atti.caricamenti import ESTENSIONI_AMMESSE, FileAccettato, FileRifiutato, controlla

AIUTO = "Una foto chiara o un PDF, al più 20 MB. Puoi portarlo anche dopo."
# What was found in a file: the clean one, or why it is refused.
Esame = FileAccettato | FileRifiutato


def esamina(caricati: Mapping[str, UploadedFile], nomi: Iterable[str]) -> dict[str, Esame]:
    """Look through what was sent in these fields: slow, to be done where no lock is held."""
    return {nome: _esame(caricati[nome]) for nome in nomi if nome in caricati}


def troppo_in_tutto(caricati: Mapping[str, UploadedFile]) -> str:
    """The field of the largest file when all together are too many bytes; else empty."""
    byte = {nome: caricato.size or 0 for nome, caricato in caricati.items()}
    if sum(byte.values()) <= settings.CARICAMENTO_IN_TUTTO:
        return ""
    return max(byte, key=lambda nome: byte[nome])


def _esame(caricato: UploadedFile) -> Esame:
    try:
        return controlla(caricato)
    except FileRifiutato as rifiuto:
        return rifiuto


class CampoFile(forms.FileField):
    """A paper: what comes out is the clean file, or None.

    ``esame`` is what was found in it before the form was read; ``da_rifare`` is the name of the
    file that was sent and has to be chosen again, since no browser takes one back.
    """

    esame: Esame | None = None
    da_rifare = ""

    def __init__(self, etichetta: str, *, required: bool = False, aiuto: str = AIUTO) -> None:
        super().__init__(
            label=etichetta,
            required=required,
            max_length=200,
            help_text=aiuto,
            widget=forms.FileInput(attrs={"accept": ESTENSIONI_AMMESSE}),
            error_messages={
                "required": "Scegli il file.",
                "empty": "Il file è vuoto.",
                "invalid": "Scegli di nuovo il file.",
                "max_length": "Il nome del file è troppo lungo: accorcialo.",
            },
        )

    def clean(self, data: Any, initial: Any = None) -> FileAccettato | None:
        """The file to keep. Raises ValidationError with the reason of the refusal."""
        caricato: UploadedFile | None = super().clean(data, initial)
        if not caricato:
            return None
        esito = self.esame or _esame(caricato)
        if isinstance(esito, FileRifiutato):
            raise forms.ValidationError(esito.messaggio) from esito
        return esito
