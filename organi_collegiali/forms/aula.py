"""What is typed in the room of a sitting."""

import re
from collections.abc import Iterable
from datetime import time
from typing import Any

from django import forms

from organi_collegiali.enums import CausaAggiornamento, EsitoPunto

ORA = re.compile(r"^(\d{1,2})[.:,](\d{2})$")
COME_SI_SCRIVE = "Scrivi l’ora come 18.20."


class OraField(forms.CharField):
    """An hour as it is said in a minute: ``18.20``; empty is now."""

    def to_python(self, value: Any) -> Any:
        testo = str(super().to_python(value)).strip()
        if not testo:
            return None
        trovata = ORA.match(testo)
        if trovata is None:
            raise forms.ValidationError(COME_SI_SCRIVE)
        try:
            return time(int(trovata[1]), int(trovata[2]))
        except ValueError:
            raise forms.ValidationError(COME_SI_SCRIVE) from None


class MovimentoForm(forms.Form):
    """Who comes in or goes out: one of the two names of the button that was pressed."""

    entra = forms.IntegerField(required=False, min_value=1)
    esce = forms.IntegerField(required=False, min_value=1)
    alle = OraField(label="Alle", required=False)
    a_distanza = forms.BooleanField(label="A distanza", required=False)

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if not self.errors and bool(dati.get("entra")) == bool(dati.get("esce")):
            raise forms.ValidationError("Scegli chi entra o chi esce.")
        return dati


class OraForm(forms.Form):
    alle = OraField(label="Ora", error_messages={"required": COME_SI_SCRIVE})


class CaricheForm(forms.Form):
    """Who presides and who writes, among who is in; the service has the last word."""

    presiede = forms.IntegerField(
        label="Presiede", error_messages={"required": "Scegli chi presiede."}
    )
    verbalizza = forms.IntegerField(
        label="Verbalizza", error_messages={"required": "Scegli chi verbalizza."}
    )


class ConstataForm(forms.Form):
    """Who puts on record that the legal number was missing, and who writes it."""

    presiede = forms.TypedChoiceField(label="Chi constata che manca il numero legale", coerce=int)
    verbalizza = forms.TypedChoiceField(
        label="Chi verbalizza",
        coerce=int,
        help_text="Sono loro a firmare il verbale.",
    )

    def __init__(self, chi: Iterable[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scelte = list(chi)
        for nome in ("presiede", "verbalizza"):
            campo: Any = self.fields[nome]
            campo.choices = scelte
            campo.required, campo.empty_value = False, None
            campo.error_messages["invalid_choice"] = "Scegli fra chi è venuto."


class EsitoForm(forms.Form):
    esito = forms.ChoiceField(
        label="Esito",
        choices=[(esito, esito.etichetta) for esito in EsitoPunto],
        error_messages={"required": "Scegli come finisce il punto."},
    )
    motivo = forms.CharField(label="Motivo", max_length=300, required=False)


class MotivoForm(forms.Form):
    motivo = forms.CharField(
        label="Motivo",
        max_length=300,
        error_messages={"required": "Scrivi il motivo: resta nel verbale."},
    )


class AggiornaForm(MotivoForm):
    """For which cause the sitting is adjourned, and the words that say it."""

    causa = forms.ChoiceField(
        label="Perché si aggiorna",
        choices=[(causa.value, causa.etichetta) for causa in CausaAggiornamento],
        error_messages={"required": "Scegli perché la seduta si aggiorna."},
    )


class DiscussioneForm(forms.Form):
    """The notes; what is typed is kept as it is, with its spaces and lines."""

    testo = forms.CharField(required=False, strip=False, max_length=60_000)
    versione = forms.IntegerField(min_value=1)


class ComponenteForm(forms.Form):
    """Somebody of the sitting, for an interest or to ask for the word."""

    convocato = forms.IntegerField(
        label="Chi", error_messages={"required": "Scegli di chi si tratta."}
    )
    motivo = forms.CharField(label="Motivo", max_length=200, required=False)


class DichiarazioneForm(forms.Form):
    convocato = forms.IntegerField(label="Di chi", error_messages={"required": "Scegli di chi è."})
    testo = forms.CharField(
        label="Parole da riportare",
        max_length=20_000,
        error_messages={"required": "Scrivi le parole da riportare alla lettera."},
    )
