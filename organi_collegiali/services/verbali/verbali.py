"""The minutes of a sitting: opened when it closes, approved by the vote of a later one."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from organi_collegiali.documents import parole_verbale as parole
from organi_collegiali.enums import StatoVerbale
from organi_collegiali.models import Avviso, Punto, Seduta, Verbale
from organi_collegiali.queries.verbali import verbali as queries
from organi_collegiali.rules.verbali import stati_verbale as rules
from organi_collegiali.services.verbali.anomalie import segna_anomalie
from organi_collegiali.services.verbali.blocco_verbale import blocca_verbale


@transaction.atomic
def apri_verbale(
    *,
    autore: Contesto,
    adesso: datetime,
    seduta: Seduta,
    aggiornata: bool = False,
    conto: Sequence[Motivo] = (),
) -> Verbale:
    """The draft of the minutes of a sitting that has just been closed; the same if it is there.

    The words that open and close it come from what was recorded, and may be changed: ``conto`` is
    the count by which the legal number was missing.
    """
    verbale, nuovo = Verbale.objects.get_or_create(
        istituto=autore.istituto,
        seduta=seduta,
        defaults={
            "apertura": parole.apertura(seduta, _avviso(seduta)),
            "chiusura": parole.chiusura(
                seduta, seduta.chiusa_il or adesso, aggiornata=aggiornata, conto=conto
            ),
        },
    )
    if nuovo:
        annota(autore=autore, adesso=adesso, azione="apre il verbale", oggetto=verbale)
    return verbale


def _avviso(seduta: Seduta) -> Avviso | None:
    inviati = Avviso.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta)
    return (
        inviati.filter(inviato_il__isnull=False)
        .select_related("protocollo")
        .order_by("inviato_il", "id")
        .first()
    )


@transaction.atomic
def approva_verbale(*, autore: Contesto, adesso: datetime, punto: Punto) -> Verbale | None:
    """The organ has approved the minutes that an item names: from now their words do not change.

    An item that names no minutes kept here (those of a paper register) approves none; minutes
    voted down stay in reading, and what was deliberated stays effective (`004` art. 12). The term
    to publish them runs from today. Raises AttoRifiutato when they are not in reading or a remark
    still waits for an answer.
    """
    trovato = queries.verbale_da_approvare(punto)
    if trovato is None:
        return None
    verbale = blocca_verbale(autore, trovato.pk)
    esigi(rules.verifica_approvazione(queries.stato_di(verbale)))
    segna_anomalie(verbale)
    oggi = timezone.localdate(adesso)
    verbale.stato, verbale.approvato_il = StatoVerbale.APPROVATO, adesso
    verbale.approvato_nel = punto
    verbale.pubblicare_entro = queries.termine_di_pubblicazione(verbale.seduta.organo, oggi).giorno
    verbale.save(update_fields=["stato", "approvato_il", "approvato_nel", "pubblicare_entro"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="approva il verbale",
        oggetto=verbale,
        dati={"punto": punto.pk, "seduta": punto.seduta_id},
    )
    return verbale
