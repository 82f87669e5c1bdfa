"""Putting right what was typed in an application; its papers are another matter."""

from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField

from cpia.norme.forms.versione import ConVersione
from patto_formativo.forms.iscrizioni import DomandaForm
from patto_formativo.forms.iscrizioni_campi import FILE, facoltativo
from patto_formativo.forms.iscrizioni_ufficio import MOTIVO_MASSIMO
from patto_formativo.models import DomandaIscrizione
from patto_formativo.rules.iscrizione import Studi

# Of the papers the office says on the page of the application; the key is of the form first sent.
NON_QUI: Final = (*FILE, "soggiorno", "soggiorno_scade", "chiave")
UGUALI: Final = (
    "cognome", "nome", "sesso", "data_nascita", "luogo_nascita", "provincia_nascita",
    "codice_fiscale", "cittadinanza", "stato_cittadinanza", "lingua", "telefono", "email", "anni",
    "chiede_crediti", "adulto_cognome", "adulto_nome", "adulto_legame", "comunita",
    "nota_riservata",
)  # fmt: skip


class CorreggiForm(DomandaForm, ConVersione):
    """The fields of the form of the desk, as they are now, and why they change."""

    AZIONI = ("corregge domanda di iscrizione",)

    nota_riservata = facoltativo(
        "Nota per l’ufficio e il tutor", 300, "La leggono solo la segreteria e il dirigente."
    )
    motivo = forms.CharField(
        label="Perché si corregge", max_length=MOTIVO_MASSIMO,
        help_text="Resta nel registro: scrivi come lo si è saputo, senza nomi.",
        error_messages={
            "required": "Scrivi perché si corregge.",
            "max_length": f"Al più {MOTIVO_MASSIMO} caratteri.",
        },
    )  # fmt: skip

    def __init__(self, *args: Any, **altro: Any) -> None:
        super().__init__(*args, **altro)
        for nome in NON_QUI:
            del self.fields[nome]

    def attuali(self, riga: DomandaIscrizione) -> dict[str, Any]:
        """What the application says; reason and confirmation are of who types them."""
        studi, quale = _studi(riga.titolo_accesso)
        return {nome: getattr(riga, nome) for nome in UGUALI} | {
            "offerta": riga.offerta_id, "studi": studi, "titolo_accesso": quale,
            "versione": riga.versione, "motivo": self.data.get("motivo", ""),
            "codice_confermato": bool(self.data.get("codice_confermato")),
        }  # fmt: skip

    @property
    def passi(self) -> list[tuple[str, str, list[BoundField]]]:
        """The steps that have something to be corrected."""
        return [passo for passo in super().passi if passo[2]]


def _studi(scritto: str) -> tuple[str, str]:
    """The title as it was chosen and as it was told: the two are kept in one sentence."""
    for studi in Studi:
        if scritto == studi.etichetta:
            return studi.value, ""
        if scritto.startswith(f"{studi.etichetta}: "):
            return studi.value, scritto.removeprefix(f"{studi.etichetta}: ")
    return "", scritto
