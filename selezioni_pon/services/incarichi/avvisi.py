"""What is told to who is offered a post, or holds one."""

from datetime import datetime
from typing import Final

from django.urls import reverse

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso as Notizia
from cpia.avvisi.services import metti_in_uscita
from cpia.scuola.parole import fra_virgolette, giorno
from selezioni_pon.enums import StatoProposta
from selezioni_pon.models import Contratto, Proposta

PREFISSO: Final = "selezioni_incarico"
PROPOSTA, CARTA = f"{PREFISSO}.proposta", f"{PREFISSO}.carta"
PROROGA, VERIFICA, CESSATO = f"{PREFISSO}.proroga", f"{PREFISSO}.verifica", f"{PREFISSO}.cessato"
OGGETTI: Final = {
    PROPOSTA: "Ti è proposto un incarico",
    CARTA: "Il tuo incarico è pronto da firmare",
    PROROGA: "Il tuo incarico è prorogato",
    VERIFICA: "Il tuo incarico è stato verificato",
    CESSATO: "Il tuo incarico è cessato",
}


def avverti_proposta(proposta: Proposta, adesso: datetime) -> int:
    """Tell who is asked, in the transaction of the act."""
    selezione = proposta.candidatura.avviso.selezione
    testo = (
        f"Per il progetto {fra_virgolette(selezione.progetto.titolo)} tocca a te: incarico di "
        f"«{selezione.ruolo}». Rispondi entro {giorno(proposta.rispondere_entro)}: dopo, si passa "
        "a chi segue."
    )
    return _metti(proposta, PROPOSTA, f"{PROPOSTA}.{proposta.pk}", testo, adesso)


def avverti(contratto: Contratto, tipo: str, testo: str, adesso: datetime) -> int:
    """Tell who holds a post; the same kind of news once for each version of it."""
    chiave = f"{tipo}.{contratto.pk}.{contratto.versione}"
    return _metti(contratto.proposta, tipo, chiave, testo, adesso)


def avverti_cessata(proposta: Proposta, adesso: datetime) -> int:
    """Tell who had accepted that the post is no longer theirs."""
    testo = "L’incarico non continua. Nel portale trovi il giorno e il motivo."
    return _metti(proposta, CESSATO, f"{CESSATO}.{proposta.pk}", testo, adesso)


def _metti(proposta: Proposta, tipo: str, chiave: str, testo: str, adesso: datetime) -> int:
    notizia = Notizia(
        chiave=chiave,
        tipo=tipo,
        riferimento=str(proposta.pk),
        destinatario=proposta.candidatura.persona,
        oggetto=OGGETTI[tipo],
        testo=testo,
        indirizzo=reverse("selezioni:proposta", args=[proposta.istituto.slug, proposta.pk]),
    )
    return metti_in_uscita(istituto_id=proposta.istituto_id, avvisi=[notizia], adesso=adesso)


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """While the proposal is as it was told, and of who is told."""
    proposta = Proposta.objects.filter(
        istituto_id=promemoria.istituto_id,
        pk=int(promemoria.riferimento),
        candidatura__persona_id=promemoria.id_persona,
    ).first()
    if proposta is None:
        return False
    if promemoria.tipo == PROPOSTA:
        return bool(proposta.stato == StatoProposta.IN_ATTESA)
    if promemoria.tipo == CESSATO:
        return bool(proposta.stato == StatoProposta.CESSATA)
    return bool(proposta.stato in (StatoProposta.ACCETTATA, StatoProposta.CESSATA))
