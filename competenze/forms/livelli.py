"""What comes in from the screens of the certification of competences."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from competenze.enums import Livello
from competenze.queries.griglia import Casella
from competenze.rules.celle import Contenuto
from competenze.services.celle import CellaVoluta

CELLE_IN_UNA_VOLTA = 500
INCOLLATO_MASSIMO = 20_000  # characters
LUNGHEZZA_MOTIVO = 300


def scrivibile(testo: str) -> None:
    """Refuse half of a character, which JSON can carry and no text can hold."""
    try:
        testo.encode()
    except UnicodeEncodeError:
        raise ValidationError("Il testo contiene un carattere a metà: va riscritto.") from None


class InserimentoCellaForm(forms.Form):
    """One cell of an autosave: ids, level, reason, the version that was on the screen."""

    iscrizione = forms.IntegerField(min_value=1)
    competenza = forms.IntegerField(min_value=1)
    livello = forms.CharField(max_length=20, required=False)
    motivo = forms.CharField(
        validators=[scrivibile],
        max_length=LUNGHEZZA_MOTIVO,
        required=False,
        error_messages={"max_length": f"Il motivo può avere al più {LUNGHEZZA_MOTIVO} caratteri."},
    )
    versione = forms.IntegerField(min_value=0)

    def voluta(self) -> CellaVoluta:
        dati = self.cleaned_data
        return CellaVoluta(
            iscrizione_id=dati["iscrizione"],
            competenza_id=dati["competenza"],
            contenuto=Contenuto(dati["livello"], dati["motivo"]),
            versione=dati["versione"],
        )


def celle_volute(corpo: bytes) -> list[CellaVoluta]:
    """The cells of an autosave, a JSON list. Raises ValidationError for what is no such list."""
    try:
        righe = json.loads(corpo)
    except (ValueError, RecursionError):
        raise ValidationError("I livelli non sono arrivati interi: ricarica la pagina.") from None
    if not isinstance(righe, list) or not all(isinstance(riga, dict) for riga in righe):
        raise ValidationError("I livelli devono essere un elenco.")
    if not 0 < len(righe) <= CELLE_IN_UNA_VOLTA:
        raise ValidationError(f"Si inviano da 1 a {CELLE_IN_UNA_VOLTA} caselle alla volta.")
    volute = [_voluta(numero, riga) for numero, riga in enumerate(righe, start=1)]
    if len({voluta.chiave for voluta in volute}) < len(volute):
        raise ValidationError("La stessa casella è scritta due volte.")
    return volute


def _voluta(numero: int, riga: dict[str, Any]) -> CellaVoluta:
    form = InserimentoCellaForm(riga)
    if form.is_valid():
        return form.voluta()
    campo, errori = next(iter(form.errors.items()))
    raise ValidationError(f"Casella {numero}, {campo}: {errori[0]}")


class InserimentoIncollaForm(forms.Form):
    """A block copied from a spreadsheet and the cell where it begins, counted from 0."""

    testo = forms.CharField(
        strip=False,
        max_length=INCOLLATO_MASSIMO,
        error_messages={
            "required": "Il blocco incollato è vuoto.",
            "max_length": "Il blocco incollato è troppo grande per una classe.",
        },
    )
    riga = forms.IntegerField(min_value=0)
    colonna = forms.IntegerField(min_value=0)


class InserimentoRegistraForm(forms.Form):
    riletto = forms.BooleanField(
        error_messages={"required": "Per registrare bisogna aver riletto i livelli."}
    )


class InserimentoSchedaForm(forms.Form):
    """The circular's form: one student, for each competence one of the four levels, or nv."""

    def __init__(self, *args: Any, caselle: Sequence[Casella], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.caselle = caselle
        for casella in caselle:
            self._campi(casella)

    def _campi(self, casella: Casella) -> None:
        pk = casella.colonna.competenza.pk
        self.fields[f"livello_{pk}"] = forms.ChoiceField(
            label=casella.colonna.nome,
            required=False,
            choices=[*((livello.value, livello.etichetta) for livello in Livello), ("", "vuota")],
            initial=casella.livello,
            error_messages={"invalid_choice": "Scegli A, B, C, D oppure nv."},
        )
        self.fields[f"motivo_{pk}"] = forms.CharField(
            label=f"Perché non è valutabile: {casella.colonna.nome_breve}",
            required=False,
            max_length=LUNGHEZZA_MOTIVO,
            initial=casella.motivo,
        )
        self.fields[f"versione_{pk}"] = forms.IntegerField(
            required=False, min_value=0, initial=casella.versione
        )

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or self.cleaned_data
        for casella in self.caselle:
            self._esige_motivo(casella.colonna.competenza.pk, dati)
        return dati

    def _esige_motivo(self, pk: int, dati: dict[str, Any]) -> None:
        if dati.get(f"livello_{pk}") != Livello.NV:
            dati[f"motivo_{pk}"] = ""
        elif not dati.get(f"motivo_{pk}") and f"motivo_{pk}" not in self.errors:
            self.add_error(f"motivo_{pk}", "«Non valutato» vuole un motivo: scrivilo qui.")

    def volute(self) -> list[CellaVoluta]:
        """What the service is asked for."""
        dati = self.cleaned_data
        return [
            CellaVoluta(
                iscrizione_id=casella.iscrizione_id,
                competenza_id=pk,
                contenuto=Contenuto(dati[f"livello_{pk}"], dati[f"motivo_{pk}"]),
                versione=dati[f"versione_{pk}"] or 0,
            )
            for casella in self.caselle
            for pk in [casella.colonna.competenza.pk]
        ]

    def gruppi(self) -> Iterator[dict[str, Any]]:
        """For the page: each competence with its three fields."""
        for casella in self.caselle:
            pk = casella.colonna.competenza.pk
            yield {
                "casella": casella,
                "livello": self[f"livello_{pk}"],
                "motivo": self[f"motivo_{pk}"],
                "versione": self[f"versione_{pk}"],
            }


class ClasseLivelloForm(forms.Form):
    """A level set by coordinator or consiglio, with its reason; the rules judge both."""

    livello = forms.ChoiceField(
        choices=[(livello.value, livello.etichetta) for livello in Livello],
        error_messages={
            "required": "Scegli un livello.",
            "invalid_choice": "Scegli un livello fra A, B, C e D.",
        },
    )
    motivo = forms.CharField(max_length=2000, required=False)


class ClasseMotivoForm(forms.Form):
    """Why: it stays in the records."""

    motivo = forms.CharField(
        label="Motivo",
        max_length=LUNGHEZZA_MOTIVO,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Resta agli atti.",
        error_messages={"required": "Il motivo si scrive: resta agli atti."},
    )


class ClasseCongelaForm(forms.Form):
    riletto = forms.BooleanField(
        error_messages={"required": "Per congelare bisogna aver riletto il quadro."}
    )
