"""The frozen words of the answer to a complaint, or to who asks to see the own file."""

from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils import timezone

from bonus_merito.documents.parole_atti import (
    Emissione,
    appellativo,
    luogo_e_data,
    protocollo_detto,
)
from bonus_merito.enums import EsitoIstanza, TipoIstanza
from bonus_merito.models import Istanza
from bonus_merito.rules.istanze import ACCESSO, RECLAMO, RICORSO, RICORSO_ACCESSO
from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.atti.rules import data_estesa
from cpia.scuola.parole import con_maiuscola

TIPO = "risposta_bonus"
MODELLO = "risposta-bonus/1"


@dataclass(frozen=True)
class ContestoRisposta(Congelato):
    """The answer as it is printed."""

    istituto: Intestazione
    titolo: str
    persona: str
    alla: str
    anno: str
    presentata: str
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
        return luogo_e_data(self.luogo, self.emesso)


def contesto_risposta(istanza: Istanza, emissione: Emissione) -> ContestoRisposta:
    """The words of an answer. ``istanza`` with its person and its procedure."""
    tipo, esito = TipoIstanza(istanza.tipo), EsitoIstanza(istanza.esito)
    giorno = data_estesa(timezone.localdate(istanza.presentata_il))
    chiede = con_maiuscola(tipo.etichetta)
    return ContestoRisposta(
        istituto=emissione.intestazione,
        titolo=f"Risposta. {chiede}",
        persona=istanza.persona.nome_e_cognome,
        alla=appellativo(istanza.persona, istanza.procedura),
        anno=str(istanza.procedura.fondo.anno_scolastico),
        presentata=f"{chiede}, istanza presentata il {giorno}",
        esito=esito.etichetta,
        risposta=tuple(filter(None, (riga.strip() for riga in istanza.risposta.splitlines()))),
        fonte=RECLAMO if tipo is TipoIstanza.RECLAMO else ACCESSO,
        rimedio=RICORSO if tipo is TipoIstanza.RECLAMO else RICORSO_ACCESSO,
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=protocollo_detto(emissione.protocollo),
    )


def html_risposta(contesto: ContestoRisposta) -> str:
    """The page of an answer, to be printed with ``FOGLIO``."""
    return render_to_string("bonus/pdf/risposta.html", {"risposta": contesto})
