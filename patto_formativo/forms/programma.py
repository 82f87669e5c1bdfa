"""The programme of a path as it is typed: hours by competence, learning units."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import ConViolazioni
from cpia.norme.forms.versione import ConVersione
from patto_formativo.enums import Livello, Percorso
from patto_formativo.models import QuadroOrario
from patto_formativo.services.iscrizioni import DatiQuadro, DatiUnita

ORE_MASSIME = Decimal(999)


def _ore(etichetta: str, **altro: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=etichetta, min_value=0, max_value=ORE_MASSIME, max_digits=5, decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "corto", "step": "0.01", "inputmode": "decimal"}),
        error_messages={
            "required": "Scrivi le ore.",
            "invalid": "Scrivi un numero di ore, come 25,2.",
            "min_value": "Le ore non vanno sotto zero.",
            "max_value": "Al più 999 ore.",
            "max_digits": "Al più 999 ore, con due decimali.",
            "max_decimal_places": "Al più due decimali.",
            "max_whole_digits": "Al più 999 ore.",
        },
        localize=False, **altro,
    )  # fmt: skip


class QualeQuadroForm(ConViolazioni):
    """Of which path, and of which level, a table of hours is."""

    percorso = forms.ChoiceField(label="Percorso", choices=scelte(Percorso))
    livello = forms.ChoiceField(
        label="Livello", required=False, choices=[("", "Nessuno"), *scelte(Livello)],
        help_text="L’alfabetizzazione ha un quadro per livello.",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        a_livelli = dati.get("percorso") == Percorso.ALFABETIZZAZIONE
        if dati.get("percorso") and a_livelli != bool(dati.get("livello")):
            testo = "Scegli A1 o A2." if a_livelli else "Il livello è solo dell’alfabetizzazione."
            self.add_error("livello", testo)
        return dati


class OreForm(ConVersione):
    """The hours of each competence of a path."""

    AZIONI = ("scrive quadro orario",)

    estremi = forms.CharField(
        label="Atto che le fissa", max_length=200, required=False,
        help_text="Per esempio: delibera n. 12 del Collegio dei docenti, 11 settembre 2023.",
    )  # fmt: skip

    def __init__(self, *args: Any, competenze: Sequence[tuple[str, str]], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.codici = [codice for codice, _ in competenze]
        for codice, testo in competenze:
            self.fields[codice] = _ore(codice, help_text=testo)

    def attuali(self, riga: QuadroOrario) -> dict[str, Any]:
        """The hours of a path as they are."""
        ore = {codice: Decimal(quante) for codice, quante in riga.ore.items()}
        return {"versione": riga.versione, "estremi": riga.estremi, **ore}

    def dati(self, percorso: str, livello: str) -> DatiQuadro:
        """What the service takes: hours as decimals without useless zeros."""
        puliti = self.cleaned_data
        ore = {codice: _scritte(puliti[codice]) for codice in self.codici}
        return DatiQuadro(percorso, ore, livello, puliti["estremi"])


def _scritte(ore: Decimal) -> str:
    testo = f"{ore:f}"
    return testo.rstrip("0").rstrip(".") if "." in testo else testo


class UnitaForm(ConVersione):
    """A learning unit: competences, hours, those at a distance and where, its proof."""

    AZIONI = ("scrive unità di apprendimento",)

    ordine = forms.IntegerField(
        label="Posto nel programma", min_value=1, max_value=999,
        widget=forms.NumberInput(attrs={"class": "corto"}),
        error_messages={"required": "Scrivi il posto: 1, 2, 3…"},
    )  # fmt: skip
    titolo = forms.CharField(
        label="Titolo", max_length=160, error_messages={"required": "Scrivi il titolo."}
    )
    competenze = forms.MultipleChoiceField(
        label="Competenze", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Scegli almeno una competenza."},
    )  # fmt: skip
    ore = _ore("Ore")
    a_distanza = _ore("Di cui a distanza", initial=0)
    fruizione = forms.CharField(
        label="Dove si seguono quelle a distanza", max_length=160, required=False
    )
    prova = forms.CharField(
        label="Prova che la certifica", max_length=160,
        error_messages={"required": "Scrivi quale prova certifica le competenze."},
    )  # fmt: skip

    def __init__(self, *args: Any, quadro: QuadroOrario, **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["competenze"].choices = [(codice, codice) for codice in quadro.ore]

    @property
    def dati(self) -> DatiUnita:
        """What the service takes."""
        puliti = self.scritti
        return DatiUnita(competenze=tuple(puliti.pop("competenze")), **puliti)
