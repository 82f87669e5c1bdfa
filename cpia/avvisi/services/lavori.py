"""Long work: asked for in a transaction, done by a worker, watched by who waits.

The row in PostgreSQL is the truth; the message to the broker only wakes a worker up. When the
broker lost it, the scheduler's tick sends it again. ``aggiornato_il`` is also the token of who
holds the job: a worker that was given up for dead and comes back finds another one and leaves.
"""

import logging
from datetime import datetime, timedelta
from functools import partial

from celery import current_app
from django.db import transaction
from django.urls import reverse
from kombu.exceptions import OperationalError

from cpia.avvisi.enums import StatoLavoro
from cpia.avvisi.models import Lavoro, Notifica
from cpia.avvisi.services.uscita import Avviso, mostra_nel_portale
from cpia.scuola.access import Contesto

ABBANDONATO_DOPO = timedelta(minutes=2)
SI_RINUNCIA_DOPO = timedelta(days=1)
INTERROTTO = {"chi": "Il lavoro", "testo": "si è interrotto più volte: va chiesto di nuovo."}
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
    lavoro, nuovo = Lavoro.objects.get_or_create(
        istituto=autore.istituto,
        tipo=task,
        riferimento=riferimento,
        stato__in=APERTI,
        defaults={
            "titolo": titolo,
            "indirizzo": indirizzo,
            "totale": totale,
            "richiesto_da": autore.persona,
            "richiesto_il": adesso,
            "aggiornato_il": adesso,
        },
    )
    if nuovo:
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
    attuale = _ancora_mio(lavoro)
    if attuale is None:
        return False
    attuale.fatti = min(attuale.fatti + fatti, attuale.totale)
    attuale.errori = [*attuale.errori, errore] if errore else attuale.errori
    attuale.aggiornato_il = lavoro.aggiornato_il = adesso
    attuale.save(update_fields=["fatti", "errori", "aggiornato_il"])
    return attuale.stato == StatoLavoro.IN_CORSO


def _ancora_mio(lavoro: Lavoro) -> Lavoro | None:
    """The row as it is now, locked; None when another worker has taken the job meanwhile."""
    attuale = Lavoro.objects.select_for_update().get(istituto_id=lavoro.istituto_id, pk=lavoro.pk)
    return attuale if attuale.aggiornato_il == lavoro.aggiornato_il else None


@transaction.atomic
def concludi(*, lavoro: Lavoro, adesso: datetime) -> None:
    """The job is over: with errors it says so, and who asked finds a notice in the portal."""
    attuale = _ancora_mio(lavoro)
    if attuale is None:
        return
    if attuale.stato == StatoLavoro.IN_CORSO:
        attuale.stato = StatoLavoro.NON_RIUSCITO if attuale.errori else StatoLavoro.FINITO
        mostra_nel_portale(istituto_id=attuale.istituto_id, avviso=_avviso(attuale), adesso=adesso)
    attuale.finito_il = attuale.aggiornato_il = adesso
    attuale.save(update_fields=["stato", "finito_il", "aggiornato_il"])


def chiave_avviso(lavoro_id: int) -> str:
    """The key of the notice that a job is over."""
    return f"avvisi.lavoro.{lavoro_id}"


@transaction.atomic
def segna_lavoro_visto(*, autore: Contesto, lavoro: Lavoro, adesso: datetime) -> None:
    """Who sees on the page that the job is over need not be told again by the notice."""
    Notifica.objects.filter(
        istituto=autore.istituto,
        destinatario=autore.persona,
        promemoria__chiave=chiave_avviso(lavoro.pk),
        letta_il__isnull=True,
    ).update(letta_il=adesso)


def _avviso(lavoro: Lavoro) -> Avviso:
    riuscito = lavoro.stato == StatoLavoro.FINITO
    return Avviso(
        chiave=chiave_avviso(lavoro.pk),
        tipo="avvisi.lavoro",
        riferimento=f"lavoro/{lavoro.pk}",
        destinatario=lavoro.richiesto_da,
        oggetto=f"{lavoro.titolo}: {'pronto' if riuscito else 'non tutto è riuscito'}"[:200],
        testo=f"{lavoro.fatti} di {lavoro.totale}.",
        indirizzo=reverse("lavoro", args=[lavoro.istituto.slug, lavoro.pk]),
    )


@transaction.atomic
def ferma_lavoro(*, autore: Contesto, lavoro_id: int, adesso: datetime) -> None:
    """Who asked for a job stops it; what is done stays done."""
    # Not aggiornato_il: the worker that holds the job still counts the piece in its hands.
    Lavoro.objects.filter(
        istituto=autore.istituto, richiesto_da=autore.persona, pk=lavoro_id, stato__in=APERTI
    ).update(stato=StatoLavoro.FERMATO, finito_il=adesso)


@transaction.atomic
def riaccoda_persi(*, istituto_id: int, adesso: datetime) -> int:
    """Wake up again what nobody has touched for a while; how many.

    A worker killed in the middle leaves its job IN_CORSO and silent: it goes back to the queue,
    and what it had finished is recognised and not done twice. One that still does not end after
    a day is declared failed, so that who asked may ask again.
    """
    fermi = Lavoro.objects.select_for_update(skip_locked=True).filter(
        istituto_id=istituto_id, stato__in=APERTI, aggiornato_il__lt=adesso - ABBANDONATO_DOPO
    )
    for lavoro in fermi:
        if lavoro.stato == StatoLavoro.IN_CORSO and adesso - lavoro.richiesto_il > SI_RINUNCIA_DOPO:
            _rinuncia(lavoro, adesso)
        else:
            _rimetti_in_coda(lavoro, adesso)
    return len(fermi)


def _rimetti_in_coda(lavoro: Lavoro, adesso: datetime) -> None:
    lavoro.stato, lavoro.aggiornato_il = StatoLavoro.IN_CODA, adesso
    lavoro.fatti, lavoro.errori = 0, []
    lavoro.save(update_fields=["stato", "aggiornato_il", "fatti", "errori"])
    transaction.on_commit(partial(_sveglia, lavoro.tipo, lavoro.istituto_id, lavoro.pk))


def _rinuncia(lavoro: Lavoro, adesso: datetime) -> None:
    lavoro.errori = [*lavoro.errori, INTERROTTO]
    lavoro.save(update_fields=["errori"])
    concludi(lavoro=lavoro, adesso=adesso)
