"""A lesson with the hours of each member, in one table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from django import forms
from django.db.models import QuerySet

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import decimale
from patto_formativo.models import Membro, UnitaApprendimento
from patto_formativo.rules.lezioni import LezioneDetta, Partecipa, campo, perche_escluso
from patto_formativo.services.frequenza import DatiLezione

MASSIMO: Final = Decimal(12)
ZERO: Final = Decimal(0)


class OreField(forms.DecimalField):
    """Hours as they are written: ``3``, ``2,5``, ``2.5``."""

    widget = forms.TextInput

    def __init__(self, **altro: Any) -> None:
        super().__init__(
            max_digits=4, decimal_places=2, min_value=ZERO, max_value=MASSIMO,
            error_messages={
                "invalid": "Scrivi le ore come 3 o 2,5.", "required": "Scrivi le ore.",
                "min_value": "Le ore non sono meno di zero.",
                "max_value": "Una lezione ha al più 12 ore.",
                "max_digits": "Scrivi le ore come 3 o 2,5.",
                "max_decimal_places": "Bastano due decimali: 2,25.",
                "max_whole_digits": "Una lezione ha al più 12 ore.",
            },
            **altro,
        )  # fmt: skip

    def to_python(self, value: Any) -> Any:
        """A comma is as good as a dot."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        """As one writes it: ``2,5``, without zeros that say nothing."""
        return in_cifre(value) if isinstance(value, Decimal) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A keypad with the comma on phones."""
        return {**super().widget_attrs(widget), "inputmode": "decimal", "autocomplete": "off"}


def in_cifre(ore: Decimal) -> str:
    """``3`` and ``2,5``."""
    return decimale(ore, 2).rstrip("0").rstrip(",")


@dataclass(frozen=True)
class RigaAppello:
    """A member in the table: the hours, why there can be none, what is registered now."""

    membro: Membro
    campo: forms.BoundField
    escluso: Violazione | None
    registrate: Decimal | None

    @property
    def aperta(self) -> bool:
        """Whether hours may be typed."""
        return self.escluso is None

    @property
    def registrate_in_cifre(self) -> str:
        """What is registered, as one writes it."""
        return "" if self.registrate is None else in_cifre(self.registrate)


class LezioneForm(ConViolazioni):
    """A lesson: who is not told otherwise was there for all of it."""

    unita: "forms.ModelChoiceField[UnitaApprendimento]" = forms.ModelChoiceField(
        None, label="Unità di apprendimento", empty_label="Scegli",
        error_messages={"required": "Scegli l’unità.", "invalid_choice": "Scegli l’unità."},
    )  # fmt: skip
    giorno = Giorno(manca="Scrivi il giorno della lezione.")
    dalle = forms.TimeField(
        label="Dalle", required=False, input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Scrivi l’ora come 17:30."},
    )  # fmt: skip
    ore = OreField(label="Ore di lezione")
    a_distanza = forms.BooleanField(
        label="A distanza (le ore contano quando le hai verificate)", required=False
    )
    argomento = forms.CharField(max_length=300, required=False)

    def __init__(
        self, *args: Any, membri: Iterable[Membro], partecipano: Iterable[Partecipa],
        unita: QuerySet[UnitaApprendimento], registrate: Mapping[int, Decimal] | None = None,
        **altro: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **altro)
        self.fields["unita"].queryset = unita
        self.membri, self.registrate = tuple(membri), dict(registrate or {})
        self.detta = self._detta()
        self.esclusi = {
            p.chi: perche_escluso(p, self.detta) if self.detta else None for p in partecipano
        }
        piene = self.detto("ore")
        for membro in self.membri:
            chi = membro.corsista_id
            da_sole = "" if self.esclusi[chi] else piene
            iniziali = self.registrate.get(chi, ZERO) if self.registrate else da_sole
            self.fields[campo(chi)] = OreField(
                label=str(membro.corsista.persona), required=False,
                initial=self.initial.get(campo(chi), iniziali),
            )  # fmt: skip

    def detto(self, nome: str) -> Any:
        """What was typed in a field, or what it begins with."""
        return (
            self.data.get(nome)
            if self.is_bound
            else self.get_initial_for_field(self.fields[nome], nome)
        )

    def _detta(self) -> LezioneDetta | None:
        """The lesson so far, if its unit and its day can be read."""
        try:
            unita = int(str(getattr(self.detto("unita"), "pk", self.detto("unita"))))
            giorno = self.fields["giorno"].to_python(self.detto("giorno"))
            ore = Fraction(self.fields["ore"].to_python(self.detto("ore") or "0"))
        except (ArithmeticError, ValueError, TypeError, forms.ValidationError):
            return None
        scelta = self.fields["unita"].queryset.filter(pk=unita).first()
        radice = scelta.radice if scelta else unita
        return LezioneDetta(radice, giorno, ore) if isinstance(giorno, date) else None

    @property
    def righe(self) -> list[RigaAppello]:
        """The table, by name."""
        return [
            RigaAppello(
                m, self[campo(m.corsista_id)], self.esclusi[m.corsista_id],
                self.registrate.get(m.corsista_id),
            )
            for m in self.membri
        ]  # fmt: skip

    @property
    def dati(self) -> DatiLezione:
        """What was typed, as the act takes it."""
        nomi = ("unita", "giorno", "ore", "dalle", "a_distanza", "argomento")
        return DatiLezione(**{nome: self.cleaned_data[nome] for nome in nomi})

    @property
    def presenze(self) -> dict[int, Decimal]:
        """The hours of each; an empty cell of who could be there is an absence."""
        scritte = {m.corsista_id: self.cleaned_data[campo(m.corsista_id)] for m in self.membri}
        return {
            chi: ore or ZERO
            for chi, ore in scritte.items()
            if ore or not self.esclusi[chi] or chi in self.registrate
        }
