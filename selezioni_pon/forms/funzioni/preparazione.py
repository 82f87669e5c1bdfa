"""The functions of a year as they are typed: the deliberation, an area, the term."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.models import AnnoScolastico
from organi_collegiali.models import Delibera
from selezioni_pon.forms.atti import RILEGGI
from selezioni_pon.forms.campi import TestoLungo
from selezioni_pon.rules.termine import FINE_GIORNATA, chiusura
from selezioni_pon.services.funzioni import DatiArea, DatiProcedura
from selezioni_pon.services.funzioni.preparazione import detta

SCEGLI_ANNO = "Scegli l’anno scolastico."
POSTI_MASSIMI = 20


class DeliberaField(forms.ModelChoiceField):
    """A deliberation by its number, day and object."""

    def label_from_instance(self, delibera: Delibera) -> str:
        return f"{detta(delibera)}: {delibera.oggetto}"[:160]


class ProceduraForm(ConViolazioni):
    """For which year, by which deliberation of the Collegio."""

    anno: "forms.ModelChoiceField[AnnoScolastico]" = forms.ModelChoiceField(
        label="Anno scolastico", queryset=None, empty_label=None,
        error_messages={"required": SCEGLI_ANNO, "invalid_choice": SCEGLI_ANNO},
    )  # fmt: skip
    delibera = DeliberaField(
        label="Delibera del Collegio", queryset=None, required=False,
        empty_label="Non è nel portale: la scrivo sotto",
        error_messages={"invalid_choice": "Scegli dall’elenco."},
    )  # fmt: skip
    atto = forms.CharField(
        label="Delibera, in parole", max_length=200, required=False,
        help_text="Se non è nell’elenco. Per esempio: delibera n. 12 del Collegio dei docenti, "
        "4 settembre 2024.",
    )  # fmt: skip
    dal_modello = forms.BooleanField(
        label="Comincia dalle quattro aree del CPIA Napoli Provincia 2", required=False,
        help_text="PTOF, supporto ai docenti, progetti, rapporti con le istituzioni. Poi si "
        "cambiano.",
    )  # fmt: skip

    def __init__(
        self, *args: Any, anni: QuerySet[AnnoScolastico], delibere: QuerySet[Delibera],
        **altro: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **altro)
        self.fields["anno"].queryset = anni
        self.fields["delibera"].queryset = delibere

    @property
    def dati(self) -> DatiProcedura:
        """What the service takes."""
        puliti = self.cleaned_data
        delibera = puliti["delibera"]
        return DatiProcedura(
            puliti["anno"].pk, puliti["atto"], delibera and delibera.pk, puliti["dal_modello"]
        )


class AreaForm(ConVersione):
    """An area as the Collegio resolved it."""

    AZIONI = ("scrive area delle funzioni",)

    sigla = forms.CharField(
        label="Numero o sigla", max_length=10, error_messages={"required": "Scrivi la sigla."},
        widget=forms.TextInput(attrs={"class": "corto"}),
    )  # fmt: skip
    titolo = forms.CharField(
        label="Nome dell’area", max_length=200, error_messages={"required": "Scrivi il nome."}
    )
    compiti = TestoLungo(
        label="Che cosa si fa", righe=6, help_text="Un compito per riga: vanno nella lettera."
    )
    posti = forms.IntegerField(
        label="Per quanti docenti", min_value=1, max_value=POSTI_MASSIMI, initial=1,
        widget=forms.NumberInput(attrs={"class": "corto", "inputmode": "numeric"}),
        error_messages={
            "required": "Scrivi quanti.", "invalid": "Scrivi un numero intero.",
            "min_value": "Almeno uno.", "max_value": f"Al più {POSTI_MASSIMI}.",
        },
    )  # fmt: skip
    field_order = ("sigla", "titolo", "compiti", "posti")

    @property
    def dati(self) -> DatiArea:
        """What the service takes."""
        return DatiArea(**self.scritti)


class ApriForm(ConViolazioni):
    """Until when one may apply."""

    giorno = Giorno(
        label="Domande fino al", manca="Scrivi il termine che il Collegio ha deliberato."
    )
    ora = forms.TimeField(
        label="alle ore", required=False, input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time", "class": "corto"}, format="%H:%M"),
        help_text="Senza ora il termine è la fine del giorno.",
        error_messages={"invalid": "Scrivi l’ora come 14:00."},
    )  # fmt: skip
    riletto = forms.BooleanField(label="Ho riletto le aree", error_messages={"required": RILEGGI})

    @property
    def scade(self) -> datetime:
        """The last instant at which one may apply."""
        return chiusura(self.cleaned_data["giorno"], self.cleaned_data["ora"] or FINE_GIORNATA)
