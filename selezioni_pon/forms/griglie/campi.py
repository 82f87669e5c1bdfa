"""Fields of a grid: exact points as its data keep them, whole numbers, a list one item a line."""

import re
from collections.abc import Sequence
from typing import Any, Final

from django import forms

PUNTI: Final = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?")
INTERO: Final = re.compile(r"[0-9]{1,4}")
RIGHE_MASSIME: Final = 20
RIGA_MASSIMA: Final = 600


class PuntiField(forms.CharField):
    """Points, kept as the data of a grid have them: «2,5» is ``2.5``, nothing is nothing."""

    def __init__(self, manca: str = "Scrivi i punti.", **altro: Any) -> None:
        attributi = {"inputmode": "decimal", "autocomplete": "off", "class": "corto"}
        super().__init__(max_length=14, widget=forms.TextInput(attrs=attributi), **altro)
        self.error_messages |= {"required": manca}

    def prepare_value(self, value: Any) -> Any:
        """A figure is shown as one writes it."""
        return value.replace(".", ",") if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        scritto = str(super().clean(value)).strip()
        if scritto and PUNTI.fullmatch(scritto) is None:
            raise forms.ValidationError("Scrivi i punti con cifre, per esempio 2,5.")
        return scritto.replace(",", ".")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether they are other points, however they are written."""
        return str(initial or "").replace(",", ".") != str(data or "").strip().replace(",", ".")


class VotoField(PuntiField):
    """A mark, or the end of a bracket."""

    def clean(self, value: Any) -> str:
        scritto = forms.CharField.clean(self, value).strip()
        if scritto and PUNTI.fullmatch(scritto) is None:
            raise forms.ValidationError("Scrivi il voto con cifre, per esempio 100.")
        return scritto.replace(",", ".")


class QuantiField(forms.CharField):
    """A whole number above zero; nothing where there is no limit."""

    def __init__(self, **altro: Any) -> None:
        attributi = {"inputmode": "numeric", "autocomplete": "off", "class": "corto"}
        super().__init__(max_length=6, widget=forms.TextInput(attrs=attributi), **altro)

    def clean(self, value: Any) -> int | None:
        scritto = str(super().clean(value)).strip()
        if not scritto:
            return None
        if INTERO.fullmatch(scritto) is None or int(scritto) == 0:
            raise forms.ValidationError("Scrivi un numero intero, da 1 in su.")
        return int(scritto)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it is another number."""
        return str(initial or "") != str(data or "").strip()


class RigheField(forms.CharField):
    """A list of texts, one a line; the empty lines do not count."""

    def __init__(self, righe: int = 4, **altro: Any) -> None:
        altro.setdefault("required", False)
        super().__init__(widget=forms.Textarea(attrs={"rows": righe}), **altro)

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


def una_riga(etichetta: str, massimo: int, manca: str = "", **altro: Any) -> forms.CharField:
    """One line of text, due where something is said for its lack."""
    errori = {"required": manca} if manca else {}
    return forms.CharField(
        label=etichetta, max_length=massimo, required=bool(manca), error_messages=errori, **altro
    )


def paragrafo(
    etichetta: str, massimo: int, manca: str = "", *, righe: int = 3, **altro: Any
) -> forms.CharField:
    """Some lines of text."""
    casella = forms.Textarea(attrs={"rows": righe})
    return una_riga(etichetta, massimo, manca, widget=casella, **altro)
