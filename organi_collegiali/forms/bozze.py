"""The top of a draft: type, platea, day and hours, place."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from organi_collegiali.models import OrganoCollegiale
from organi_collegiali.models.sedute import TIPI_SEDUTA
from organi_collegiali.queries.convocazione.bozze import platee
from organi_collegiali.services.convocazione.bozze import DatiSeduta

# A day further away than this is a year that somebody is still typing.
ANNI_INTORNO = 2
PRIMA = "prima_"


class BozzaForm(forms.Form):
    """What is written at the top of the screen, kept while one types."""

    tipo = forms.ChoiceField(label="Tipo di seduta", choices=TIPI_SEDUTA)
    platea = forms.ChoiceField(label="Chi siede")
    giorno = forms.DateField(
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={"invalid": "Scrivi il giorno come 10/06/2024."},
    )
    ora = forms.TimeField(
        required=False,
        input_formats=["%H:%M", "%H:%M:%S", "%H.%M"],
        error_messages={"invalid": "Scrivi l’ora come 17.30."},
    )
    fine = forms.TimeField(
        label="Fine prevista",
        required=False,
        input_formats=["%H:%M", "%H:%M:%S", "%H.%M"],
        error_messages={"invalid": "Scrivi l’ora di fine come 19.30."},
    )
    luogo = forms.CharField(
        required=False,
        max_length=160,
        error_messages={"max_length": "Il luogo ha %(show_value)d caratteri: al più sono 160."},
    )
    collegamento = forms.URLField(
        label="Collegamento a distanza",
        required=False,
        max_length=300,
        assume_scheme="https",
        error_messages={"invalid": "Scrivi l’indirizzo intero, come https://…"},
    )
    motivo_urgenza = forms.CharField(
        label="Perché è urgente",
        required=False,
        max_length=300,
        error_messages={"max_length": "Il motivo ha %(show_value)d caratteri: al più sono 300."},
    )
    riservata = forms.BooleanField(label="Seduta riservata", required=False)

    def __init__(self, *args: Any, organo: OrganoCollegiale, oggi: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.oggi = oggi
        self.fields["platea"].choices = platee(organo)

    def clean_giorno(self) -> date | None:
        giorno: date | None = self.cleaned_data["giorno"]
        if giorno and abs(giorno.year - self.oggi.year) > ANNI_INTORNO:
            raise forms.ValidationError("Controlla l’anno.")
        return giorno

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if dati.get("giorno") and not dati.get("ora") and "ora" not in self.errors:
            self.add_error("ora", "Scrivi anche l’ora.")
        if dati.get("ora") and dati.get("fine") and dati["fine"] <= dati["ora"]:
            self.add_error("fine", "La fine viene dopo l’inizio.")
        return dati

    @property
    def dati(self) -> DatiSeduta:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiSeduta(
            inizio_previsto=_istante(puliti["giorno"], puliti["ora"]),
            fine_prevista=_istante(puliti["giorno"], puliti["fine"]),
            **{nome: puliti[nome] for nome in UGUALI},
        )


UGUALI = ("tipo", "platea", "luogo", "collegamento", "motivo_urgenza", "riservata")


def _istante(giorno: date | None, ora: time | None) -> datetime | None:
    if giorno is None or ora is None:
        return None
    return timezone.make_aware(datetime.combine(giorno, ora))


def iniziali(dati: DatiSeduta) -> dict[str, Any]:
    """What the fields show of what is kept."""
    inizio = timezone.localtime(dati.inizio_previsto) if dati.inizio_previsto else None
    return {
        **{nome: getattr(dati, nome) for nome in UGUALI},
        "giorno": inizio.date() if inizio else None,
        "ora": inizio.time() if inizio else None,
        "fine": timezone.localtime(dati.fine_prevista).time() if dati.fine_prevista else None,
    }


def come_letti(dati: DatiSeduta) -> dict[str, str]:
    """The hidden fields that say what the screen was showing: name → value."""
    inizio = timezone.localtime(dati.inizio_previsto) if dati.inizio_previsto else None
    scritti = {nome: str(getattr(dati, nome)) for nome in UGUALI if nome != "riservata"}
    scritti["riservata"] = "on" if dati.riservata else ""
    scritti["giorno"] = f"{inizio:%Y-%m-%d}" if inizio else ""
    scritti["ora"] = f"{inizio:%H:%M}" if inizio else ""
    fine = timezone.localtime(dati.fine_prevista) if dati.fine_prevista else None
    scritti["fine"] = f"{fine:%H:%M}" if fine else ""
    return {f"{PRIMA}{nome}": valore for nome, valore in scritti.items()}


def letti_prima(post: Mapping[str, str]) -> dict[str, str]:
    """What the hidden fields say, as if it had been typed."""
    return {
        nome.removeprefix(PRIMA): valore for nome, valore in post.items() if nome.startswith(PRIMA)
    }
