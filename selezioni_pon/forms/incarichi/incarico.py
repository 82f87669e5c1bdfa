"""The assignment being written: days, hours, pay, deliberation, permission of the employer."""

from decimal import Decimal
from typing import Any, Final

from django import forms

from cpia.norme.forms.comuni import Giorno
from cpia.norme.forms.versione import ConVersione
from selezioni_pon.enums import StatoAutorizzazione
from selezioni_pon.forms.campi import EuroField, OreField
from selezioni_pon.models import Contratto
from selezioni_pon.services.incarichi import DatiIncarico

COMPENSO_MASSIMO: Final = Decimal("9999999.99")
RISPOSTE: Final = [
    ("", "non ha ancora risposto"),
    (StatoAutorizzazione.DATA.value, "l’ha data"),
    (StatoAutorizzazione.NEGATA.value, "l’ha negata"),
]
DEL_PERMESSO: Final = ("chiesta_il", "risposta", "atto")


class IncaricoForm(ConVersione):
    """``con_permesso``: the employer must permit it, and its request and answer are asked."""

    AZIONI = ("scrive incarico",)

    dal = Giorno(label="Comincia il", manca="Scrivi quando comincia.")
    al = Giorno(label="e finisce il", manca="Scrivi quando finisce.")
    ore = OreField(label="Ore", required=True, error_messages={"required": "Scrivi quante ore."})
    compenso = EuroField(
        label="Compenso lordo per tutte le ore, euro", massimo=COMPENSO_MASSIMO, required=True,
        error_messages={"required": "Scrivi il compenso."},
    )  # fmt: skip
    delibera_il = Giorno(
        label="Delibera del Collegio che attiva il progetto, del", required=False,
        help_text="Senza, l’incarico non si può emettere.",
    )  # fmt: skip
    chiesta_il = Giorno(
        label="Autorizzazione: la richiesta è arrivata all’amministrazione il", required=False
    )
    risposta = forms.ChoiceField(
        label="L’amministrazione", required=False, choices=RISPOSTE,
        error_messages={"invalid_choice": "Scegli una risposta di questo elenco."},
    )  # fmt: skip
    atto = forms.CharField(
        label="Con quale atto", max_length=200, required=False,
        help_text="Per esempio: nota prot. n. 120 del 3 giugno 2024.",
    )  # fmt: skip

    def __init__(self, *args: Any, con_permesso: bool, **altro: Any) -> None:
        super().__init__(*args, **altro)
        if not con_permesso:
            for nome in DEL_PERMESSO:
                del self.fields[nome]

    def attuali(self, riga: Contratto) -> dict[str, Any]:
        """What is kept, by the name of the field."""
        detta = {uno for uno, _ in RISPOSTE}
        return {
            "dal": riga.dal,
            "al": riga.al,
            "ore": riga.ore,
            "compenso": Decimal(riga.compenso) / 100,
            "delibera_il": riga.delibera_il,
            "chiesta_il": riga.autorizzazione_chiesta_il,
            "risposta": riga.autorizzazione if riga.autorizzazione in detta else "",
            "atto": riga.autorizzazione_atto,
        }

    @property
    def dati(self) -> DatiIncarico:
        """What the service takes; the pay in cents."""
        puliti = self.scritti
        risposta = puliti.pop("risposta", "")
        return DatiIncarico(
            **puliti | {"compenso": int(puliti["compenso"] * 100)},
            risposta=StatoAutorizzazione(risposta) if risposta else None,
        )
