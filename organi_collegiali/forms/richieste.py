"""What the members ask: a sitting, an answer, a vote."""

from datetime import date
from typing import Any

from django import forms

from cpia.scuola.parole import con_maiuscola
from organi_collegiali.models import Mandato, OrganoCollegiale
from organi_collegiali.models.richieste import CHI_CHIEDE, GENERI_MOZIONE
from organi_collegiali.queries.convocazione.richieste import (
    COMPONENTI,
    chi_puo_chiedere,
    possono_firmare,
)


class SceltaMandati(forms.ModelMultipleChoiceField):
    """Members by their name and component."""

    def label_from_instance(self, obj: Mandato) -> str:
        return f"{obj.persona}, {obj.get_componente_display().lower()}"


class RichiestaForm(forms.Form):
    """The request of a sitting as it reached the office."""

    chi = forms.ChoiceField(label="Chi la chiede", widget=forms.RadioSelect, initial=COMPONENTI)
    firmatari = SceltaMandati(
        None, label="Chi firma", required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Tra chi firma c’è chi non siede nell’organo."},
    )  # fmt: skip
    presentata_il = forms.DateField(
        label="Presentata il giorno",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={
            "required": "Scrivi il giorno in cui è arrivata.",
            "invalid": "Scrivi il giorno come 10/06/2024.",
        },
    )
    argomenti = forms.CharField(
        label="Argomenti da trattare",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Uno per riga: diventano i punti dell’ordine del giorno.",
        error_messages={"required": "Scrivi di che cosa chiedono di trattare."},
    )

    def __init__(self, *args: Any, organo: OrganoCollegiale, oggi: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"presentata_il": oggi, "chi": COMPONENTI})
        super().__init__(*args, **kwargs)
        self.oggi = oggi
        possibili = chi_puo_chiedere(organo)
        self.fields["chi"].choices = [
            (valore, con_maiuscola(testo)) for valore, testo in CHI_CHIEDE if valore in possibili
        ]
        self.fields["firmatari"].queryset = possono_firmare(organo, oggi)

    def clean_presentata_il(self) -> date:
        giorno: date = self.cleaned_data["presentata_il"]
        if giorno > self.oggi:
            raise forms.ValidationError("Quel giorno deve ancora venire.")
        if (self.oggi - giorno).days > 366:
            raise forms.ValidationError("È più di un anno fa: controlla la data.")
        return giorno

    @property
    def dati(self) -> dict[str, Any]:
        """What the service takes."""
        puliti = self.cleaned_data
        return {
            "chi": puliti["chi"],
            "argomenti": puliti["argomenti"],
            "presentata_il": puliti["presentata_il"],
            "firmatari": [mandato.pk for mandato in puliti["firmatari"]],
        }


class ArgomentiForm(forms.Form):
    """What a member asks to deal with, one argument a line."""

    argomenti = forms.CharField(
        label="Argomenti da trattare",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Uno per riga: diventano i punti dell’ordine del giorno.",
        error_messages={"required": "Scrivi di che cosa chiedi di trattare."},
    )


class MozioneForm(forms.Form):
    """A question, an interpellation or a motion of a member."""

    genere = forms.ChoiceField(
        label="Che cosa presenti",
        choices=[(valore, con_maiuscola(testo)) for valore, testo in GENERI_MOZIONE],
        widget=forms.RadioSelect,
        help_text="A interrogazioni e interpellanze si risponde; una mozione si vota in seduta.",
        error_messages={"required": "Scegli che cosa presenti."},
    )
    oggetto = forms.CharField(
        max_length=200, error_messages={"required": "Scrivi l’oggetto in poche parole."}
    )
    testo = forms.CharField(
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Scrivi il testo."},
    )


class RispostaForm(forms.Form):
    """The written answer to a question or an interpellation."""

    risposta = forms.CharField(
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="La legge chi siede nell’organo.",
        error_messages={"required": "Scrivi la risposta."},
    )
