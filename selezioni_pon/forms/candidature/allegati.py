"""A file of an application: the evidence of an item, a curriculum."""

from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni
from selezioni_pon.enums import TipoAllegato
from selezioni_pon.forms.carte import CartaField, ChiaveField
from selezioni_pon.services.candidature.allegati import DatiAllegato


class AllegatoForm(ConViolazioni):
    """A file with its name; the key of the page makes the same form one file."""

    file = CartaField(
        label="File", help_text="Un PDF, una foto o un documento, al più 20 MB."
    )  # fmt: skip
    titolo = forms.CharField(
        label="Che documento è",
        max_length=200,
        required=False,
        help_text="Facoltativo: altrimenti vale il nome del file.",
    )
    chiave = ChiaveField()

    def __init__(self, *args: Any, segno: str, titolo: bool = True, **altro: Any) -> None:
        # On one page there are many of these: the place makes their ids different.
        super().__init__(*args, **altro | {"auto_id": f"id_{segno}_%s"})
        self.segno = segno
        if not titolo:
            del self.fields["titolo"]

    def dati(self, tipo: TipoAllegato, voce: str = "") -> DatiAllegato:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiAllegato(
            tipo, puliti["file"], voce, puliti.get("titolo", ""), puliti["chiave"]
        )  # fmt: skip
