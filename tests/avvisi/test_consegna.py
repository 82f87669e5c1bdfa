"""Delivery under real faults: two consumers at once, a worker killed, two institutes."""

import os
import signal
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from celery import Celery
from django.db import connection
from kombu import Connection
from servizi.config import APPLICATION
from servizi.processes import spawn, wait_until

from cpia.avvisi import registri
from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Notifica, Promemoria
from cpia.avvisi.services import consegna_prossimo, metti_in_uscita
from cpia.avvisi.services.consegna import message_id
from cpia.avvisi.tasks import batti
from cpia.scuola.tenancy import istituto_corrente
from tests.avvisi import scena
from tests.avvisi.scena import MERCOLEDI, avviso
from tests.conftest import CONFIG

pytestmark = pytest.mark.django_db(transaction=True)

CODA = "prova-consegna"


def in_uscita(scuola, quanti, prefisso="prova"):
    """Write so many notices for the teacher of a school; their stable Message-IDs."""
    with istituto_corrente(scuola.istituto.pk):
        metti_in_uscita(
            istituto_id=scuola.istituto.pk,
            avvisi=[avviso(scuola.docente, f"{prefisso}.{n}") for n in range(quanti)],
            adesso=MERCOLEDI,
        )
        return {message_id(promemoria) for promemoria in Promemoria.objects.all()}


def stati(scuola):
    """How many rows of the outbox are in each state, and how many notices in the portal."""
    with istituto_corrente(scuola.istituto.pk):
        righe = Counter(Promemoria.objects.values_list("stato", flat=True))
        return dict(righe), Notifica.objects.count()


def test_two_consumers_at_once_deliver_each_row_once(posta):
    scuola = scena.scuola()
    attesi = in_uscita(scuola, 60)
    via = Barrier(4)

    def consuma(_):
        via.wait()
        quanti = 0
        try:
            while True:
                with istituto_corrente(scuola.istituto.pk):
                    if not consegna_prossimo(istituto_id=scuola.istituto.pk, adesso=MERCOLEDI):
                        return quanti
                quanti += 1
        finally:
            connection.close()

    with scena.controllo_di_prova(), ThreadPoolExecutor(4) as pool:
        consegnati = list(pool.map(consuma, range(4)))
    assert sum(consegnati) == 60
    assert sum(quanti > 0 for quanti in consegnati) > 1
    assert sorted(m["Message-ID"] for m in posta.messaggi) == sorted(attesi)
    assert stati(scuola) == ({StatoPromemoria.INVIATO: 60}, 60)


def test_one_tick_serves_two_institutes(posta):
    una, altra = scena.scuola("prima"), scena.scuola("seconda")
    attesi = in_uscita(una, 1, "uno") | in_uscita(altra, 1, "due")
    with scena.controllo_di_prova():
        batti()
    assert {m["Message-ID"] for m in posta.messaggi} == attesi
    assert stati(una) == stati(altra) == ({StatoPromemoria.INVIATO: 1}, 1)


def test_a_planner_that_breaks_in_one_institute_stops_nobody(posta, caplog):
    una, altra = scena.scuola("prima"), scena.scuola("seconda")
    in_uscita(una, 1, "uno")
    in_uscita(altra, 1, "due")

    def pianifica(istituto_id, _adesso):
        if istituto_id == una.istituto.pk:
            Promemoria.objects.get(pk=-1)

    registri.pianificatori.append(pianifica)
    try:
        with scena.controllo_di_prova():
            batti()
    finally:
        registri.pianificatori.remove(pianifica)
    assert stati(una) == stati(altra) == ({StatoPromemoria.INVIATO: 1}, 1)
    assert "DoesNotExist" in caplog.text


class Lavoratori:
    """Workers on a queue of their own, to be killed in the middle of their work."""

    def __init__(self, folder):
        self.app = Celery("prova", broker=os.environ["REDIS_URL"], set_as_current=False)
        self.folder = folder
        self.uccisi = 0
        self.attuale = None

    def avvia(self):
        """Start a worker and have it tick once."""
        self.attuale = spawn(
            "Celery worker",
            [
                sys.executable, "-m", "celery", "--app", "tests.avvisi.lavoratore", "worker",
                "--pool", "solo", "--queues", CODA,
                "--without-gossip", "--without-mingle", "--without-heartbeat",
            ],
            log=self.folder / "lavoratore.log",
            env=os.environ
            | {
                "DATABASE_URL": CONFIG.database_url(
                    APPLICATION, connection.settings_dict["NAME"]
                ),
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
        )  # fmt: skip
        self.app.send_task("cpia.avvisi.batti", queue=CODA, ignore_result=True)

    def uccidi(self):
        """kill -9: nothing is finished, nothing is told to anybody."""
        assert self.attuale.alive
        os.killpg(self.attuale.process.pid, signal.SIGKILL)
        self.attuale.process.wait()
        self.uccisi += 1


@pytest.fixture
def lavoratori(posta, valkey_url, tmp_path):
    tutti = Lavoratori(tmp_path)
    yield tutti
    tutti.attuale.stop()
    with Connection(valkey_url) as broker:
        broker.SimpleQueue(CODA).clear()


def test_a_worker_killed_again_and_again_loses_nothing(lavoratori, posta):
    scuola = scena.scuola()
    attesi = in_uscita(scuola, 200)
    for soglia in (15, 65, 115, 165):
        lavoratori.avvia()
        assert wait_until(lambda n=soglia: len(posta.folder.names()) >= n, 60)
        lavoratori.uccidi()
    assert stati(scuola)[0][StatoPromemoria.IN_ATTESA] > 0
    lavoratori.avvia()
    assert wait_until(lambda: stati(scuola)[0] == {StatoPromemoria.INVIATO: 200}, 60)

    ricevuti = Counter(messaggio["Message-ID"] for messaggio in posta.messaggi)
    assert set(ricevuti) == attesi
    assert 200 <= ricevuti.total() <= 200 + lavoratori.uccisi
    assert max(ricevuti.values()) <= 1 + lavoratori.uccisi
    assert stati(scuola) == ({StatoPromemoria.INVIATO: 200}, 200)
