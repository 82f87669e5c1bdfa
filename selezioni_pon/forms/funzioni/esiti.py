"""The vote of the Collegio, a draw, an area without anybody, a report, an early end."""

from collections.abc import Sequence
from typing import Any

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import ConVersione
from selezioni_pon.enums import TipoRelazione
from selezioni_pon.forms.atti import RILEGGI
from selezioni_pon.forms.campi import TestoLungo
from selezioni_pon.models import AttribuzioneFunzione

VOTI_MASSIMI = 2000
INTERO = "Scrivi un numero intero."


class _ContoField(forms.IntegerField):
    def __init__(self, etichetta: str, minimo: int = 0) -> None:
        super().__init__(
            label=etichetta, min_value=minimo, max_value=VOTI_MASSIMI,
            widget=forms.NumberInput(attrs={"class": "corto", "inputmode": "numeric"}),
            error_messages={
                "required": "Scrivi quanti.", "invalid": INTERO, "min_value": f"Da {minimo} in su.",
                "max_value": f"Al più {VOTI_MASSIMI}.",
            },
        )  # fmt: skip


class VotoForm(ConViolazioni):
    """How many voted, how many votes each had: the result alone."""

    verbale = forms.CharField(
        label="Verbale del Collegio", max_length=200,
        error_messages={"required": "Scrivi quale verbale riporta il voto."},
    )  # fmt: skip
    riletto = forms.BooleanField(label="Ho riletto i voti", error_messages={"required": RILEGGI})

    def __init__(self, *args: Any, pari: Sequence[tuple[str, str]], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.pari = pari
        self.fields["votanti"] = _ContoField("Votanti", 1)
        for chi, nome in pari:
            self.fields[f"voti_{chi}"] = _ContoField(f"Voti per {nome}")
        voti = [f"voti_{chi}" for chi, _ in pari]
        self.order_fields(["votanti", *voti, "verbale", "riletto"])

    @property
    def voti(self) -> dict[int, int]:
        """The votes, by teacher."""
        return {int(chi): self.cleaned_data[f"voti_{chi}"] for chi, _ in self.pari}


class SorteggioForm(ConViolazioni):
    """The order in which those who are level came out."""

    verbale = forms.CharField(
        label="Verbale del sorteggio", max_length=200,
        error_messages={"required": "Scrivi quale verbale riporta il sorteggio."},
    )  # fmt: skip
    riletto = forms.BooleanField(label="Ho riletto l’ordine", error_messages={"required": RILEGGI})

    def __init__(self, *args: Any, pari: Sequence[tuple[str, str]], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.pari = pari
        posti = [("", "Scegli"), *((str(n), f"{n}º") for n in range(1, len(pari) + 1))]
        sbagliato = "Scegli in che posto è uscito."
        for chi, nome in pari:
            self.fields[f"posto_{chi}"] = forms.ChoiceField(
                label=nome, choices=posti,
                error_messages={"required": sbagliato, "invalid_choice": sbagliato},
            )  # fmt: skip
        self.order_fields([*(f"posto_{chi}" for chi, _ in pari), "verbale", "riletto"])

    def clean(self) -> dict[str, Any]:
        puliti = super().clean() or {}
        posti = [puliti.get(f"posto_{chi}") for chi, _ in self.pari]
        if all(posti) and len(set(posti)) < len(posti):
            raise forms.ValidationError("Due docenti non escono nello stesso posto.")
        return puliti

    @property
    def estratti(self) -> list[int]:
        """The teachers, in the order in which they came out."""
        posti = {int(chi): int(self.cleaned_data[f"posto_{chi}"]) for chi, _ in self.pari}
        return sorted(posti, key=lambda chi: posti[chi])


class SenzaEsitoForm(ConViolazioni):
    """Why an area is given to nobody."""

    motivo = TestoLungo(
        label="Perché", required=True, max_length=400,
        error_messages={"required": "Scrivi perché l’area resta senza."},
    )  # fmt: skip
    riletto = forms.BooleanField(label="Ho riletto", error_messages={"required": RILEGGI})


class RelazioneForm(ConViolazioni):
    """A report to the dirigente."""

    tipo = forms.ChoiceField(label="Che cosa presenti", choices=scelte(TipoRelazione))
    testo = TestoLungo(
        label="Testo", required=True, righe=12,
        error_messages={"required": "Scrivi la relazione."},
    )  # fmt: skip


class CessaForm(ConVersione):
    """Until when, and why."""

    AZIONI = ("fa cessare funzione strumentale",)

    ultimo_giorno = Giorno(label="Ultimo giorno", manca="Scrivi l’ultimo giorno della funzione.")
    motivo = TestoLungo(
        label="Perché finisce prima", required=True, max_length=400,
        error_messages={"required": "Scrivi perché."},
    )  # fmt: skip
    riletto = forms.BooleanField(label="Ho riletto", error_messages={"required": RILEGGI})

    def attuali(self, riga: AttribuzioneFunzione) -> dict[str, Any]:
        """What is kept now."""
        return {"ultimo_giorno": riga.cessata_il, "motivo": riga.cessata_perche}
