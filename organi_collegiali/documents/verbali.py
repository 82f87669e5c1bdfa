"""The frozen paper of the minutes, and the page that it makes."""

from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Intestazione, Verifica, intestazione, verifica
from cpia.scuola.parole import data_estesa, ora
from organi_collegiali.documents.testo_verbale import TestoVerbale
from organi_collegiali.models import Verbale

FOGLIO = "verbale"
MODELLO = "verbale/1"
TIPO_INTEGRALE, TIPO_OMISSIS = "verbale", "verbale_con_omissis"
QUALITA = ("Il Presidente", "Il Segretario")
# A sitting that was not held had neither: somebody ascertained it, somebody wrote it.
QUALITA_DESERTA = ("Chi ha constatato", "Chi ha verbalizzato")
SULLA_CARTA = "L’originale su carta porta la firma"


@dataclass(frozen=True)
class FirmaVerbale(Congelato):
    """Who signed, in which quality, and how it is recorded."""

    qualifica: str
    nome: str
    nota: str


@dataclass(frozen=True)
class ContestoVerbale(Congelato):
    """The minutes as they are printed: letterhead, words, the two signatures."""

    istituto: Intestazione
    testo: TestoVerbale
    firme: tuple[FirmaVerbale, ...]
    verifica: Verifica

    @property
    def titolo(self) -> str:
        return self.testo.titolo


def contesto_verbale(
    verbale: Verbale, testo: TestoVerbale, *, impronta: str, codice_verifica: str
) -> ContestoVerbale:
    """The paper of signed minutes; ``impronta`` is that of the words that were signed."""
    presiede, scrive = QUALITA_DESERTA if testo.deserta else QUALITA
    presidente = _firma(presiede, testo.presidente, verbale.firma_presidente_il, impronta)
    segretario = _firma(scrive, testo.segretario, verbale.firma_segretario_il, impronta)
    if verbale.seduta.storica:
        presidente = FirmaVerbale("Il Presidente", testo.presidente, SULLA_CARTA)
        segretario = FirmaVerbale("Il Segretario", testo.segretario, SULLA_CARTA)
    firme = () if testo.riservata and testo.con_omissis else (presidente, segretario)
    return ContestoVerbale(
        istituto=intestazione(verbale.istituto),
        testo=testo,
        firme=firme,
        verifica=verifica(verbale.istituto, codice_verifica),
    )


def _firma(qualifica: str, nome: str, quando: datetime | None, impronta: str) -> FirmaVerbale:
    nota = (
        f"Firma registrata il {data_estesa(quando)} alle {ora(quando)} sul testo approvato, "
        f"impronta {impronta[:16]}…"
        if quando
        else ""
    )
    return FirmaVerbale(qualifica, nome, nota)


def html_verbale(contesto: ContestoVerbale) -> str:
    """The page of the minutes, to be printed with ``FOGLIO``."""
    return render_to_string(
        "organi/verbali/pdf/verbale.html", {"verbale": contesto, "testo": contesto.testo}
    )
