"""The frozen words of the answer to a complaint: read by who complained and by who directs."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.template.loader import render_to_string
from django.utils import timezone

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.atti.rules import data_estesa
from cpia.scuola.parole import fra_virgolette
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.graduatoria import FOGLIO
from selezioni_pon.documents.graduatoria_parti import RICORSO
from selezioni_pon.enums import EsitoReclamo
from selezioni_pon.models import Avviso, Reclamo
from selezioni_pon.rules.fonti import MOTIVAZIONE, RECLAMO

__all__ = ["FOGLIO", "ContestoRispostaReclamo", "contesto_risposta", "html_risposta"]
TIPO: Final = "risposta_reclamo_selezione"
MODELLO: Final = "risposta-reclamo-selezione/1"
# Names nobody: a title is read in lists.
TITOLO: Final = "Risposta a un reclamo contro una graduatoria"


@dataclass(frozen=True)
class ContestoRispostaReclamo(Congelato):
    """The answer as it is printed."""

    istituto: Intestazione
    titolo: str
    persona: str
    selezione: str
    presentato: str
    esito: str
    risposta: tuple[str, ...]
    fonte: str
    rimedio: str
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        """``Ancona, 5 giugno 2024``."""
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def contesto_risposta(
    reclamo: Reclamo, avviso: Avviso, emissione: Emissione
) -> ContestoRispostaReclamo:
    """The words of an answer. ``reclamo`` with its application and person."""
    presentato = data_estesa(timezone.localdate(reclamo.presentato_il))
    selezione = avviso.selezione
    return ContestoRispostaReclamo(
        istituto=emissione.intestazione,
        titolo=TITOLO,
        persona=reclamo.candidatura.persona.nome_e_cognome,
        selezione=f"selezione per «{selezione.ruolo}», {fra_virgolette(selezione.progetto.titolo)}",
        presentato=f"Reclamo presentato il {presentato}",
        esito=EsitoReclamo(reclamo.esito).etichetta,
        risposta=tuple(filter(None, (riga.strip() for riga in reclamo.risposta.splitlines()))),
        fonte=f"{RECLAMO}; {MOTIVAZIONE}",
        rimedio=RICORSO,
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=emissione.protocollo_detto,
    )


def html_risposta(contesto: ContestoRispostaReclamo) -> str:
    """The page of an answer, to be printed with ``FOGLIO``."""
    return render_to_string("selezioni/pdf/risposta_reclamo.html", {"risposta": contesto})
