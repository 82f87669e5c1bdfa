"""Long imports: a bar that moves, all or nothing, whatever happens to the worker in the middle."""

import os
import signal
import sys
from contextlib import closing
from datetime import date, timedelta
from itertools import count

import psycopg2
import pytest
from celery import Celery
from django.db import connection
from django.utils import timezone
from kombu import Connection
from servizi.config import APPLICATION
from servizi.processes import spawn, wait_until

from cpia.atti.models import Operazione
from cpia.avvisi import services as avvisi
from cpia.avvisi import svolgimento
from cpia.avvisi.enums import StatoLavoro
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import lavori
from cpia.scuola import tasks
from cpia.scuola.importazione import queries
from cpia.scuola.importazione.rules.tracciati import Tipo
from cpia.scuola.models import Importazione, Incarico, Iscrizione, Persona
from cpia.scuola.services import importazioni as servizi
from cpia.scuola.tenancy import istituto_corrente
from tests.ambiente import CONFIG
from tests.factories.scuola import (
    ADESSO,
    ClasseFactory,
    CorsoFactory,
    IncaricoFactory,
    IstitutoFactory,
    contesto,
)

pytestmark = pytest.mark.django_db(transaction=True)
QUANTI = 1200
CODA = "prova-importazioni"
# A person of the last block, who is made to collide with one that nobody has committed yet.
ULTIMO = "RSSNNA08E43B157T"


def elenco(quanti=QUANTI):
    """Invented students of 2ªA AFM; the last one has a codice fiscale."""
    primo = date(2007, 1, 1)
    nati = [primo + timedelta(days=n % 700) for n in range(quanti - 1)]
    righe = [
        f"Cognome{chr(97 + n // 26 % 26)}{chr(97 + n % 26)};Nome;{nato:%d/%m/%Y};;2A AFM"
        for n, nato in enumerate(nati)
    ]
    return "\n".join(
        ["cognome;nome;data di nascita;cf;classe", *righe, f"Rossi;Anna;03/05/2008;{ULTIMO};2A AFM"]
    )


class Scuola:
    """An institute, its segreteria and a long file that it has loaded."""

    def __init__(self):
        self.istituto = IstitutoFactory()
        with self:
            ClasseFactory(
                istituto=self.istituto,
                sezione="A",
                corso=CorsoFactory(istituto=self.istituto, sigla="AFM"),
            )
            self.autore = contesto(IncaricoFactory(istituto=self.istituto, segreteria=True).persona)
            self.importazione = servizi.carica_importazione(
                autore=self.autore,
                adesso=ADESSO,
                tipo=Tipo.STUDENTI,
                anno=2023,
                nome_file="alunni.csv",
                contenuto=elenco().encode(),
            )

    def __enter__(self):
        self._dentro = istituto_corrente(self.istituto.pk)
        self._dentro.__enter__()

    def __exit__(self, *guasto):
        return self._dentro.__exit__(*guasto)

    def chiedi(self, atto=servizi.chiedi_esecuzione, adesso=ADESSO, **altro):
        """Ask for the act on the file, and the job that was born of it."""
        with self:
            atto(autore=self.autore, adesso=adesso, importazione=self.importazione, **altro)
            return Lavoro.objects.get(finito_il=None)

    def chiedi_esecuzione(self, **altro):
        return self.chiedi(solo_giuste=False, **altro)

    def svolgi(self, lavoro):
        """Do the job as the worker does; how it stands then."""
        compito = {queries.IMPORTA: tasks.importa, queries.ANNULLA: tasks.annulla}[lavoro.tipo]
        compito(self.istituto.pk, lavoro.pk)
        with self:
            return Lavoro.objects.get(pk=lavoro.pk)

    def stato(self):
        """How many enrolments there are, and whether the import was carried out and taken back."""
        with self:
            self.importazione = Importazione.objects.get(pk=self.importazione.pk)
            self.importazione.istituto = self.istituto
            return (
                Iscrizione.objects.count(),
                self.importazione.eseguita_il is not None,
                self.importazione.annullata_il is not None,
            )

    def atti(self):
        with self:
            return list(Operazione.objects.order_by("id").values_list("azione", flat=True))


@pytest.fixture
def broker(valkey_url, monkeypatch):
    """A queue that only the workers of this test read."""
    app = Celery("prova", broker=valkey_url, set_as_current=False)
    app.conf.task_default_queue = CODA
    monkeypatch.setattr(lavori, "current_app", app)
    with Connection(valkey_url) as attacco:
        coda = attacco.SimpleQueue(CODA)
        coda.clear()
        yield coda
        coda.clear()


@pytest.fixture
def scuola(broker):
    return Scuola()


@pytest.fixture
def a_ogni_passo(monkeypatch):
    """Do something at every movement of the bar, where nothing of the act is committed yet."""
    passi, numeri = [], count()
    avanza = avvisi.avanza
    monkeypatch.setattr(svolgimento, "OGNI", 0)

    def inizia(fai=lambda _: None):
        def anche(**campi):
            fai(next(numeri))
            passi.append((campi["fatti"], Iscrizione.objects.count()))
            return avanza(**campi)

        monkeypatch.setattr(avvisi, "avanza", anche)
        return passi

    return inizia


def test_a_long_file_is_left_to_the_worker_and_done_whole(scuola, broker):
    assert servizi.e_lunga(scuola.importazione)
    lavoro = scuola.chiedi_esecuzione()
    assert broker.get(timeout=5).payload[0] == [scuola.istituto.pk, lavoro.pk]
    assert (lavoro.totale, lavoro.titolo) == (QUANTI, "Importazione di alunni.csv")
    assert lavoro.indirizzo == f"/{scuola.istituto.slug}/importa/{scuola.importazione.pk}/"
    assert scuola.stato() == (0, False, False)
    fatto = scuola.svolgi(lavoro)
    assert (fatto.stato, fatto.fatti, fatto.errori) == (StatoLavoro.FINITO, QUANTI, [])
    assert scuola.stato() == (QUANTI, True, False)
    assert servizi.e_lunga(scuola.importazione)

    fatto = scuola.svolgi(scuola.chiedi(servizi.chiedi_annullo))
    assert (fatto.stato, fatto.fatti) == (StatoLavoro.FINITO, QUANTI)
    assert scuola.stato() == (0, True, True)
    assert scuola.atti() == [
        "carica file da importare",
        "esegue importazione",
        "annulla importazione",
    ]


def test_the_bar_moves_while_nothing_is_visible_yet(scuola, a_ogni_passo):
    passi = a_ogni_passo()
    scuola.svolgi(scuola.chiedi_esecuzione())
    *prima, ultimo = passi
    assert len(prima) >= 5
    assert {visibili for _, visibili in prima} == {0}
    assert ultimo[1] == QUANTI
    assert sum(fatti for fatti, _ in passi) == QUANTI


def test_stopped_in_the_middle_nothing_remains(scuola, a_ogni_passo):
    lavoro = scuola.chiedi_esecuzione()

    def ferma(passo):
        if passo == 2:
            avvisi.ferma_lavoro(autore=scuola.autore, lavoro_id=lavoro.pk, adesso=ADESSO)

    a_ogni_passo(ferma)
    fermato = scuola.svolgi(lavoro)
    assert fermato.stato == StatoLavoro.FERMATO
    assert 0 < fermato.fatti < QUANTI
    assert scuola.stato() == (0, False, False)
    assert scuola.svolgi(scuola.chiedi_esecuzione()).stato == StatoLavoro.FINITO
    assert scuola.stato() == (QUANTI, True, False)


def test_a_fault_in_the_middle_leaves_nothing_and_is_told(scuola, a_ogni_passo, caplog):
    def guasta(passo):
        if passo == 2:
            raise RuntimeError(ULTIMO)

    a_ogni_passo(guasta)
    fatto = scuola.svolgi(scuola.chiedi_esecuzione())
    assert fatto.stato == StatoLavoro.NON_RIUSCITO
    assert fatto.errori == [svolgimento.GUASTO]
    assert scuola.stato() == (0, False, False)
    assert "RuntimeError" in caplog.text
    assert ULTIMO not in caplog.text


def test_who_lost_the_role_meanwhile_imports_nothing(scuola):
    lavoro = scuola.chiedi_esecuzione()
    with scuola:
        Incarico.objects.filter(persona=scuola.autore.persona).update(revocato_il=ADESSO)
    fatto = scuola.svolgi(lavoro)
    assert fatto.stato == StatoLavoro.NON_RIUSCITO
    assert fatto.errori == [
        {"chi": "alunni.csv", "testo": "chi l’ha chiesto non ha più l’incarico."}
    ]
    assert scuola.stato() == (0, False, False)


def test_what_cannot_be_taken_back_is_told_where_the_bar_is(scuola):
    scuola.svolgi(scuola.chiedi_esecuzione())
    with scuola:
        Persona.objects.filter(codice_fiscale=ULTIMO).update(nome="Annetta")
    fatto = scuola.svolgi(scuola.chiedi(servizi.chiedi_annullo))
    assert fatto.stato == StatoLavoro.NON_RIUSCITO
    assert "dopo sono cambiati i dati di 1 persona" in fatto.errori[0]["testo"]
    assert scuola.stato() == (QUANTI, True, False)


def test_a_wrong_row_is_told_at_once_and_no_job_is_born(scuola):
    with scuola:
        scuola.importazione.righe = [*scuola.importazione.righe, [9999, "Senza"]]
        scuola.importazione.save(update_fields=["righe"])
        with pytest.raises(servizi.ImportazioneRifiutata, match="1 riga errata"):
            servizi.chiedi_esecuzione(
                autore=scuola.autore,
                adesso=ADESSO,
                importazione=scuola.importazione,
                solo_giuste=False,
            )
        assert not Lavoro.objects.exists()


def test_while_it_is_under_way_columns_and_file_stay_as_they_are(scuola):
    scuola.chiedi_esecuzione()
    comuni = {"autore": scuola.autore, "importazione": scuola.importazione}
    with scuola:
        for atto in (
            lambda: servizi.scarta_importazione(**comuni, adesso=ADESSO),
            lambda: servizi.cambia_intestazione(**comuni, adesso=ADESSO, presente=False),
            lambda: servizi.correggi_colonne(
                **comuni, colonne=scuola.importazione.mappa["colonne"], aggiungi_discipline=False
            ),
        ):
            with pytest.raises(servizi.ImportazioneRifiutata, match="è già in corso"):
                atto()


def carica_ancora(scuola):
    with scuola:
        return servizi.carica_importazione(
            autore=scuola.autore,
            adesso=ADESSO,
            tipo=Tipo.STUDENTI,
            anno=2023,
            nome_file="altri.csv",
            contenuto=elenco(3).encode(),
        )


def test_another_file_loaded_meanwhile_does_not_take_away_the_one_in_the_queue(scuola):
    lavoro = scuola.chiedi_esecuzione()
    altra = carica_ancora(scuola)
    assert scuola.svolgi(lavoro).stato == StatoLavoro.FINITO
    assert scuola.stato() == (QUANTI, True, False)
    assert len(altra.righe) == 3


def test_another_file_is_loaded_while_a_worker_is_at_the_first(scuola, a_ogni_passo):
    lavoro = scuola.chiedi_esecuzione()

    def carica(passo):
        if passo == 1:
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '2s'")
            carica_ancora(scuola)

    a_ogni_passo(carica)
    assert scuola.svolgi(lavoro).stato == StatoLavoro.FINITO
    assert scuola.stato() == (QUANTI, True, False)


def test_what_was_done_by_a_worker_that_could_not_tell_is_not_done_twice(scuola):
    lavoro = scuola.chiedi_esecuzione()
    with scuola:
        servizi.esegui_importazione(
            autore=scuola.autore,
            adesso=ADESSO,
            importazione=scuola.importazione,
            solo_giuste=False,
        )
    assert scuola.svolgi(lavoro).stato == StatoLavoro.FINITO
    assert scuola.stato() == (QUANTI, True, False)
    assert scuola.atti().count("esegue importazione") == 1


class Lavoratore:
    """A real worker, to be killed."""

    def __init__(self, cartella):
        self.processo = spawn(
            "Celery worker",
            [
                sys.executable, "-m", "celery", "--app", "cpia.celery", "worker", "--pool", "solo",
                "--queues", CODA, "--without-gossip", "--without-mingle", "--without-heartbeat",
            ],
            log=cartella / "lavoratore.log",
            env=os.environ | {"DATABASE_URL": self.indirizzo()},
        )  # fmt: skip

    @staticmethod
    def indirizzo():
        return CONFIG.database_url(APPLICATION, connection.settings_dict["NAME"])

    def uccidi(self):
        os.killpg(self.processo.process.pid, signal.SIGKILL)
        self.processo.process.wait()


def test_a_worker_killed_in_the_middle_leaves_nothing_and_another_does_it(scuola, tmp_path):
    with closing(psycopg2.connect(Lavoratore.indirizzo())) as intruso:
        cursore = intruso.cursor()
        cursore.execute("SELECT set_config('app.istituto', %s, false)", [str(scuola.istituto.pk)])
        cursore.execute(
            "INSERT INTO scuola_persona (istituto_id, cognome, nome, sesso, luogo_nascita,"
            " provincia_nascita, codice_fiscale, email) VALUES (%s, 'A', 'B', '', '', '', %s, '')",
            [scuola.istituto.pk, ULTIMO],
        )
        lavoro = scuola.chiedi_esecuzione(adesso=timezone.now())
        lavoratore = Lavoratore(tmp_path)
        # Two blocks are written and the third waits for the intruder.
        assert wait_until(lambda: _fatti(scuola, lavoro) > 0 and _aspetta(), 60)
        lavoratore.uccidi()
        intruso.rollback()
    assert scuola.stato() == (0, False, False)
    with scuola:
        fra_poco = timezone.now() + timedelta(minutes=3)
        assert avvisi.riaccoda_persi(istituto_id=scuola.istituto.pk, adesso=fra_poco) == 1
    lavoratore = Lavoratore(tmp_path)
    try:
        assert wait_until(lambda: _finito(scuola, lavoro), 60)
    finally:
        lavoratore.processo.stop()
    assert scuola.stato() == (QUANTI, True, False)
    assert scuola.atti().count("esegue importazione") == 1


def _fatti(scuola, lavoro):
    with scuola:
        return Lavoro.objects.get(pk=lavoro.pk).fatti


def _finito(scuola, lavoro):
    with scuola:
        return Lavoro.objects.get(pk=lavoro.pk).stato == StatoLavoro.FINITO


def _aspetta():
    """Whether somebody in this database waits for somebody else's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"
        )
        return cursor.fetchone()[0] > 0
