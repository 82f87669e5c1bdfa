"""The fields of board and assessment: points and euro as one writes them."""

import re
from decimal import Decimal
from typing import Any

from django import forms

PUNTI = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?")
EURO = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,2}(?:,[0-9]{1,2})?|[0-9]{1,8}(?:[.,][0-9]{1,2})?")
PUNTI_SBAGLIATI = "Scrivi i punti con cifre, per esempio 12 o 12,50."
EURO_SBAGLIATI = "Scrivi gli euro con cifre, per esempio 10.450,00."


class Numero(forms.CharField):
    """A number with at most two decimals, written with a comma or a point; nothing is None."""

    schema = PUNTI
    sbagliato = PUNTI_SBAGLIATI

    def __init__(self, **altro: Any) -> None:
        attributi = {"inputmode": "decimal", "autocomplete": "off"}
        altro.setdefault("required", False)
        super().__init__(max_length=16, widget=forms.TextInput(attrs=attributi), **altro)
        self.error_messages["max_length"] = self.sbagliato

    def prepare_value(self, value: Any) -> Any:
        """A number that is kept is shown as one writes it; what was typed stays as it is."""
        return str(value).replace(".", ",") if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Decimal | None:
        scritto = str(super().clean(value)).strip()
        if not scritto:
            return None
        if self.schema.fullmatch(scritto) is None:
            raise forms.ValidationError(self.sbagliato)
        return Decimal(self.con_il_punto(scritto))

    def con_il_punto(self, scritto: str) -> str:
        """As a decimal is read."""
        return scritto.replace(",", ".")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it is another number, however it is written."""
        try:
            return bool(self.clean(data) != self.clean(self.prepare_value(initial)))
        except forms.ValidationError:
            return True


class Euro(Numero):
    """Euro, with dots every three digits if one likes."""

    schema = EURO
    sbagliato = EURO_SBAGLIATI

    def con_il_punto(self, scritto: str) -> str:
        if "," in scritto or re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3}){1,2}", scritto):
            return scritto.replace(".", "").replace(",", ".")
        return scritto
