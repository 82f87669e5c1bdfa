"""Ballots of paper and the list of an election, as they are typed."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from organi_collegiali.enums import ModoVotazione
from organi_collegiali.models import Proposta
from organi_collegiali.rules.urna.liste import MASSIMO_PREFERENZE
from organi_collegiali.rules.urna.spoglio import Spoglio

Scelte = Iterable[tuple[object, str]]
MODI = [
    (ModoVotazione.URNA.value, "Urna elettronica: ognuno vota dal suo telefono o computer"),
    (ModoVotazione.SCHEDE.value, "Schede di carta: le conta il seggio di tre"),
]


def _cifra(nome: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=nome,
        min_value=0,
        max_value=9999,
        error_messages={
            "required": "Scrivi il numero, anche 0.",
            "invalid": "Scrivi un numero.",
            "min_value": "Non può essere meno di zero.",
        },
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class CartaForm(forms.Form):
    """The figures of the ballot office; a field for each text or person where there are any."""

    votanti = _cifra("Hanno votato in")
    bianche = _cifra("Schede bianche")
    nulle = _cifra("Schede nulle")

    def __init__(self, proposte: Sequence[Proposta], presenti: Scelte, dati: Any = None) -> None:
        super().__init__(dati)
        self.proposte = proposte
        if proposte:
            voci = {f"proposta_{p.pk}": _cifra(p.testo) for p in proposte}
        else:
            voci = {"favorevoli": _cifra("Favorevoli"), "contrari": _cifra("Contrari")}
        scrutatore = {"primo_scrutatore": "Primo scrutatore", "secondo_scrutatore": "Secondo"}
        nomi = [("", "Scegli…"), *presenti]
        self.fields = {
            "votanti": self.fields["votanti"],
            **voci,
            "bianche": self.fields["bianche"],
            "nulle": self.fields["nulle"],
            **{
                nome: forms.TypedChoiceField(
                    label=etichetta, choices=nomi, coerce=int,
                    error_messages={"required": "Scegli lo scrutatore."},
                )
                for nome, etichetta in scrutatore.items()
            },
        }  # fmt: skip

    @property
    def delle_proposte(self) -> list[forms.BoundField]:
        nomi = [f"proposta_{p.pk}" for p in self.proposte] or ["favorevoli", "contrari"]
        return [self[nome] for nome in nomi]

    def spoglio(self) -> Spoglio:
        dati = self.cleaned_data
        return Spoglio(
            dati["votanti"],
            dati.get("favorevoli", 0),
            dati.get("contrari", 0),
            dati["bianche"],
            dati["nulle"],
            {p.pk: dati[f"proposta_{p.pk}"] for p in self.proposte},
        )


class ElezioneForm(forms.Form):
    """The candidates, the seats, how many preferences, how one votes."""

    candidati = forms.TypedMultipleChoiceField(
        label="Candidati",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Segna chi si candida."},
    )
    posti = forms.IntegerField(label="Quanti se ne eleggono", min_value=1, max_value=99)
    preferenze = forms.IntegerField(
        label="Preferenze per scheda", min_value=1, max_value=MASSIMO_PREFERENZE
    )
    dal = forms.DateField(
        label="In carica dal",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    al = forms.DateField(
        label="Fino al",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Vuoto: finché non si rielegge.",
    )
    modo = forms.ChoiceField(label="Come si vota", choices=MODI, widget=forms.RadioSelect)

    def __init__(self, persone: Scelte, *, carica: bool, **altro: Any) -> None:
        super().__init__(**altro)
        self.fields["candidati"].choices = list(persone)
        if carica:
            del self.fields["posti"], self.fields["preferenze"], self.fields["al"]

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        if dati.get("al") and dati.get("dal") and dati["al"] < dati["dal"]:
            self.add_error("al", "Finisce prima di cominciare.")
        return dati
