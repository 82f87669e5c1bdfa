"""From a line of the register to plain Italian: what was done, from what to what. Pure."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from cpia.scuola.parole import con_maiuscola, data_estesa, elenco, giorno_e_ora, plurale

Nomi = Mapping[str, Mapping[int, str]]

# Beyond so many names in one line, their number says more.
NOMI_IN_FILA = 12
# The field that a lone former value belongs to, when the line does not say it.
PRINCIPALI = ("livello", "motivo")
GIORNO = re.compile(r"\d{4}-\d\d-\d\d")
ISTANTE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Glossario:
    """The words of the register: of the acts, of the fields, of the values of a field.

    A field whose word is empty is of use to the portal only, and is not shown.
    """

    azioni: dict[str, str] = field(default_factory=dict)
    campi: dict[str, str] = field(default_factory=dict)
    valori: dict[str, Mapping[str, str]] = field(default_factory=dict)
    # Fields that hold lists of ids; a number alone in one of them only counts.
    elenchi: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Voce:
    """One field of a line; with ``prima`` it changed from that."""

    campo: str
    valore: str
    prima: str | None = None

    def __str__(self) -> str:
        return f"{self.campo}: {self.valore if self.prima is None else self.passaggio}"

    @property
    def passaggio(self) -> str:
        """``prima → dopo``."""
        return f"{self.prima} → {self.valore}"


def azione_in_parole(azione: str, glossario: Glossario) -> str:
    """``ha registrato l’inserimento``; an act without words is quoted as it is written."""
    return glossario.azioni.get(azione) or f"ha compiuto l’atto «{azione}»"


def leggi_ruoli(testo: str) -> list[tuple[str, int | None]]:
    """The roles of a line: role, and the id of whom it was held in place of.

    >>> leggi_ruoli("coordinatore, docente:45")
    [('coordinatore', None), ('docente', 45)]
    """
    ruoli = []
    for parte in filter(None, testo.split(", ")):
        ruolo, _, persona = parte.partition(":")
        ruoli.append((ruolo, int(persona) if persona.isdecimal() else None))
    return ruoli


def ids_nominati(dati: Mapping[str, Any], campi: Collection[str]) -> dict[str, set[int]]:
    """The ids that a line names, by field, at any depth."""
    trovati: dict[str, set[int]] = {}
    for campo, valore in dati.items():
        if isinstance(valore, Mapping):
            for sotto, ids in ids_nominati(valore, campi).items():
                trovati.setdefault(sotto, set()).update(ids)
        elif campo in campi:
            trovati.setdefault(campo, set()).update(_interi(valore))
    return trovati


def _interi(valore: Any) -> Iterable[int]:
    return [v for v in (valore if isinstance(valore, list) else [valore]) if isinstance(v, int)]


def racconta(dati: Mapping[str, Any], glossario: Glossario, nomi: Nomi) -> tuple[Voce, ...]:
    """What a line says: whom it is about, what changed, then the rest.

    ``nomi`` gives the names of today for the ids of some fields. What has no value is left out.
    """
    return _Racconto(glossario, nomi).di(dati)


@dataclass(frozen=True, slots=True)
class _Racconto:
    glossario: Glossario
    nomi: Nomi

    def di(self, dati: Mapping[str, Any]) -> tuple[Voce, ...]:
        resto = dict(dati)
        cambi = self._cambi(resto)
        voci = {campo: valore for campo, valore in resto.items() if self._dice(campo, valore)}
        chi = [campo for campo in voci if campo in self.nomi]
        altri = sorted(voci.keys() - set(chi), key=self._posto)
        return (
            *(self._voce(campo, voci[campo]) for campo in sorted(chi, key=self._posto)),
            *cambi,
            *(self._voce(campo, voci[campo]) for campo in altri),
        )

    def _dice(self, campo: str, valore: Any) -> bool:
        return valore not in (None, "", [], {}) and bool(self._etichetta(campo))

    def _posto(self, campo: str) -> tuple[int, str]:
        """The order of the glossary: that of the database is by length of the name."""
        ordine = list(self.glossario.campi)
        return (ordine.index(campo) if campo in ordine else len(ordine), campo)

    def _etichetta(self, campo: str) -> str:
        return self.glossario.campi.get(campo, campo.replace("_", " "))

    def _voce(self, campo: str, valore: Any) -> Voce:
        return Voce(self._etichetta(campo), self._scrivi(campo, valore))

    def _cambi(self, resto: dict[str, Any]) -> list[Voce]:
        """The changes of a line, taken out of what is left to tell."""
        if "prima" not in resto:
            return []
        prima, dopo = resto.pop("prima"), resto.pop("dopo", None)
        if isinstance(prima, Mapping) or isinstance(dopo, Mapping):
            return self._confronto(prima or {}, dopo or {})
        campo = next((c for c in PRINCIPALI if c in resto), "valore")
        return [self._cambio(campo, prima, resto.pop(campo, dopo))]

    def _confronto(self, prima: Mapping[str, Any], dopo: Mapping[str, Any]) -> list[Voce]:
        return [
            self._cambio(campo, prima.get(campo), dopo.get(campo))
            for campo in sorted(prima.keys() | dopo.keys(), key=self._posto)
            if prima.get(campo) != dopo.get(campo) and self._etichetta(campo)
        ]

    def _cambio(self, campo: str, prima: Any, dopo: Any) -> Voce:
        return Voce(self._etichetta(campo), self._scrivi(campo, dopo), self._scrivi(campo, prima))

    def _scrivi(self, campo: str, valore: Any) -> str:
        match valore:
            case dict():
                return self._insieme(valore)
            case list():
                return self._fila(campo, valore)
            case bool():
                return "sì" if valore else "no"
            case int() if campo not in self.glossario.elenchi:
                return self._nome(campo, valore)
        return self._testo(campo, "" if valore is None else str(valore))

    def _nome(self, campo: str, valore: Any) -> str:
        return self.nomi.get(campo, {}).get(valore, str(valore))

    def _insieme(self, valore: dict[str, Any]) -> str:
        if valore and all(chiave.isdecimal() for chiave in valore):
            return plurale(len(valore), "voce", "voci")  # ids with what was said of each
        return ", ".join(map(str, self.di(valore))) or "vuoto"

    def _fila(self, campo: str, valori: list[Any]) -> str:
        if len(valori) > NOMI_IN_FILA or any(isinstance(v, Mapping | list) for v in valori):
            return plurale(len(valori), "voce", "voci")
        return elenco(self._nome(campo, valore) for valore in valori) or "nessuno"

    def _testo(self, campo: str, valore: str) -> str:
        if not valore:
            return "vuoto"
        return self.glossario.valori.get(campo, {}).get(valore) or _data(valore) or valore


def _data(testo: str) -> str:
    """A day or an instant as people write it; empty for any other text."""
    try:
        if GIORNO.fullmatch(testo):
            return data_estesa(date.fromisoformat(testo))
        if ISTANTE.match(testo):
            return con_maiuscola(giorno_e_ora(datetime.fromisoformat(testo)))
    except ValueError:
        return ""
    return ""
