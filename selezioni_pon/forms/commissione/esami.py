"""The outcome of one application: excluded, closed, opened again."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms

from cpia.norme.forms.comuni import ConViolazioni
from cpia.norme.forms.versione import VersioneField
from selezioni_pon.rules.requisiti_detti import Requisito
from selezioni_pon.services.commissione.esami import DatiEsclusione

ALTRO: Final = "altro"
UN_ALTRA: Final = "un’altra ragione, che si scrive sotto con la sua fonte"


class ChiusuraForm(ConViolazioni):
    """Close the check; ``esperienza`` only where it stands in the place of the degree."""

    versione = VersioneField()
    esperienza = forms.BooleanField(
        required=False,
        label="La commissione ha accertato l’esperienza maturata nel settore",
    )


class EsclusioneForm(ConViolazioni):
    """Which requirement lacks, in which words, and what says it."""

    motivo = forms.CharField(
        label="Perché, in parole", required=False, max_length=1000,
        widget=forms.Textarea({"rows": 4}), help_text="Lo legge chi ha inviato la domanda.",
    )  # fmt: skip
    fonte = forms.CharField(
        label="Che cosa lo dice", required=False, max_length=300,
        help_text="Se resta vuoto vale la fonte del requisito scelto.",
    )  # fmt: skip
    versione = VersioneField()

    def __init__(self, *args: Any, chiesti: Sequence[Requisito], **altro: Any):
        super().__init__(*args, **altro)
        self.chiesti = {uno.campo: uno for uno in chiesti}
        self.fields["requisito"] = forms.ChoiceField(
            label="Che cosa manca",
            choices=[("", "–"), *((uno.campo, uno.testo) for uno in chiesti), (ALTRO, UN_ALTRA)],
            error_messages={"required": "Scegli che cosa manca."},
        )
        self.order_fields(["requisito"])

    @property
    def dati(self) -> DatiEsclusione:
        """The reason, with the source of the requirement where no other was typed."""
        scelto = self.chiesti.get(self.cleaned_data["requisito"])
        fonte = self.cleaned_data["fonte"] or (scelto.fonte if scelto else "")
        return DatiEsclusione(self.cleaned_data["motivo"], fonte[:300])


class RiaperturaForm(ConViolazioni):
    """Why a closed application is opened again."""

    motivo = forms.CharField(
        label="Perché si riapre", required=False, max_length=600,
        widget=forms.Textarea({"rows": 3}), help_text="Resta nel registro delle operazioni.",
    )  # fmt: skip
