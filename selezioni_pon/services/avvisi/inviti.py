"""What the staff is told: a call for them is on the albo, or is there no more; who applied too."""

from datetime import date, datetime
from typing import Final

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso as Notizia
from cpia.avvisi.services import metti_in_uscita
from cpia.scuola.models import Persona
from cpia.scuola.parole import fra_virgolette, giorno_e_ora
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Candidatura
from selezioni_pon.queries.destinatari import in_servizio, riguarda_il_personale

PREFISSO: Final = "selezioni_avviso"
PUBBLICATO, REVOCATO = f"{PREFISSO}.pubblicato", f"{PREFISSO}.revocato"
OGGETTI: Final = {
    PUBBLICATO: "C’è un avviso di selezione per il personale",
    REVOCATO: "Un avviso di selezione è revocato",
}
STATI: Final = {PUBBLICATO: StatoAvviso.PUBBLICATO, REVOCATO: StatoAvviso.REVOCATO}


def avverti(avviso: Avviso, tipo: str, adesso: datetime) -> int:
    """Tell whom it concerns, in the transaction of the act; how many.

    The staff, of a call for them; of one that is revoked also who wrote an application to it.
    """
    testo = _detto(avviso, tipo)
    indirizzo = reverse("selezioni:avviso", args=[avviso.istituto.slug, avviso.pk])
    return metti_in_uscita(
        istituto_id=avviso.istituto_id,
        adesso=adesso,
        avvisi=[
            Notizia(
                chiave=f"{tipo}.{avviso.pk}.{chi.pk}",
                tipo=tipo,
                riferimento=str(avviso.pk),
                destinatario=chi,
                oggetto=OGGETTI[tipo],
                testo=testo,
                indirizzo=indirizzo,
            )
            for chi in _a_chi(avviso, tipo, timezone.localdate(adesso))
        ],
    )


def _a_chi(avviso: Avviso, tipo: str, oggi: date) -> QuerySet[Persona]:
    personale = in_servizio(avviso.istituto_id, oggi)
    if not riguarda_il_personale(avviso):
        personale = personale.none()
    if tipo != REVOCATO:
        return personale
    chi = Q(pk__in=personale.order_by().values("pk")) | Q(
        pk__in=Candidatura.objects.filter(avviso=avviso).values("persona")
    )
    return Persona.objects.filter(chi, istituto_id=avviso.istituto_id).order_by("pk")


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """While the call is as it was told, still open if it is, and it concerns the person."""
    avviso = Avviso.objects.filter(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento)
    ).first()
    if avviso is None or avviso.stato != STATI[promemoria.tipo]:
        return False
    scaduto = avviso.scade is None or avviso.scade <= adesso
    if promemoria.tipo == PUBBLICATO and scaduto:
        return False
    chi = _a_chi(avviso, promemoria.tipo, timezone.localdate(adesso))
    return chi.filter(pk=promemoria.id_persona).exists()


def _detto(avviso: Avviso, tipo: str) -> str:
    selezione = avviso.selezione
    cosa = f"«{selezione.ruolo}» per il progetto {fra_virgolette(selezione.progetto.titolo)}"
    if tipo == REVOCATO:
        return f"Non si cerca più {cosa}. Nel portale e all’albo trovi il motivo."
    fino = f" entro {giorno_e_ora(avviso.scade)}" if avviso.scade else ""
    return f"Si cerca {cosa}. Chi vuole candidarsi lo fa{fino}, come è scritto nell’avviso."
