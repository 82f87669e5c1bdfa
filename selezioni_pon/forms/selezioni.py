"""A selection as it begins: for which project, which role, how many people, to whom first."""

from typing import Any, Final

from django import forms
from django.db.models import QuerySet

from cpia.norme.forms.comuni import ConViolazioni
from selezioni_pon.models import Progetto
from selezioni_pon.services.selezioni import DatiSelezione

MOLTI: Final = 500
SCEGLI: Final = "Scegli il progetto."
POSTI: Final = {
    "required": "Scrivi quanti posti ci sono, almeno uno.",
    "invalid": "Scrivi quanti posti con un numero intero.",
    "min_value": "Almeno un posto.",
    "max_value": f"Al più {MOLTI} posti.",
}


class PostiField(forms.IntegerField):
    """How many people are looked for."""

    def __init__(self) -> None:
        super().__init__(
            label="Posti", min_value=1, max_value=MOLTI, error_messages=POSTI,
            widget=forms.NumberInput(attrs={"class": "corto", "inputmode": "numeric"}),
        )  # fmt: skip


class ProgettoField(forms.ModelChoiceField):
    """A project, by title and year."""

    def label_from_instance(self, progetto: Progetto) -> str:
        return f"{progetto.titolo}, {progetto.anno_scolastico}"


class SelezioneForm(ConViolazioni):
    """What one must know to write the first call."""

    progetto = ProgettoField(
        label="Progetto", queryset=None, empty_label="Scegli",
        error_messages={"required": SCEGLI, "invalid_choice": SCEGLI},
    )  # fmt: skip
    ruolo = forms.CharField(
        label="Ruolo cercato", max_length=120,
        help_text="Per esempio: esperto, tutor, progettista. Uno per selezione.",
        error_messages={"required": "Scrivi il ruolo."},
    )  # fmt: skip
    posti = PostiField()

    def __init__(self, *args: Any, progetti: QuerySet[Progetto], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["progetto"].queryset = progetti

    @property
    def dati(self) -> DatiSelezione:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiSelezione(puliti["progetto"].pk, puliti["ruolo"], puliti["posti"])
