"""What whoever applies is told: what was sent has come, or was taken back."""

from datetime import datetime
from typing import Final

from django.urls import reverse

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso as Notizia
from cpia.avvisi.services import metti_in_uscita
from cpia.scuola.parole import giorno_e_ora
from selezioni_pon.models import Invio
from selezioni_pon.rules.termine import al_secondo

PREFISSO: Final = "selezioni_candidatura"
INVIATA, RITIRATA = f"{PREFISSO}.inviata", f"{PREFISSO}.ritirata"
OGGETTI: Final = {
    INVIATA: "La tua domanda è arrivata",
    RITIRATA: "La tua domanda è ritirata",
}


def avvisa(invio: Invio, tipo: str, adesso: datetime) -> None:
    """Tell who sent it, in the transaction of the act; the mail names nobody."""
    candidatura = invio.candidatura
    notizia = Notizia(
        chiave=f"{tipo}.{invio.pk}",
        tipo=tipo,
        riferimento=str(invio.pk),
        destinatario=candidatura.persona,
        oggetto=OGGETTI[tipo],
        testo=_detto(invio, tipo, adesso),
        indirizzo=reverse("selezioni:inviata", args=[candidatura.istituto.slug, invio.pk]),
    )
    metti_in_uscita(istituto_id=invio.istituto_id, avvisi=[notizia], adesso=adesso)


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """As long as what it tells of is what happened last to what was sent."""
    invio = Invio.objects.filter(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento)
    ).first()
    if invio is None:
        return False
    return (invio.ritirato_il is not None) == (promemoria.tipo == RITIRATA)


def _detto(invio: Invio, tipo: str, adesso: datetime) -> str:
    avviso = invio.candidatura.avviso
    cosa = f"all’avviso per «{avviso.selezione.ruolo}»"
    entro = f" Il termine è {giorno_e_ora(avviso.scade)}." if avviso.scade else ""
    if tipo == RITIRATA:
        return (
            f"Hai ritirato la domanda {cosa}, {al_secondo(adesso)}. Fino al termine la puoi "
            f"inviare di nuovo.{entro}"
        )
    return (
        f"La domanda {cosa} è arrivata {al_secondo(invio.inviato_il)}, protocollo n. "
        f"{invio.protocollo}. Impronta SHA-256: {invio.impronta}. La ricevuta è nel portale. "
        f"Fino al termine la puoi cambiare e inviare di nuovo, o ritirare.{entro}"
    )
