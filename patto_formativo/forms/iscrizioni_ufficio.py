"""What the office writes of an application: the reason, the fee, a paper, its verification."""

from typing import Any

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.scuola.parole import con_maiuscola
from patto_formativo.enums import GenereOfferta, StatoDomanda, TipoCarta
from patto_formativo.forms.carte import CampoFile
from patto_formativo.services.iscrizioni import DatiCarta

MOTIVO_MASSIMO = 300


class VuotoForm(ConViolazioni):
    """An act without anything to write: what speaks against it is said on top."""


class AccogliForm(ConViolazioni):
    """Taking an application: a box for each thing that the office has to confirm."""

    conferma_responsabile = forms.BooleanField(
        label="Ho controllato i documenti: anche questa persona risponde del minorenne",
        required=False,
    )
    conferma_email = forms.BooleanField(
        label="Ho controllato chi è: l’e-mail della domanda è la sua", required=False,
        help_text="Senza questa conferma la domanda è accolta e le credenziali non partono.",
    )  # fmt: skip

    def __init__(self, *args: Any, chiede: dict[str, bool], **altro: Any) -> None:
        super().__init__(*args, **altro)
        for nome, serve in chiede.items():
            if not serve:
                del self.fields[nome]


class MotivoForm(ConViolazioni):
    """Why an application is refused or given up: who applied reads it."""

    motivo = forms.CharField(
        label="Motivo", max_length=MOTIVO_MASSIMO, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Chi ha fatto domanda lo legge.",
        error_messages={
            "required": "Scrivi il motivo.",
            "max_length": f"Al più {MOTIVO_MASSIMO} caratteri.",
        },
    )  # fmt: skip


class PagamentoForm(ConViolazioni):
    """The fee, or why somebody is exempted from it."""

    esonero = forms.TypedChoiceField(
        label="La quota", coerce=lambda valore: valore == "si", widget=forms.RadioSelect,
        choices=[("no", "È pagata"), ("si", "Non è dovuta: esonero")], initial="no",
        error_messages={"required": "Scegli se è pagata o se c’è esonero."},
    )  # fmt: skip
    pagata_il = Giorno(label="Giorno del pagamento o dell’esonero")
    pagamento = forms.CharField(
        label="Ricevuta, o motivo dell’esonero", max_length=200,
        help_text="Per esempio: pagoPA, avviso 3020 0000 1234; oppure: ospite di una comunità.",
        error_messages={"required": "Scrivi la ricevuta, o il motivo dell’esonero."},
    )  # fmt: skip


class CartaForm(ConViolazioni):
    """A paper brought later: with its copy, or shown at the desk."""

    tipo = forms.ChoiceField(
        label="Che cos’è", choices=[(t.value, con_maiuscola(t.etichetta)) for t in TipoCarta]
    )
    file = CampoFile("File", aiuto="Una foto chiara o un PDF, al più 20 MB.")
    numero = forms.CharField(label="Numero", max_length=60, required=False)
    scade = Giorno(label="Valido fino al", required=False)

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        niente = not any(dati.get(nome) for nome in ("file", "numero", "scade"))
        if niente and not self.errors:
            self.add_error("file", "Carica il file, oppure scrivi il numero o la scadenza.")
        if dati.get("tipo") == TipoCarta.PERMESSO and not dati.get("scade") and not self.errors:
            self.add_error("scade", "Scrivi fino a quando vale il permesso.")
        return dati

    @property
    def dati(self) -> DatiCarta:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiCarta(puliti["tipo"], puliti["file"], puliti["numero"], puliti["scade"])


class VerificaForm(forms.Form):
    """What is wrong with a paper; empty when it is good."""

    non_va = forms.CharField(label="Che cosa non va", max_length=200, required=False)


class FiltroForm(forms.Form):
    """Which applications the list shows; a word that is not a choice shows all."""

    stato = forms.ChoiceField(required=False, choices=scelte(StatoDomanda))
    corso = forms.ChoiceField(
        label="Percorso", required=False,
        choices=[("", "Tutti i percorsi"), *scelte(GenereOfferta)],
    )  # fmt: skip
    sede = forms.ChoiceField(label="Sede", required=False)
    q = forms.CharField(label="Cerca", required=False, max_length=80)

    def __init__(self, *args: Any, sedi: list[tuple[int, str]], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["sede"].choices = [("", "Tutte le sedi"), *sedi]

    @property
    def scelto(self) -> dict[str, str]:
        """What was asked for, as far as it is a choice."""
        self.is_valid()
        return {nome: valore for nome, valore in self.cleaned_data.items() if valore}
