"""What people write about the regulations: a rule, an adoption, what to compare or compute."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from cpia.norme.enums import Organo, scelte
from cpia.norme.rules.conti import CONTI

ALTRA_SCUOLA: Final = "scuola:"
DATA_MINIMA, DATA_MASSIMA = date(1970, 1, 1), date(2100, 12, 31)


def campo_data(etichetta: str, **altro: Any) -> forms.DateField:
    """A day as the browser's own field writes it."""
    campo = forms.DateField(
        label=etichetta,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "corto"}),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={
            "invalid": "Scrivi il giorno come 05/06/2024.",
            "required": "Scegli il giorno.",
        },
        **altro,
    )
    campo.validators.append(_in_calendario)
    return campo


def _in_calendario(giorno: date) -> None:
    if not DATA_MINIMA <= giorno <= DATA_MASSIMA:
        raise ValidationError("Scrivi un giorno fra il 1970 e il 2100.")


class GiornoForm(forms.Form):
    """«As it was on…»: the day whose rules one wants to read."""

    giorno = campo_data("Come era il", required=False)


class TitoloForm(forms.Form):
    titolo = forms.CharField(
        label="Titolo del regolamento",
        max_length=200,
        error_messages={"required": "Scrivi il titolo, come sta sul frontespizio."},
    )


class AdottaForm(forms.Form):
    """The act that adopts a regulation and the day from which it holds."""

    atto = forms.CharField(
        label="Atto di adozione",
        max_length=200,
        help_text="Per esempio: delibera n. 31 del Consiglio d’istituto, 5 giugno 2024.",
        error_messages={"required": "Scrivi l’atto che adotta il regolamento."},
    )
    dal = campo_data("In vigore dal")
    impronta = forms.CharField(widget=forms.HiddenInput, required=False)
    riletto = forms.BooleanField(
        error_messages={"required": "Per adottare bisogna aver riletto che cosa cambia."}
    )


class ConfrontoForm(forms.Form):
    """The two sides of a comparison."""

    primo = forms.ChoiceField(label="A sinistra")
    secondo = forms.ChoiceField(label="A destra")
    differenze = forms.BooleanField(label="Solo le differenze", required=False)

    def __init__(self, *args: Any, lati: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nome in ("primo", "secondo"):
            self.fields[nome].choices = lati
            self.fields[nome].error_messages["invalid_choice"] = (
                "Scegli un regolamento o una scuola."
            )


class TermineForm(forms.Form):
    """What is to be counted, from which day, by whose rules."""

    conto = forms.ChoiceField(label="Termine", choices=[(c.codice, c.nome) for c in CONTI.values()])
    organo = forms.ChoiceField(label="Organo", choices=scelte(Organo), required=False)
    giorno = campo_data("Giorno")
    scuola = forms.ChoiceField(label="Regole di", required=False)

    def __init__(self, *args: Any, scuole: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scuola"].choices = scuole

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        conto = CONTI.get(dati.get("conto", ""))
        if conto and conto.di_organo and not dati.get("organo"):
            self.add_error("organo", "Scegli l’organo.")
        return dati
