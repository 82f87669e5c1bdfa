"""The receipt by mail: to an address, since who applies is no person of the school yet."""

from datetime import datetime

from django.urls import reverse

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Lettera, metti_in_uscita
from patto_formativo.documents import ricevuta
from patto_formativo.models import AperturaIscrizioni, DomandaIscrizione

PREFISSO = "iscrizioni"


def manda_ricevuta(domanda: DomandaIscrizione, codice: str, adesso: datetime) -> None:
    """Put the receipt in the outbox, in the transaction of the application; none without e-mail."""
    if not domanda.email:
        return
    apertura = AperturaIscrizioni.objects.filter(
        istituto_id=domanda.istituto_id, anno_scolastico_id=domanda.anno_scolastico_id
    ).first()
    carte = set(domanda.carte.values_list("tipo", flat=True))
    lettera = Lettera(
        chiave=f"{PREFISSO}.ricevuta.{domanda.pk}",
        tipo=f"{PREFISSO}.ricevuta",
        riferimento=str(domanda.pk),
        email=domanda.email,
        oggetto=ricevuta.OGGETTO,
        testo=ricevuta.testo(domanda, codice, carte, apertura),
        indirizzo=reverse("patto:segui", args=[domanda.istituto.slug]),
    )
    metti_in_uscita(istituto_id=domanda.istituto_id, avvisi=[lettera], adesso=adesso)


def ancora_dovuta(promemoria: Promemoria, adesso: datetime) -> bool:
    """The receipt of an application is due whatever came of it, to the address it has now."""
    return DomandaIscrizione.objects.filter(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento), email=promemoria.email
    ).exists()
