"""The application of a teacher, and what the office finds of it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import ConVersione
from selezioni_pon.enums import SpecieTitolo
from selezioni_pon.models import AreaFunzione, DomandaFunzione
from selezioni_pon.services.funzioni import DatiDomanda

RIGHE = 10
SCEGLI_AREA = "Scegli l’area."


class DomandaForm(ConViolazioni):
    """For which area, since when here, with which titles."""

    area = forms.TypedChoiceField(
        label="Area", coerce=int, widget=forms.RadioSelect,
        error_messages={"required": SCEGLI_AREA, "invalid_choice": SCEGLI_AREA},
    )  # fmt: skip
    nell_istituto_dal = Giorno(
        label="In servizio in questo istituto, senza interruzioni, dal",
        manca="Scrivi da quando sei in servizio qui.",
    )
    a_tempo_indeterminato = forms.BooleanField(
        label="Ho un contratto a tempo indeterminato", required=False
    )
    dichiaro = forms.BooleanField(
        label="Quello che ho scritto è vero (D.P.R. 445/2000, artt. 46, 47 e 76)",
        error_messages={"required": "Spunta la casella: senza, la domanda non vale."},
    )

    def __init__(self, *args: Any, aree: Sequence[AreaFunzione], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["area"].choices = [(una.pk, f"Area {una.sigla}: {una.titolo}") for una in aree]
        for n in range(1, RIGHE + 1):
            self.fields[f"specie_{n}"] = forms.ChoiceField(
                label=f"Titolo {n}: genere", required=False,
                choices=[("", "Scegli"), *scelte(SpecieTitolo)],
                error_messages={"invalid_choice": "Scegli dall’elenco."},
            )  # fmt: skip
            self.fields[f"testo_{n}"] = forms.CharField(
                label=f"Titolo {n}: quale, dove, quando", required=False, max_length=300
            )

    @staticmethod
    def attuali(domanda: DomandaFunzione) -> dict[str, Any]:
        """What was declared, to be written again."""
        detti: dict[str, Any] = {
            "area": domanda.area_id,
            "nell_istituto_dal": domanda.nell_istituto_dal,
            "a_tempo_indeterminato": domanda.a_tempo_indeterminato,
        }
        for n, uno in enumerate(domanda.titoli.order_by("numero")[:RIGHE], start=1):
            detti |= {f"specie_{n}": uno.specie, f"testo_{n}": uno.testo}
        return detti

    @property
    def righe(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of the titles, two by two."""
        return [(self[f"specie_{n}"], self[f"testo_{n}"]) for n in range(1, RIGHE + 1)]

    @property
    def scritte(self) -> int:
        """How many rows have something, one free row more: the others are folded."""
        piene = [
            n
            for n, coppia in enumerate(self.righe, start=1)
            if any(campo.value() or campo.errors for campo in coppia)
        ]
        return min(max(piene, default=0) + 2, RIGHE)

    def clean(self) -> dict[str, Any]:
        puliti = super().clean() or {}
        for n in range(1, RIGHE + 1):
            specie, testo = puliti.get(f"specie_{n}"), (puliti.get(f"testo_{n}") or "").strip()
            if specie and not testo:
                self.add_error(f"testo_{n}", "Scrivi quale titolo, o lascia vuota la riga.")
            if testo and not specie:
                self.add_error(f"specie_{n}", "Scegli di che genere è.")
        return puliti

    @property
    def dati(self) -> DatiDomanda:
        """What the service takes."""
        puliti = self.cleaned_data
        titoli = [
            (SpecieTitolo(puliti[f"specie_{n}"]), puliti[f"testo_{n}"])
            for n in range(1, RIGHE + 1)
            if puliti[f"specie_{n}"]
        ]
        return DatiDomanda(
            puliti["area"], puliti["nell_istituto_dal"], puliti["a_tempo_indeterminato"], titoli
        )


class AccertaForm(ConVersione):
    """Tenure and service as the file of the teacher says."""

    AZIONI = ("accerta servizio per una funzione",)

    accertato_dal = Giorno(
        label="In servizio qui dal", manca="Scrivi il giorno che risulta dal fascicolo."
    )
    accertato_ruolo = forms.BooleanField(label="A tempo indeterminato", required=False)

    def attuali(self, riga: DomandaFunzione) -> dict[str, Any]:
        """What counts now: ascertained, else declared."""
        return {"accertato_dal": riga.dal, "accertato_ruolo": riga.di_ruolo}
