"""What experts are told: what was decided of them, a call of their sector."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso as Notizia
from cpia.avvisi.services import metti_in_uscita
from cpia.scuola.models import Persona
from cpia.scuola.parole import data_estesa, giorno_e_ora
from selezioni_pon.enums import StatoAvviso, StatoIscrizione
from selezioni_pon.models import Avviso, IscrizioneEsperto

PREFISSO: Final = "selezioni_albo"
ESITO, AVVISO = f"{PREFISSO}.esito", f"{PREFISSO}.avviso"
OGGETTO: Final = "La tua richiesta per l’albo degli esperti"
OGGETTO_AVVISO: Final = "Un avviso per gli esperti dell’albo"


def avverti_dell_esito(riga: IscrizioneEsperto, adesso: datetime) -> int:
    """Tell who asked what was decided, in the transaction of the act."""
    notizia = Notizia(
        chiave=f"{ESITO}.{riga.pk}.{riga.stato}",
        tipo=ESITO,
        riferimento=f"{riga.pk}.{riga.stato}",
        destinatario=riga.persona,
        oggetto=OGGETTO,
        testo=_esito(riga),
        indirizzo=reverse("selezioni:albo_iscrizione", args=[riga.istituto.slug, riga.pk]),
    )
    return metti_in_uscita(istituto_id=riga.istituto_id, adesso=adesso, avvisi=[notizia])


def avverti_dell_avviso(avviso: Avviso, chi: Iterable[Persona], adesso: datetime) -> int:
    """Tell experts of a call, each once however often it is told; how many were told now."""
    entro = giorno_e_ora(avviso.scade) if avviso.scade else ""
    testo = (
        f"La scuola cerca: {avviso.selezione.ruolo}. La domanda si presenta entro {entro}. "
        "Essere nell’albo non dà punti né precedenza."
    )
    indirizzo = reverse("selezioni:avviso", args=[avviso.istituto.slug, avviso.pk])
    return metti_in_uscita(
        istituto_id=avviso.istituto_id,
        adesso=adesso,
        avvisi=[
            Notizia(
                chiave=f"{AVVISO}.{avviso.pk}.{uno.pk}",
                tipo=AVVISO,
                riferimento=str(avviso.pk),
                destinatario=uno,
                oggetto=OGGETTO_AVVISO,
                testo=testo,
                indirizzo=indirizzo,
            )
            for uno in chi
        ],
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """While what was decided holds; while the call is open and the expert is in the register."""
    righe = IscrizioneEsperto.objects.filter(
        istituto_id=promemoria.istituto_id, persona_id=promemoria.id_persona
    )
    if promemoria.tipo == ESITO:
        pk, stato = promemoria.riferimento.split(".")
        return righe.filter(pk=int(pk), stato=stato).exists()
    aperto = Avviso.objects.filter(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento),
        stato=StatoAvviso.PUBBLICATO.value, scade__gt=adesso,
    )  # fmt: skip
    oggi = timezone.localdate(adesso)
    dentro = righe.filter(stato=StatoIscrizione.ISCRITTA.value, scade__gte=oggi)
    return aperto.exists() and dentro.exists()


def _esito(riga: IscrizioneEsperto) -> str:
    if riga.stato == StatoIscrizione.ISCRITTA and riga.iscritta_dal and riga.scade:
        dal, al = data_estesa(riga.iscritta_dal), data_estesa(riga.scade)
        return f"Sei nell’albo degli esperti dal {dal} al {al}. Non è un incarico."
    if riga.stato == StatoIscrizione.RIFIUTATA:
        return "La richiesta non è accolta: il motivo si legge nel portale."
    return "L’iscrizione all’albo degli esperti è cancellata: il motivo si legge nel portale."
