"""Long work: claimed once, stopped, taken again when its worker died or the broker was away."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from celery import Celery
from django.db import connection, transaction
from kombu import Connection
from servizi.config import free_port

from cpia.avvisi.enums import StatoLavoro, StatoPromemoria
from cpia.avvisi.models import Lavoro, Notifica, Promemoria
from cpia.avvisi.services import (
    accoda,
    avanza,
    comincia,
    concludi,
    ferma_lavoro,
    lavori,
    riaccoda_persi,
)
from cpia.scuola.tenancy import istituto_corrente
from tests.avvisi import scena
from tests.avvisi.scena import MERCOLEDI, contesto

CODA = "prova-lavori"
SECONDO = timedelta(seconds=1)
POI = MERCOLEDI + timedelta(minutes=3)


def chiedi(scuola, **campi):
    """Ask for a job of three pieces as the coordinator."""
    return accoda(
        autore=contesto(scuola.coordinatrice),
        adesso=MERCOLEDI,
        **{
            "task": "prova.stampa",
            "riferimento": 7,
            "titolo": "Certificati della 2ªB AFM",
            "totale": 3,
            "indirizzo": f"/{scuola.istituto.slug}/scrivania/",
        }
        | campi,
    )


def prendi(scuola, lavoro, adesso=MERCOLEDI):
    """Claim a job as a worker does."""
    return comincia(istituto_id=scuola.istituto.pk, lavoro_id=lavoro.pk, adesso=adesso)


def adesso_piu(secondi):
    return MERCOLEDI + timedelta(seconds=secondi)


def test_a_job_under_way_is_not_asked_twice(scuola):
    primo = chiedi(scuola)
    assert chiedi(scuola) == primo
    assert chiedi(scuola, riferimento=8) != primo
    assert chiedi(scuola, task="prova.altro") != primo


def test_a_job_that_is_over_can_be_asked_again(scuola):
    primo = chiedi(scuola)
    concludi(lavoro=prendi(scuola, primo), adesso=adesso_piu(1))
    assert chiedi(scuola) != primo


def test_a_job_is_claimed_once(scuola):
    lavoro = chiedi(scuola)
    assert prendi(scuola, lavoro).stato == StatoLavoro.IN_CORSO
    assert prendi(scuola, lavoro) is None


def test_a_job_goes_on_to_its_end_and_who_asked_is_told_in_the_portal(scuola, mailoutbox):
    lavoro = prendi(scuola, chiedi(scuola))
    for secondi in (1, 2, 3):
        assert avanza(lavoro=lavoro, adesso=adesso_piu(secondi))
    concludi(lavoro=lavoro, adesso=adesso_piu(4))
    lavoro.refresh_from_db()
    assert (lavoro.stato, lavoro.fatti) == (StatoLavoro.FINITO, 3)
    assert lavoro.finito_il == adesso_piu(4)
    notifica = Notifica.objects.get()
    assert notifica.destinatario == scuola.coordinatrice
    assert notifica.oggetto == "Certificati della 2ªB AFM: pronto"
    assert Promemoria.objects.get().stato == StatoPromemoria.INVIATO
    assert mailoutbox == []


def test_failures_are_told_one_by_one(scuola):
    lavoro = prendi(scuola, chiedi(scuola))
    errore = {"chi": "Ndoye Ibra", "testo": "manca il luogo di nascita"}
    assert avanza(lavoro=lavoro, adesso=adesso_piu(1))
    assert avanza(lavoro=lavoro, adesso=adesso_piu(2), fatti=0, errore=errore)
    assert avanza(lavoro=lavoro, adesso=adesso_piu(3))
    concludi(lavoro=lavoro, adesso=adesso_piu(4))
    lavoro.refresh_from_db()
    assert (lavoro.stato, lavoro.fatti) == (StatoLavoro.NON_RIUSCITO, 2)
    assert lavoro.errori == [errore]
    assert Notifica.objects.get().oggetto.endswith("non tutto è riuscito")


def test_only_who_asked_stops_a_job_and_what_is_done_stays_done(scuola):
    lavoro = prendi(scuola, chiedi(scuola))
    assert avanza(lavoro=lavoro, adesso=adesso_piu(1))
    for chi in (scuola.docente, scuola.coordinatrice):
        assert Lavoro.objects.get().stato == StatoLavoro.IN_CORSO
        ferma_lavoro(autore=contesto(chi), lavoro_id=lavoro.pk, adesso=adesso_piu(2))
    assert not avanza(lavoro=lavoro, adesso=adesso_piu(3))
    concludi(lavoro=lavoro, adesso=adesso_piu(4))
    lavoro.refresh_from_db()
    assert (lavoro.stato, lavoro.fatti) == (StatoLavoro.FERMATO, 2)
    assert riaccoda_persi(istituto_id=scuola.istituto.pk, adesso=POI) == 0
    assert not Notifica.objects.exists()


def test_a_job_stopped_in_the_queue_never_starts(scuola):
    lavoro = chiedi(scuola)
    ferma_lavoro(autore=contesto(scuola.coordinatrice), lavoro_id=lavoro.pk, adesso=MERCOLEDI)
    assert prendi(scuola, lavoro) is None


def test_an_abandoned_job_is_taken_again_and_its_old_worker_leaves(scuola):
    vecchio = prendi(scuola, chiedi(scuola))
    assert avanza(lavoro=vecchio, adesso=adesso_piu(1))
    subito = adesso_piu(60)
    assert riaccoda_persi(istituto_id=scuola.istituto.pk, adesso=subito) == 0
    assert riaccoda_persi(istituto_id=scuola.istituto.pk, adesso=POI) == 1
    nuovo = prendi(scuola, vecchio, POI + SECONDO)
    assert (nuovo.stato, nuovo.fatti) == (StatoLavoro.IN_CORSO, 0)

    assert not avanza(lavoro=vecchio, adesso=POI + 2 * SECONDO)
    concludi(lavoro=vecchio, adesso=POI + 3 * SECONDO)
    nuovo.refresh_from_db()
    assert (nuovo.stato, nuovo.fatti) == (StatoLavoro.IN_CORSO, 0)
    assert avanza(lavoro=nuovo, adesso=POI + 4 * SECONDO)
    concludi(lavoro=nuovo, adesso=POI + 5 * SECONDO)
    nuovo.refresh_from_db()
    assert (nuovo.stato, nuovo.fatti) == (StatoLavoro.FINITO, 1)


def test_a_job_that_kills_its_workers_for_a_day_is_given_up(scuola):
    lavoro = chiedi(scuola)
    adesso = MERCOLEDI
    while adesso < MERCOLEDI + timedelta(hours=25):
        if prendi(scuola, lavoro, adesso) is None:
            break
        adesso += timedelta(minutes=30)
        riaccoda_persi(istituto_id=scuola.istituto.pk, adesso=adesso)
    lavoro.refresh_from_db()
    assert lavoro.stato == StatoLavoro.NON_RIUSCITO
    assert "chiesto di nuovo" in lavoro.errori[0]["testo"]
    assert Notifica.objects.get().destinatario == scuola.coordinatrice
    assert chiedi(scuola) != lavoro


def test_a_job_nobody_could_start_over_a_weekend_is_only_woken_up(scuola):
    lavoro = chiedi(scuola)
    lunedi = MERCOLEDI + timedelta(days=5)
    assert riaccoda_persi(istituto_id=scuola.istituto.pk, adesso=lunedi) == 1
    assert prendi(scuola, lavoro, lunedi).stato == StatoLavoro.IN_CORSO


@pytest.mark.django_db(transaction=True)
def test_asked_for_by_many_at_once_there_is_one_job():
    scuola = scena.scuola()
    via = Barrier(6)

    def in_un_thread(_):
        try:
            via.wait()
            with istituto_corrente(scuola.istituto.pk):
                return chiedi(scuola).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(in_un_thread, range(6)))) == 1


@pytest.fixture
def broker(valkey_url, monkeypatch):
    """A queue that no worker reads: what is sent to it can be looked at."""
    app = Celery("prova", broker=valkey_url, set_as_current=False)
    app.conf.task_default_queue = CODA
    monkeypatch.setattr(lavori, "current_app", app)
    with Connection(valkey_url) as attacco:
        coda = attacco.SimpleQueue(CODA)
        coda.clear()
        yield coda
        coda.clear()


def vuota(broker):
    """Nothing has been sent."""
    with pytest.raises(broker.Empty):
        broker.get_nowait()


@pytest.fixture
def broker_spento(monkeypatch):
    """Nobody listens where the broker should be; the portal's own settings for the rest."""
    spento = Celery("spento", set_as_current=False)
    spento.config_from_object("django.conf:settings", namespace="CELERY")
    spento.conf.broker_url = f"redis://127.0.0.1:{free_port()}/0"
    monkeypatch.setattr(lavori, "current_app", spento)


@pytest.mark.django_db(transaction=True)
def test_the_worker_is_woken_when_the_act_is_committed_and_not_before(broker):
    scuola = scena.scuola()
    with istituto_corrente(scuola.istituto.pk):
        lavoro = chiedi(scuola)
        vuota(broker)
    messaggio = broker.get(timeout=5)
    assert messaggio.payload[0] == [scuola.istituto.pk, lavoro.pk]
    assert messaggio.headers["task"] == "prova.stampa"
    with istituto_corrente(scuola.istituto.pk):
        chiedi(scuola, riferimento=9)
        transaction.set_rollback(True)
    vuota(broker)


@pytest.mark.django_db(transaction=True)
def test_without_the_broker_the_row_stays_and_the_tick_wakes_it_up(broker_spento, caplog, request):
    scuola = scena.scuola()
    with istituto_corrente(scuola.istituto.pk):
        lavoro = chiedi(scuola)
    assert "broker assente" in caplog.text
    assert scuola.coordinatrice.cognome not in caplog.text

    broker = request.getfixturevalue("broker")
    with istituto_corrente(scuola.istituto.pk):
        assert Lavoro.objects.get(pk=lavoro.pk).stato == StatoLavoro.IN_CODA
        assert riaccoda_persi(istituto_id=scuola.istituto.pk, adesso=POI) == 1
    messaggio = broker.get(timeout=5)
    assert messaggio.payload[0] == [scuola.istituto.pk, lavoro.pk]


@pytest.mark.django_db(transaction=True)
def test_a_broker_wiped_loses_no_job(broker, valkey_url):
    scuola = scena.scuola()
    with istituto_corrente(scuola.istituto.pk):
        chiesti = {chiedi(scuola, riferimento=n).pk for n in range(5)}
    assert broker.clear() == 5
    with istituto_corrente(scuola.istituto.pk):
        riaccoda_persi(istituto_id=scuola.istituto.pk, adesso=POI)
    assert {broker.get(timeout=5).payload[0][1] for _ in chiesti} == chiesti
