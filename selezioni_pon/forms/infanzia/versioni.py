"""A version that is about to be made, and a draw."""

from collections.abc import Sequence
from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from selezioni_pon.forms.campi import TestoLungo


class FormaForm(ConViolazioni):
    """A version that is about to be made: why, until when one may speak of it, read again."""

    motivo = TestoLungo(
        label="Perché si rifà", max_length=600, help_text="Lo leggono le famiglie: senza nomi."
    )
    osservazioni_entro = Giorno(
        label="Osservazioni delle famiglie fino al",
        manca="Scrivi fino a quando le famiglie possono scrivere le loro osservazioni.",
    )
    riletto = forms.BooleanField(
        label="Ho riletto l’elenco", error_messages={"required": "Rileggi e spunta la casella."}
    )
    field_order = ("osservazioni_entro", "motivo", "riletto")

    def __init__(self, *args: Any, con_motivo: bool, con_osservazioni: bool, **altro: Any) -> None:
        super().__init__(*args, **altro)
        if not con_motivo:
            del self.fields["motivo"]
        if not con_osservazioni:
            del self.fields["osservazioni_entro"]

    @property
    def dati(self) -> dict[str, Any]:
        """What the service takes."""
        return {nome: v for nome, v in self.cleaned_data.items() if nome != "riletto"}


class SorteggioForm(ConViolazioni):
    """The order in which those who are level came out, and where it is in the minutes."""

    verbale = forms.CharField(
        label="Verbale del sorteggio", max_length=200,
        help_text="Per esempio: verbale n. 3 del 12 febbraio 2026.",
        error_messages={"required": "Scrivi in quale verbale è il sorteggio."},
    )  # fmt: skip

    def __init__(self, *args: Any, pari: Sequence[tuple[str, str]], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.pari = pari
        posti = [("", "Scegli"), *((str(n), f"{n}º") for n in range(1, len(pari) + 1))]
        for chi, nome in pari:
            self.fields[f"posto_{chi}"] = forms.ChoiceField(
                label=nome, choices=posti,
                error_messages={
                    "required": "Scegli in che posto è uscito.",
                    "invalid_choice": "Scegli in che posto è uscito.",
                },
            )  # fmt: skip
        self.order_fields([*(f"posto_{chi}" for chi, _ in pari), "verbale"])

    def clean(self) -> dict[str, Any]:
        puliti = super().clean() or {}
        posti = [puliti.get(f"posto_{chi}") for chi, _ in self.pari]
        if all(posti) and len(set(posti)) < len(posti):
            raise forms.ValidationError("Due bambini non escono nello stesso posto.")
        return puliti

    @property
    def usciti(self) -> list[int]:
        """The ids in the order in which they came out."""
        posti = {int(chi): int(self.cleaned_data[f"posto_{chi}"]) for chi, _ in self.pari}
        return sorted(posti, key=lambda chi: posti[chi])
