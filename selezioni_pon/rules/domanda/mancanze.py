"""What an application still lacks before it is sent.

Source: IC Porto Venere, Regolamento incarichi, arts. 3 and 4; D.P.R. 445/2000, arts. 46-47, 71 and
76 (what is declared is answered for, and can be checked only if it says which titles they are).
"""

from collections.abc import Iterator
from typing import Final

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import (
    Cittadinanza,
    Passo,
    Provenienza,
    TipoAllegato,
    TipoCriterio,
    TipoVoce,
)
from selezioni_pon.rules.contenuti import CONTENUTO
from selezioni_pon.rules.cooperativa import verifica_cooperativa
from selezioni_pon.rules.domanda.modello import Chiesta, Mancanza, Scritta
from selezioni_pon.rules.domanda.passi import chiede_progetto
from selezioni_pon.rules.fonti import PRASSI, regolamento
from selezioni_pon.rules.griglia.frasi import fonte_di
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.offerta import Compenso, verifica_offerta
from selezioni_pon.rules.requisiti import DELLE_SCUOLE, Requisiti, verifica_ammissione

DICHIARAZIONE: Final = "D.P.R. 445/2000, artt. 46-47, 71 e 76"
PROGETTO: Final = regolamento("art. 4 c. 7")
AMMINISTRAZIONE: Final = "D.Lgs. 165/2001, art. 53 c. 7"
# Of these a number says nothing unless one says which titles they are.
CONTATE: Final = frozenset({TipoVoce.UNITA, TipoVoce.DURATE})
DIPENDENTI: Final = (Provenienza.ALTRA_SCUOLA, Provenienza.ALTRA_AMMINISTRAZIONE)
DELLE_DICHIARAZIONI: Final = frozenset({"diritti_civili", "senza_condanne", "senza_procedimenti"})


def mancanze_di(scritta: Scritta, chiesta: Chiesta) -> list[Mancanza]:
    """What keeps an application from being sent, each with its step; nothing when it is whole."""
    return [
        *(Mancanza(Passo.DATI, una) for una in _dati(scritta, chiesta)),
        *(Mancanza(Passo.TITOLI, una) for una in _titoli(scritta, chiesta.griglia)),
        *(Mancanza(Passo.PROGETTO, una) for una in _progetto(scritta, chiesta.griglia)),
        *(Mancanza(Passo.CURRICULUM, una) for una in _curriculum(scritta)),
        *(Mancanza(Passo.OFFERTA, una) for una in _offerta(scritta, chiesta.compenso)),
        *(Mancanza(Passo.DICHIARAZIONI, una) for una in _dichiarazioni(scritta, chiesta)),
    ]


def _dati(scritta: Scritta, chiesta: Chiesta) -> Iterator[Violazione]:
    provenienza = scritta.provenienza
    if provenienza is None:
        testo = "Scegli da dove ti candidi."
        yield Violazione("provenienza", testo, chiesta.regole.avviso.ordine.fonte, "provenienza")
    else:
        yield from _da_dove(scritta, provenienza)
        yield from (una for una in _ammissione(scritta, chiesta) if not _si_dichiara(una))
    if chiesta.titoli_di_studio.strip() and not scritta.titolo_di_studio.strip():
        testo = "Scrivi con quale titolo di studio partecipi."
        yield Violazione("titolo_di_studio", testo, CONTENUTO, "titolo_di_studio")
    criterio = next((c for c in chiesta.regole.parita if c.tipo is TipoCriterio.ANZIANITA), None)
    interno = provenienza is Provenienza.INTERNO
    if criterio is not None and interno and scritta.giorni_servizio is None:
        testo = "Scrivi i giorni di servizio in questo istituto: contano a parità di punti."
        yield Violazione("giorni_servizio", testo, criterio.fonte, "giorni_servizio")


def _da_dove(scritta: Scritta, provenienza: Provenienza) -> Iterator[Violazione]:
    if provenienza in DIPENDENTI and not scritta.amministrazione.strip():
        testo = "Scrivi presso quale scuola o amministrazione lavori: è lei che ti autorizza."
        yield Violazione("amministrazione", testo, AMMINISTRAZIONE, "amministrazione")
    if provenienza is Provenienza.COOPERATIVA:
        yield from verifica_cooperativa(scritta.cooperativa)


def _ammissione(scritta: Scritta, chiesta: Chiesta) -> Iterator[Violazione]:
    """What the judge of admissions objects; who has experience says so, the commission sees."""
    provenienza = scritta.provenienza or Provenienza.INTERNO
    if scritta.cittadinanza is None and provenienza not in DELLE_SCUOLE:
        fonte = chiesta.regole.avviso.cittadini.fonte
        yield Violazione("cittadinanza", "Scegli la cittadinanza.", fonte, "cittadinanza")
    requisiti = Requisiti(
        provenienza=provenienza,
        # Where none was chosen it is asked for above, not refused here.
        cittadinanza=scritta.cittadinanza or Cittadinanza.UE,
        diritti_civili=scritta.diritti_civili,
        senza_condanne=scritta.senza_condanne,
        senza_procedimenti=scritta.senza_procedimenti,
        specializzazione=scritta.specializzazione,
        deroga=scritta.deroga,
        esperienza_accertata=True,
    )
    yield from verifica_ammissione(requisiti, chiesta.fase, chiesta.regole.avviso)


def _si_dichiara(una: Violazione) -> bool:
    return una.campo in DELLE_DICHIARAZIONI


def _titoli(scritta: Scritta, griglia: Griglia) -> Iterator[Violazione]:
    for una in scritta.dichiarate:
        voce, detta = una.voce, una.descrizione.strip()
        if una.titolo is None and detta:
            testo = f"Voce {voce.numero}: hai scritto quali titoli sono, ma non li hai dichiarati."
            yield Violazione("titolo_senza_valore", testo, fonte_di(griglia, voce), voce.numero)
        elif una.titolo is not None and voce.tipo in CONTATE and una.titolo.presente and not detta:
            testo = f"Voce {voce.numero}: scrivi quali sono i titoli che dichiari."
            yield Violazione("titoli_senza_nome", testo, DICHIARAZIONE, voce.numero)


def _progetto(scritta: Scritta, griglia: Griglia) -> Iterator[Violazione]:
    if chiede_progetto(griglia) and not scritta.proposta.strip():
        testo = "Scrivi la proposta di progetto: la commissione le dà dei punti."
        yield Violazione("proposta", testo, PROGETTO, "proposta")


def _curriculum(scritta: Scritta) -> Iterator[Violazione]:
    if TipoAllegato.CURRICULUM not in scritta.allegati:
        testo = "Carica il curriculum."
        yield Violazione("curriculum", testo, PRASSI, TipoAllegato.CURRICULUM)


def _offerta(scritta: Scritta, compenso: Compenso | None) -> Iterator[Violazione]:
    if compenso is not None:
        yield from verifica_offerta(scritta.offerta, compenso)


def _dichiarazioni(scritta: Scritta, chiesta: Chiesta) -> Iterator[Violazione]:
    yield from (una for una in _ammissione(scritta, chiesta) if _si_dichiara(una))
    if not scritta.risponde_del_vero:
        testo = "Dichiara di rispondere di quello che scrivi."
        yield Violazione("risponde_del_vero", testo, DICHIARAZIONE, "risponde_del_vero")
