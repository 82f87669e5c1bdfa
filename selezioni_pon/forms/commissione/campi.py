"""The fields of an item of a grid as fields of a form."""

from collections.abc import Callable, Mapping
from typing import Final

from django import forms

from selezioni_pon.rules.griglia.modulo import Campo, Domanda, Genere

LUNGO: Final = 80


def _si_no(campo: Campo) -> forms.Field:
    return forms.BooleanField(required=False, label=campo.etichetta, help_text=campo.aiuto)


def _cifra(modo: str) -> Callable[[Campo], forms.Field]:
    def fa(campo: Campo) -> forms.Field:
        aspetto = {"inputmode": modo, "autocomplete": "off"}
        return forms.CharField(
            required=False, max_length=LUNGO, label=campo.etichetta, help_text=campo.aiuto,
            widget=forms.TextInput(aspetto),
        )  # fmt: skip

    return fa


def _scelta(campo: Campo) -> forms.Field:
    return forms.ChoiceField(
        required=False, label=campo.etichetta, help_text=campo.aiuto,
        choices=[("", "–"), *campo.scelte],
    )  # fmt: skip


CAMPI: Final[Mapping[Genere, Callable[[Campo], forms.Field]]] = {
    Genere.SI_NO: _si_no,
    Genere.NUMERO: _cifra("numeric"),
    Genere.PUNTI: _cifra("decimal"),
    Genere.SCELTA: _scelta,
    Genere.SCELTA_DI_NUMERO: _scelta,
}


def scritti_nei(form: forms.Form, domanda: Domanda) -> dict[str, str]:
    """What was typed in the fields of an item, as ``modulo.valore`` takes it."""
    trovati = {}
    for campo in domanda.campi:
        detto = form.cleaned_data.get(campo.nome)
        trovati[campo.nome] = "si" if detto is True else str(detto or "")
    return trovati
