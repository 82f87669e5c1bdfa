"""What the forms on organs, mandates and elections share."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.db.models import Q, QuerySet

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.models import Persona

# Beyond so many a list to choose from is of no use: one looks for a name first.
DA_MOSTRARE: Final = 150
NESSUNO: Final = "Nessuno, oggi, può sedere per questa componente."
NESSUNO_COSI: Final = "Nessuno con questo nome può sedere per questa componente."
ATTO_ESEMPIO: Final = "Per esempio: decreto del dirigente n. 31 del 4 giugno 2024."


class Giorno(forms.DateField):
    """A day, by the calendar of the browser or typed."""

    def __init__(self, manca: str = "Scrivi il giorno.", **altro: Any) -> None:
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%d/%m/%Y"],
            error_messages={"required": manca, "invalid": "Scrivi il giorno come 31/05/2024."},
            **altro,
        )


class ConViolazioni(forms.Form):
    """A form that shows at each field what speaks against the act, with its source."""

    def riporta(self, violazioni: Iterable[Violazione]) -> None:
        """Put each violation where it belongs."""
        for violazione in violazioni:
            campo = violazione.campo if violazione.campo in self.fields else None
            fonte = f" ({violazione.fonte})" if violazione.fonte else ""
            self.add_error(campo, f"{violazione.testo}{fonte}")


class PersonaField(forms.ModelChoiceField):
    """Somebody among those who may sit: the first by name, or those who were looked for."""

    def __init__(self, **altro: Any) -> None:
        super().__init__(
            None,
            label=altro.pop("label", "Chi"),
            empty_label="Scegli",
            error_messages={
                "required": "Scegli chi.",
                "invalid_choice": "Questa persona non può sedere per la componente scelta.",
            },
            **altro,
        )

    def fra(self, chi: QuerySet[Persona], cerca: str) -> None:
        """Choose among these; the list shows those whose name has what is looked for."""
        self.queryset = chi
        trovati = chi
        for parola in cerca.replace("\0", " ").split():
            trovati = trovati.filter(Q(cognome__icontains=parola) | Q(nome__icontains=parola))
        mostrati = [(persona.pk, str(persona)) for persona in trovati[:DA_MOSTRARE]]
        self.widget.choices = [("", "Scegli"), *mostrati]
        if not mostrati:
            self.help_text = NESSUNO_COSI if cerca.strip() else NESSUNO
