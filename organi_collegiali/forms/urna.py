"""The ballot of a secret vote, and the acts on its box."""

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from organi_collegiali.rules.urna.schede import BIANCA, Foglio

# All the values of a ballot are as long as the longest: the length of what is sent says nothing.
RIEMPIE = "."
RILETTO = "Metti la spunta: dopo la scheda non si cambia."


class _Scelte(forms.MultipleChoiceField):
    def to_python(self, value: Any) -> list[str]:
        return [scelta.rstrip(RIEMPIE) for scelta in super().to_python(value)]


class SchedaForm(forms.Form):
    """One choice, or as many preferences as the vote allows, or a blank ballot where it may be."""

    scelte = _Scelte(
        required=False,
        error_messages={"invalid_choice": "Questa scelta non è sulla scheda."},
    )
    riletto = forms.BooleanField(error_messages={"required": RILETTO})

    def __init__(self, foglio: Foglio, dati: MultiValueDict[str, Any] | None = None) -> None:
        super().__init__(dati)
        self.foglio = foglio
        bianca = [(BIANCA, "Scheda bianca")] if foglio.bianca else []
        self.fields["scelte"].choices = [*foglio.voci.items(), *bianca]

    @property
    def voci(self) -> list[tuple[str, str, bool]]:
        """For each choice its value, its words, whether it is the one made."""
        voci = list(self.fields["scelte"].choices)
        fatte = _Scelte().to_python(self["scelte"].value())
        largo = max((len(str(valore)) for valore, _ in voci), default=0)
        return [(str(v).ljust(largo, RIEMPIE), str(voce), str(v) in fatte) for v, voce in voci]

    def clean_scelte(self) -> list[str]:
        """The choices without the blank one, which says that there are none."""
        scelte: list[str] = self.cleaned_data["scelte"]
        if not scelte:
            raise forms.ValidationError(self._come_si_vota())
        if BIANCA in scelte and len(scelte) > 1:
            raise forms.ValidationError(
                "La scheda è bianca, oppure ha delle preferenze: togli l’una o le altre."
            )
        preferenze = [scelta for scelta in scelte if scelta != BIANCA]
        for violazione in self.foglio.contro(preferenze):
            raise forms.ValidationError(violazione.testo)
        return preferenze

    def _come_si_vota(self) -> str:
        bianca = ", oppure la scheda bianca" if self.foglio.bianca else ""
        return f"Scegli una delle voci{bianca}."


class RilettoForm(forms.Form):
    riletto = forms.BooleanField(
        error_messages={"required": "Metti la spunta dopo aver riletto: l’urna non si richiude."}
    )


class SorteggioForm(forms.Form):
    """Who was drawn by lot, among those who are level."""

    estratti = forms.MultipleChoiceField(
        error_messages={"required": "Indica chi è stato estratto a sorte."}
    )

    def __init__(
        self, fra: list[tuple[int, str]], dati: MultiValueDict[str, Any] | None = None
    ) -> None:
        super().__init__(dati)
        self.fields["estratti"].choices = [(str(chiave), nome) for chiave, nome in fra]
