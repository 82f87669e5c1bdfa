"""Fields about a person, as one writes them of oneself: name, codice fiscale, e-mail."""

from typing import Any

from django import forms

from cpia.scuola.parole import con_maiuscola
from cpia.scuola.rules import (
    CodiceFiscaleNonValido,
    controlla_codice_fiscale,
    di_ente,
    lettere,
    normalizza_nome,
)


class NomeField(forms.CharField):
    """A name or a surname, in the letters of the codice fiscale; kept with its capitals."""

    def __init__(self, etichetta: str, manca: str) -> None:
        super().__init__(
            label=etichetta, max_length=80, error_messages={"required": manca},
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )  # fmt: skip
        self.manca = manca

    def clean(self, value: Any) -> str:
        nome = normalizza_nome(super().clean(value))
        if not lettere(nome):
            come = f"{self.manca.rstrip('.')} con le lettere del documento."
            raise forms.ValidationError(f"{come} Servono lettere dell’alfabeto latino.")
        return nome


class CodiceFiscaleField(forms.CharField):
    """The codice fiscale of a person, checked and in its plain form; empty where it may be."""

    def __init__(self, **altro: Any) -> None:
        attributi = {"autocapitalize": "characters", "spellcheck": "false", "autocomplete": "off"}
        altro = {"label": "Codice fiscale", "max_length": 30} | altro
        super().__init__(widget=forms.TextInput(attrs=attributi), **altro)

    def clean(self, value: Any) -> str:
        scritto: str = super().clean(value)
        if not scritto.strip():
            return ""
        try:
            codice = controlla_codice_fiscale(scritto)
        except CodiceFiscaleNonValido as guasto:
            raise forms.ValidationError(f"{con_maiuscola(str(guasto))}.") from guasto
        if di_ente(codice):
            raise forms.ValidationError("È il codice di un ente: scrivi quello della persona.")
        return codice


class EmailField(forms.EmailField):
    """A mailbox, in small letters."""

    def __init__(self, **altro: Any) -> None:
        errori = {
            "required": "Scrivi l’indirizzo e-mail.",
            "invalid": "Scrivi un indirizzo come nome@esempio.it.",
        }
        altro = {"label": "E-mail", "max_length": 254, "error_messages": errori} | altro
        super().__init__(**altro)

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()
