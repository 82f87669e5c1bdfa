"""What is offered in a year: term and fee, courses."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import Giorno
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.models import Sede
from patto_formativo.enums import Fascia, GenereOfferta, Livello
from patto_formativo.services.iscrizioni import DatiApertura, DatiOfferta


def _ora(etichetta: str) -> forms.TimeField:
    return forms.TimeField(
        label=etichetta,
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(attrs={"type": "time", "class": "corto"}, format="%H:%M"),
        error_messages={"required": "Scrivi l’ora.", "invalid": "Scrivi l’ora come 17:30."},
    )


class AperturaForm(ConVersione):
    """From when, until when, how much, by which acts."""

    AZIONI = ("apre iscrizioni",)

    dal = Giorno(label="Si aprono il", help_text="Dal 1º settembre (art. 5).")
    termine = Giorno(
        label="Termine fissato dal Collegio", required=False,
        help_text="Dopo ci si iscrive lo stesso, anche con un patto di due anni.",
    )  # fmt: skip
    termine_estremi = forms.CharField(
        label="Delibera del termine", max_length=200, required=False,
        help_text="Per esempio: delibera n. 9 del Collegio dei docenti, 1º settembre 2023.",
    )  # fmt: skip
    quota = forms.DecimalField(
        label="Quota in euro", required=False, min_value=0, max_digits=7, decimal_places=2,
        help_text="Comprende l’assicurazione e il materiale didattico (art. 3).",
        error_messages={"invalid": "Scrivi un importo, come 10,00."},
    )  # fmt: skip
    quota_estremi = forms.CharField(
        label="Delibera della quota", max_length=200, required=False,
        help_text="Del Consiglio d’istituto o del Commissario straordinario.",
    )  # fmt: skip

    @property
    def dati(self) -> DatiApertura:
        """What the service takes."""
        return DatiApertura(**self.scritti)


class SedeField(forms.ModelChoiceField):
    """A site of the school."""

    def __init__(self) -> None:
        super().__init__(
            None, label="Sede", empty_label="Scegli",
            error_messages={"required": "Scegli la sede."},
            help_text="Una sede riservata non si vede nella pagina pubblica.",
        )  # fmt: skip


class OffertaForm(ConVersione):
    """A course: what, where, when."""

    AZIONI = ("modifica offerta",)

    genere = forms.ChoiceField(label="Percorso", choices=scelte(GenereOfferta))
    livello = forms.ChoiceField(
        label="Livello", required=False, choices=[("", "Nessuno"), *scelte(Livello)],
        help_text="Solo per l’alfabetizzazione.",
    )  # fmt: skip
    titolo = forms.CharField(
        label="Titolo", max_length=120, required=False, help_text="Solo per l’ampliamento."
    )
    sede = SedeField()
    fascia = forms.ChoiceField(label="Fascia oraria", choices=scelte(Fascia))
    giorni = forms.CharField(
        label="Giorni", max_length=120, error_messages={"required": "Scrivi i giorni."},
        help_text="Per esempio: lunedì, mercoledì e giovedì.",
    )  # fmt: skip
    dalle, alle = _ora("Dalle"), _ora("Alle")
    aula = forms.CharField(label="Aula", max_length=60, required=False)
    aperta = forms.BooleanField(label="Si accettano iscrizioni", required=False, initial=True)

    def __init__(self, *args: Any, sedi: QuerySet[Sede], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["sede"].queryset = sedi

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        genere = dati.get("genere")
        if dati.get("livello") and genere != GenereOfferta.ALFABETIZZAZIONE:
            self.add_error("livello", "Il livello è solo dell’alfabetizzazione.")
        if genere == GenereOfferta.AMPLIAMENTO and not dati.get("titolo"):
            self.add_error("titolo", "Scrivi come si chiama il corso.")
        return dati

    @property
    def dati(self) -> DatiOfferta:
        """What the service takes."""
        puliti = self.scritti
        return DatiOfferta(sede_id=puliti.pop("sede").pk, **puliti)
