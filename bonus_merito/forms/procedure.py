"""What is typed of a procedure: on which fund and criteria, until when, why."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from bonus_merito.enums import Categoria
from bonus_merito.models import Criteri, Fondo
from bonus_merito.queries.procedure import criteri_adottati, fondi
from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.scuola.models import Istituto
from cpia.scuola.parole import con_maiuscola, plurale

FINE_DEL_GIORNO = time(23, 59)
ANNI = range(2015, 2101)
MOLTI = 5_000


class FondoField(forms.ModelChoiceField):
    """A fund, by its year: the amount is on its own page."""

    def label_from_instance(self, fondo: Fondo) -> str:
        return f"anno scolastico {fondo.anno_scolastico}"


class CriteriField(forms.ModelChoiceField):
    """Criteria in force, by title and year."""

    def label_from_instance(self, criteri: Criteri) -> str:
        return f"{criteri.titolo}, {criteri.anno_scolastico}, {criteri.get_categoria_display()}"


class ProceduraForm(ConViolazioni):
    """The fund and the criteria of a procedure."""

    fondo = FondoField(queryset=None, label="Fondo", empty_label="Scegli")
    criteri = CriteriField(queryset=None, label="Criteri", empty_label="Scegli")
    categoria = forms.ChoiceField(
        label="Personale",
        choices=[(voce.value, con_maiuscola(voce.etichetta)) for voce in Categoria],
        initial=Categoria.DOCENTI.value,
    )

    def __init__(self, *args: Any, istituto: Istituto, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fondo"].queryset = fondi(istituto.pk)
        self.fields["criteri"].queryset = criteri_adottati(istituto.pk)
        for nome, testo in (("fondo", "Scegli il fondo."), ("criteri", "Scegli i criteri.")):
            self.fields[nome].error_messages |= {"required": testo, "invalid_choice": testo}

    @property
    def dati(self) -> dict[str, Any]:
        """What the service takes."""
        puliti = self.cleaned_data
        return {
            "fondo_id": puliti["fondo"].pk,
            "criteri_id": puliti["criteri"].pk,
            "categoria": Categoria(puliti["categoria"]),
        }


class TermineForm(ConViolazioni):
    """The last day and hour on which one asks."""

    giorno = Giorno(label="Si chiede fino al", manca="Scrivi l’ultimo giorno.")
    ora = forms.TimeField(
        label="Ora", required=False, initial=FINE_DEL_GIORNO,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M"],
        help_text="Senza ora il termine è alla fine del giorno.",
        error_messages={"invalid": "Scrivi l’ora come 14:00."},
    )  # fmt: skip

    def clean_giorno(self) -> Any:
        giorno = self.cleaned_data["giorno"]
        if giorno.year not in ANNI:
            raise forms.ValidationError("Controlla l’anno.")
        return giorno

    @property
    def scade(self) -> datetime:
        """The instant of the term."""
        ora = self.cleaned_data["ora"] or FINE_DEL_GIORNO
        zona = timezone.get_default_timezone()
        return datetime.combine(self.cleaned_data["giorno"], ora, tzinfo=zona)

    def riporta(self, violazioni: Any) -> None:
        """What speaks against the term is at the day."""
        for violazione in violazioni:
            campo = {"scade": "giorno"}.get(violazione.campo, violazione.campo)
            fonte = f" ({violazione.fonte})" if violazione.fonte else ""
            self.add_error(campo if campo in self.fields else None, f"{violazione.testo}{fonte}")


class DiRuoloField(forms.IntegerField):
    """How many are tenured: nothing in the portal says it, who directs does."""

    def __init__(self) -> None:
        super().__init__(
            label="Di ruolo in servizio", min_value=1, max_value=MOLTI,
            help_text="Titolari, in assegnazione provvisoria o utilizzati (art. 1).",
            error_messages={
                "required": "Scrivi quanti sono.", "invalid": "Scrivi un numero intero.",
                "min_value": "Almeno uno.", "max_value": "Sono troppi per una scuola.",
            },
        )  # fmt: skip


class AperturaForm(TermineForm):
    """The term, and how many are tenured: on them the number of beneficiaries is measured."""

    in_servizio = DiRuoloField()

    def __init__(self, *args: Any, quanti: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        oggi = f"{con_maiuscola(plurale(quanti, 'persona ha', 'persone hanno'))} un incarico oggi"
        campo = self.fields["in_servizio"]
        campo.help_text = (
            f"{campo.help_text} {oggi}, supplenti compresi: scrivi solo chi è di ruolo."
        )


class MotivoForm(ConViolazioni):
    """Why."""

    motivo = forms.CharField(
        label="Motivo", max_length=400, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Scrivi il motivo.",
            "max_length": "Il motivo ha %(show_value)d caratteri: al più sono 400.",
        },
    )  # fmt: skip


class InServizioForm(MotivoForm):
    """How many are tenured after all, and why it was written otherwise."""

    in_servizio = DiRuoloField()
    field_order = ("in_servizio", "motivo")


class RilettoForm(ConViolazioni):
    """An act that asks nothing but to have been read again."""
