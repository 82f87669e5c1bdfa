"""The frozen words of the certificate of recognition of credits, and the page that they make.

No national model was found: the Commission adopts its own (D.Lgs. 13/2013; Regolamento della
Commissione, art. 11). It says person, path, competences, how they were learnt, evidence, proof,
hours and share, day, who presides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica, firma, intestazione, verifica
from cpia.atti.models import Protocollo
from cpia.atti.rules import data_estesa
from cpia.scuola.models import Persona
from cpia.scuola.parole import elenco
from patto_formativo.documents.parole import (
    Interessato,
    interessato,
    percorso_detto,
    protocollo_detto,
    sede_detta,
)
from patto_formativo.enums import Natura, TipoProva
from patto_formativo.models import Dossier
from patto_formativo.queries.crediti import Contata, ContoCrediti
from patto_formativo.rules.misure import NULLA, in_cifre, in_ore
from patto_formativo.tabelle import voci

FOGLIO = "crediti"
MODELLO = "certificato-crediti/1"
TIPO = "certificato_crediti"


@dataclass(frozen=True)
class RigaCertificata(Congelato):
    """A competence: what it says, how it was learnt and proved, hours recognised of those due."""

    codice: str
    testo: str
    asse: str
    ambito: str
    evidenze: str
    prova: str
    ore: str
    previste: str
    percento: str


@dataclass(frozen=True)
class ContestoCertificato(Congelato):
    """A certificate as it is printed."""

    istituto: Intestazione
    persona: Interessato
    percorso: str
    sede: str
    anno_scolastico: str
    richiesto_il: date
    righe: tuple[RigaCertificata, ...]
    ore: str
    tetto: str
    come: str
    non_riconosciute: tuple[str, ...]
    delibera: str
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str = ""
    sostituisce: str = ""

    @property
    def titolo(self) -> str:
        """Of the file: it names the person, as the paper does."""
        return f"Certificato di riconoscimento dei crediti – {self.persona.nome}"

    @property
    def presiede(self) -> str:
        """The office of who signs."""
        della = "La Presidente" if self.firma.sesso == "F" else "Il Presidente"
        return f"{della} della Commissione per il patto formativo individuale"

    @property
    def luogo_e_data(self) -> str:
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def contesto_certificato(
    dossier: Dossier,
    conto: ContoCrediti,
    *,
    firmatario: Persona,
    delibera: str,
    protocollo: Protocollo,
    codice_verifica: str,
    emesso: date,
    sostituisce: str = "",
) -> ContestoCertificato:
    """The words of a certificate on the day on which it is released."""
    corsista = dossier.corsista
    return ContestoCertificato(
        istituto=intestazione(dossier.istituto, sede_detta(corsista)),
        persona=interessato(corsista.persona),
        percorso=percorso_detto(corsista, conto),
        sede=sede.nome if (sede := sede_detta(corsista)) else "",
        anno_scolastico=str(corsista.anno_scolastico),
        richiesto_il=dossier.richiesto_il or emesso,
        righe=tuple(_righe(conto)),
        ore=in_cifre(sum(conto.attestate.values(), NULLA)),
        tetto=in_ore(conto.tetto),
        come=conto.regole.come,
        non_riconosciute=tuple(_non_riconosciute(conto.righe)),
        delibera=delibera,
        luogo=dossier.istituto.comune,
        emesso=emesso,
        firma=firma(firmatario, emesso),
        verifica=verifica(dossier.istituto, codice_verifica),
        protocollo=protocollo_detto(protocollo),
        sostituisce=sostituisce,
    )


def _righe(conto: ContoCrediti) -> Iterable[RigaCertificata]:
    riconosciute = conto.attestate
    for codice, voce in voci(conto.percorso).items():
        if codice not in riconosciute:
            continue
        ore, previste = riconosciute[codice], conto.ore[codice]
        da_chi = [riga for riga in conto.righe if _da(riga, codice)]
        yield RigaCertificata(
            codice=codice,
            testo=voce.testo,
            asse=voce.asse,
            ambito=elenco(dict.fromkeys(Natura(r.evidenza.natura).etichetta for r in da_chi)),
            evidenze="; ".join(riga.evidenza.titolo for riga in da_chi),
            prova=elenco(dict.fromkeys(TipoProva(r.evidenza.prova).etichetta for r in da_chi)),
            ore=in_cifre(ore),
            previste=in_cifre(previste),
            percento=in_cifre(Fraction(round(1000 * ore / previste), 10)),
        )


def _da(riga: Contata, codice: str) -> bool:
    return any(c.competenza == codice and c.riconosciute for c in riga.contributi)


def _non_riconosciute(righe: Iterable[Contata]) -> Iterable[str]:
    for riga in righe:
        if riga.riconosciute:
            continue
        perche = riga.esclusa.testo if riga.esclusa else riga.tagli.perche if riga.tagli else ""
        yield f"{riga.evidenza.titolo}: {perche}" if perche else riga.evidenza.titolo


def html_certificato(contesto: ContestoCertificato) -> str:
    """The page of a certificate, to be printed with ``FOGLIO``."""
    return render_to_string("patto/dossier/pdf/certificato.html", {"certificato": contesto})
