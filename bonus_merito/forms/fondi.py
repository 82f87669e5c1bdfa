"""The money of a year as it is typed."""

from typing import Any

from django import forms

from bonus_merito.enums import FonteRisorse, Lordo
from bonus_merito.forms.campi import EuroField
from bonus_merito.models import Fondo
from bonus_merito.services.fondi import SCRITTI, DatiFondo
from cpia.norme.enums import scelte
from cpia.norme.forms.versione import ConVersione


class FondoForm(ConVersione):
    """How much, who says how it is used, which part is of the teachers, gross of what."""

    AZIONI = ("scrive fondo del bonus",)

    importo = EuroField("Scrivi l’importo del fondo.", label="Fondo, euro")
    comunicato_con = forms.CharField(
        label="Nota che lo comunica", max_length=200, required=False,
        help_text="Per esempio: nota MIM prot. n. 12345 del 30 settembre 2023.",
    )  # fmt: skip
    lordo = forms.ChoiceField(label="Gli importi sono al", choices=scelte(Lordo))
    fonte = forms.ChoiceField(label="Chi dice come si usa", choices=scelte(FonteRisorse))
    contratto = forms.CharField(
        label="Contratto integrativo d’istituto", max_length=200, required=False,
        help_text="Serve se lo dice il contratto: titolo e giorno della firma.",
    )  # fmt: skip
    articolo = forms.CharField(
        label="Articolo del contratto", max_length=60, required=False,
        widget=forms.TextInput(attrs={"class": "corto"}),
    )  # fmt: skip
    quota_docenti = EuroField(
        "Scrivi la parte dei docenti.",
        label="Parte dei docenti, euro",
        help_text="Il resto è del personale ATA.",
    )

    def attuali(self, riga: Fondo) -> dict[str, Any]:
        return {nome: getattr(riga, nome) for nome in SCRITTI}

    @property
    def dati(self) -> DatiFondo:
        """What the service takes."""
        puliti = self.scritti
        return DatiFondo(
            **puliti | {"fonte": FonteRisorse(puliti["fonte"]), "lordo": Lordo(puliti["lordo"])}
        )
