"""A coming or going written by mistake is corrected, until a vote has counted who was there."""

from datetime import datetime, time

from django.db import transaction

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.models import Movimento, Seduta
from organi_collegiali.queries.aula.appello import movimenti
from organi_collegiali.services.aula.presenze_in_atto import (
    SI_ENTRA,
    annota_movimento,
    esigi_movimenti,
    istante,
)
from organi_collegiali.services.blocco import blocca_seduta


@transaction.atomic
def cambia_ora(*, autore: Contesto, adesso: datetime, movimento_id: int, alle: time) -> Movimento:
    """Correct the hour of a movement, unless a vote has counted who was there.

    The roll call is at the opening: who comes later gets another hour, nobody an earlier one.
    """
    movimento, seduta, tutti = _da_correggere(autore, movimento_id)
    prima = movimento.quando
    quando = istante(alle, adesso, seduta.aperta_il or adesso)
    altri = [altro for altro in tutti if altro.pk != movimento.pk]
    spostato = Movimento(
        pk=movimento.pk,
        convocato_id=movimento.convocato_id,
        quando=quando,
        entra=movimento.entra,
    )
    esigi_movimenti(seduta, adesso, tutti, [*altri, spostato], quando)
    movimento.quando = quando
    movimento.save(update_fields=["quando"])
    annota_movimento(autore, adesso, seduta, "corregge ora", movimento, prima=prima.isoformat())
    return movimento


@transaction.atomic
def toglie_movimento(*, autore: Contesto, adesso: datetime, movimento_id: int) -> Seduta:
    """Take back what was written by mistake, unless a vote has counted who was there."""
    movimento, seduta, tutti = _da_correggere(autore, movimento_id)
    altri = [altro for altro in tutti if altro.pk != movimento.pk]
    esigi_movimenti(seduta, adesso, tutti, altri, movimento.quando)
    annota_movimento(autore, adesso, seduta, "toglie movimento", movimento)
    movimento.delete()
    return seduta


def _da_correggere(
    autore: Contesto, movimento_id: int
) -> tuple[Movimento, Seduta, list[Movimento]]:
    trovato = Movimento.objects.select_related("convocato").get(
        pk=movimento_id, istituto=autore.istituto
    )
    seduta = blocca_seduta(autore, trovato.convocato.seduta_id, *SI_ENTRA)
    tutti = list(movimenti(seduta))
    attuale = next((movimento for movimento in tutti if movimento.pk == trovato.pk), None)
    if attuale is None:
        raise rifiuta("tolto", "Questo movimento è già stato tolto.")
    return attuale, seduta, tutti
