"""A criterion as it is typed, with its indicators."""

from typing import Any

from django import forms

from bonus_merito.enums import Area
from bonus_merito.models import Criterio
from bonus_merito.services.criteri import DatiCriterio, RigaIndicatore
from cpia.norme.forms.versione import ConVersione

TESTO = 600
INDICATORI_MASSIMI = 12
IN_PIU = 2


class CriterioForm(ConVersione):
    """A criterion under its heading, with as many indicators as it has and some more."""

    AZIONI = ("scrive criterio del bonus", "prepara criteri del bonus")

    codice = forms.CharField(
        label="Voce", max_length=3, widget=forms.TextInput(attrs={"class": "corto"}),
        error_messages={"required": "Scrivi il codice della voce."},
    )  # fmt: skip
    titolo = forms.CharField(
        label="Che cosa è la voce", max_length=200,
        help_text="Vale per tutti i criteri della stessa voce.",
        error_messages={"required": "Scrivi che cosa è la voce."},
    )  # fmt: skip
    testo = forms.CharField(
        label="Criterio", max_length=TESTO, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Scrivi il criterio."},
    )  # fmt: skip

    def __init__(self, *args: Any, area: Area, scritti: int = 0, **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["codice"].help_text = f"Per esempio {area.value}1."
        mandati = sum(nome.startswith("indicatore_") for nome in self.data)
        self.quanti = min(max(scritti + IN_PIU, mandati), INDICATORI_MASSIMI)
        for numero in range(1, self.quanti + 1):
            self._aggiungi(numero)

    def _aggiungi(self, numero: int) -> None:
        di = f" ({numero})"
        self.fields[f"indicatore_{numero}"] = forms.CharField(
            label=f"Indicatore{di}", max_length=TESTO, required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )  # fmt: skip
        self.fields[f"soglia_{numero}"] = forms.CharField(
            label=f"Valore di soglia{di}", max_length=200, required=False
        )
        self.fields[f"strumenti_{numero}"] = forms.CharField(
            label=f"Strumenti di rilevazione{di}", max_length=TESTO, required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )  # fmt: skip

    @property
    def righe(self) -> list[tuple[Any, Any, Any]]:
        """The fields of the indicators, three a row."""
        return [
            (self[f"indicatore_{n}"], self[f"soglia_{n}"], self[f"strumenti_{n}"])
            for n in range(1, self.quanti + 1)
        ]

    def attuali(self, riga: Criterio) -> dict[str, Any]:
        detti = {nome: getattr(riga, nome) for nome in ("codice", "titolo", "testo")}
        for numero, una in enumerate(riga.indicatori.all(), start=1):
            detti |= {
                f"indicatore_{numero}": una.testo,
                f"soglia_{numero}": una.soglia,
                f"strumenti_{numero}": una.strumenti,
            }
        return detti

    def clean(self) -> dict[str, Any]:
        puliti = super().clean() or {}
        for numero in range(1, self.quanti + 1):
            altro = puliti.get(f"soglia_{numero}") or puliti.get(f"strumenti_{numero}")
            if altro and not puliti.get(f"indicatore_{numero}"):
                self.add_error(f"indicatore_{numero}", "Scrivi l’indicatore di questa riga.")
        return puliti

    @property
    def dati(self) -> DatiCriterio:
        """What the service takes; rows without an indicator are left out."""
        puliti = self.scritti
        return DatiCriterio(
            codice=puliti["codice"].upper(),
            titolo=puliti["titolo"],
            testo=puliti["testo"],
            indicatori=[
                RigaIndicatore(
                    puliti[f"indicatore_{n}"], puliti[f"soglia_{n}"], puliti[f"strumenti_{n}"]
                )
                for n in range(1, self.quanti + 1)
                if puliti[f"indicatore_{n}"]
            ],
        )
