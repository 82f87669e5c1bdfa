"""What the acts of the outcome ask."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bonus_merito.enums import EsitoIstanza, Metodo, TipoIstanza
from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import ConViolazioni

LUNGO = 4000
RILEGGI = "Rileggi e spunta la casella."


def _testo(etichetta: str, manca: str, *, righe: int = 6, **altro: Any) -> forms.CharField:
    return forms.CharField(
        label=etichetta,
        max_length=LUNGO,
        widget=forms.Textarea(attrs={"rows": righe}),
        error_messages={"required": manca},
        **altro,
    )


class DecretoForm(ConViolazioni):
    """The method, the reasons where they are due, what was read."""

    metodo = forms.ChoiceField(
        label="Come si divide il fondo",
        choices=scelte(Metodo),
        widget=forms.HiddenInput,
        error_messages={"required": "Scegli il metodo."},
    )
    motivo_metodo = forms.CharField(
        label="Perché questo metodo",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Serve se il metodo non è quello del regolamento, o se paga di più una fascia "
        "più bassa. Resta nel decreto.",
    )
    motivo_minimo = forms.CharField(
        label="Perché meno beneficiari del minimo",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Serve quando i beneficiari sono meno del minimo. Resta nel decreto.",
    )
    visto = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    riletto = forms.BooleanField(
        label="Ho riletto gli esiti e le motivazioni di ogni beneficiario",
        error_messages={"required": RILEGGI},
    )

    def clean_metodo(self) -> Metodo:
        return Metodo(self.cleaned_data["metodo"])


class RilettoForm(ConViolazioni):
    """An act that asks for nothing but to be read again."""

    riletto = forms.BooleanField(label="Ho riletto", error_messages={"required": RILEGGI})

    def __init__(self, *args: Any, etichetta: str = "Ho riletto", **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["riletto"].label = etichetta


class AnnullaForm(RilettoForm):
    """Why a decree loses its value."""

    motivo = forms.CharField(
        label="Perché si annulla",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Scrivi perché si annulla."},
        help_text="Lo legge anche chi ha partecipato: senza nomi.",
    )
    field_order: Sequence[str] = ("motivo", "riletto")


class RettificaForm(AnnullaForm):
    """Why an outcome is judged again, and for which upheld complaint."""

    reclamo = forms.TypedChoiceField(
        label="Per un reclamo accolto",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "Scegli un reclamo di questo elenco."},
    )
    field_order = ("reclamo", "motivo", "riletto")

    def __init__(self, *args: Any, reclami: Sequence[tuple[int, str]] = (), **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["motivo"].label = "Perché si rettifica"
        self.fields["reclamo"].choices = [("", "nessuno"), *reclami]
        if not reclami:
            del self.fields["reclamo"]


class IstanzaForm(ConViolazioni):
    """A complaint, or the request to see the own file."""

    tipo = forms.ChoiceField(
        label="Che cosa chiedi",
        choices=[("", "Scegli…"), *scelte(TipoIstanza)],
        error_messages={"required": "Scegli che cosa chiedi."},
    )
    testo = _testo(
        "Che cosa chiedi e perché",
        "Scrivi che cosa chiedi.",
        help_text="La legge il dirigente.",
    )
    chiave = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def clean_tipo(self) -> TipoIstanza:
        return TipoIstanza(self.cleaned_data["tipo"])


class RispostaForm(ConViolazioni):
    """The answer with its reasons."""

    esito = forms.ChoiceField(
        label="Esito",
        choices=[("", "Scegli…"), *scelte(EsitoIstanza)],
        error_messages={"required": "Scegli l’esito."},
    )
    risposta = _testo(
        "Risposta, con le ragioni",
        "Scrivi la risposta, con le ragioni.",
        help_text="Diventa un atto protocollato, che legge chi ha chiesto.",
    )

    def clean_esito(self) -> EsitoIstanza:
        return EsitoIstanza(self.cleaned_data["esito"])
