"""Long work: asked for in a transaction, done by a worker, watched by who waits.

The row in PostgreSQL is the truth; the message to the broker only wakes a worker up. When the
broker lost it, the scheduler's tick sends it again.
"""

import logging
from datetime import datetime, timedelta
from functools import partial

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from cpia.avvisi.enums import StatoLavoro
from cpia.avvisi.models import Lavoro
from cpia.scuola.access import Contesto

ABBANDONATO_DOPO = timedelta(minutes=2)
APERTI = [StatoLavoro.IN_CODA, StatoLavoro.IN_CORSO]
log = logging.getLogger(__name__)


@transaction.atomic
def accoda(
    *,
    autore: Contesto,
    adesso: datetime,
    task: str,
    riferimento: int,
    titolo: str,
    totale: int,
    indirizzo: str = "",
) -> Lavoro:
    """Ask for a long job by the name of its task; one that is already under way is returned."""
    lavoro = Lavoro.objects.filter(
        istituto=autore.istituto, tipo=task, riferimento=riferimento, stato__in=APERTI
    ).first()
    if lavoro is None:
        lavoro = Lavoro.objects.create(
            istituto=autore.istituto,
            tipo=task,
            riferimento=riferimento,
            titolo=titolo,
            indirizzo=indirizzo,
            totale=totale,
            richiesto_da=autore.persona,
            richiesto_il=adesso,
            aggiornato_il=adesso,
        )
        transaction.on_commit(partial(_sveglia, task, lavoro.istituto_id, lavoro.pk))
    return lavoro


def _sveglia(task: str, istituto_id: int, lavoro_id: int) -> None:
    try:
        current_app.send_task(task, args=[istituto_id, lavoro_id], ignore_result=True)
    except OperationalError:
        # The row is committed: the next tick wakes the worker when the broker is back.
        log.warning("broker assente: il lavoro %s parte al prossimo battito", lavoro_id)


@transaction.atomic
def comincia(*, istituto_id: int, lavoro_id: int, adesso: datetime) -> Lavoro | None:
    """Claim a job for this worker; None when it is finished, stopped or somebody else's."""
    presi = Lavoro.objects.filter(
        istituto_id=istituto_id, pk=lavoro_id, stato=StatoLavoro.IN_CODA
    ).update(stato=StatoLavoro.IN_CORSO, aggiornato_il=adesso)
    return Lavoro.objects.get(pk=lavoro_id) if presi else None


@transaction.atomic
def avanza(
    *, lavoro: Lavoro, adesso: datetime, fatti: int = 1, errore: dict[str, str] | None = None
) -> bool:
    """Say that ``fatti`` more are done; False when somebody has asked to stop."""
    attuale = Lavoro.objects.select_for_update().get(pk=lavoro.pk)
    attuale.fatti = min(attuale.fatti + fatti, attuale.totale)
    attuale.errori = [*attuale.errori, errore] if errore else attuale.errori
    attuale.aggiornato_il = adesso
    attuale.save(update_fields=["fatti", "errori", "aggiornato_il"])
    return attuale.stato == StatoLavoro.IN_CORSO


@transaction.atomic
def concludi(*, lavoro: Lavoro, adesso: datetime) -> None:
    """The job is over; with errors it says so."""
    attuale = Lavoro.objects.select_for_update().get(pk=lavoro.pk)
    if attuale.stato == StatoLavoro.IN_CORSO:
        attuale.stato = StatoLavoro.NON_RIUSCITO if attuale.errori else StatoLavoro.FINITO
    attuale.finito_il = attuale.aggiornato_il = adesso
    attuale.save(update_fields=["stato", "finito_il", "aggiornato_il"])


@transaction.atomic
def ferma_lavoro(*, autore: Contesto, lavoro_id: int, adesso: datetime) -> None:
    """Who asked for a job stops it; what is done stays done."""
    Lavoro.objects.filter(
        istituto=autore.istituto, richiesto_da=autore.persona, pk=lavoro_id, stato__in=APERTI
    ).update(stato=StatoLavoro.FERMATO, aggiornato_il=adesso)


@transaction.atomic
def riaccoda_persi(*, istituto_id: int, adesso: datetime) -> int:
    """Wake up again what nobody has touched for a while; how many.

    A worker killed in the middle leaves its job IN_CORSO and silent: it goes back to the queue,
    and what it had finished is recognised and not done twice.
    """
    fermi = Lavoro.objects.select_for_update(skip_locked=True).filter(
        istituto_id=istituto_id, stato__in=APERTI, aggiornato_il__lt=adesso - ABBANDONATO_DOPO
    )
    for lavoro in fermi:
        lavoro.stato, lavoro.aggiornato_il = StatoLavoro.IN_CODA, adesso
        lavoro.fatti, lavoro.errori = 0, []
        lavoro.save(update_fields=["stato", "aggiornato_il", "fatti", "errori"])
        transaction.on_commit(partial(_sveglia, lavoro.tipo, istituto_id, lavoro.pk))
    return len(fermi)
