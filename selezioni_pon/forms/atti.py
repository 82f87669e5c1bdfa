"""What the acts on a call ask: to have been read again as it is now, a reason."""

from typing import Any, Final

from django import forms

from cpia.norme.forms.comuni import ConViolazioni
from cpia.norme.forms.versione import VersioneField
from selezioni_pon.models import Avviso

RILEGGI: Final = "Rileggi e spunta la casella."
CAMBIATO: Final = "Nel frattempo la bozza è cambiata: rileggila, poi spunta di nuovo."
MOTIVO_MASSIMO: Final = 600


class RilettoForm(ConViolazioni):
    """An act that is read again before it is done."""

    riletto = forms.BooleanField(label="Ho riletto l’avviso", error_messages={"required": RILEGGI})


class PubblicaForm(RilettoForm):
    """The draft as it was read, and the findings of its grid if there are any."""

    versione = VersioneField()
    rilievi_letti = forms.BooleanField(
        label="Ho letto i rilievi del controllo sulla griglia",
        error_messages={"required": "Leggi i rilievi e spunta la casella."},
    )
    field_order = ("rilievi_letti", "riletto")

    def __init__(self, *args: Any, rilievi: int, **altro: Any) -> None:
        super().__init__(*args, **altro)
        if not rilievi:
            del self.fields["rilievi_letti"]

    @property
    def letti(self) -> bool:
        """Whether whoever publishes says to have seen what the check found."""
        return bool(self.cleaned_data.get("rilievi_letti"))

    def di_nuovo(self, attuale: Avviso) -> None:
        """Show the draft as it is now, with nothing ticked: it changed since it was read."""
        dati = self.data.copy()
        for nome in ("riletto", "rilievi_letti"):
            dati.pop(nome, None)
        dati["versione"] = str(attuale.versione)
        self.data = dati
        self.add_error(None, CAMBIATO)


class RevocaForm(RilettoForm):
    """Why a call is taken back."""

    motivo = forms.CharField(
        label="Perché si revoca", max_length=MOTIVO_MASSIMO,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Si legge all’albo: senza nomi di persone.",
        error_messages={
            "required": "Scrivi perché si revoca.",
            "max_length": "Il motivo ha %(show_value)d caratteri: al più sono 600.",
        },
    )  # fmt: skip
    field_order = ("motivo", "riletto")
