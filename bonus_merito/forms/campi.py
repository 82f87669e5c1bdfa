"""Fields of criteria and money: euro as one writes them, a list with one item a line."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from cpia.scuola.parole import decimale

EURO = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,2}(?:,[0-9]{1,2})?|[0-9]{1,8}(?:[.,][0-9]{1,2})?")
CON_I_PUNTI = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,2}")
EURO_SBAGLIATI = "Scrivi gli euro con cifre, per esempio 10.450,00."
RIGHE_MASSIME = 60
RIGA_MASSIMA = 600
TESTO_MASSIMO = 8000


class EuroField(forms.CharField):
    """Euro with at most two decimals, with dots every three digits if one likes."""

    def __init__(self, manca: str = "Scrivi l’importo.", **altro: Any) -> None:
        attributi = {"inputmode": "decimal", "autocomplete": "off", "class": "corto"}
        super().__init__(max_length=16, widget=forms.TextInput(attrs=attributi), **altro)
        self.error_messages |= {"required": manca, "max_length": EURO_SBAGLIATI}

    def prepare_value(self, value: Any) -> Any:
        """An amount that is kept is shown as one writes it; what was typed stays as it is."""
        return decimale(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Decimal | None:
        scritto = str(super().clean(value)).replace("€", "").strip()
        if not scritto:
            return None
        if EURO.fullmatch(scritto) is None:
            raise forms.ValidationError(EURO_SBAGLIATI)
        if "," in scritto or CON_I_PUNTI.fullmatch(scritto):
            scritto = scritto.replace(".", "").replace(",", ".")
        return Decimal(scritto)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it is another amount, however it is written."""
        try:
            return bool(self.clean(data) != self.clean(self.prepare_value(initial)))
        except forms.ValidationError:
            return True


class TestoLungo(forms.CharField):
    """Some paragraphs, one after the other; the ends of the lines are those that are kept."""

    def __init__(self, *, righe: int, **altro: Any) -> None:
        attributi = {"rows": righe}
        altro = {"required": False, "max_length": TESTO_MASSIMO} | altro
        super().__init__(widget=forms.Textarea(attrs=attributi), **altro)

    def to_python(self, value: Any) -> str:
        """What was typed, as every browser would have sent it."""
        return str(super().to_python(value)).replace("\r\n", "\n")


class RigheField(forms.CharField):
    """A list of texts, one a line; the empty lines do not count."""

    def __init__(self, **altro: Any) -> None:
        altro.setdefault("required", False)
        super().__init__(widget=forms.Textarea(attrs={"rows": 6}), **altro)

    def prepare_value(self, value: Any) -> Any:
        """A list that is kept is shown one item a line; what was typed stays as it is."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Sequence[str]:
        righe = [riga.strip() for riga in str(super().clean(value)).splitlines()]
        piene = [riga for riga in righe if riga]
        if len(piene) > RIGHE_MASSIME:
            raise forms.ValidationError(f"Le righe sono {len(piene)}: al più {RIGHE_MASSIME}.")
        if any(len(riga) > RIGA_MASSIMA for riga in piene):
            raise forms.ValidationError(f"Ogni riga ha al più {RIGA_MASSIMA} caratteri.")
        return piene

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it is another list."""
        try:
            return list(self.clean(data)) != list(initial or [])
        except forms.ValidationError:
            return True
