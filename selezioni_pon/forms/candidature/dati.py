"""From where one applies, with which title of study, how long one has served here."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms

from cpia.norme.enums import scelte
from selezioni_pon.enums import (
    Cittadinanza,
    Deroga,
    EsenzioneAutorizzazione,
    Passo,
    Provenienza,
)
from selezioni_pon.forms.candidature.passo import PassoForm

GIORNI_MASSIMI: Final = 20_000
# What nobody asks of who works in the school.
SOLO_DA_FUORI: Final = (
    "amministrazione", "esenzione", "cooperativa", "coop_sola", "coop_finalita",
    "coop_contributi", "coop_offerta", "cittadinanza", "specializzazione", "deroga",
)  # fmt: skip
SOLO_CON_COOPERATIVA: Final = (
    "cooperativa", "coop_sola", "coop_finalita", "coop_contributi", "coop_offerta",
)  # fmt: skip
SOLO_DI_SCUOLE: Final = (Provenienza.INTERNO, Provenienza.ALTRA_SCUOLA)


def _scelta(etichetta: str, vuota: str, fra: Any, **altro: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=etichetta,
        required=False,
        choices=[("", vuota), *scelte(fra)],
        error_messages={"invalid_choice": "Scegli una delle possibilità."},
        **altro,
    )


def _caso(etichetta: str, nessuno: str, fra: Any, **altro: Any) -> forms.ChoiceField:
    """One of the cases of the law, or none of them."""
    campo = _scelta(etichetta, "", fra, **altro)
    campo.choices = [(v, nessuno if v == fra.NESSUNA else detto) for v, detto in scelte(fra)]
    return campo


class DatiForm(PassoForm):
    """From where one applies, with which title of study, how long one has served here."""

    PASSO = Passo.DATI
    provenienza = _scelta("Da dove ti candidi", "scegli", Provenienza)
    amministrazione = forms.CharField(
        label="Scuola o amministrazione in cui lavori",
        max_length=200,
        required=False,
        help_text="Se sei dipendente pubblico: è lei che autorizza l’incarico.",
    )
    esenzione = _caso(
        "L’autorizzazione non serve perché", "serve, o non è per me", EsenzioneAutorizzazione,
        help_text="D.Lgs. 165/2001, art. 53 c. 6. Al personale delle scuole serve sempre.",
    )  # fmt: skip
    cooperativa = forms.CharField(
        label="Cooperativa", max_length=200, required=False,
        help_text="Il contratto si fa con lei, se lavori soltanto come suo socio o dipendente.",
    )  # fmt: skip
    coop_sola = forms.BooleanField(
        label="Lavoro soltanto come socio o dipendente della cooperativa", required=False
    )
    coop_finalita = forms.BooleanField(
        label="Lo statuto della cooperativa ha una finalità educativa", required=False
    )
    coop_contributi = forms.BooleanField(
        label="La cooperativa è in regola con i versamenti contributivi", required=False
    )
    coop_offerta = forms.BooleanField(
        label="Il prezzo lo propone la cooperativa", required=False
    )  # fmt: skip
    cittadinanza = _scelta("Cittadinanza", "scegli", Cittadinanza)
    titolo_di_studio = forms.CharField(
        label="Titolo di studio con cui partecipi",
        max_length=300,
        required=False,
        help_text="Quale, dove e in che anno.",
    )
    specializzazione = forms.BooleanField(
        label="Ho una specializzazione universitaria legata al contenuto dell’incarico",
        required=False,
    )
    deroga = _caso(
        "Se non ce l’hai, perché non occorre", "nessuno di questi casi", Deroga,
        help_text="In questi casi la commissione accerta l’esperienza nel settore.",
    )  # fmt: skip
    giorni_servizio = forms.IntegerField(
        label="Giorni di servizio in questo istituto",
        required=False,
        min_value=0,
        max_value=GIORNI_MASSIMI,
        help_text="Un anno scolastico intero vale 365. Serve soltanto a parità di punti.",
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "class": "corto", "autocomplete": "off"}
        ),
        error_messages={
            "invalid": "Scrivi i giorni con un numero intero, per esempio 1095.",
            "min_value": "I giorni non sono meno di zero.",
            "max_value": f"Al più {GIORNI_MASSIMI} giorni.",
        },
    )

    def __init__(self, *args: Any, da_dove: Sequence[Provenienza], **altro: Any) -> None:
        super().__init__(*args, **altro)
        detti = [(una.value, una.etichetta) for una in da_dove]
        self.fields["provenienza"].choices = [("", "scegli"), *detti]
        for nome in self._di_troppo(da_dove):
            del self.fields[nome]

    def clean_esenzione(self) -> str:
        """Where nothing was sent, none."""
        return self.cleaned_data["esenzione"] or EsenzioneAutorizzazione.NESSUNA.value

    def clean_deroga(self) -> str:
        """Where nothing was sent, none."""
        return self.cleaned_data["deroga"] or Deroga.NESSUNA.value

    def _di_troppo(self, da_dove: Sequence[Provenienza]) -> set[str]:
        """The fields of those who cannot be this person."""
        troppo: set[str] = set()
        if len(da_dove) == 1:
            troppo.add("provenienza")
        if set(da_dove) <= {Provenienza.INTERNO}:
            troppo.update(SOLO_DA_FUORI)
        if set(da_dove) <= set(SOLO_DI_SCUOLE):
            troppo.update({"esenzione", "cittadinanza", "specializzazione", "deroga"})
        if Provenienza.COOPERATIVA not in da_dove:
            troppo.update(SOLO_CON_COOPERATIVA)
        return troppo
