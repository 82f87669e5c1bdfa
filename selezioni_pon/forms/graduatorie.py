"""What the acts on a ranking ask."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import ConViolazioni
from cpia.norme.forms.versione import VersioneField
from selezioni_pon.enums import EsitoReclamo
from selezioni_pon.forms.atti import RILEGGI
from selezioni_pon.rules.definitiva import ACCOLTI

LUNGO: Final = 6000
MOTIVO_LUNGO: Final = 1000
CAMBIATA: Final = "Nel frattempo la graduatoria è cambiata: rileggila, poi spunta di nuovo."


class FormaForm(ConViolazioni):
    """The proposal, once it was read again; after a published version, why there is a new one."""

    motivo = forms.CharField(
        label="Perché una nuova versione", max_length=MOTIVO_LUNGO,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Si legge all’albo e la leggono i candidati: senza nomi di persone.",
        error_messages={"required": "Scrivi perché la graduatoria cambia."},
    )  # fmt: skip
    riletto = forms.BooleanField(
        label="Ho riletto posizioni, punti ed esclusioni", error_messages={"required": RILEGGI}
    )

    def __init__(self, *args: Any, nuova: bool, **altro: Any) -> None:
        super().__init__(*args, **altro)
        if not nuova:
            del self.fields["motivo"]

    @property
    def motivo_scritto(self) -> str:
        """Nothing for a first version."""
        return str(self.cleaned_data.get("motivo", ""))


class ApprovaForm(ConViolazioni):
    """The version that was read, and that it was."""

    versione = VersioneField()
    riletto = forms.BooleanField(
        label="Ho riletto la graduatoria", error_messages={"required": RILEGGI}
    )

    def di_nuovo(self, versione: int) -> None:
        """Show the version as it is now, with nothing ticked: it changed since it was read."""
        dati = self.data.copy()
        dati.pop("riletto", None)
        dati["versione"] = str(versione)
        self.data = dati
        self.add_error(None, CAMBIATA)


class SorteggioForm(ConViolazioni):
    """Who came out first, second…; the minutes that tell it."""

    verbale = forms.CharField(
        label="In quale verbale", max_length=200,
        help_text="Per esempio: verbale n. 3 del 10 giugno 2024.",
        error_messages={"required": "Scrivi in quale verbale è il sorteggio."},
    )  # fmt: skip
    presenti = forms.CharField(
        label="Alla presenza di", max_length=300, required=False,
        help_text="Chi ha assistito, oltre alla commissione: se c’era.",
    )  # fmt: skip
    riletto = forms.BooleanField(
        label="Ho riletto l’ordine di estrazione", error_messages={"required": RILEGGI}
    )

    def __init__(self, *args: Any, alla_pari: Sequence[tuple[str, str]], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.alla_pari = alla_pari
        for n in range(1, len(alla_pari) + 1):
            self.fields[f"estratto_{n}"] = forms.ChoiceField(
                label=f"{n}ª estrazione", choices=[("", "Scegli…"), *alla_pari],
                error_messages={
                    "required": "Scegli chi è uscito.", "invalid_choice": "Scegli dall’elenco.",
                },
            )  # fmt: skip
        self.order_fields([f"estratto_{n + 1}" for n in range(len(alla_pari))])

    @property
    def usciti(self) -> list[str]:
        """Those drawn, in order of extraction."""
        return [self.cleaned_data[f"estratto_{n + 1}"] for n in range(len(self.alla_pari))]


class ReclamoForm(ConViolazioni):
    """What one complains of."""

    testo = forms.CharField(
        label="Che cosa contesti, e perché", max_length=LUNGO,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Lo leggono il dirigente e la commissione.",
        error_messages={
            "required": "Scrivi che cosa contesti.",
            "max_length": "Il testo ha %(show_value)d caratteri: al più sono 6000.",
        },
    )  # fmt: skip
    chiave = forms.CharField(widget=forms.HiddenInput, max_length=64)


class RispostaForm(ConViolazioni):
    """The answer with its reasons, and what the commission judges again."""

    esito = forms.ChoiceField(
        label="Esito", choices=[("", "Scegli…"), *scelte(EsitoReclamo)],
        error_messages={"required": "Scegli l’esito.", "invalid_choice": "Scegli l’esito."},
    )  # fmt: skip
    motivo = forms.CharField(
        label="Risposta, con le ragioni", max_length=LUNGO,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Diventa un atto protocollato e riservato, che legge chi ha reclamato.",
        error_messages={"required": "Scrivi la risposta, con le ragioni."},
    )  # fmt: skip
    da_riaprire = forms.TypedMultipleChoiceField(
        label="Domande che la commissione rivede", coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Solo se il reclamo è accolto. Poi la commissione chiude di nuovo i lavori e si "
        "forma una nuova versione.",
        error_messages={"invalid_choice": "Scegli dall’elenco."},
    )  # fmt: skip
    riletto = forms.BooleanField(
        label="Ho riletto la risposta", error_messages={"required": RILEGGI}
    )

    def __init__(self, *args: Any, domande: Sequence[tuple[int, str]], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["da_riaprire"].choices = domande

    def clean_esito(self) -> EsitoReclamo:
        return EsitoReclamo(self.cleaned_data["esito"])

    def clean(self) -> dict[str, Any]:
        """Who complained comes ticked: it counts only where the complaint is accepted."""
        dati = super().clean() or self.cleaned_data
        if dati.get("esito") not in ACCOLTI:
            dati["da_riaprire"] = []
        return dati
