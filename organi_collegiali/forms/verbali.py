"""What is written about the minutes: words, notes, remarks, answers, what is published whole."""

from typing import Any

from django import forms

from organi_collegiali.enums import EsitoRilievo
from organi_collegiali.models import Punto

TESTO_MASSIMO = 200_000


class ParoleForm(forms.Form):
    """The words that open and close the minutes."""

    versione = forms.IntegerField(widget=forms.HiddenInput)
    apertura = forms.CharField(
        label="Come comincia", max_length=TESTO_MASSIMO, required=False, widget=forms.Textarea
    )
    chiusura = forms.CharField(
        label="Come finisce", max_length=TESTO_MASSIMO, required=False, widget=forms.Textarea
    )


class NoteForm(forms.Form):
    """What was said on one item."""

    versione = forms.IntegerField(widget=forms.HiddenInput)
    discussione = forms.CharField(
        label="Discussione", max_length=TESTO_MASSIMO, required=False, widget=forms.Textarea
    )


class RilievoForm(forms.Form):
    """A remark on the whole or on one item."""

    punto: "forms.ModelChoiceField[Punto]" = forms.ModelChoiceField(
        label="A quale punto si riferisce",
        queryset=None,
        required=False,
        empty_label="tutto il verbale",
    )
    testo = forms.CharField(
        label="Che cosa va corretto",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Scrivi che cosa va corretto."},
    )

    def __init__(self, *args: Any, punti: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        campo: Any = self.fields["punto"]
        campo.queryset = punti
        campo.label_from_instance = lambda punto: f"{punto.ordine}) {punto.titolo[:80]}"


class DecisioneForm(forms.Form):
    """The answer to a remark."""

    esito = forms.ChoiceField(label="Esito", choices=[(e.value, e.etichetta) for e in EsitoRilievo])
    risposta = forms.CharField(
        label="Risposta",
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class FirmaForm(forms.Form):
    """The words that were on the screen, and the tick of who has read them again."""

    impronta = forms.CharField(widget=forms.HiddenInput)
    riletto = forms.BooleanField(
        label="Ho riletto il verbale",
        error_messages={"required": "Prima di firmare si rilegge: segna la casella."},
    )


class PubblicaForm(forms.Form):
    """The items on persons that are published whole because those persons asked."""

    per_esteso: "forms.ModelMultipleChoiceField[Punto]" = forms.ModelMultipleChoiceField(
        label="Pubblica per esteso, perché l’interessato lo ha chiesto",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, punti: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        campo: Any = self.fields["per_esteso"]
        campo.queryset = punti
        campo.label_from_instance = lambda punto: f"{punto.ordine}) {punto.titolo[:80]}"
