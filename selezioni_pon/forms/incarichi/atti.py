"""The acts on what was issued: signed, taken back, prolonged, checked."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import Giorno
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import GiudizioIncarico, Rimedio
from selezioni_pon.forms.atti import RILEGGI
from selezioni_pon.forms.campi import OreField
from selezioni_pon.forms.incarichi.base import AttoForm, MotivoField
from selezioni_pon.services.incarichi import DatiProroga, DatiVerifica


class FirmaForm(AttoForm):
    """The day on which the paper was signed."""

    firmato_il = Giorno(label="Firmato il", manca="Scrivi il giorno della firma.")
    riletto = forms.BooleanField(
        label="La carta firmata è agli atti", error_messages={"required": RILEGGI}
    )
    field_order = ("firmato_il", "riletto")


class AnnullaForm(AttoForm):
    """Why a paper that nobody signed is taken back."""

    motivo = MotivoField("Perché si annulla")
    field_order = ("motivo", "riletto")


class ProrogaForm(AttoForm):
    """Until when, and that it is only to complete."""

    nuova_fine = Giorno(label="Finisce il", manca="Scrivi la nuova fine.")
    per_completare = forms.BooleanField(label="Serve a completare il progetto", required=False)
    senza_colpa = forms.BooleanField(
        label="Il ritardo non dipende da chi ha l’incarico", required=False
    )
    motivo = MotivoField("Perché serve più tempo")
    field_order = ("nuova_fine", "per_completare", "senza_colpa", "motivo", "riletto")

    def riporta(self, violazioni: Iterable[Violazione]) -> None:
        """The rule speaks of the delay, the page of who is not to blame."""
        super().riporta(
            replace(una, campo="senza_colpa") if una.campo == "ritardo_del_prestatore" else una
            for una in violazioni
        )

    @property
    def dati(self) -> DatiProroga:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiProroga(
            nuova_fine=puliti["nuova_fine"],
            per_completare=puliti["per_completare"],
            ritardo_del_prestatore=not puliti["senza_colpa"],
            motivo=puliti["motivo"],
        )


class VerificaForm(AttoForm):
    """What was found, what follows, the hours done by now."""

    giudizio = forms.ChoiceField(
        label="Il lavoro è", choices=[("", "Scegli"), *scelte(GiudizioIncarico)],
        error_messages={"required": "Scegli com’è il lavoro.", "invalid_choice": "Scegli."},
    )  # fmt: skip
    rimedio = forms.ChoiceField(
        label="Che cosa segue", choices=[("", "Scegli"), *scelte(Rimedio)],
        error_messages={"required": "Scegli che cosa segue.", "invalid_choice": "Scegli."},
    )  # fmt: skip
    svolte = OreField(label="Ore svolte in tutto, fino a oggi")
    entro = Giorno(
        label="Da integrare entro", required=False, help_text="Solo se si chiede di integrare."
    )
    motivo = MotivoField(
        "Che cosa manca, o non va", required=False, help_text="Serve se il lavoro non è conforme."
    )
    senza_oneri = forms.BooleanField(
        label="Non ci sono altri oneri né rimborsi non previsti", required=False,
        help_text="Si controlla prima di pagare.",
    )  # fmt: skip
    riletto = forms.BooleanField(
        label="Ho riletto il giudizio e quanto si paga", error_messages={"required": RILEGGI}
    )
    field_order = (
        "giudizio", "rimedio", "svolte", "entro", "motivo", "senza_oneri", "riletto",
    )  # fmt: skip

    def __init__(self, *args: Any, solo_prova: bool = False, **altro: Any) -> None:
        super().__init__(*args, **altro)
        if solo_prova:
            del self.fields["riletto"]

    @property
    def dati(self) -> DatiVerifica:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiVerifica(
            giudizio=GiudizioIncarico(puliti["giudizio"]),
            rimedio=Rimedio(puliti["rimedio"]),
            svolte=puliti["svolte"],
            motivo=puliti["motivo"],
            entro=puliti["entro"],
            senza_oneri=puliti["senza_oneri"],
        )
