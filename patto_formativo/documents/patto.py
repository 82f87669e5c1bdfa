"""The agreement on paper: its frozen words and the page that they make.

It holds the least elements of D.I. 12 marzo 2015, Linee guida, § 3.2: person, path, competences
recognised, hours of the plan, hours by competence, units with the distance part and the proofs,
duration, signatures, date and number of its registration. Hours are written as they are read.
"""

from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Intestazione, Verifica
from cpia.scuola.parole import desinenza

FOGLIO = "patto"
MODELLO = "patto-formativo-individuale/1"
TIPO = "patto_formativo"


@dataclass(frozen=True)
class PersonaDelPatto(Congelato):
    """Who studies."""

    cognome: str
    nome: str
    sesso: str
    data_nascita: date
    luogo_nascita: str
    codice_fiscale: str
    cittadinanza: str

    @property
    def desinenza(self) -> str:
        """The ending of ``nat…``."""
        return desinenza(self.sesso)


@dataclass(frozen=True)
class RigaCompetenza(Congelato):
    """A competence: hours of the path, recognised, left."""

    codice: str
    testo: str
    previste: str
    riconosciute: str
    restano: str


@dataclass(frozen=True)
class AsseDelPatto(Congelato):
    """An axis with its competences and the sum of its hours."""

    nome: str
    righe: tuple[RigaCompetenza, ...]
    previste: str
    riconosciute: str
    restano: str


@dataclass(frozen=True)
class UnitaSuCarta(Congelato):
    """A unit of the plan."""

    titolo: str
    competenze: str
    ore: str
    a_distanza: str
    fruizione: str
    prova: str


@dataclass(frozen=True)
class Equazione(Congelato):
    """The hours of the plan, and what follows from them."""

    totali: str
    accoglienza: str
    crediti: str
    psp: str
    minimo: str
    distanza_massima: str
    fonte_minimo: str
    fonte_distanza: str
    note: tuple[str, ...]


@dataclass(frozen=True)
class FirmaSuCarta(Congelato):
    """A part that signs, who it is when it is known, and why."""

    parte: str
    nome: str
    perche: str


@dataclass(frozen=True)
class Commissione(Congelato):
    """The section that approved it, in which sitting and by which deliberation."""

    sezione: str
    seduta: str
    delibera: str
    presidente: str


@dataclass(frozen=True)
class Cortesia(Congelato):
    """The plain words beside the agreement, in the language of who studies; never signed."""

    lingua: str
    nome: str
    direzione: str
    titolo: str
    frasi: tuple[str, ...]
    nota: str


@dataclass(frozen=True)
class ContestoPatto(Congelato):
    """An agreement as it is printed."""

    istituto: Intestazione
    registrazione: str
    luogo_e_data: str
    numero: int
    motivo: str
    persona: PersonaDelPatto
    percorso: str
    sede: str
    tutor: str
    anni: tuple[str, ...]
    assi: tuple[AsseDelPatto, ...]
    equazione: Equazione
    unita: tuple[UnitaSuCarta, ...]
    in_presenza: str
    a_distanza: str
    quando: str
    note: str
    altro_istituto: str
    commissione: Commissione
    firme: tuple[FirmaSuCarta, ...]
    cortesia: Cortesia
    verifica: Verifica
    certificato: str = ""

    @property
    def titolo(self) -> str:
        """Of the file: it names the person, as the paper does."""
        return f"Patto formativo individuale – {self.persona.cognome} {self.persona.nome}"

    @property
    def con_crediti(self) -> bool:
        """Whether anything is recognised."""
        return self.equazione.crediti != "0"


def html_patto(contesto: ContestoPatto) -> str:
    """The page of an agreement, to be printed with ``FOGLIO``."""
    return render_to_string("patto/pdf/patto.html", {"patto": contesto})
