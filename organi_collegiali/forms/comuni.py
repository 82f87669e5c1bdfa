"""What the forms on organs, mandates and elections share."""

from typing import Any, Final

from django import forms
from django.db.models import Q, QuerySet

from cpia.scuola.models import Persona

# Beyond so many a list to choose from is of no use: one looks for a name first.
DA_MOSTRARE: Final = 150
NESSUNO: Final = "Nessuno, oggi, può sedere per questa componente."
NESSUNO_COSI: Final = "Nessuno con questo nome può sedere per questa componente."
ATTO_ESEMPIO: Final = "Per esempio: decreto del dirigente n. 31 del 4 giugno 2024."


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
