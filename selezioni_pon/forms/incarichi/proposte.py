"""A post is offered, and answered."""

import re
from collections.abc import Sequence
from typing import Any, Final

from django import forms

from cpia.norme.forms.comuni import Giorno
from selezioni_pon.forms.atti import RILEGGI, RilettoForm
from selezioni_pon.forms.incarichi.base import AttoForm, MotivoField

NUMERI: Final = re.compile(r"\A[0-9]{1,18}(?:,[0-9]{1,18}){0,199}\Z")
SI, NO = "si", "no"
SCEGLI: Final = "Scegli se accetti o rifiuti."
ALTRI: Final = (
    "In enti privati regolati o finanziati dalla pubblica amministrazione, o da libero "
    "professionista. Si pubblicano (D.Lgs. 33/2013, art. 15 c. 1 lett. c). Se non ce ne sono, si "
    "lascia vuoto."
)


class ProponiForm(RilettoForm):
    """To whom, as it was read on the page, and until when one may answer."""

    lette = forms.CharField(widget=forms.HiddenInput, required=False)
    entro = Giorno(label="Rispondere entro", manca="Scrivi entro quando si risponde.")
    riletto = forms.BooleanField(label="Ho riletto i nomi", error_messages={"required": RILEGGI})
    field_order = ("lette", "entro", "riletto")

    def clean_lette(self) -> list[int]:
        """The applications that were on the page; none of what is no list of numbers."""
        lette = str(self.cleaned_data["lette"])
        return [int(uno) for uno in lette.split(",")] if NUMERI.match(lette) else []

    def rileggi(self, lette: str) -> None:
        """The page shows the names of now: they are what is read the next time."""
        dati = self.data.copy()
        if dati.get("lette") != lette:
            dati.pop("riletto", None)
        dati["lette"] = lette
        self.data = dati


class RispondiForm(AttoForm):
    """The answer of who was asked; ``esterno``: with the other offices, which are published."""

    accetta = forms.ChoiceField(
        label="La tua risposta", widget=forms.RadioSelect,
        choices=[(SI, "Accetto l’incarico"), (NO, "Rifiuto: si passa a chi segue")],
        error_messages={"required": SCEGLI, "invalid_choice": SCEGLI},
    )  # fmt: skip
    altri_incarichi = forms.CharField(
        label="Se accetti: altri incarichi, cariche e attività professionali", required=False,
        max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text=ALTRI,
        error_messages={"max_length": "Al più %(limit_value)d caratteri: qui sono %(show_value)d."},
    )  # fmt: skip
    motivo = MotivoField("Vuoi dire perché?", required=False, help_text="Non è obbligatorio.")
    riletto = forms.BooleanField(
        label="Ho letto ore, periodo e compenso", error_messages={"required": RILEGGI}
    )
    field_order: Sequence[str] = ("accetta", "altri_incarichi", "motivo", "riletto")

    def __init__(self, *args: Any, esterno: bool, **altro: Any) -> None:
        super().__init__(*args, **altro)
        if not esterno:
            del self.fields["altri_incarichi"]

    @property
    def altri(self) -> str:
        """What was declared; of the staff nothing is asked."""
        return str(self.cleaned_data.get("altri_incarichi", ""))

    @property
    def accettata(self) -> bool:
        """Whether the answer is yes."""
        return bool(self.cleaned_data["accetta"] == SI)


class RegistraRispostaForm(RispondiForm):
    """The answer that came on paper, and its day."""

    accetta = forms.ChoiceField(
        label="Che cosa ha risposto", widget=forms.RadioSelect,
        choices=[(SI, "Accetta l’incarico"), (NO, "Rifiuta: si passa a chi segue")],
        error_messages={"required": SCEGLI, "invalid_choice": SCEGLI},
    )  # fmt: skip
    giorno = Giorno(label="Arrivata il", manca="Scrivi quando è arrivata.")
    motivo = MotivoField("Perché, se lo dice", required=False)
    riletto = forms.BooleanField(
        label="La carta firmata è agli atti", error_messages={"required": RILEGGI}
    )
    field_order: Sequence[str] = ("accetta", "giorno", "altri_incarichi", "motivo", "riletto")


class CessaForm(AttoForm):
    """Since when, and why, who had accepted leaves."""

    giorno = Giorno(label="Ultimo giorno", manca="Scrivi l’ultimo giorno.")
    motivo = MotivoField("Perché cessa")
    field_order = ("giorno", "motivo", "riletto")
