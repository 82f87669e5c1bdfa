"""What a member declares on the list of names."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from django import forms

from cpia.norme.forms.versione import VersioneField
from cpia.scuola.models import Persona
from cpia.scuola.parole import data_estesa
from selezioni_pon.forms.atti import RILEGGI, RilettoForm
from selezioni_pon.models import Candidatura
from selezioni_pon.services.commissione.dati import DatiDichiarazione

SI, NO = "si", "no"
CONDANNE: Final = [
    (NO, "Non ho condanne, nemmeno non definitive, per i delitti contro la pubblica "
         "amministrazione (codice penale, libro II, titolo II, capo I)"),
    (SI, "Ho una condanna di questo genere"),
]  # fmt: skip
CONFLITTI: Final = [
    (NO, "Non ho conflitti di interessi con nessuna delle persone in elenco"),
    (SI, "Ho un conflitto di interessi con qualcuno: lo indico qui sotto"),
]
SEGNA: Final = "Segna con chi hai il conflitto, o scegli che non ne hai."
DI_TROPPO: Final = "Hai scelto che non hai conflitti, e qui ne segni: correggi l’uno o l’altro."
RESPONSABILITA: Final = (
    "Dichiaro sotto la mia responsabilità: so che le dichiarazioni false sono punite "
    "(D.P.R. 445/2000, art. 76)"
)


class CandidatiField(forms.TypedMultipleChoiceField):
    """Some of those who applied, by their application."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **altro: Any) -> None:
        super().__init__(
            coerce=int,
            error_messages={
                "required": "Segna con chi hai il conflitto.",
                "invalid_choice": "L’elenco è cambiato: rileggilo e scegli di nuovo.",
            },
            **altro,
        )

    def fra(self, candidature: Sequence[Candidatura]) -> None:
        """Choose among these; two of the same name are told by the day of birth."""
        quanti = Counter(str(una.persona) for una in candidature)
        self.choices = [
            (str(una.pk), _detta(una.persona, omonima=quanti[str(una.persona)] > 1))
            for una in candidature
        ]


def _detta(persona: Persona, *, omonima: bool) -> str:
    if not omonima or persona.data_nascita is None:
        return str(persona)
    return f"{persona}, {data_estesa(persona.data_nascita)}"


class DichiarazioneForm(RilettoForm):
    """No conviction that bars, no conflict or with whom; under one’s own responsibility."""

    condanne = forms.ChoiceField(
        label="Condanne", choices=CONDANNE, widget=forms.RadioSelect,
        error_messages={"required": "Scegli una delle due."},
    )  # fmt: skip
    conflitto = forms.ChoiceField(
        label="Conflitti di interessi", choices=CONFLITTI, widget=forms.RadioSelect,
        error_messages={"required": "Scegli una delle due."},
    )  # fmt: skip
    in_conflitto = CandidatiField(label="Le persone che hanno presentato domanda", required=False)
    riletto = forms.BooleanField(
        label=RESPONSABILITA, error_messages={"required": "Spunta la casella per dichiarare."}
    )
    field_order = ("condanne", "in_conflitto", "conflitto", "riletto")

    def __init__(self, *args: Any, candidature: Sequence[Candidatura], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["in_conflitto"].fra(candidature)

    def clean(self) -> dict[str, Any]:
        """The choice and the names say the same."""
        puliti = super().clean() or self.cleaned_data
        scelto, segnati = puliti.get("conflitto"), puliti.get("in_conflitto")
        if scelto == SI and segnati is not None and not segnati:
            self.add_error("in_conflitto", SEGNA)
        if scelto == NO and segnati:
            self.add_error("in_conflitto", DI_TROPPO)
        return puliti

    @property
    def dati(self) -> DatiDichiarazione:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiDichiarazione(
            senza_condanne=puliti["condanne"] == NO,
            in_conflitto=frozenset(puliti["in_conflitto"]),
        )


class ConflittoForm(RilettoForm):
    """A conflict that came to light afterwards."""

    in_conflitto = CandidatiField(label="Con chi hai il conflitto")
    riletto = forms.BooleanField(
        label="Ho riletto i nomi: la dichiarazione non si ritira",
        error_messages={"required": RILEGGI},
    )
    field_order = ("in_conflitto", "riletto")

    def __init__(self, *args: Any, candidature: Sequence[Candidatura], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["in_conflitto"].fra(candidature)


class ChiudiForm(RilettoForm):
    """The commission as it was read before its work is closed."""

    versione = VersioneField()
    riletto = forms.BooleanField(
        label="Ho riletto: la verifica di ogni domanda è chiusa",
        error_messages={"required": RILEGGI},
    )
