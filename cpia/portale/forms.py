"""The Simulatore's table: it only carries what was typed, the judgement is that of ``calcola``."""

import json
import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from competenze.enums import Livello, Mezzo, scelte
from competenze.rules.spiegazione import nome
from cpia.portale.calcolo.guasti import Guasto

RIGHE = 6
RIGHE_MASSIME = 200
LUNGHEZZA_JSON = 100_000
CAMPO_DI_RIGA = re.compile(r"^\$\.valutazioni\[(\d+)\]\.(\w+)$")
NON_VUOTO = "Scrivere almeno una valutazione."


class RigaForm(forms.Form):
    """One assessment: the level that a subject gives to a student in a competence."""

    studente = forms.CharField(label="Studente", required=False, max_length=80)
    competenza = forms.CharField(label="Competenza", required=False, max_length=80)
    disciplina = forms.CharField(label="Disciplina", required=False, max_length=80)
    livello = forms.CharField(
        label="Livello",
        required=False,
        widget=forms.Select(
            choices=[("", "–"), *((livello.value, nome(livello)) for livello in Livello)]
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for chiave, campo in self.fields.items():
            classe = "form-select" if chiave == "livello" else "form-control"
            campo.widget.attrs |= {"class": classe, "autocomplete": "off"}

    @property
    def scritta(self) -> dict[str, str]:
        """What was typed, without the empty fields; empty when the row is."""
        return {chiave: valore for chiave, valore in self.cleaned_data.items() if valore}


RigheFormSet = forms.formset_factory(
    RigaForm, extra=RIGHE, max_num=RIGHE_MASSIME, absolute_max=RIGHE_MASSIME, validate_max=True
)


class ParametriForm(forms.Form):
    """The parameters of the mean."""

    mezzo = forms.CharField(
        label="Il mezzo",
        initial=Mezzo.IN_SU.value,
        widget=forms.Select(choices=scelte(Mezzo), attrs={"class": "form-select"}),
    )
    minimo_valutazioni = forms.CharField(
        label="Valutazioni necessarie",
        initial="1",
        max_length=8,
        widget=forms.TextInput(attrs={"class": "form-control corto", "inputmode": "numeric"}),
    )

    @property
    def scritti(self) -> dict[str, object]:
        """The parameters as ``calcola`` wants them; what is no number stays a text."""
        minimo = self.cleaned_data["minimo_valutazioni"]
        intero = re.fullmatch(r"-?[0-9]+", minimo)
        return self.cleaned_data | {"minimo_valutazioni": int(minimo) if intero else minimo}


class RichiestaForm(forms.Form):
    """The same request written in JSON, as ``manage.py calcola`` reads it."""

    richiesta = forms.CharField(
        label="Richiesta in JSON",
        max_length=LUNGHEZZA_JSON,
        strip=False,
        widget=forms.Textarea(
            attrs={"class": "form-control mono", "rows": 10, "spellcheck": "false"}
        ),
    )

    def annota(self, guasti: Sequence[Guasto]) -> None:
        """Put every fault under the text, with its JSON path."""
        for guasto in guasti:
            segna(self, "richiesta", str(guasto))


def segna(form: forms.Form, campo: str, testo: str) -> None:
    """Put an error under a field, and mark the field."""
    form.add_error(campo, testo[:1].upper() + testo[1:])
    form.fields[campo].widget.attrs["class"] += " is-invalid"


def con_altre_righe(dati: QueryDict) -> QueryDict:
    """The same table with more empty rows at its end."""
    dati = dati.copy()
    quante = dati.get("righe-TOTAL_FORMS", "")
    if re.fullmatch(r"[0-9]{1,4}", quante):
        dati["righe-TOTAL_FORMS"] = str(min(int(quante) + RIGHE, RIGHE_MASSIME))
    return dati


class Tabella:
    """Parameters and rows of the table together, and the way back of a fault to its field."""

    def __init__(self, dati: QueryDict | None = None) -> None:
        self.parametri = ParametriForm(dati)
        self.righe = RigheFormSet(dati, prefix="righe")

    def valida(self) -> bool:
        """Whether the fields could be read at all; what they say is judged by ``calcola``."""
        letti = all([self.parametri.is_valid(), self.righe.is_valid()])
        if letti and not self._piene:
            self.parametri.add_error(None, NON_VUOTO)
        return letti and bool(self._piene)

    @property
    def richiesta(self) -> dict[str, object]:
        """The request, with the rows that hold something."""
        return self.parametri.scritti | {"valutazioni": [riga.scritta for riga in self._piene]}

    @property
    def json(self) -> str:
        """The request as it can be pasted elsewhere."""
        return json.dumps(self.richiesta, ensure_ascii=False, indent=1)

    def annota(self, guasti: Sequence[Guasto]) -> None:
        """Put every fault under the field it speaks of."""
        for guasto in guasti:
            self._annota(guasto)

    def _annota(self, guasto: Guasto) -> None:
        di_riga = CAMPO_DI_RIGA.match(guasto.percorso)
        if di_riga:
            segna(self._piene[int(di_riga[1])], di_riga[2], guasto.testo)
        else:
            segna(self.parametri, guasto.percorso.removeprefix("$."), guasto.testo)

    @property
    def _piene(self) -> list[RigaForm]:
        return [riga for riga in self.righe if riga.scritta]
