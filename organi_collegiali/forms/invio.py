"""What is written about a notice: another day, new items, a reason, an answer, a delivery."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import con_maiuscola
from organi_collegiali.enums import GenereAtto, MezzoAvviso, NaturaPunto, Risposta
from organi_collegiali.rules.invio.variazioni import (
    MOTIVO_MASSIMO,
    PUBBLICO_MASSIMO,
    TITOLO_MASSIMO,
    NuovoPunto,
    Variazione,
)

POSTI = range(1, 6)
# A pupil is not admitted only by what the scrutinio was convened for.
DA_AGGIUNGERE = [natura for natura in NaturaPunto if natura is not NaturaPunto.NON_AMMISSIONE]
DI_UNA_RIGA = ("titolo", "natura", "su_persone", "titolo_pubblico")
MOTIVO_RISPOSTA = 200
GIORNO_SCRITTO = {"invalid": "Scrivi il giorno come 07/06/2024.", "required": "Scegli il giorno."}
ORA_SCRITTA = {"invalid": "Scrivi l’ora come 17:30.", "required": "Scegli l’ora."}


def rifiuta(form: forms.Form, violazioni: Iterable[Violazione]) -> None:
    """Put each violation at its field, or on top with its source where it has none."""
    for violazione in violazioni:
        if violazione.campo in form.fields:
            form.add_error(violazione.campo, violazione.testo)
        else:
            form.add_error(None, f"{violazione.testo} {violazione.fonte}".strip())


def _giorno(etichetta: str) -> forms.DateField:
    return forms.DateField(
        label=etichetta,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=GIORNO_SCRITTO,
    )


def _ora(etichetta: str) -> forms.TimeField:
    return forms.TimeField(
        label=etichetta,
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages=ORA_SCRITTA,
    )


def _motivo(etichetta: str) -> forms.CharField:
    return forms.CharField(
        label=etichetta,
        max_length=MOTIVO_MASSIMO,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Si legge nell’avviso e all’albo: senza nomi di persone.",
        error_messages={"required": "Scrivi perché: lo si legge nell’avviso."},
    )


class _AltroGiornoForm(forms.Form):
    """Another day, hour and place."""

    giorno = _giorno("Nuovo giorno")
    ora = _ora("Ora")
    luogo = forms.CharField(
        label="Luogo", max_length=160, required=False, help_text="Vuoto: resta quello di prima."
    )

    @property
    def inizio(self) -> datetime:
        """The instant that was chosen."""
        puliti = self.cleaned_data
        return timezone.make_aware(datetime.combine(puliti["giorno"], puliti["ora"]))


class RinviaForm(_AltroGiornoForm):
    motivo = _motivo("Perché si rinvia")

    @property
    def variazione(self) -> Variazione:
        """What the service takes."""
        return Variazione(
            GenereAtto.RINVIO,
            motivo=self.cleaned_data["motivo"],
            nuovo_inizio=self.inizio,
            nuovo_luogo=self.cleaned_data["luogo"],
        )


class SeguitoForm(_AltroGiornoForm):
    """When a deserted or interrupted sitting is taken up."""

    fine = _ora("Fine prevista")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fine"].required = False
        self.fields["fine"].help_text = "Se si vuole: si legge nell’avviso e nel calendario."
        self.order_fields(["giorno", "ora", "fine", "luogo"])

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if dati.get("ora") and dati.get("fine") and dati["fine"] <= dati["ora"]:
            self.add_error("fine", "La fine viene dopo l’inizio.")
        return dati

    @property
    def fine_prevista(self) -> datetime | None:
        """The instant of the end, if it was written."""
        giorno, fine = self.cleaned_data["giorno"], self.cleaned_data["fine"]
        return timezone.make_aware(datetime.combine(giorno, fine)) if fine else None


class RevocaForm(forms.Form):
    motivo = _motivo("Perché si revoca")

    @property
    def variazione(self) -> Variazione:
        """What the service takes."""
        return Variazione(GenereAtto.REVOCA, motivo=self.cleaned_data["motivo"])


class IntegraForm(forms.Form):
    """Up to five new items; the rows left empty are not there."""

    motivo = forms.CharField(
        label="Perché si integra",
        required=False,
        max_length=MOTIVO_MASSIMO,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Facoltativo. Si legge nell’avviso e all’albo: senza nomi di persone.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for posto in POSTI:
            self.fields |= _riga(posto)
        self.order_fields([nome for nome in self.fields if nome != "motivo"] + ["motivo"])

    @property
    def righe(self) -> list[dict[str, forms.BoundField]]:
        """The fields of each row, for the template."""
        return [{nome: self[f"{nome}_{posto}"] for nome in DI_UNA_RIGA} for posto in POSTI]

    @property
    def variazione(self) -> Variazione:
        """What the service takes."""
        puliti = self.cleaned_data
        punti = [
            NuovoPunto(
                puliti[f"titolo_{posto}"],
                NaturaPunto(puliti[f"natura_{posto}"]),
                su_persone=puliti[f"su_persone_{posto}"],
                titolo_pubblico=puliti[f"titolo_pubblico_{posto}"],
            )
            for posto in POSTI
            if puliti[f"titolo_{posto}"]
        ]
        return Variazione(GenereAtto.INTEGRAZIONE, motivo=puliti["motivo"], punti=punti)


def _riga(posto: int) -> dict[str, forms.Field]:
    return {
        f"titolo_{posto}": forms.CharField(
            label=f"Punto {posto}", max_length=TITOLO_MASSIMO, required=False
        ),
        f"natura_{posto}": forms.ChoiceField(
            label="Che cosa chiede",
            choices=[(n.value, con_maiuscola(n.etichetta)) for n in DA_AGGIUNGERE],
            initial=NaturaPunto.DELIBERA.value,
        ),
        f"su_persone_{posto}": forms.BooleanField(label="Riguarda persone", required=False),
        f"titolo_pubblico_{posto}": forms.CharField(
            label="Titolo senza nomi, per l’albo", max_length=PUBBLICO_MASSIMO, required=False
        ),
    }


class RispostaForm(forms.Form):
    """What a member answers."""

    risposta = forms.CharField(required=False, max_length=8, widget=forms.HiddenInput)
    motivo = forms.CharField(
        label="Perché non potrai esserci",
        required=False,
        max_length=MOTIVO_RISPOSTA,
        help_text="Bastano due parole: arrivate prima della seduta, giustificano l’assenza.",
        error_messages={"max_length": "Al più 200 caratteri: bastano due parole."},
    )
    # Asked only of who has a substitute.
    incompatibile = forms.BooleanField(required=False)


class ConsegnaForm(forms.Form):
    """How and when somebody was told, and what was answered."""

    mezzo = forms.ChoiceField(
        label="Come",
        choices=[
            (m.value, con_maiuscola(m.etichetta)) for m in MezzoAvviso if m != MezzoAvviso.EMAIL
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Scegli se a mano o a mezzo telefono."},
    )
    giorno = _giorno("Giorno")
    ora = _ora("Ora")
    risposta = forms.ChoiceField(
        label="Ha risposto",
        required=False,
        choices=[
            ("", "Non ancora"),
            (Risposta.PRESENTE.value, "Ci sarà"),
            (Risposta.ASSENTE.value, "Non potrà esserci"),
        ],
    )
    motivo = forms.CharField(
        label="Se non ci sarà, perché", required=False, max_length=MOTIVO_RISPOSTA
    )
    incompatibile = forms.BooleanField(
        label="È incompatibile o deve astenersi: al suo posto siede il supplente", required=False
    )

    def __init__(self, *args: Any, con_supplente: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not con_supplente:
            del self.fields["incompatibile"]

    @property
    def quando(self) -> datetime:
        """The instant in which the person was told."""
        puliti = self.cleaned_data
        return timezone.make_aware(datetime.combine(puliti["giorno"], puliti["ora"]))
