"""An act on a row that somebody else may have changed since it was read."""

from typing import Any, Final

from django import forms

from cpia.norme.forms.versione import VersioneField
from selezioni_pon.forms.atti import RILEGGI, RilettoForm

CAMBIATO: Final = "Nel frattempo è cambiato qualcosa: rileggi, poi spunta di nuovo."
MOTIVO_MASSIMO: Final = 600


class AttoForm(RilettoForm):
    """Carries the version that was read; what was typed stays when it is an older one."""

    versione = VersioneField()
    riletto = forms.BooleanField(label="Ho riletto", error_messages={"required": RILEGGI})
    altrui: str | None = None

    @property
    def letta(self) -> int:
        """The version of what was read."""
        versione: int = self.cleaned_data["versione"]
        return versione

    def di_nuovo(self, attuale: Any) -> None:
        """Ask to read again what is kept now."""
        dati = self.data.copy()
        dati.pop("riletto", None)
        dati["versione"] = str(attuale.versione)
        self.data, self.altrui = dati, CAMBIATO
        self.add_error(None, CAMBIATO)


class MotivoField(forms.CharField):
    """Some lines that say why."""

    def __init__(self, etichetta: str, **altro: Any) -> None:
        super().__init__(
            label=etichetta, max_length=MOTIVO_MASSIMO,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={
                "required": "Scrivi perché.",
                "max_length": "Al più %(limit_value)d caratteri: qui sono %(show_value)d.",
            },
            **altro,
        )  # fmt: skip
