"""The school's paper: the frozen words that every printed act has in common.

A context holds every word of the paper, so that printing it again next year, when names or
wording have changed, still gives the same paper.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from types import GenericAlias
from typing import Any, Self, get_args, get_origin, get_type_hints

from django.conf import settings
from django.urls import reverse

from cpia.norme.queries import parametro
from cpia.scuola.models import Istituto, Persona, Sede


class Congelato:
    """To a plain dictionary that JSON can write, and back: ``from_dict(as_dict()) == self``."""

    def as_dict(self) -> dict[str, Any]:
        return _in_json(asdict(self))  # type: ignore[call-overload]

    @classmethod
    def from_dict(cls, dati: Mapping[str, Any]) -> Self:
        """Raises TypeError for a field that is missing or that this class does not have."""
        tipi = _tipi(cls)
        ignoti = dati.keys() - tipi.keys()
        if ignoti:
            raise TypeError(f"campi ignoti: {', '.join(sorted(ignoti))}")
        return cls(**{nome: _da_json(tipi[nome], valore) for nome, valore in dati.items()})


def _tipi(classe: type) -> dict[str, Any]:
    tipi = get_type_hints(classe)
    return {campo.name: tipi[campo.name] for campo in fields(classe)}


def _in_json(valore: Any) -> Any:
    match valore:
        case dict():
            return {chiave: _in_json(contenuto) for chiave, contenuto in valore.items()}
        case list() | tuple():
            return [_in_json(contenuto) for contenuto in valore]
        case date():
            return valore.isoformat()
        case _:
            return valore


def _da_json(tipo: Any, valore: Any) -> Any:
    if isinstance(tipo, GenericAlias) and get_origin(tipo) is tuple:
        return tuple(_da_json(get_args(tipo)[0], contenuto) for contenuto in valore)
    if tipo is date:
        return date.fromisoformat(valore)
    if isinstance(tipo, type) and issubclass(tipo, Congelato):
        return tipo.from_dict(valore)
    return valore


@dataclass(frozen=True)
class Intestazione(Congelato):
    """The letterhead. `con_logo` asks the print for the image ``immagine:logo``."""

    nome: str
    indirizzo: str
    codice_meccanografico: str = ""
    codice_fiscale: str = ""
    telefono: str = ""
    email: str = ""
    pec: str = ""
    plesso: str = ""
    ministero: str = "Ministero dell’istruzione e del merito"
    con_logo: bool = False


@dataclass(frozen=True)
class Firma(Congelato):
    """Who signs; `sesso` is ``M`` or ``F``. Printed signature: D.Lgs. 39/1993, art. 3 c. 2."""

    nome: str
    sesso: str
    a_mezzo_stampa: bool = True

    @property
    def qualifica(self) -> str:
        return "La Dirigente scolastica" if self.sesso == "F" else "Il Dirigente scolastico"


@dataclass(frozen=True)
class Verifica(Congelato):
    """The code printed at the foot, and the public page where it is looked up."""

    codice: str
    indirizzo: str


def intestazione(istituto: Istituto, sede: Sede | None = None) -> Intestazione:
    """The letterhead of an institute, or of one of its sites."""
    return Intestazione(
        nome=istituto.denominazione,
        indirizzo=_indirizzo(istituto),
        codice_meccanografico=istituto.codice_meccanografico or "",
        codice_fiscale=istituto.codice_fiscale,
        telefono=istituto.telefono,
        email=istituto.email,
        pec=istituto.pec,
        plesso=" ".join(filter(None, [sede.nome, sede.codice_meccanografico])) if sede else "",
    )


def _indirizzo(istituto: Istituto) -> str:
    comune = f"{istituto.comune} ({istituto.provincia})"
    localita = " ".join(filter(None, [istituto.cap, comune]))
    return " – ".join(filter(None, [istituto.indirizzo, localita]))


def firma(firmatario: Persona, giorno: date) -> Firma:
    """The signature of who directs the institute, as its regulation has it on that day."""
    a_mezzo_stampa = parametro(firmatario.istituto_id, "atti.firma_a_mezzo_stampa", giorno)
    return Firma(firmatario.nome_e_cognome, firmatario.sesso, a_mezzo_stampa.come(bool))


def verifica(istituto: Istituto, codice: str) -> Verifica:
    """The code of a paper and the full address where anybody may look it up."""
    percorso = reverse("verifica_codice", args=[istituto.slug, codice])
    return Verifica(codice, f"{settings.PORTALE_URL}{percorso}")
