"""The frozen words of what the classes print: certificate of competences, sheet of the levels.

A context holds every word of the paper, so that printing it again next year, when names,
teachers or wording have changed, still gives the same paper.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from types import GenericAlias
from typing import Any, Self, get_args, get_origin, get_type_hints

from django.template.loader import render_to_string

FOGLIO_CERTIFICATO = "certificato"
FOGLIO_TABELLONE = "tabellone"


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


@dataclass(frozen=True)
class Studente(Congelato):
    """Who is certified. Born abroad: no province, and `stato_nascita` says where."""

    cognome: str
    nome: str
    sesso: str
    data_nascita: date
    luogo_nascita: str = ""
    provincia_nascita: str = ""
    stato_nascita: str = ""

    @property
    def qualifica(self) -> str:
        return {"M": "lo studente", "F": "la studentessa"}.get(
            self.sesso, "lo studente/la studentessa"
        )

    @property
    def desinenza(self) -> str:
        """The ending of ``nat…`` and ``iscritt…``."""
        return {"M": "o", "F": "a"}.get(self.sesso, "o/a")


@dataclass(frozen=True)
class LivelloRaggiunto(Congelato):
    """A level, of one language where the competence asks for it; or why there is none."""

    codice: str = ""
    nome: str = ""
    lingua: str = ""
    motivo: str = ""


@dataclass(frozen=True)
class RigaCompetenza(Congelato):
    numero: int
    nome: str
    descrittore: str
    livelli: tuple[LivelloRaggiunto, ...]
    nota: str = ""


@dataclass(frozen=True)
class DescrizioneLivello(Congelato):
    codice: str
    nome: str
    testo: str


@dataclass(frozen=True)
class ContestoCertificato(Congelato):
    """Certificate at the end of compulsory education (DM 14/2024, annexed model)."""

    istituto: Intestazione
    anno_scolastico: str
    studente: Studente
    classe: str
    corso: str
    righe: tuple[RigaCompetenza, ...]
    livelli: tuple[DescrizioneLivello, ...]
    riga_libera: str
    luogo: str
    data_scrutinio: date
    firma: Firma
    verifica: Verifica
    altre_competenze: str = ""
    protocollo: str = ""

    @property
    def titolo(self) -> str:
        """Of the file. Many readers show it: it names the student, as the paper does."""
        chi = f"{self.studente.cognome} {self.studente.nome}"
        return f"Certificazione delle competenze – {chi} – a.s. {self.anno_scolastico}"


@dataclass(frozen=True)
class ColonnaTabellone(Congelato):
    nome: str
    lingua: str = ""


@dataclass(frozen=True)
class CellaTabellone(Congelato):
    """Proposed level and mean (``11/4`` is written ``2,75``); `nota` numbers its reason below."""

    codice: str = ""
    media: str = ""
    nota: str = ""


@dataclass(frozen=True)
class RigaTabellone(Congelato):
    numero: int
    studente: str
    celle: tuple[CellaTabellone, ...]


@dataclass(frozen=True)
class NotaTabellone(Congelato):
    numero: str
    testo: str


@dataclass(frozen=True)
class DocenteTabellone(Congelato):
    nome: str
    discipline: str


@dataclass(frozen=True)
class ContestoTabellone(Congelato):
    """Sheet of the levels proposed to a scrutinio, with room for the signatures."""

    istituto: Intestazione
    anno_scolastico: str
    classe: str
    corso: str
    luogo: str
    data_scrutinio: date
    colonne: tuple[ColonnaTabellone, ...]
    righe: tuple[RigaTabellone, ...]
    livelli: tuple[DescrizioneLivello, ...]
    docenti: tuple[DocenteTabellone, ...]
    firma: Firma
    verifica: Verifica
    note: tuple[NotaTabellone, ...] = ()
    protocollo: str = ""

    @property
    def titolo(self) -> str:
        return f"Livelli proposti – classe {self.classe} – a.s. {self.anno_scolastico}"


def html_certificato(contesto: ContestoCertificato) -> str:
    """The page of one certificate, to be printed with `FOGLIO_CERTIFICATO`."""
    return render_to_string("competenze/pdf/certificato.html", {"certificato": contesto})


def html_certificati(contesti: Iterable[ContestoCertificato], *, titolo: str) -> str:
    """All the certificates of a class in one file, each from a new page numbered from 1."""
    return render_to_string(
        "competenze/pdf/certificati.html", {"certificati": contesti, "titolo": titolo}
    )


def html_tabellone(contesto: ContestoTabellone) -> str:
    """The sheet of a class, to be printed with `FOGLIO_TABELLONE`."""
    return render_to_string("competenze/pdf/tabellone.html", {"tabellone": contesto})
