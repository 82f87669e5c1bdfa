"""The frozen words of a request with its grid: what was declared, on which criterion, with what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string

from bonus_merito.models import Attivita, Prova, Richiesta
from bonus_merito.queries.atti_citabili import in_parole
from cpia.atti.carta import Congelato, Intestazione, Verifica, intestazione, verifica
from cpia.scuola.parole import con_maiuscola, data_estesa, giorno_e_ora

# What makes a grid a declaration in lieu of a certificate, and what sending it stands for.
DICHIARA = (
    "Chi invia dichiara, ai sensi degli artt. 46 e 47 del D.P.R. 28 dicembre 2000, n. 445, che "
    "quanto è scritto in questa griglia è vero, e di conoscere le conseguenze delle dichiarazioni "
    "mendaci (art. 76): sanzioni penali e, per l’art. 75, perdita dei benefici."
)
FIRMATA = "D.Lgs. 7 marzo 2005, n. 82, art. 65 c. 1; D.P.R. 445/2000, art. 38"
FOGLIO = "richiesta_bonus"
MODELLO = "richiesta-bonus/1"
TIPO = "richiesta_bonus"


@dataclass(frozen=True)
class Dichiarata(Congelato):
    """An activity; ``prove`` are the pieces of evidence, each with the print of its file."""

    numero: int
    codice: str
    criterio: str
    titolo: str
    testo: str
    quando: str
    altro_fondo: str
    prove: tuple[str, ...]


@dataclass(frozen=True)
class ContestoRichiesta(Congelato):
    """A request as it is printed."""

    istituto: Intestazione
    protocollo: str
    anno_scolastico: str
    criteri: str
    chi: str
    gruppo: str
    inviata: str
    dichiara: str
    sottoscritta: str
    attivita: tuple[Dichiarata, ...]
    luogo: str
    emesso: date
    verifica: Verifica

    @property
    def titolo(self) -> str:
        """Of the file: it names nobody."""
        return f"Bonus {self.anno_scolastico}, griglia di autodichiarazione"

    @property
    def luogo_e_data(self) -> str:
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def contesto_richiesta(
    richiesta: Richiesta, attivita: Iterable[Attivita], *, emesso: date, codice_verifica: str
) -> ContestoRichiesta:
    """The words of a request that has its protocol; ``attivita`` with criterion and evidence."""
    procedura, istituto = richiesta.procedura, richiesta.istituto
    inviata = giorno_e_ora(richiesta.inviata_il) if richiesta.inviata_il else ""
    return ContestoRichiesta(
        istituto=intestazione(istituto),
        protocollo=f"Prot. n. {richiesta.protocollo}",
        anno_scolastico=str(procedura.fondo.anno_scolastico),
        criteri=procedura.criteri.titolo,
        chi=richiesta.persona.nome_e_cognome,
        gruppo=con_maiuscola(str(richiesta.get_gruppo_display())) if richiesta.gruppo else "",
        inviata=inviata,
        dichiara=DICHIARA,
        sottoscritta=(
            f"{richiesta.persona.nome_e_cognome}. Inviata dal portale con accesso personale, "
            f"{inviata} ({FIRMATA})"
        ),
        attivita=tuple(_dichiarata(n, una) for n, una in enumerate(attivita, start=1)),
        luogo=istituto.comune,
        emesso=emesso,
        verifica=verifica(istituto, codice_verifica),
    )


def _dichiarata(numero: int, una: Attivita) -> Dichiarata:
    return Dichiarata(
        numero=numero,
        codice=una.criterio.codice,
        criterio=una.criterio.testo,
        titolo=una.titolo,
        testo=una.testo,
        quando=quando_svolta(una),
        altro_fondo=una.altro_fondo,
        prove=tuple(_prova(prova) for prova in una.prove.all()),
    )


def quando_svolta(una: Attivita) -> str:
    """The days of an activity in words."""
    if una.dal is None:
        return ""
    if una.al is None:
        return f"dal {data_estesa(una.dal)}"
    if una.al == una.dal:
        return data_estesa(una.dal)
    return f"dal {data_estesa(una.dal)} al {data_estesa(una.al)}"


def _prova(prova: Prova) -> str:
    if prova.atto is not None:
        return f"Atto della scuola: {in_parole(prova.atto)}"
    return f"{prova.titolo} ({prova.nome_file}, SHA-256 {prova.impronta})"


def html_richiesta(contesto: ContestoRichiesta) -> str:
    """The page of a request, to be printed with ``FOGLIO``."""
    return render_to_string("bonus/pdf/richiesta.html", {"richiesta": contesto})
