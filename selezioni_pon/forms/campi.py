"""Fields of projects and calls: figures as one writes them, some paragraphs, a choice of rows."""

import re
from decimal import Decimal
from typing import Any, Final

from django import forms

from cpia.scuola.parole import decimale
from selezioni_pon.models import Griglia

CIFRA: Final = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3}){1,2}(?:,[0-9]{1,2})?|[0-9]{1,8}(?:[.,][0-9]{1,2})?"
)
CON_I_PUNTI: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,2}")
TESTO_MASSIMO: Final = 8000


class CifraField(forms.CharField):
    """A figure with two decimals at most: ``35``, ``35,50``, ``1.200,00``; kept exact."""

    def __init__(self, *, massimo: Decimal, sbagliata: str, **altro: Any) -> None:
        attributi = {"inputmode": "decimal", "autocomplete": "off", "class": "corto"}
        altro = {"required": False} | altro
        super().__init__(max_length=16, widget=forms.TextInput(attrs=attributi), **altro)
        self.massimo, self.sbagliata = massimo, sbagliata
        self.error_messages |= {"max_length": sbagliata}

    def prepare_value(self, value: Any) -> Any:
        """What is kept is shown as one writes it; what was typed stays as it is."""
        return self.scritta(value) if isinstance(value, Decimal) else value

    def scritta(self, valore: Decimal) -> str:
        """With the cents."""
        return decimale(valore)

    def clean(self, value: Any) -> Decimal | None:
        scritto = str(super().clean(value)).replace("€", "").strip()
        if not scritto:
            return None
        if CIFRA.fullmatch(scritto) is None:
            raise forms.ValidationError(self.sbagliata)
        if "," in scritto or CON_I_PUNTI.fullmatch(scritto):
            scritto = scritto.replace(".", "").replace(",", ".")
        valore = Decimal(scritto)
        if valore > self.massimo:
            raise forms.ValidationError(f"Al più {self.scritta(self.massimo)}.")
        return valore

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it is another figure, however it is written."""
        try:
            return bool(self.clean(data) != self.clean(self.prepare_value(initial)))
        except forms.ValidationError:
            return True


class EuroField(CifraField):
    """Euro and cents."""

    def __init__(self, *, massimo: Decimal, **altro: Any) -> None:
        sbagliati = "Scrivi gli euro con cifre, per esempio 35,00."
        super().__init__(massimo=massimo, sbagliata=sbagliati, **altro)


class OreField(CifraField):
    """Hours: ``30`` or ``2,5``; none is zero."""

    def __init__(self, **altro: Any) -> None:
        super().__init__(
            massimo=Decimal("9999.99"), sbagliata="Scrivi le ore con cifre, come 30 o 2,5.", **altro
        )

    def scritta(self, valore: Decimal) -> str:
        """Without zeros that say nothing; zero hours are not written yet."""
        return decimale(valore).rstrip("0").rstrip(",") if valore else ""

    def clean(self, value: Any) -> Decimal:
        return super().clean(value) or Decimal(0)


class TestoLungo(forms.CharField):
    """Some paragraphs; the ends of the lines are those that are kept."""

    def __init__(self, *, righe: int = 3, **altro: Any) -> None:
        altro = {"required": False, "max_length": TESTO_MASSIMO} | altro
        super().__init__(widget=forms.Textarea(attrs={"rows": righe}), **altro)

    def to_python(self, value: Any) -> str:
        """What was typed, as every browser would have sent it."""
        return str(super().to_python(value)).replace("\r\n", "\n")


class GrigliaField(forms.ModelChoiceField):
    """A grid by its title, and whether it may still change."""

    def label_from_instance(self, griglia: Griglia) -> str:
        return f"{griglia.titolo} (già usata)" if griglia.chiusa_il else griglia.titolo
