"""The frozen words of what the classes print: certificate of competences, sheet of the levels."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.scuola.parole import desinenza

FOGLIO_CERTIFICATO = "certificato"
FOGLIO_TABELLONE = "tabellone"


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
        return desinenza(self.sesso)


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
