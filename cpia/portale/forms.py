"""The Simulatore's forms: they only carry what was typed, the judgement is that of ``calcola``."""

import json
import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from cpia.portale.calcolo.guasti import Guasto
from cpia.portale.calcolo.pagina.annidati import annida, campo_di
from cpia.portale.calcolo.pagina.descrizione import Campo, Genere, Gruppo, Modulo, Parte, Varianti

RIGHE = 6
RIGHE_MASSIME = 200
LUNGHEZZA_JSON = 100_000
LUNGHEZZA_CAMPO = 80
INTERO = re.compile(r"-?[0-9]{1,15}")
PERCORSO_DI_RIGA = re.compile(r"^\$\.(\w+)\[(\d+)\](?:\.(\w+))?")
DI_SCELTA = (Genere.SCELTA, Genere.SCELTA_DI_NUMERO)
NUMERICI = (Genere.INTERO, Genere.SCELTA_DI_NUMERO)


class DescrittoForm(forms.Form):
    """The fields of a description, each read back as the JSON of ``calcola`` wants it."""

    descritti: Sequence[Campo] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for campo in self.descritti:
            self.fields[campo.chiave] = _campo(campo)

    @property
    def scritti(self) -> dict[str, object]:
        """What was typed; an empty field is not there, unless its emptiness means something."""
        valori = {campo.chiave: _valore(campo, self.cleaned_data) for campo in self.descritti}
        nulli = {campo.chiave for campo in self.descritti if campo.nullo}
        return {c: v for c, v in valori.items() if v is not None or c in nulli}


def _campo(campo: Campo) -> forms.Field:
    comune = {"label": campo.etichetta, "required": False, "help_text": campo.nota}
    if campo.genere == Genere.SI_NO:
        casella = forms.CheckboxInput(attrs={"class": "form-check-input"})
        return forms.BooleanField(widget=casella, **comune)
    return forms.CharField(
        **comune,
        initial=campo.predefinito,
        max_length=LUNGHEZZA_CAMPO,
        widget=_casella(campo),
    )


def _casella(campo: Campo) -> forms.Widget:
    if campo.genere in DI_SCELTA:
        vuota = [] if campo.predefinito else [("", "–")]
        attributi = {"class": "form-select", "autocomplete": "off"}
        return forms.Select(choices=[*vuota, *campo.scelte], attrs=attributi)
    attributi = {"class": "form-control", "autocomplete": "off"}
    if campo.genere == Genere.INTERO:
        return forms.TextInput(attrs=attributi | {"inputmode": "numeric"})
    if campo.genere == Genere.GIORNO:
        return forms.TextInput(attrs=attributi | {"type": "date"})
    return forms.TextInput(attrs=attributi)


def _valore(campo: Campo, letti: dict[str, Any]) -> object:
    scritto = letti.get(campo.chiave)
    if campo.genere in NUMERICI and scritto and INTERO.fullmatch(scritto):
        return int(scritto)
    return scritto or None


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


def segna(form: forms.Form, campo: str | None, testo: str) -> None:
    """Put an error under a field, and mark the field; without a field, on the form."""
    trovato = campo if campo in form.fields else None
    form.add_error(trovato, testo[:1].upper() + testo[1:])
    if trovato:
        form.fields[trovato].widget.attrs["class"] += " is-invalid"


def con_altre_righe(dati: QueryDict) -> QueryDict:
    """The same table with more empty rows at its end."""
    dati = dati.copy()
    quante = dati.get("righe-TOTAL_FORMS", "")
    if re.fullmatch(r"[0-9]{1,4}", quante):
        dati["righe-TOTAL_FORMS"] = str(min(int(quante) + RIGHE, RIGHE_MASSIME))
    return dati


class Tabella:
    """The form of a kind: its fields, its rows if it has any, the way back of a fault to them."""

    def __init__(self, modulo: Modulo, dati: QueryDict | None = None) -> None:
        self.modulo = modulo
        self.parametri = _descritto(modulo.chiesti)(dati)
        self.righe = _righe(modulo)(dati, prefix="righe") if modulo.righe else None

    def valida(self) -> bool:
        """Whether the fields could be read at all; what they say is judged by ``calcola``."""
        if self.righe is None:
            return self.parametri.is_valid()
        letti = all([self.parametri.is_valid(), self.righe.is_valid()])
        if letti and not self._piene:
            self.parametri.add_error(None, self.modulo.righe.vuota)
        return letti and bool(self._piene)

    @property
    def liberi(self) -> list[forms.BoundField]:
        """The fields that stand on their own."""
        return self._caselle(self.modulo)

    @property
    def gruppi(self) -> list[tuple[Gruppo, list[tuple[Parte, list[forms.BoundField]]]]]:
        """The groups, each with its lines and their fields."""
        return [
            (gruppo, [(parte, self._caselle(parte)) for parte in gruppo.parti])
            for gruppo in self.modulo.gruppi
        ]

    def _caselle(self, di: Modulo | Parte) -> list[forms.BoundField]:
        return [self.parametri[campo.chiave] for campo in di.campi]

    @property
    def richiesta(self) -> dict[str, object]:
        """The request, with the rows that hold something."""
        richiesta = annida(self.modulo, self.parametri.scritti)
        if self.righe is None:
            return richiesta
        return richiesta | {self.modulo.righe.chiave: [riga.scritti for riga in self._piene]}

    @property
    def json(self) -> str:
        """The request as it can be pasted elsewhere."""
        return json.dumps(self.richiesta, ensure_ascii=False, indent=1)

    def annota(self, guasti: Sequence[Guasto]) -> None:
        """Put every fault under the field it speaks of."""
        for guasto in guasti:
            self._annota(guasto)

    def _annota(self, guasto: Guasto) -> None:
        di_riga = PERCORSO_DI_RIGA.match(guasto.percorso)
        if di_riga and self.modulo.righe and di_riga[1] == self.modulo.righe.chiave:
            segna(self._piene[int(di_riga[2])], di_riga[3], guasto.testo)
        else:
            segna(self.parametri, campo_di(self.modulo, guasto.percorso), guasto.testo)

    @property
    def _piene(self) -> list[DescrittoForm]:
        return [riga for riga in self.righe if riga.scritti]


def prima_scelta(varianti: Varianti, scelta: str) -> DescrittoForm:
    """The choice from which the form of a kind follows, with what was chosen."""
    return _descritto([varianti.scelta])(initial={varianti.scelta.chiave: scelta})


def _descritto(campi: Sequence[Campo]) -> type[DescrittoForm]:
    return type("ModuloForm", (DescrittoForm,), {"descritti": tuple(campi)})


def _righe(modulo: Modulo) -> Any:
    return forms.formset_factory(
        _descritto(modulo.righe.campi),
        extra=RIGHE,
        max_num=RIGHE_MASSIME,
        absolute_max=RIGHE_MASSIME,
        validate_max=True,
    )
