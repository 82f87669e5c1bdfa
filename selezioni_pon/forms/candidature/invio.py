"""What is ticked before an application is sent, or filled from an earlier one."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms

from cpia.norme.forms.comuni import ConViolazioni
from cpia.norme.forms.versione import VersioneField
from selezioni_pon.models import Candidatura

RILEGGI: Final = "Rileggi e spunta la casella."
CAMBIATA: Final = (
    "Nel frattempo la domanda è cambiata, forse da un’altra pagina: rileggila, poi spunta di nuovo."
)


class InviaForm(ConViolazioni):
    """The application as it was read."""

    versione = VersioneField()
    riletto = forms.BooleanField(
        label="Ho riletto: quello che dichiaro è vero (D.P.R. 445/2000, artt. 46, 47 e 76)",
        error_messages={"required": RILEGGI},
    )

    def di_nuovo(self, attuale: Candidatura) -> None:
        """Ask again, with nothing ticked: it changed since it was read."""
        dati = self.data.copy()
        dati.pop("riletto", None)
        dati["versione"] = str(attuale.versione)
        self.data = dati
        self.add_error(None, CAMBIATA)


class CopiaForm(ConViolazioni):
    """Which titles of an earlier application are taken."""

    voci = forms.MultipleChoiceField(
        label="Titoli da copiare", required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Scegli fra i titoli di questa domanda."},
    )  # fmt: skip

    def __init__(self, *args: Any, scelte: Sequence[tuple[str, str]], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["voci"].choices = scelte

    @property
    def scelte(self) -> list[str]:
        """The numbers of the items in the earlier grid."""
        return list(self.cleaned_data["voci"])
