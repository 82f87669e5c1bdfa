"""The assignments: to write, to issue, to have signed, to publish, to check. Nobody is named."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import Rimedio, StatoIncarico, StatoProposta
from selezioni_pon.models import Contratto, Proposta, VerificaIncarico
from selezioni_pon.queries.doveri import anagrafe
from selezioni_pon.queries.doveri.bozze import SETTIMANA
from selezioni_pon.queries.incarichi.atti import avviso_di, con_verifiche, vicenda_di
from selezioni_pon.rules.anagrafe import CONDIZIONE
from selezioni_pon.rules.buon_esito import ART_8
from selezioni_pon.rules.contratti import EFFICACIA
from selezioni_pon.rules.stipula import FIRMA
from selezioni_pon.rules.svolgimento import Vicenda, stato_incarico

S = StatoIncarico
UN_GIORNO: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cosa:
    """What one does of an assignment in a state: words, whose, the page."""

    chiave: str
    titolo: str
    verbo: str
    testo: str
    fonte: str
    ruolo: Ruolo = Ruolo.SEGRETERIA_PERSONALE


COSE: Final = {
    S.BOZZA: Cosa(
        "emetti_incarico", "da completare ed emettere", "Apri",
        "L’incarico accettato si completa e si emette, perché possa cominciare in tempo.", FIRMA,
        Ruolo.DIRIGENTE,
    ),
    S.DA_FIRMARE: Cosa(
        "firma_incarico", "da far firmare", "Apri",
        "La carta è emessa: quando torna firmata si registra il giorno.", FIRMA,
    ),
    S.DA_PUBBLICARE: Cosa(
        "pubblica_incarico", "da pubblicare", "Pubblica",
        "Un contratto non ha effetto, e non si paga, prima della pubblicazione.", EFFICACIA,
    ),
    S.DA_COMUNICARE: Cosa(
        "comunica_incarico", "da comunicare alla Funzione pubblica", "Registra",
        "Il contratto non ha effetto, e non si paga, prima della comunicazione.", CONDIZIONE,
    ),
    S.DA_VERIFICARE: Cosa(
        "verifica_incarico", "da verificare e liquidare", "Verifica",
        "Il lavoro è finito: si verifica, e il compenso si liquida.", ART_8, Ruolo.DIRIGENTE,
    ),
    S.DA_INTEGRARE: Cosa(
        "verifica_incarico", "con risultati da integrare", "Verifica",
        "Si è chiesto di integrare i risultati: finiti i giorni si verifica di nuovo.", ART_8,
        Ruolo.DIRIGENTE,
    ),
}  # fmt: skip


def doveri(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    """Of the office and of who directs. Three queries."""
    oggi = timezone.localdate(adesso)
    for proposta in _da_scrivere(istituto_id):
        yield _scrivi(proposta, oggi)
    for contratto in _non_finiti(istituto_id):
        vicenda = vicenda_di(contratto)
        stato = stato_incarico(vicenda, oggi)
        if stato in COSE:
            yield _dovere(contratto, COSE[stato], *_quando(contratto, vicenda, stato))
        yield from anagrafe.doveri(contratto, vicenda)


def _da_scrivere(istituto_id: int) -> list[Proposta]:
    return list(
        Proposta.objects.filter(
            istituto_id=istituto_id, stato=StatoProposta.ACCETTATA.value, contratto__isnull=True
        )
        .select_related("candidatura__avviso__selezione")
        .order_by("pk")
    )


def _non_finiti(istituto_id: int) -> list[Contratto]:
    """Those of which something may be left to do; what was paid, and told, is not read again."""
    chiusa = VerificaIncarico.objects.filter(
        Q(rimedio__in=[Rimedio.LIQUIDAZIONE_PARZIALE.value, Rimedio.RISOLUZIONE.value])
        | Q(rimedio=Rimedio.LIQUIDAZIONE.value, svolte__gte=F("contratto__ore")),
        contratto=OuterRef("pk"),
    )
    tutti = anagrafe.con_il_pagato(Contratto.objects.filter(istituto_id=istituto_id))
    righe = tutti.filter(~Exists(chiusa) | anagrafe.DA_COMUNICARE)
    return list(con_verifiche(righe).order_by("pk"))


def _quando(contratto: Contratto, vicenda: Vicenda, stato: StatoIncarico) -> tuple[date, date]:
    """From when it is on the desk, and by when it is done."""
    if stato is S.DA_VERIFICARE:
        return vicenda.fine + UN_GIORNO, vicenda.fine + SETTIMANA
    if stato is S.DA_INTEGRARE:
        entro = vicenda.passi[-1].entro or vicenda.passi[-1].data
        return entro + UN_GIORNO, entro + SETTIMANA
    dal = _dal(contratto, stato)
    # It begins on that day; what is late already has a week.
    return dal, contratto.dal if contratto.dal > dal else dal + SETTIMANA


def _dal(contratto: Contratto, stato: StatoIncarico) -> date:
    if stato in (S.DA_PUBBLICARE, S.DA_COMUNICARE) and contratto.firmato_il is not None:
        firmato: date = contratto.firmato_il
        return firmato
    documento = contratto.documento
    return timezone.localdate(documento.emesso_il if documento else contratto.scritto_il)


def _dovere(contratto: Contratto, cosa: Cosa, dal: date, entro: date) -> Dovere:
    return Dovere(
        chiave=f"selezioni.{cosa.chiave}.{contratto.pk}",
        titolo=f"Incarico di «{avviso_di(contratto).selezione.ruolo}» {cosa.titolo}",
        dettaglio=f"{cosa.testo} Va dal {data_estesa(contratto.dal)} al "
        f"{data_estesa(contratto.al)}.",
        verbo=cosa.verbo,
        pagina="selezioni:incarico",
        oggetto=contratto.pk,
        visibile_dal=dal,
        entro_il=entro,
        ruolo=cosa.ruolo,
        perche=(Motivo(cosa.chiave, cosa.fonte, cosa.testo),),
    )


def _scrivi(proposta: Proposta, oggi: date) -> Dovere:
    dal = timezone.localdate(proposta.risposta_il) if proposta.risposta_il else oggi
    testo = "La proposta è accettata: si scrive la lettera o il contratto."
    return Dovere(
        chiave=f"selezioni.scrivi_incarico.{proposta.pk}",
        titolo=f"Incarico di «{proposta.candidatura.avviso.selezione.ruolo}» da scrivere",
        dettaglio=testo,
        verbo="Scrivi",
        pagina="selezioni:incarico_scrivi",
        oggetto=proposta.pk,
        visibile_dal=dal,
        entro_il=dal + SETTIMANA,
        ruolo=Ruolo.SEGRETERIA_PERSONALE,
        perche=(Motivo("contratto", FIRMA, testo),),
    )
