"""Who follows an application: the code of the receipt and the date of birth."""

from django import forms

from cpia.norme.forms.comuni import Giorno


class SeguiForm(forms.Form):
    """The code of the receipt and the date of birth."""

    codice = forms.CharField(
        label="Codice della ricevuta", max_length=40,
        error_messages={"required": "Scrivi il codice della ricevuta."},
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off",
                                      "spellcheck": "false"}),
    )  # fmt: skip
    data_nascita = Giorno(label="Data di nascita", manca="Scrivi la data di nascita.")
