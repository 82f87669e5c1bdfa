"""The frozen words of the personal dossier («libretto»), and the page that they make.

Source: CPIA Napoli Provincia 2, Linee guida (dossier personale per l’IDA); D.I. 12 marzo 2015.
The interview is not in it: the office and the section read this paper, and not the interview.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.template.loader import render_to_string
from django.utils import timezone

from cpia.atti.carta import Congelato, Intestazione, Verifica, intestazione, verifica
from cpia.atti.models import Protocollo
from cpia.atti.rules import data_estesa
from patto_formativo.documents.parole import (
    Interessato,
    interessato,
    nome_detto,
    percorso_detto,
    protocollo_detto,
    sede_detta,
)
from patto_formativo.models import Dossier
from patto_formativo.queries.crediti import Contata, ContoCrediti
from patto_formativo.rules.misure import NULLA, in_cifre, in_ore

MODELLO = "dossier-personale/1"
TIPO = "dossier_personale"


@dataclass(frozen=True)
class EvidenzaDossier(Congelato):
    """A piece of evidence: what it is, how it was ascertained, what it gave."""

    numero: int
    titolo: str
    tipo: str
    natura: str
    ente: str
    rilasciata_il: str
    allegato: str
    chieste: str
    prova: str
    esito: str
    osservazioni: str
    riconosciute: str
    perche: str


@dataclass(frozen=True)
class ContestoDossier(Congelato):
    """A dossier as it is printed."""

    istituto: Intestazione
    persona: Interessato
    percorso: str
    sede: str
    anno_scolastico: str
    tutor: str
    richiesto_il: date
    concluso_il: date
    evidenze: tuple[EvidenzaDossier, ...]
    chieste: str
    riconosciute: str
    luogo: str
    emesso: date
    verifica: Verifica
    protocollo: str = ""

    @property
    def titolo(self) -> str:
        """Of the file: it names the person, as the paper does."""
        return f"Dossier personale – {self.persona.nome}"

    @property
    def luogo_e_data(self) -> str:
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def contesto_dossier(
    dossier: Dossier,
    conto: ContoCrediti,
    *,
    protocollo: Protocollo,
    codice_verifica: str,
    emesso: date,
) -> ContestoDossier:
    """The words of a dossier on the day on which it goes to the Commission."""
    corsista = dossier.corsista
    chieste = sum((riga.chieste for riga in conto.righe), NULLA)
    return ContestoDossier(
        istituto=intestazione(dossier.istituto, sede_detta(corsista)),
        persona=interessato(corsista.persona),
        percorso=percorso_detto(corsista, conto),
        sede=sede.nome if (sede := sede_detta(corsista)) else "",
        anno_scolastico=str(corsista.anno_scolastico),
        tutor=nome_detto(corsista.tutor),
        richiesto_il=dossier.richiesto_il or emesso,
        concluso_il=timezone.localdate(dossier.chiuso_il) if dossier.chiuso_il else emesso,
        evidenze=tuple(_evidenza(n, riga) for n, riga in enumerate(conto.righe, start=1)),
        chieste=in_cifre(chieste),
        riconosciute=in_cifre(conto.riconoscimento.ore),
        luogo=dossier.istituto.comune,
        emesso=emesso,
        verifica=verifica(dossier.istituto, codice_verifica),
        protocollo=protocollo_detto(protocollo),
    )


def _evidenza(numero: int, riga: Contata) -> EvidenzaDossier:
    evidenza = riga.evidenza
    return EvidenzaDossier(
        numero=numero,
        titolo=evidenza.titolo,
        tipo=evidenza.get_tipo_display(),
        natura=evidenza.get_natura_display(),
        ente=evidenza.ente,
        rilasciata_il=data_estesa(evidenza.rilasciata_il) if evidenza.rilasciata_il else "",
        allegato=evidenza.nome_file,
        chieste=_chieste(riga),
        prova=evidenza.get_prova_display(),
        esito=evidenza.get_esito_display(),
        osservazioni=evidenza.osservazioni,
        riconosciute=in_cifre(riga.riconosciute),
        perche=riga.esclusa.testo if riga.esclusa else _tagli(riga),
    )


def _chieste(riga: Contata) -> str:
    evidenza = riga.evidenza
    if evidenza.ore_attivita is not None:
        da = in_ore(Fraction(evidenza.ore_attivita))
        return f"{in_cifre(riga.chieste)} in {evidenza.competenza}, da {da} di attività"
    per_competenza = (f"{c} {in_cifre(Fraction(ore))}" for c, ore in evidenza.richieste.items())
    return f"{in_cifre(riga.chieste)}: {', '.join(per_competenza)}"


def _tagli(riga: Contata) -> str:
    return f"{riga.tagli.quanto} {riga.tagli.perche}" if riga.tagli else ""


def html_dossier(contesto: ContestoDossier) -> str:
    """The pages of a dossier, to be printed with the sheet of the certificate."""
    return render_to_string("patto/dossier/pdf/dossier.html", {"dossier": contesto})
