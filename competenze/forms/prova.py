"""The rules that one tries on a cell: asked by the address, written nowhere."""

from typing import Any

from django import forms

from competenze.enums import Mezzo
from competenze.queries.quadro.prova import RegoleDiProva
from cpia.norme.queries.confronto import scuole_spedite

COME_ORA = "come adesso"
MEZZI = {Mezzo.IN_SU: "sale", Mezzo.IN_GIU: "scende"}
MINIMO_PIU_ALTO = 30


class ProvaRegoleForm(forms.Form):
    """All the fields may stay as they are; then it is no trial."""

    prova_scuola = forms.ChoiceField(label="Con le regole di", required=False)
    prova_mezzo = forms.ChoiceField(
        label="Il mezzo",
        required=False,
        choices=[("", COME_ORA), *((mezzo.value, verso) for mezzo, verso in MEZZI.items())],
        error_messages={"invalid_choice": "Il mezzo sale oppure scende."},
    )
    prova_minimo = forms.IntegerField(
        label="Valutazioni che bastano",
        required=False,
        min_value=1,
        max_value=MINIMO_PIU_ALTO,
        error_messages={
            "invalid": "Scrivi un numero intero.",
            "min_value": "Ne serve almeno una.",
            "max_value": f"Al più {MINIMO_PIU_ALTO}.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["prova_scuola"].choices = [("", "questa scuola"), *scuole_spedite()]

    @property
    def regole(self) -> RegoleDiProva | None:
        """What is tried, or None when nothing was asked or it cannot be read."""
        if not self.is_bound or not self.is_valid() or not any(self.cleaned_data.values()):
            return None
        return RegoleDiProva(
            scuola=self.cleaned_data["prova_scuola"],
            mezzo=self.cleaned_data["prova_mezzo"],
            minimo=self.cleaned_data["prova_minimo"],
        )
