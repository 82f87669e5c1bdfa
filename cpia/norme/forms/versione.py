"""A form over a row that somebody else may have changed since it was read.

The page carries the version that it was read at. When it is an older one nothing is written: what
was typed stays in the fields, and beside it stands what is kept now, field by field.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.db.models import Model

from cpia.norme.forms.comuni import ConViolazioni
from cpia.scuola.parole import data_estesa, decimale, elenco, plurale

NIENTE = "niente"
VERSIONE_MASSIMA = 2**31 - 1


@dataclass(frozen=True)
class Altrui:
    """What somebody else kept meanwhile: who and when, and the fields that are different."""

    chi: str
    valori: Sequence[tuple[str, str]]


class VersioneField(forms.IntegerField):
    """The version that a page was read at; 0, which no row has, for what is not one."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, min_value=0, max_value=VERSIONE_MASSIMA)

    def clean(self, value: Any) -> int:
        try:
            return super().clean(value) or 0
        except forms.ValidationError:
            return 0


class ConVersione(ConViolazioni):
    """Knows the acts of the register that change its row, and what a row says field by field."""

    AZIONI: ClassVar[tuple[str, ...]]

    versione = VersioneField()
    altrui: Altrui | None = None
    riga: Model | None = None

    def attuali(self, riga: Any) -> dict[str, Any]:
        """What a row says, by the name of the field: here the field is a column of the row."""
        return {nome: getattr(riga, nome) for nome in self.base_fields}

    @property
    def letta(self) -> int:
        """The version of what was read."""
        versione: int = self.cleaned_data["versione"]
        return versione

    @property
    def scritti(self) -> dict[str, Any]:
        """What was typed, without the version."""
        return {nome: v for nome, v in self.cleaned_data.items() if nome != "versione"}

    def confronta(self, riga: Any, chi: str) -> bool:
        """Put beside what was typed what is kept now; whether they say the same.

        Sent again, what was typed goes over the row as it is now.
        """
        self.riga, self.initial = riga, {**self.initial, **self.attuali(riga)}
        dati = self.data.copy()
        dati["versione"] = str(riga.versione)
        self.data = dati
        self.altrui = Altrui(chi, list(self._diversi()))
        return not self.altrui.valori

    def _diversi(self) -> Iterator[tuple[str, str]]:
        for nome, campo in self.fields.items():
            adesso = self.get_initial_for_field(campo, nome)
            scritto = campo.widget.value_from_datadict(self.data, self.files, nome)
            if nome != "versione" and campo.has_changed(adesso, scritto):
                yield str(self[nome].label), in_parole(campo, adesso)


def in_parole(campo: forms.Field, valore: Any) -> str:
    """A value as one reads it; of persons and places only those that the form may name."""
    if isinstance(campo, forms.BooleanField):
        return "sì" if valore else "no"
    if valore in (None, "", [], ()):
        return NIENTE
    return _scelto(campo, valore) if isinstance(campo, forms.ChoiceField) else _scritto(valore)


def _scelto(campo: forms.ChoiceField, valore: Any) -> str:
    if isinstance(campo, forms.ModelChoiceField):
        qui = campo.queryset.filter(pk=getattr(valore, "pk", valore)).first()
        return campo.label_from_instance(qui) if qui else "un’altra"
    if isinstance(campo, forms.MultipleChoiceField):
        return _molti(campo, valore)
    return str(dict(campo.choices).get(valore, valore))


def _molti(campo: Any, valori: Sequence[Any]) -> str:
    scelti = {str(valore) for valore in valori}
    nomi = [str(nome) for chiave, nome in campo.choices if str(chiave) in scelti]
    fuori = len(scelti) - len(nomi)
    return elenco([*nomi, *([plurale(fuori, "altra", "altre")] if fuori else [])])


def _scritto(valore: Any) -> str:
    if isinstance(valore, list | tuple):
        return "; ".join(map(str, valore))
    if isinstance(valore, date):
        return data_estesa(valore)
    if isinstance(valore, time):
        return f"{valore:%H.%M}"
    if isinstance(valore, Decimal):
        return decimale(valore, 4).rstrip("0").rstrip(",")
    return str(valore)
