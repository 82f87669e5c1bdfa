"""What the dirigente ascertains after a call: it did not meet the need, and why."""

from typing import Any, Final

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import Giorno
from selezioni_pon.enums import MotivoImpossibilita
from selezioni_pon.forms.atti import RILEGGI, RilettoForm
from selezioni_pon.services.avvisi import DatiImpossibilita

MOLTE: Final = 9_999
NUMERI: Final = ("domande", "idonei", "coperti")


class QuanteField(forms.IntegerField):
    """How many: none is a number too."""

    def __init__(self, etichetta: str, manca: str, **altro: str) -> None:
        super().__init__(
            label=etichetta, min_value=0, max_value=MOLTE,
            widget=forms.NumberInput(attrs={"class": "corto", "inputmode": "numeric"}),
            error_messages={
                "required": manca, "invalid": "Scrivi un numero intero.",
                "min_value": "Da zero in su.", "max_value": f"Al più {MOLTE}.",
            },
            **altro,
        )  # fmt: skip


class ImpossibilitaForm(RilettoForm):
    """The numbers of the call, the reason, the act."""

    domande = QuanteField("Domande ricevute", "Scrivi quante domande sono arrivate.")
    idonei = QuanteField(
        "Candidati idonei", "Scrivi quanti sono idonei.",
        help_text="A cui si può dare un posto.",
    )  # fmt: skip
    coperti = QuanteField("Posti coperti", "Scrivi quanti posti sono coperti.")
    motivo = forms.ChoiceField(
        label="Perché l’avviso non è bastato",
        choices=[("", "Scegli"), *scelte(MotivoImpossibilita)],
        error_messages={"required": "Scegli il motivo.", "invalid_choice": "Scegli il motivo."},
    )  # fmt: skip
    atto = forms.CharField(
        label="Atto che lo accerta", max_length=200,
        help_text="Per esempio: decreto del dirigente n. 40.",
        error_messages={"required": "Scrivi con quale atto il dirigente lo ha accertato."},
    )  # fmt: skip
    accertata_il = Giorno(label="Del", manca="Scrivi il giorno dell’atto.")
    testo = forms.CharField(
        label="Che cosa si è accertato", max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 4}), help_text="Se serve: senza nomi di persone.",
    )  # fmt: skip
    riletto = forms.BooleanField(
        label="Ho riletto i numeri e l’atto", error_messages={"required": RILEGGI}
    )
    field_order = ("domande", "idonei", "coperti", "motivo", "atto", "accertata_il", "testo")

    def __init__(self, *args: Any, contati: bool = False, **altro: Any) -> None:
        """``contati``: the numbers are those of the portal, and are not asked."""
        super().__init__(*args, **altro)
        for nome in NUMERI if contati else ():
            del self.fields[nome]

    @property
    def dati(self) -> DatiImpossibilita:
        """What the service takes."""
        puliti = {nome: v for nome, v in self.cleaned_data.items() if nome in self.field_order}
        return DatiImpossibilita(**puliti | {"motivo": MotivoImpossibilita(puliti["motivo"])})
