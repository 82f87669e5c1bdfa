"""The plan of a draft as it is typed, unit by unit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni
from patto_formativo.models import UnitaApprendimento, UnitaDelPatto, Versione
from patto_formativo.rules.misure import in_cifre
from patto_formativo.services.patti import RigaUnita

REVISIONE_MASSIMA = 2_000_000_000
ANNI = [(1, "un anno"), (2, "due anni")]
DATI = ("ore", "a_distanza", "fruizione", "prova")


class Ore(forms.DecimalField):
    """Hours with a comma, as they are read: «25,2»; empty is none."""

    def __init__(self, **altro: Any) -> None:
        super().__init__(
            required=False, max_digits=6, decimal_places=2, min_value=0,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            error_messages={
                "invalid": "Scrivi le ore come 25,2.",
                "max_decimal_places": "Le ore hanno al più due decimali.",
                "max_digits": "Le ore sono troppe.",
                "max_whole_digits": "Le ore sono troppe.",
                "min_value": "Le ore non sono meno di zero.",
            },
            **altro,
        )  # fmt: skip

    def to_python(self, value: Any) -> Any:
        scritto = value.strip().replace(",", ".") if isinstance(value, str) else value
        return super().to_python(scritto)


@dataclass(frozen=True)
class RigaDelPiano:
    """A unit of the programme on the screen, with its four fields and what is against it."""

    unita: UnitaApprendimento
    campi: Mapping[str, forms.BoundField]
    restano: Sequence[str]
    contro: Sequence[str] = ()


class PianoForm(ConViolazioni):
    """The plan of a draft: for each unit of the programme its hours, where, its proof."""

    anni = forms.TypedChoiceField(
        label="Durata", choices=ANNI, coerce=int, widget=forms.RadioSelect
    )
    quando = forms.CharField(
        label="Giorni, ore e aula", required=False, max_length=300,
        error_messages={"max_length": "Al più 300 caratteri."},
    )  # fmt: skip
    note = forms.CharField(
        label="Note", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    revisione = forms.IntegerField(
        min_value=0, max_value=REVISIONE_MASSIMA, widget=forms.HiddenInput
    )
    # After a conflict: the revision of the other plan, to be replaced by what is on the screen.
    tieni = forms.IntegerField(
        required=False, min_value=0, max_value=REVISIONE_MASSIMA, widget=forms.HiddenInput
    )

    def __init__(
        self,
        dati: Any = None,
        *,
        versione: Versione,
        programma: Sequence[UnitaApprendimento],
        righe: Sequence[UnitaDelPatto],
    ) -> None:
        super().__init__(dati, initial=iniziali(versione, programma, righe))
        self.programma = programma
        for unita in programma:
            self.fields[f"ore_{unita.pk}"] = Ore(label=f"Ore di «{unita.titolo}»")
            self.fields[f"a_distanza_{unita.pk}"] = Ore(label=f"Ore a distanza di «{unita.titolo}»")
            self.fields[f"fruizione_{unita.pk}"] = forms.CharField(
                label=f"Dove si segue a distanza «{unita.titolo}»", required=False, max_length=160
            )
            self.fields[f"prova_{unita.pk}"] = forms.CharField(
                label=f"Prova di «{unita.titolo}»", required=False, max_length=160
            )

    @property
    def righe(self) -> list[RigaUnita]:
        """What was typed, unit by unit."""
        dati = self.cleaned_data
        return [
            RigaUnita(
                unita.pk,
                dati[f"ore_{unita.pk}"] or Decimal(0),
                dati[f"a_distanza_{unita.pk}"] or Decimal(0),
                dati[f"fruizione_{unita.pk}"],
                dati[f"prova_{unita.pk}"],
            )
            for unita in self.programma
        ]

    @property
    def dati(self) -> dict[str, Any]:
        """What the service takes; the revision is that of the screen, or the one chosen."""
        dati = self.cleaned_data
        return {
            "righe": self.righe,
            "anni": dati["anni"],
            "quando": dati["quando"],
            "note": dati["note"].replace("\r\n", "\n"),
            "revisione": dati["tieni"] or dati["revisione"],
        }

    def campi_di(self, unita: UnitaApprendimento) -> dict[str, forms.BoundField]:
        """The four fields of a unit."""
        return {nome: self[f"{nome}_{unita.pk}"] for nome in DATI}

    def errori(self) -> Iterator[str]:
        """What is wrong in what was typed, with the name of the field."""
        for nome, errori in self.errors.items():
            etichetta = self.fields[nome].label if nome in self.fields else ""
            for errore in errori:
                yield f"{etichetta}: {errore}" if etichetta else str(errore)


def iniziali(
    versione: Versione, programma: Sequence[UnitaApprendimento], righe: Sequence[UnitaDelPatto]
) -> dict[str, Any]:
    """The plan as it is kept, field by field; what is not taken has the words of the programme."""
    scritte = {riga.unita_id: riga for riga in righe}
    valori: dict[str, Any] = {
        "anni": versione.anni, "quando": versione.quando, "note": versione.note,
        "revisione": versione.revisione,
    }  # fmt: skip
    for unita in programma:
        riga = scritte.get(unita.pk)
        valori[f"ore_{unita.pk}"] = in_cifre(Fraction(riga.ore)) if riga else ""
        lontane = riga.a_distanza if riga else 0
        valori[f"a_distanza_{unita.pk}"] = in_cifre(Fraction(lontane)) if lontane else ""
        valori[f"fruizione_{unita.pk}"] = riga.fruizione if riga else unita.fruizione
        valori[f"prova_{unita.pk}"] = riga.prova if riga else unita.prova
    return valori
