"""The frozen words of a call, and the page that they make.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 4 (what a call says); D.Lgs. 165/2001,
art. 7 c. 6; L. 241/1990, arts. 5 and 8; Regolamento (UE) 2016/679, art. 13.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.atti.rules import data_estesa
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import fra_virgolette
from selezioni_pon.documents.articoli import Articolo, Punto, dai_motivi
from selezioni_pon.documents.avviso_incarico import compenso, incarico, requisiti
from selezioni_pon.documents.avviso_procedura import (
    affidamento,
    domanda,
    graduatoria,
    reclamo,
    responsabile,
)
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.griglia import GrigliaStampata, griglia_stampata
from selezioni_pon.documents.parole import A_CHI, PER_TUTTI, incarichi, oggetto_di
from selezioni_pon.documents.privacy import privacy
from selezioni_pon.enums import OrdineAvvisi
from selezioni_pon.models import Avviso
from selezioni_pon.queries.bando import bando_di, perche, regole_di
from selezioni_pon.rules.avviso import Bando
from selezioni_pon.rules.fonti import COLLABORAZIONI
from selezioni_pon.rules.regole import RegoleSelezioni

FOGLIO: Final = "avviso_selezione"
TIPO: Final = "avviso_selezione"
MODELLO: Final = "avviso-selezione/1"


@dataclass(frozen=True)
class ContestoAvviso(Congelato):
    """The call as it is printed."""

    istituto: Intestazione
    titolo: str
    sotto: str
    premesse: tuple[Punto, ...]
    articoli: tuple[Articolo, ...]
    griglia: GrigliaStampata
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        """``Ancona, 5 giugno 2024``."""
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def contesto_avviso(avviso: Avviso, emissione: Emissione) -> ContestoAvviso:
    """The words of a call that is being published, with its instant and its rules.

    Raises ValueError for one without a grid or without the instant of its publication.
    """
    if avviso.pubblicato_il is None:
        raise ValueError("l’avviso si stampa quando si pubblica")
    bando, regole = bando_di(avviso, avviso.pubblicato_il), regole_di(avviso)
    if bando.griglia is None:
        raise ValueError("l’avviso si stampa con i suoi criteri")
    return ContestoAvviso(
        istituto=emissione.intestazione,
        titolo=oggetto_di(avviso),
        sotto=_sotto(bando, regole),
        premesse=_premesse(bando, perche(avviso, regole), emissione),
        articoli=_articoli(avviso, bando, regole, emissione),
        griglia=griglia_stampata(bando.griglia),
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=emissione.protocollo_detto,
    )


def _sotto(bando: Bando, regole: RegoleSelezioni) -> str:
    unico = regole.avviso.ordine.valore is OrdineAvvisi.UNICO
    a_chi = PER_TUTTI if unico else A_CHI[bando.fase]
    return f"Per {incarichi(bando.posti, bando.ruolo)}, {a_chi}"


def _premesse(bando: Bando, aperto: tuple[Motivo, ...], emissione: Emissione) -> tuple[Punto, ...]:
    """On what the call stands; after the first one, why it goes to others."""
    griglia = bando.griglia.fonte if bando.griglia else ""
    return (
        Punto("Visto il D.P.R. 8 marzo 1999, n. 275, sull’autonomia delle istituzioni scolastiche"),
        Punto(f"Visto il {COLLABORAZIONI}: prima si accerta se basta il personale della scuola"),
        Punto(f"Visto il progetto {fra_virgolette(bando.progetto.titolo)}"),
        Punto(f"Visti i criteri di valutazione: {griglia}"),
        *dai_motivi(aperto, emissione.istituto, "Considerato: "),
    )


def _articoli(
    avviso: Avviso, bando: Bando, regole: RegoleSelezioni, emissione: Emissione
) -> tuple[Articolo, ...]:
    istituto = emissione.istituto
    return (
        incarico(bando, avviso.luogo),
        compenso(bando, istituto),
        requisiti(bando, regole, istituto),
        Articolo("Criteri di valutazione", griglia=True),
        domanda(bando),
        graduatoria(bando, regole, istituto),
        reclamo(bando, regole, istituto),
        affidamento(bando),
        responsabile(bando),
        privacy(istituto, regole.pubblicazione.valore, emissione.giorno),
    )


def html_avviso(contesto: ContestoAvviso) -> str:
    """The page of the call, to be printed with ``FOGLIO``."""
    return render_to_string("selezioni/pdf/avviso.html", {"avviso": contesto})
