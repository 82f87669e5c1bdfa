"""How a person wants to be told."""

from django import forms

from cpia.avvisi.enums import Posta
from cpia.avvisi.models import PreferenzeAvvisi


class PreferenzeForm(forms.Form):
    posta = forms.ChoiceField(
        label="Per e-mail",
        choices=Posta.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Scegli uno dei due modi.",
            "invalid_choice": "Scegli uno dei due modi.",
        },
    )
    ora_riepilogo = forms.TypedChoiceField(
        label="Ora del riepilogo",
        coerce=int,
        choices=[(ora, f"ore {ora}") for ora in range(24)],
        error_messages={
            "required": "Scegli un’ora, da 0 a 23.",
            "invalid_choice": "Scegli un’ora, da 0 a 23.",
        },
    )


def form_delle(preferenze: PreferenzeAvvisi, dati: object = None) -> PreferenzeForm:
    """The form with what is chosen now."""
    iniziali = {"posta": preferenze.posta, "ora_riepilogo": preferenze.ora_riepilogo}
    return PreferenzeForm(dati, initial=iniziali)
