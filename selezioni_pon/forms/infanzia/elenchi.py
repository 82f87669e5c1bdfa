"""A list as it is opened and written, its sections, its versions, a draw."""

from typing import Any, Final

from django import forms
from django.db.models import QuerySet

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.models import AnnoScolastico, Sede
from selezioni_pon.models import Griglia
from selezioni_pon.services.infanzia import DatiElenco, DatiSezione

SCEGLI_SEDE: Final = "Scegli la scuola."
SCEGLI_ANNO: Final = "Scegli l’anno scolastico."
MOLTI: Final = 60


class ContoField(forms.IntegerField):
    """How many children."""

    def __init__(self, etichetta: str, **altro: Any) -> None:
        super().__init__(
            label=etichetta, min_value=0, max_value=MOLTI,
            widget=forms.NumberInput(attrs={"class": "corto", "inputmode": "numeric"}),
            error_messages={
                "required": "Scrivi quanti sono: anche zero.",
                "invalid": "Scrivi un numero intero.",
                "min_value": "Da zero in su.", "max_value": f"Al più {MOLTI}.",
            },
            **altro,
        )  # fmt: skip


class ElencoForm(ConViolazioni):
    """For which school and year, until when, by which criteria."""

    sede: "forms.ModelChoiceField[Sede]" = forms.ModelChoiceField(
        label="Scuola dell’infanzia", queryset=None, empty_label="Scegli",
        error_messages={"required": SCEGLI_SEDE, "invalid_choice": SCEGLI_SEDE},
    )  # fmt: skip
    anno: "forms.ModelChoiceField[AnnoScolastico]" = forms.ModelChoiceField(
        label="Anno scolastico per cui ci si iscrive", queryset=None, empty_label=None,
        error_messages={"required": SCEGLI_ANNO, "invalid_choice": SCEGLI_ANNO},
    )  # fmt: skip
    entro = Giorno(label="Ultimo giorno delle domande", manca="Scrivi il termine del Ministero.")
    griglia: "forms.ModelChoiceField[Griglia]" = forms.ModelChoiceField(
        label="Criteri e punti", queryset=None, required=False,
        empty_label="Quelli dell’IC di Porto Venere",
        help_text="Oppure una griglia della scuola che ha solo titoli posseduti.",
        error_messages={"invalid_choice": "Scegli dall’elenco."},
    )  # fmt: skip

    def __init__(
        self, *args: Any, sedi: QuerySet[Sede], anni: QuerySet[AnnoScolastico],
        griglie: QuerySet[Griglia], **altro: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **altro)
        self.fields["sede"].queryset = sedi
        self.fields["anno"].queryset = anni
        self.fields["griglia"].queryset = griglie

    @property
    def dati(self) -> DatiElenco:
        """What the service takes."""
        puliti = self.cleaned_data
        griglia = puliti["griglia"]
        return DatiElenco(
            puliti["anno"].pk, puliti["sede"].pk, puliti["entro"], griglia and griglia.pk
        )


class ScriviElencoForm(ConVersione):
    """The term, and whether the special cases apply."""

    AZIONI = ("scrive elenco dell’infanzia",)

    entro = Giorno(label="Ultimo giorno delle domande", manca="Scrivi il termine del Ministero.")
    in_deroga = forms.BooleanField(
        label="Si applicano i posti dei casi particolari", required=False,
        help_text="Vale per tutte le sezioni, e vuole il motivo.",
    )  # fmt: skip
    motivo_deroga = forms.CharField(label="Perché", max_length=400, required=False)


class SezioneForm(ConVersione):
    """A section: its name, its disabilities, who is enrolled in August."""

    AZIONI = ("scrive sezione dell’infanzia",)

    nome = forms.CharField(
        label="Nome della sezione", max_length=40, error_messages={"required": "Scrivi il nome."}
    )
    gravi = ContoField("Bambini con disabilità grave")
    non_gravi = ContoField("Bambini con disabilità non grave")
    iscritti = ContoField(
        "Iscritti al giorno del conteggio", required=False,
        help_text="Senza gli anticipi. Si scrive in agosto, e serve solo per gli anticipi.",
    )  # fmt: skip
    field_order = ("nome", "gravi", "non_gravi", "iscritti")

    @property
    def dati(self) -> DatiSezione:
        """What the service takes."""
        return DatiSezione(**self.scritti)
