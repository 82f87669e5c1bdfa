"""A project as it is typed."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.db.models import QuerySet

from cpia.norme.forms.versione import ConVersione
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.models import AnnoScolastico
from selezioni_pon.forms.campi import EuroField, TestoLungo
from selezioni_pon.models import Progetto
from selezioni_pon.rules.codici import LUNGHEZZA_CUP, pulito, verifica_cup
from selezioni_pon.services.progetti import DatiProgetto

MASSIMA: Final = Decimal("99999999.99")
SCEGLI_ANNO: Final = "Scegli l’anno scolastico."


class ProgettoForm(ConVersione):
    """Title, codes, aims, money; the codes are judged when a call is published."""

    AZIONI = ("scrive progetto",)

    anno_scolastico: "forms.ModelChoiceField[AnnoScolastico]" = forms.ModelChoiceField(
        label="Anno scolastico", queryset=None, empty_label=None,
        error_messages={"required": SCEGLI_ANNO, "invalid_choice": SCEGLI_ANNO},
    )  # fmt: skip
    titolo = forms.CharField(
        label="Titolo", max_length=200, error_messages={"required": "Scrivi il titolo."}
    )
    codice = forms.CharField(
        label="Codice del progetto", max_length=60, required=False,
        help_text="Come lo scrive il Ministero, per esempio 13.1.4A-FESRPON-CA-2022-53.",
    )  # fmt: skip
    finanziato = forms.BooleanField(
        label="È pagato con fondi pubblici dedicati (PON, PN, PNRR…)", required=False,
        help_text="Allora ha un CUP.",
    )  # fmt: skip
    cup = forms.CharField(
        label="CUP", max_length=40, required=False,
        help_text="Quindici lettere e cifre, per esempio G34D21000910006.",
        widget=forms.TextInput(attrs={"class": "corto", "autocomplete": "off"}),
    )  # fmt: skip
    disponibilita = EuroField(
        label="Disponibilità per le persone, euro", massimo=MASSIMA,
        help_text="Se è scritta, la spesa di ogni avviso non può superarla.",
    )  # fmt: skip
    finalita = TestoLungo(label="Finalità da raggiungere")
    attivita = TestoLungo(label="Attività da svolgere")
    prodotti = TestoLungo(label="Prodotti finali")

    def __init__(self, *args: Any, anni: QuerySet[AnnoScolastico], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["anno_scolastico"].queryset = anni

    def attuali(self, riga: Progetto) -> dict[str, Any]:
        detti = {nome: getattr(riga, nome) for nome in self.base_fields if nome != "versione"}
        return detti | {"anno_scolastico": riga.anno_scolastico_id}

    def clean_codice(self) -> str:
        return pulito(self.cleaned_data["codice"])

    def clean_cup(self) -> str:
        """A code that does not even fit is refused here; one of the right length is judged."""
        cup = pulito(self.cleaned_data["cup"])
        if len(cup) > LUNGHEZZA_CUP:
            raise forms.ValidationError([v.testo for v in verifica_cup(cup)])
        return cup

    def riporta(self, violazioni: Iterable[Violazione]) -> None:
        """The rules call the code by its whole name."""
        super().riporta(
            replace(una, campo="codice") if una.campo == "codice_progetto" else una
            for una in violazioni
        )

    @property
    def dati(self) -> DatiProgetto:
        """What the service takes."""
        puliti = self.scritti
        return DatiProgetto(anno_id=puliti.pop("anno_scolastico").pk, **puliti)
