"""Lists inside a piece of a grid, as rows of fields: those that are there and some empty ones."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms

Costruttori = Mapping[str, Any]
IN_PIU: Final = 2


def quante(form: forms.Form, prefisso: str, scritte: int, massimo: int, *, altre: bool) -> int:
    """How many rows are shown: those written and two more, never fewer than those sent."""
    mandate = {
        nome.removeprefix(prefisso).partition("_")[0]
        for nome in form.data
        if nome.startswith(prefisso)
    }
    numeri = [int(uno) for uno in mandate if uno.isascii() and uno.isdigit() and len(uno) < 3]
    in_mano = max(numeri, default=0) + (IN_PIU if altre else 0)
    return min(max(scritte + IN_PIU, in_mano), massimo)


def aggiungi(form: forms.Form, prefisso: str, numero: int, campi: Costruttori) -> None:
    """One row more: each field is named by its list, its number and its key."""
    for chiave, costruisce in campi.items():
        form.fields[f"{prefisso}{numero}_{chiave}"] = costruisce(numero)


def caselle(
    form: forms.Form, prefisso: str, quanti: int, chiavi: Sequence[str]
) -> list[list[forms.BoundField]]:
    """The fields of the rows, to be shown."""
    return [[form[f"{prefisso}{n}_{chiave}"] for chiave in chiavi] for n in range(1, quanti + 1)]


def lette(
    puliti: Mapping[str, Any], prefisso: str, quanti: int, chiavi: Sequence[str]
) -> dict[int, dict[str, Any]]:
    """The rows in which something is written, by their number."""
    righe = {
        n: {chiave: puliti.get(f"{prefisso}{n}_{chiave}") for chiave in chiavi}
        for n in range(1, quanti + 1)
    }
    return {n: riga for n, riga in righe.items() if any(riga.values())}


def iniziali(
    righe: Sequence[Mapping[str, Any]], prefisso: str, chiavi: Sequence[str]
) -> dict[str, Any]:
    """What is kept, by the name of the field."""
    return {
        f"{prefisso}{n}_{chiave}": riga.get(chiave, "")
        for n, riga in enumerate(righe, start=1)
        for chiave in chiavi
    }
