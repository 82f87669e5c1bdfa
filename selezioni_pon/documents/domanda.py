"""The frozen words of an application, to be signed before it is sent, and the page they make.

Source: IC Porto Venere, Regolamento incarichi, arts. 3-4; D.P.R. 445/2000, arts. 38, 46, 47, 75
and 76; D.Lgs. 82/2005, art. 65 c. 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.template.loader import render_to_string

from cpia.atti import carta
from cpia.atti.carta import Congelato, Intestazione, Verifica
from cpia.scuola.models import Istituto
from cpia.scuola.parole import data_estesa, fra_virgolette
from selezioni_pon.documents.articoli import Dato, dati
from selezioni_pon.queries.candidature.contenuto import impronta_di
from selezioni_pon.queries.candidature.in_parole import (
    SezioneDetta,
    file_detti,
    griglia_inviata,
    requisiti_detti,
    sezioni_dette,
)
from selezioni_pon.rules.invio import CAD

FOGLIO: Final = "domanda_selezione"
TIPO: Final = "domanda_selezione"
MODELLO: Final = "domanda-selezione/1"
DICHIARA: Final = (
    "Chi firma dichiara, ai sensi degli artt. 46 e 47 del D.P.R. 28 dicembre 2000, n. 445, che "
    "quanto è scritto in questa domanda è vero, e di conoscere le conseguenze delle dichiarazioni "
    "mendaci (art. 76): sanzioni penali e, per l’art. 75, perdita dei benefici."
)
COME: Final = (
    "Si firma in digitale (PAdES o .p7m), oppure a mano, e allora si carica la copia con il "
    f"documento d’identità ({CAD} lett. a e c; D.P.R. 445/2000, art. 38 c. 3)."
)


@dataclass(frozen=True)
class Dichiarato(Congelato):
    """A title: the item of the grid, what is declared, which titles they are."""

    numero: str
    testo: str
    detto: str
    descrizione: str


@dataclass(frozen=True)
class Parte(Congelato):
    """A section of the grid with what is declared of it."""

    titolo: str
    titoli: tuple[Dichiarato, ...]


@dataclass(frozen=True)
class ContestoDomanda(Congelato):
    """An application as it is printed; ``impronta`` is the SHA-256 of all that it says."""

    istituto: Intestazione
    sotto: str
    chi: str
    dati: tuple[Dato, ...]
    griglia: str
    parti: tuple[Parte, ...]
    proposta: str
    file: tuple[str, ...]
    dichiara: str
    come: str
    impronta: str
    luogo: str
    emesso: date
    verifica: Verifica

    @property
    def titolo(self) -> str:
        """Of the file: it names nobody."""
        return f"Domanda di partecipazione: {self.sotto}"

    @property
    def luogo_e_data(self) -> str:
        """``Ancona, 5 giugno 2024``."""
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def contesto_domanda(
    contenuto: Mapping[str, Any], istituto: Istituto, *, emesso: date, codice: str
) -> ContestoDomanda:
    """The words of an application, of which ``contenuto`` is all that is sent."""
    griglia, avviso, chi = griglia_inviata(contenuto), contenuto["avviso"], contenuto["chi"]
    return ContestoDomanda(
        istituto=carta.intestazione(istituto),
        sotto=f"{avviso['ruolo']}, {fra_virgolette(avviso['progetto'])}",
        chi=f"{chi['nome']} {chi['cognome']}",
        dati=dati(*_di_chi(chi), *requisiti_detti(contenuto)),
        griglia=griglia.titolo,
        parti=tuple(_parte(sezione) for sezione in sezioni_dette(griglia, contenuto)),
        proposta=contenuto["proposta"],
        file=tuple(file_detti(contenuto)),
        dichiara=DICHIARA,
        come=COME,
        impronta=impronta_di(contenuto),
        luogo=istituto.comune,
        emesso=emesso,
        verifica=carta.verifica(istituto, codice),
    )


def _di_chi(chi: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    nascita = chi["data_nascita"]
    return (
        ("Cognome e nome", f"{chi['cognome']} {chi['nome']}"),
        ("Codice fiscale", chi["codice_fiscale"]),
        ("Data di nascita", data_estesa(date.fromisoformat(nascita)) if nascita else ""),
        ("E-mail", chi["email"]),
    )


def _parte(sezione: SezioneDetta) -> Parte:
    return Parte(
        sezione.titolo,
        tuple(
            Dichiarato(uno.stampato, uno.testo, uno.detto, uno.descrizione)
            for uno in sezione.titoli
        ),
    )


def html_domanda(contesto: ContestoDomanda) -> str:
    """The page of an application, to be printed with ``FOGLIO``."""
    return render_to_string("selezioni/pdf/domanda.html", {"domanda": contesto})
