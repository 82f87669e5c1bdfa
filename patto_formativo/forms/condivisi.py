"""What is typed to show an agreement to another school, and to answer it."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from cpia.norme.forms.comuni import ConViolazioni
from cpia.scuola.models import Istituto
from patto_formativo.rules.condivisione import Risposta

RATIFICA, RILIEVO = "ratifica", "rilievo"
TROPPI = "Ha %(show_value)d caratteri: al più sono %(limit_value)d."


class ScuolaForm(ConViolazioni):
    """The other school of the agreement, among those of the portal."""

    scuola: "forms.ModelChoiceField[Istituto]" = forms.ModelChoiceField(
        None, label="L’altra scuola dell’accordo di rete", empty_label="Scegli la scuola",
        help_text="Sono le scuole che usano questo portale. Scegli quella che firma l’accordo di "
        "rete con il CPIA.",
        error_messages={
            "required": "Scegli la scuola.",
            "invalid_choice": "Scegli una scuola dell’elenco.",
        },
    )  # fmt: skip
    riletto = forms.BooleanField(
        label="Ho riletto quello che l’altra scuola vede",
        error_messages={"required": "Rileggi quello che si mostra, poi spunta la casella."},
    )

    def __init__(self, *args: Any, scuole: QuerySet[Istituto], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scuola"].queryset = scuole
        self.fields["scuola"].label_from_instance = lambda s: f"{s}, {s.comune}"


class RispostaForm(ConViolazioni):
    """Ratified, with the details of the sitting; or not, with what does not hold."""

    che_cosa = forms.ChoiceField(
        label="La sezione",
        choices=[(RATIFICA, "ratifica il patto"), (RILIEVO, "non lo ratifica")],
        widget=forms.RadioSelect,
        initial=RATIFICA,
        error_messages={
            "required": "Scegli che cosa ha deciso la sezione.",
            "invalid_choice": "Scegli che cosa ha deciso la sezione.",
        },
    )
    estremi = forms.CharField(
        label="Verbale o delibera della sezione", max_length=200, required=False,
        help_text="Per esempio: verbale n. 3 del 14 maggio 2024.",
        widget=forms.TextInput(attrs={"list": "delibere-della-sezione", "autocomplete": "off"}),
        error_messages={"max_length": TROPPI},
    )  # fmt: skip
    rilievo = forms.CharField(
        label="Che cosa non va", max_length=400, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Solo se non si ratifica: lo legge il tutor del CPIA.",
        error_messages={"max_length": TROPPI},
    )  # fmt: skip

    @property
    def risposta(self) -> Risposta:
        """What was typed, as the act takes it."""
        dati = self.cleaned_data
        return Risposta(dati["che_cosa"] == RATIFICA, dati["estremi"], dati["rilievo"])
