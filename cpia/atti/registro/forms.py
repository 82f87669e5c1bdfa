"""What one looks for in the register."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from cpia.atti.registro.queries import Filtri, nome_del_tipo
from cpia.atti.storie import glossario, storie
from cpia.scuola.parole import con_maiuscola

_GIORNO = {"invalid": "Scrivi il giorno come 31/05/2024."}
# Outside them no school of the portal has a register, and some days have no day after.
_ANNI = "Scrivi un giorno fra il 1990 e il 2100."
_NEGLI_ANNI = [
    MinValueValidator(date(1990, 1, 1), _ANNI),
    MaxValueValidator(date(2100, 12, 31), _ANNI),
]


class RegistroForm(forms.Form):
    """Days, person, act, object; nothing is compulsory."""

    dal = forms.DateField(
        label="Dal",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=_GIORNO,
        validators=_NEGLI_ANNI,
    )
    al = forms.DateField(
        label="Al",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=_GIORNO,
        validators=_NEGLI_ANNI,
    )
    persona = forms.CharField(label="Chi (cognome o nome)", required=False, max_length=80)
    azione = forms.ChoiceField(label="Che cosa ha fatto", required=False)
    oggetto = forms.ChoiceField(label="Su che cosa", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        azioni = sorted(glossario.azioni.items(), key=lambda voce: voce[1])
        tipi = sorted((con_maiuscola(nome_del_tipo(tipo)), tipo) for tipo in storie)
        self.fields["azione"].choices = [("", "Qualunque atto"), *azioni]
        self.fields["oggetto"].choices = [
            ("", "Qualunque oggetto"),
            *((tipo, nome) for nome, tipo in tipi),
        ]

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if dati.get("dal") and dati.get("al") and dati["al"] < dati["dal"]:
            self.add_error("al", "Il giorno «al» viene prima del giorno «dal».")
        return dati

    @property
    def filtri(self) -> Filtri:
        """The lines that are asked for; all of them while something is wrong."""
        return Filtri(**self.cleaned_data) if self.is_valid() else Filtri()
