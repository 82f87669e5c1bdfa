"""A file looked through before it is kept, and the key of a form sent twice."""

import re
import secrets
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile

from cpia.atti.caricamenti import ESTENSIONI_AMMESSE, FileAccettato, FileRifiutato, controlla

COME_CHIAVE: Final = re.compile(r"\A[0-9a-f]{32}\Z")


class ChiaveField(forms.CharField):
    """The key of a form, made with its page; what is none makes each time count."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def clean(self, value: Any) -> str:
        scritta = str(value or "")
        return scritta if COME_CHIAVE.match(scritta) else ""


def nuova_chiave() -> str:
    """A key for a page that is being made."""
    return secrets.token_hex(16)


class CartaField(forms.FileField):
    """A file looked through before it is kept."""

    def __init__(self, **altro: Any) -> None:
        super().__init__(
            max_length=200,
            widget=forms.FileInput(attrs={"accept": ESTENSIONI_AMMESSE}),
            error_messages={
                "required": "Scegli il file, o fai una foto.",
                "empty": "Il file è vuoto.",
                "invalid": "Scegli di nuovo il file.",
                "max_length": "Il nome del file è troppo lungo: accorcialo.",
            },
            **altro,
        )

    def clean(self, data: Any, initial: Any = None) -> FileAccettato | None:
        caricato: UploadedFile | None = super().clean(data, initial)
        if not isinstance(caricato, UploadedFile):
            return None
        try:
            return controlla(caricato)
        except FileRifiutato as rifiuto:
            raise forms.ValidationError(rifiuto.messaggio) from rifiuto
