"""What the forms of an act share: a day, and what speaks against the act at its field."""

from collections.abc import Iterable
from typing import Any

from django import forms

from cpia.norme.rules.motivi import Violazione


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
