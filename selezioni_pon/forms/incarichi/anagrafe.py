"""What one attests when a contract is issued, and what the school told of it, with its day."""

from typing import Any

from django import forms

from cpia.norme.forms.comuni import Giorno
from selezioni_pon.forms.incarichi.base import AttoForm


class EmettiForm(AttoForm):
    """``esterno``: of who works from outside, who signs attests that there is no conflict."""

    senza_conflitti = forms.BooleanField(
        label="Ho verificato che non ci sono conflitti di interessi, anche potenziali",
        required=False, help_text="L’attestazione si pubblica con l’incarico.",
    )  # fmt: skip
    field_order = ("senza_conflitti", "riletto")

    def __init__(self, *args: Any, esterno: bool, **altro: Any) -> None:
        super().__init__(*args, **altro)
        if not esterno:
            del self.fields["senza_conflitti"]

    @property
    def attestato(self) -> bool:
        """Whether no conflict was found; of the staff it is not asked."""
        return bool(self.cleaned_data.get("senza_conflitti"))


class ComunicaForm(AttoForm):
    """When the Funzione pubblica was told, and under which number."""

    giorno = Giorno(label="Comunicato il", manca="Scrivi il giorno della comunicazione.")
    modo = forms.CharField(
        label="Numero della comunicazione, o come è stata fatta", max_length=200, required=False,
        help_text="Per esempio il numero che dà PerlaPA.",
    )  # fmt: skip
    field_order = ("giorno", "modo", "riletto")


class CompensiForm(AttoForm):
    """When the employer was told what was paid."""

    giorno = Giorno(label="Comunicati il", manca="Scrivi il giorno della comunicazione.")
    field_order = ("giorno", "riletto")
