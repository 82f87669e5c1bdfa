"""What is typed of an agreement: reasons, requests, signatures, the decision of a section."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.scuola.models import Persona
from organi_collegiali.models import Delibera, OrganoCollegiale
from patto_formativo.models import Versione
from patto_formativo.rules.firme import Parte
from patto_formativo.rules.uscita import CausaUscita

# The column is an integer of four bytes.
REVISIONE_MASSIMA = 2**31 - 1


class ProponiForm(ConViolazioni):
    """To which section a draft goes."""

    sezione: "forms.ModelChoiceField[OrganoCollegiale]" = forms.ModelChoiceField(
        label="Sezione funzionale", queryset=None, empty_label=None,
        error_messages={
            "required": "Scegli la sezione.", "invalid_choice": "Quella sezione non c’è più.",
        },
    )  # fmt: skip

    def __init__(self, dati: Any = None, *, sezioni: QuerySet[OrganoCollegiale]) -> None:
        super().__init__(dati)
        self.fields["sezione"].queryset = sezioni


class MotivoForm(ConViolazioni):
    """A reason, which stays."""

    motivo = forms.CharField(
        label="Motivo", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Scrivi il motivo.",
            "max_length": "Il motivo ha %(show_value)d caratteri: al più sono 300.",
        },
    )  # fmt: skip


class UscitaDiMinoreForm(MotivoForm):
    """Why a minor leaves, and who asks it."""

    causa = forms.TypedChoiceField(
        label="Perché lascia", choices=scelte(CausaUscita), coerce=CausaUscita,
        widget=forms.RadioSelect,
        help_text="Per le assenze non si usa: si segnalano a chi ne ha la responsabilità.",
        error_messages={"required": "Scegli perché lascia."},
    )  # fmt: skip
    chiede = forms.TypedChoiceField(
        label="Lo chiede", choices=[], coerce=int,
        error_messages={"required": "Scegli chi lo chiede."},
    )  # fmt: skip
    field_order = ("chiede", "causa", "motivo")

    def __init__(self, dati: Any = None, *, rispondono: Sequence[Persona]) -> None:
        super().__init__(dati)
        self.fields["chiede"].choices = [(p.pk, p.nome_e_cognome) for p in rispondono]


class TestoForm(ConViolazioni):
    """What is asked to be changed."""

    testo = forms.CharField(
        label="Che cosa chiedi di cambiare", max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Scrivi che cosa chiedi di cambiare.",
            "max_length": "La richiesta ha %(show_value)d caratteri: al più sono 600.",
        },
    )  # fmt: skip


class RispostaForm(ConViolazioni):
    """The answer to a request."""

    risposta = forms.CharField(
        label="Risposta", max_length=600, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Scrivi la risposta.",
            "max_length": "La risposta ha %(show_value)d caratteri: al più sono 600.",
        },
    )  # fmt: skip


class FirmaForm(ConViolazioni):
    """The hash of what was read, and the word that it was read."""

    impronta = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    riletto = forms.BooleanField(
        label="Ho letto il patto e sono d’accordo",
        error_messages={"required": "Leggi il patto e spunta la casella: poi si firma."},
    )


class FirmaDiCartaForm(ConViolazioni):
    """A signature put by hand, as the office records it."""

    parte = forms.ChoiceField(label="Chi ha firmato", choices=[], widget=forms.RadioSelect)
    persona = forms.TypedChoiceField(
        label="Nome", choices=[], required=False, coerce=int, empty_value=None,
        help_text="Serve solo se le persone che possono firmare sono più di una.",
    )  # fmt: skip
    firmato_il = Giorno("Scrivi il giorno della firma.", label="Firmato il")
    impronta = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    riletto = forms.BooleanField(
        label="La copia firmata è quella di questa versione, con lo stesso codice di verifica",
        error_messages={"required": "Confronta la copia e spunta la casella."},
    )

    def __init__(
        self,
        dati: Any = None,
        *,
        parti: Sequence[Parte],
        persone: Sequence[Persona],
        impronta: str,
    ) -> None:
        super().__init__(dati, initial={"impronta": impronta})
        self.fields["parte"].choices = scelte(parti)
        self.fields["persona"].choices = [
            ("", "chi risulta per la parte"), *((p.pk, p.nome_e_cognome) for p in persone),
        ]  # fmt: skip


class ApprovaForm(ConViolazioni):
    """The deliberation of a section, the drafts that it approves, those left out and why."""

    delibera: "forms.ModelChoiceField[Delibera]" = forms.ModelChoiceField(
        label="Delibera della sezione", queryset=None, empty_label="scegli",
        error_messages={
            "required": "Scegli la delibera con cui la sezione li ha approvati.",
            "invalid_choice": "Quella delibera non è della sezione.",
        },
    )  # fmt: skip

    def __init__(
        self, dati: Any = None, *, delibere: QuerySet[Delibera], versioni: Sequence[Versione]
    ) -> None:
        super().__init__(dati)
        self.versioni = versioni
        self.fields["delibera"].queryset = delibere
        self.fields["delibera"].label_from_instance = _della_seduta
        for versione in versioni:
            self.fields[f"versione_{versione.pk}"] = forms.BooleanField(
                label=versione.patto.corsista.persona.nome_e_cognome, required=False, initial=True
            )
            self.fields[f"revisione_{versione.pk}"] = forms.IntegerField(
                required=False, min_value=1, max_value=REVISIONE_MASSIMA, widget=forms.HiddenInput
            )
            self.fields[f"motivo_{versione.pk}"] = forms.CharField(
                label="Se resta fuori, perché", required=False, max_length=600
            )

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        for versione in self.versioni:
            fuori = not dati.get(f"versione_{versione.pk}")
            if fuori and not dati.get(f"motivo_{versione.pk}"):
                self.add_error(f"motivo_{versione.pk}", "Scrivi perché resta fuori.")
        return dati

    @property
    def scelte(self) -> list[int]:
        """The drafts that are approved."""
        return [v.pk for v in self.versioni if self.cleaned_data[f"versione_{v.pk}"]]

    @property
    def lette(self) -> dict[int, int | None]:
        """The revision of each draft that was on the screen."""
        return {v.pk: self.cleaned_data[f"revisione_{v.pk}"] for v in self.versioni}

    @property
    def lasciate(self) -> dict[int, str]:
        """Those left out, with the reason of each."""
        return {
            v.pk: self.cleaned_data[f"motivo_{v.pk}"]
            for v in self.versioni
            if not self.cleaned_data[f"versione_{v.pk}"]
        }


def _della_seduta(delibera: Delibera) -> str:
    giorno = delibera.adottata_il.strftime("%d/%m/%Y")
    return f"n. {delibera.numero} del {giorno}, {delibera.seduta}: {delibera.oggetto}"[:160]


class GiornoForm(forms.Form):
    """The day of a count."""

    al = Giorno("Scrivi il giorno.", label="Al giorno", required=False)

    def clean_al(self) -> Any:
        scelto = self.cleaned_data["al"]
        if scelto and not 2000 <= scelto.year <= 2100:
            raise forms.ValidationError("Scrivi un giorno fra il 2000 e il 2100.")
        return scelto
