"""Preconditions, diffusion and regulation of the criteria, as they are typed."""

from typing import Any

from django import forms

from bonus_merito.forms.campi import RigheField, TestoLungo
from bonus_merito.models import Criteri
from bonus_merito.services.criteri import DatiArticolo, DatiRegolamento
from cpia.norme.forms.versione import ConVersione

ARTICOLI_MASSIMI = 40
NUMERO_MASSIMO = 99
IN_PIU = 2


class RegolamentoForm(ConVersione):
    """The texts around the criteria, with as many articles as there are and some more."""

    AZIONI = ("scrive regolamento dei criteri", "prepara criteri del bonus")

    precondizioni = RigheField(
        label="Precondizioni per il riconoscimento del merito", help_text="Una per riga."
    )
    diffusione = TestoLungo(label="Modalità di diffusione degli esiti", righe=3)
    premessa = TestoLungo(label="Premessa del regolamento", righe=6)
    principi = TestoLungo(label="I principi ispiratori", righe=6)

    def __init__(self, *args: Any, scritti: int = 0, **altro: Any) -> None:
        super().__init__(*args, **altro)
        mandati = sum(nome.startswith("testo_") for nome in self.data)
        self.quanti = min(max(scritti + IN_PIU, mandati), ARTICOLI_MASSIMI)
        for numero in range(1, self.quanti + 1):
            self._aggiungi(numero)

    def _aggiungi(self, numero: int) -> None:
        di = f" ({numero}ª riga)"
        self.fields[f"numero_{numero}"] = forms.IntegerField(
            label=f"Articolo{di}", required=False, min_value=1, max_value=NUMERO_MASSIMO,
            widget=forms.NumberInput(attrs={"class": "corto"}),
            error_messages={
                "invalid": "Scrivi il numero dell’articolo con cifre.",
                "min_value": "Gli articoli si contano da 1.",
                "max_value": f"Gli articoli arrivano al più a {NUMERO_MASSIMO}.",
            },
        )  # fmt: skip
        self.fields[f"titolo_{numero}"] = forms.CharField(
            label=f"Titolo{di}", max_length=200, required=False
        )
        self.fields[f"testo_{numero}"] = TestoLungo(label=f"Testo{di}", righe=3)

    @property
    def righe(self) -> list[tuple[Any, Any, Any]]:
        """The fields of the articles, three a row."""
        return [
            (self[f"numero_{n}"], self[f"titolo_{n}"], self[f"testo_{n}"])
            for n in range(1, self.quanti + 1)
        ]

    @property
    def sopra(self) -> list[Any]:
        """The fields before the articles."""
        nomi = ("precondizioni", "diffusione", "premessa", "principi")
        return [self[nome] for nome in nomi]

    def attuali(self, riga: Criteri) -> dict[str, Any]:
        nomi = ("precondizioni", "diffusione", "premessa", "principi")
        detti = {nome: getattr(riga, nome) for nome in nomi}
        for n, articolo in enumerate(riga.articoli, start=1):
            detti |= {f"{nome}_{n}": articolo[nome] for nome in ("numero", "titolo", "testo")}
        return detti

    def clean(self) -> dict[str, Any]:
        puliti = super().clean() or {}
        for n in range(1, self.quanti + 1):
            testo, numero = puliti.get(f"testo_{n}"), puliti.get(f"numero_{n}")
            if testo and numero is None and f"numero_{n}" not in self.errors:
                self.add_error(f"numero_{n}", "Scrivi il numero di questo articolo.")
            if puliti.get(f"titolo_{n}") and not testo and f"testo_{n}" not in self.errors:
                self.add_error(f"testo_{n}", "Scrivi il testo di questo articolo.")
        return puliti

    @property
    def dati(self) -> DatiRegolamento:
        """What the service takes; rows without a text are left out."""
        puliti = self.scritti
        return DatiRegolamento(
            precondizioni=puliti["precondizioni"],
            diffusione=puliti["diffusione"],
            premessa=puliti["premessa"],
            principi=puliti["principi"],
            articoli=[
                DatiArticolo(puliti[f"numero_{n}"], puliti[f"titolo_{n}"], puliti[f"testo_{n}"])
                for n in range(1, self.quanti + 1)
                if puliti[f"testo_{n}"]
            ],
        )
