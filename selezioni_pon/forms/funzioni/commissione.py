"""The Commission: who is named, who declares, who is absent, what is decided of the titles."""

from collections.abc import Sequence
from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.models import Persona
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.forms.atti import RILEGGI
from selezioni_pon.forms.campi import TestoLungo
from selezioni_pon.forms.commissione.nomina import NESSUNO, SCEGLI, AttoField, PersonaField
from selezioni_pon.models import CommissarioFunzioni, DomandaFunzione, TitoloFunzione
from selezioni_pon.rules.funzioni_strumentali.esame import DecisioneTitolo
from selezioni_pon.services.funzioni import DatiCommissione

ATTO = "Se c’è un atto da citare. Per esempio: decreto del dirigente n. 42 del 7 giugno 2024."
LIBERO, CONFLITTO = "libero", "conflitto"


class CommissioneForm(ConViolazioni):
    """So many members and so many substitutes, as the rules say."""

    atto = AttoField(ATTO, serve=False)
    riletto = forms.BooleanField(label="Ho riletto i nomi", error_messages={"required": RILEGGI})

    def __init__(
        self, *args: Any, persone: Sequence[Persona], membri: int, supplenti: int, **altro: Any
    ) -> None:
        super().__init__(*args, **altro)
        nomi = [(str(una.pk), una.nome_e_cognome) for una in persone]
        for n in range(1, membri + 1):
            self.fields[f"effettivo_{n}"] = PersonaField(f"Componente {n}", [*SCEGLI, *nomi])
        for n in range(1, supplenti + 1):
            self.fields[f"supplente_{n}"] = PersonaField(f"Supplente {n}", [*SCEGLI, *nomi])
        self.order_fields([*(n for n in self.fields if "_" in n), "atto", "riletto"])

    @property
    def effettivi(self) -> list[forms.BoundField]:
        """The fields of the members."""
        return [self[nome] for nome in self.fields if nome.startswith("effettivo_")]

    @property
    def supplenti(self) -> list[forms.BoundField]:
        """The fields of the substitutes."""
        return [self[nome] for nome in self.fields if nome.startswith("supplente_")]

    @property
    def dati(self) -> DatiCommissione:
        """What the service takes."""
        return DatiCommissione(
            self._scelti("effettivo_"), self._scelti("supplente_"), self.cleaned_data["atto"]
        )

    def _scelti(self, inizio: str) -> tuple[int, ...]:
        return tuple(v for nome, v in self.cleaned_data.items() if nome.startswith(inizio))


class DichiaraForm(ConViolazioni):
    """Whether who sits has a conflict of interest with who has applied."""

    esito = forms.ChoiceField(
        label="Dichiaro che", widget=forms.RadioSelect,
        choices=[
            (LIBERO, "non ho conflitti di interessi con nessuno di loro"),
            (CONFLITTO, "ho un conflitto di interessi: al mio posto siede un supplente"),
        ],
        error_messages={"required": "Scegli una delle due.", "invalid_choice": "Scegli."},
    )  # fmt: skip
    riletto = forms.BooleanField(
        label="Ho letto tutti i nomi", error_messages={"required": RILEGGI}
    )

    @property
    def in_conflitto(self) -> bool:
        """What was declared."""
        return bool(self.cleaned_data["esito"] == CONFLITTO)


class AssenzaForm(ConViolazioni):
    """Who is absent and why; without a reason is there again."""

    chi = PersonaField("Componente", NESSUNO)
    motivo = forms.CharField(
        label="Perché è assente", max_length=300, required=False,
        help_text="Vuoto: è di nuovo presente.",
    )  # fmt: skip

    def __init__(self, *args: Any, commissari: Sequence[CommissarioFunzioni], **altro: Any) -> None:
        super().__init__(*args, **altro)
        nomi = [
            (
                str(uno.pk),
                f"{uno.persona.nome_e_cognome}{', assente' if uno.assente_perche else ''}",
            )
            for uno in commissari
        ]
        self.fields["chi"] = PersonaField("Componente", [*SCEGLI, *nomi])
        self.order_fields(["chi", "motivo"])


class EsameForm(ConVersione):
    """What is decided of each title, and whether the teacher is fit."""

    AZIONI = ("esamina domanda per una funzione",)

    idoneo = forms.TypedChoiceField(
        label="La Commissione lo giudica", widget=forms.RadioSelect,
        choices=[("si", "idoneo"), ("no", "non idoneo")], coerce=lambda v: v == "si",
        error_messages={"required": "Scegli.", "invalid_choice": "Scegli."},
    )  # fmt: skip
    motivo = TestoLungo(label="Perché", max_length=600, righe=2, help_text="Serve se non è idoneo.")

    def __init__(self, *args: Any, titoli: Sequence[TitoloFunzione], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.titoli = titoli
        for uno in titoli:
            self.fields[f"esito_{uno.numero}"] = forms.ChoiceField(
                label=f"Titolo {uno.numero}", required=False, widget=forms.RadioSelect,
                choices=[
                    (EsitoTitolo.ACCETTATO.value, "attinente: conta"),
                    (EsitoTitolo.RIFIUTATO.value, "non conta"),
                ],
                error_messages={"invalid_choice": "Scegli."},
            )  # fmt: skip
            self.fields[f"motivo_{uno.numero}"] = forms.CharField(
                label="Perché non conta", max_length=400, required=False
            )

    def attuali(self, riga: DomandaFunzione) -> dict[str, Any]:
        """What is decided now."""
        idoneo = {None: "", True: "si", False: "no"}[riga.idoneo]
        detti: dict[str, Any] = {"idoneo": idoneo, "motivo": riga.motivo}
        for uno in riga.titoli.order_by("numero"):
            detti |= {f"esito_{uno.numero}": uno.esito, f"motivo_{uno.numero}": uno.motivo}
        return detti

    @property
    def righe(self) -> list[tuple[TitoloFunzione, forms.BoundField, forms.BoundField]]:
        """Each title with its two fields."""
        return [
            (uno, self[f"esito_{uno.numero}"], self[f"motivo_{uno.numero}"]) for uno in self.titoli
        ]

    @property
    def decisioni(self) -> list[DecisioneTitolo]:
        """What the service takes."""
        puliti = self.cleaned_data
        return [
            DecisioneTitolo(
                uno.numero, EsitoTitolo(esito) if esito else None, puliti[f"motivo_{uno.numero}"]
            )
            for uno in self.titoli
            for esito in (puliti[f"esito_{uno.numero}"],)
        ]


class ChiudiEsameForm(ConViolazioni):
    """The minutes of the examination."""

    verbale = forms.CharField(
        label="Verbale", max_length=200, help_text="Per esempio: verbale n. 1 dell’8 ottobre 2024.",
        error_messages={"required": "Scrivi quale verbale riporta l’esame."},
    )  # fmt: skip
    riletto = forms.BooleanField(label="Ho riletto gli esiti", error_messages={"required": RILEGGI})
