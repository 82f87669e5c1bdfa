"""Premises and text, as they are typed; the phrases of the book."""

from typing import Any

from django import forms
from django.http import QueryDict

from organi_collegiali.enums import Premessa, TipoOrgano
from organi_collegiali.models import Frase
from organi_collegiali.rules.delibere.premesse import RigaPremessa, leggi

FRASE_MASSIMA = 600
TESTO_MASSIMO = 20_000
PREMESSE_MASSIME = 60
TROPPO_LUNGA = "La premessa n. {n} ha {quanti} caratteri: al più sono 600. Dividila in due."
PAROLE = [(parola.value, parola.etichetta) for parola in Premessa]
ORGANI = [("", "Tutti gli organi"), *((tipo.value, tipo.etichetta) for tipo in TipoOrgano)]


class TestoForm(forms.Form):
    """What is proposed to deliberate: the premises come one by one, in their order.

    ``premessa`` and ``frase`` are repeated, as many times as there are premises.
    """

    testo = forms.CharField(
        label="Che cosa delibera",
        required=False,
        max_length=TESTO_MASSIMO,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": "Il testo ha %(show_value)d caratteri: al più sono 20.000."},
    )
    esecutiva = forms.BooleanField(label="Immediatamente esecutiva", required=False)
    versione = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    # After a conflict: the version of the other text, to be replaced by what is on the screen.
    tieni = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def clean_testo(self) -> str:
        return str(self.cleaned_data["testo"]).replace("\r\n", "\n")

    @property
    def scritte(self) -> list[dict[str, str]]:
        """The premises as they were typed, to be shown again."""
        if not isinstance(self.data, QueryDict):
            return []
        coppie = zip(self.data.getlist("premessa"), self.data.getlist("frase"), strict=False)
        return [{"premessa": parola, "testo": frase} for parola, frase in coppie]

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        try:
            righe = leggi(self.scritte)
        except ValueError:
            righe = ()
            self.add_error(None, "Una premessa comincia con una parola che non è fra quelle note.")
        if len(righe) > PREMESSE_MASSIME:
            self.add_error(None, f"Le premesse sono {len(righe)}: al più {PREMESSE_MASSIME}.")
        for n, riga in enumerate(righe, start=1):
            if len(riga.testo) > FRASE_MASSIMA:
                self.add_error(None, TROPPO_LUNGA.format(n=n, quanti=len(riga.testo)))
        return {**dati, "premesse": righe}

    @property
    def premesse(self) -> tuple[RigaPremessa, ...]:
        return self.cleaned_data["premesse"]


class AttoForm(TestoForm):
    """An act of the commissario: subject, premises, text, and the words that it is read again."""

    oggetto = forms.CharField(
        max_length=600,
        error_messages={
            "required": "Scrivi l’oggetto.",
            "max_length": "L’oggetto ha %(show_value)d caratteri: al più sono 600.",
        },
    )
    su_persone = forms.BooleanField(label="Riguarda una persona", required=False)
    oggetto_pubblico = forms.CharField(
        label="Oggetto senza nomi",
        required=False,
        max_length=300,
        help_text="Serve quando riguarda una persona: è quello che leggono gli altri.",
        error_messages={"max_length": "Ha %(show_value)d caratteri: al più sono 300."},
    )
    riletto = forms.BooleanField(
        label="Ho riletto premesse e testo",
        error_messages={"required": "Rileggi e spunta: adottato, l’atto non si cambia."},
    )


class FraseForm(forms.ModelForm):
    """A phrase of the book."""

    premessa = forms.ChoiceField(label="Comincia con", choices=PAROLE)
    testo = forms.CharField(
        label="Continua con",
        max_length=FRASE_MASSIMA,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Scrivi la frase.",
            "max_length": "La frase ha %(show_value)d caratteri: al più sono 600.",
        },
    )
    tipo_organo = forms.ChoiceField(label="Per quali organi", choices=ORGANI, required=False)

    class Meta:
        model = Frase
        fields = ("premessa", "testo", "tipo_organo")
