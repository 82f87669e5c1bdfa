"""The frozen words of the receipt of an application, and the page that they make.

Source: L. 241/1990, art. 18-bis (whoever receives an application gives a receipt at once, with
what it is about, the office and the terms); D.P.R. 445/2000, art. 53.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.template.loader import render_to_string
from django.utils import timezone

from cpia.atti import carta
from cpia.atti.carta import Congelato, Intestazione, Verifica
from cpia.atti.models import Protocollo
from cpia.atti.rules import etichetta_protocollo
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import con_maiuscola, data_estesa, fra_virgolette, plurale
from selezioni_pon.documents.articoli import Dato, Punto, dati
from selezioni_pon.models import Candidatura
from selezioni_pon.rules.termine import al_secondo

FOGLIO: Final = "ricevuta_candidatura"
TIPO: Final = "ricevuta_candidatura"
MODELLO: Final = "ricevuta-candidatura/1"
NORMA: Final = "L. 241/1990, art. 18-bis"


@dataclass(frozen=True)
class Arrivo:
    """What arrived: when, which number, its hash, how it was signed, how many titles and files."""

    numero: int
    inviato: str
    impronta: str
    firma: tuple[Motivo, ...]
    titoli: int
    file: tuple[str, ...]


@dataclass(frozen=True)
class ContestoRicevuta(Congelato):
    """A receipt as it is printed."""

    istituto: Intestazione
    sotto: str
    protocollo: str
    dati: tuple[Dato, ...]
    firma: tuple[Punto, ...]
    file: tuple[str, ...]
    poi: str
    luogo: str
    emesso: date
    verifica: Verifica

    @property
    def titolo(self) -> str:
        """Of the file: it names nobody."""
        return f"Ricevuta della domanda: {self.sotto}"

    @property
    def luogo_e_data(self) -> str:
        """``Ancona, 5 giugno 2024``."""
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def contesto_ricevuta(
    candidatura: Candidatura, arrivo: Arrivo, protocollo: Protocollo, *, emesso: date, codice: str
) -> ContestoRicevuta:
    """The words of a receipt; ``candidatura`` with its person and its call."""
    avviso, istituto = candidatura.avviso, candidatura.istituto
    responsabile = avviso.responsabile.nome_e_cognome if avviso.responsabile else ""
    giorno = timezone.localdate(protocollo.registrato_il)
    entro = al_secondo(avviso.scade) if avviso.scade else ""
    return ContestoRicevuta(
        istituto=carta.intestazione(istituto),
        sotto=f"{avviso.selezione.ruolo}, {fra_virgolette(avviso.selezione.progetto.titolo)}",
        protocollo=con_maiuscola(etichetta_protocollo(protocollo.numero, giorno)),
        dati=dati(
            ("Di chi", candidatura.persona.nome_e_cognome),
            ("Arrivata", con_maiuscola(arrivo.inviato)),
            ("Termine", entro),
            ("Invio", f"n. {arrivo.numero} per questo avviso"),
            ("Titoli dichiarati", plurale(arrivo.titoli, "voce", "voci", "nessuno")),
            ("Responsabile del procedimento", responsabile),
            ("Impronta SHA-256", arrivo.impronta),
        ),
        firma=tuple(Punto(motivo.testo, motivo.fonte) for motivo in arrivo.firma),
        file=arrivo.file,
        poi=(
            "Fino al termine la domanda si può cambiare e inviare di nuovo, o ritirare: vale "
            "l’ultima inviata. Dopo, la valuta la commissione."
        ),
        luogo=istituto.comune,
        emesso=emesso,
        verifica=carta.verifica(istituto, codice),
    )


def html_ricevuta(contesto: ContestoRicevuta) -> str:
    """The page of a receipt, to be printed with ``FOGLIO``."""
    return render_to_string("selezioni/pdf/ricevuta.html", {"ricevuta": contesto})
