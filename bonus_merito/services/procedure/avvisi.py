"""What is told to who may take part: that one may ask, and by when."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from bonus_merito.enums import StatoProcedura
from bonus_merito.models import Procedura
from bonus_merito.queries.partecipanti import partecipanti
from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.scuola.parole import giorno_e_ora

PREFISSO = "bonus_richieste"
APERTURA, PROROGA, RICEVUTA = f"{PREFISSO}.apertura", f"{PREFISSO}.proroga", f"{PREFISSO}.ricevuta"
TITOLI = {
    APERTURA: "Bonus: si può chiedere di partecipare",
    PROROGA: "Bonus: c’è più tempo per chiedere",
}


def avverti(procedura: Procedura, tipo: str, adesso: datetime) -> int:
    """Tell who may take part today, in the transaction of the act; how many. No name, no amount."""
    if procedura.scade is None:
        return 0
    anno = procedura.fondo.anno_scolastico
    testo = (
        f"Anno scolastico {anno}. Chi vuole partecipare lo chiede entro "
        f"{giorno_e_ora(procedura.scade)}, e dichiara le attività svolte quest’anno. "
        "Chiedere non è obbligatorio."
    )
    return metti_in_uscita(
        istituto_id=procedura.istituto_id,
        adesso=adesso,
        avvisi=[
            Avviso(
                chiave=f"{tipo}.{procedura.pk}.{procedura.versione}.{chi.pk}",
                tipo=tipo,
                riferimento=str(procedura.pk),
                destinatario=chi,
                oggetto=TITOLI[tipo],
                testo=testo,
                indirizzo=reverse("bonus:mia", args=[procedura.istituto.slug, procedura.pk]),
            )
            for chi in partecipanti(procedura, timezone.localdate(adesso))
        ],
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """A receipt always; an invitation while one may still ask, and the person may."""
    if promemoria.tipo == RICEVUTA:
        return True
    procedura = (
        Procedura.objects.filter(
            istituto_id=promemoria.istituto_id,
            pk=int(promemoria.riferimento),
            stato=StatoProcedura.APERTA.value,
            scade__gt=adesso,
        )
        .select_related("istituto")
        .first()
    )
    if procedura is None:
        return False
    giorno = timezone.localdate(adesso)
    return partecipanti(procedura, giorno).filter(pk=promemoria.id_persona).exists()
