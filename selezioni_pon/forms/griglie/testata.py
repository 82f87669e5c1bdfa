"""How a grid begins, what it says besides its sections, and the copy of one."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import ConViolazioni
from selezioni_pon.enums import FasciaContesa
from selezioni_pon.forms.griglie.campi import RigheField, paragrafo, una_riga
from selezioni_pon.forms.griglie.pezzo import PezzoForm, pieni
from selezioni_pon.models import Griglia
from selezioni_pon.rules.griglia import modifica

TITOLO, FONTE = 200, 400
SENZA_TITOLO = "Scrivi come si chiama la griglia."
SENZA_FONTE = "Scrivi da quale atto viene la griglia."
DA_QUALE_ATTO = "Per esempio: Consiglio d’istituto 26 aprile 2018, delibera n. 81."


class GrigliaNuovaForm(ConViolazioni):
    """Title, act, and from which grid one starts."""

    titolo = una_riga("Titolo", TITOLO, SENZA_TITOLO)
    fonte = paragrafo(
        "Da quale atto viene", FONTE, SENZA_FONTE, righe=2, help_text=DA_QUALE_ATTO
    )  # fmt: skip
    da = forms.ChoiceField(
        label="Da quale griglia si parte",
        required=False,
        help_text="Si copiano sezioni e voci: poi si cambia quello che serve.",
        error_messages={"invalid_choice": "Scegli da quale griglia si parte."},
    )

    def __init__(
        self, dati: Any = None, *, partenze: Sequence[tuple[str, str]], da: str = ""
    ) -> None:
        super().__init__(dati, initial={"da": da})
        self.fields["da"].choices = [("", "da nessuna: si scrive da capo"), *partenze]


class CopiaForm(ConViolazioni):
    """Title and act of a grid that begins as another one."""

    titolo = una_riga("Titolo della copia", TITOLO, SENZA_TITOLO)
    fonte = paragrafo(
        "Da quale atto viene", FONTE, SENZA_FONTE, righe=2, help_text=DA_QUALE_ATTO
    )  # fmt: skip


class TestataForm(PezzoForm):
    """Title, act, notes, and which bracket counts where two hold a mark."""

    titolo = una_riga("Titolo", TITOLO, SENZA_TITOLO)
    fonte = paragrafo(
        "Da quale atto viene", FONTE, SENZA_FONTE, righe=2, help_text=DA_QUALE_ATTO
    )  # fmt: skip
    contesa = forms.ChoiceField(
        label="Se due fasce tengono lo stesso voto, vale",
        choices=scelte(FasciaContesa),
        error_messages={"required": "Scegli quale fascia vale."},
    )
    avvertenze = RigheField(
        label="Avvertenze",
        help_text="Che cosa deve sapere chi legge la griglia. Una per riga.",
    )

    def attuali(self, riga: Griglia) -> dict[str, Any]:
        return {"contesa": FasciaContesa.PIU_FAVOREVOLE.value} | modifica.testata(riga.dati)

    @property
    def pezzo(self) -> dict[str, Any]:
        return pieni(self.scritti)

    def cambiata(self) -> Mapping[str, Any]:
        return modifica.con_testata(self.dati, self.pezzo)
