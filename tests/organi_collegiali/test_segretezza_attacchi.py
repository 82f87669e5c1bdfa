"""The ballot against who has the application's role, its logs and what it keeps beside the rows.

Who attacks may run any statement as the application, read logs, queues, sessions, and the traffic
without its contents; not the folder of the keys, nor the memory of the server.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from nacl.encoding import HexEncoder
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox
from servizi.config import OWNER

from cpia.celery import app
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import orologio
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import StatoVotazione
from organi_collegiali.models import Scheda, Votante, Votazione
from organi_collegiali.services.urna import chiavi
from tests.ambiente import CONFIG
from tests.conftest import come_proprietario
from tests.factories.scuola import ADESSO, IstitutoFactory
from tests.organi_collegiali.scena_urna import Scena, con_accesso, scena

SCELTE = ("favorevole", "contrario", "astenuto")


@pytest.fixture(autouse=True)
def urne(settings, tmp_path, monkeypatch) -> Path:
    settings.URNE = str(tmp_path / "urne")
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)
    return tmp_path / "urne"


@pytest.fixture
def qui(db):
    istituto = IstitutoFactory()
    with istituto_corrente(istituto.pk):
        yield con_accesso(scena(7, istituto))


# A key of one's own


def test_nobody_puts_another_key_in_an_open_box(qui):
    """Not even by emptying it first: ballots would be sealed for who has its other half."""
    votazione = qui.apri()
    mia = PrivateKey.generate().public_key.encode(HexEncoder).decode("ascii")
    for cambio in ("", mia):
        with pytest.raises(DatabaseError, match="non si riapre"), transaction.atomic():
            Votazione.objects.filter(pk=votazione.pk).update(chiave_pubblica=cambio)


def test_a_key_that_this_machine_has_not_made_takes_no_ballot(qui, proprietario):
    votazione = qui.apri()
    mia = PrivateKey.generate().public_key.encode(HexEncoder).decode("ascii")
    with proprietario():
        Votazione.objects.filter(pk=votazione.pk).update(chiave_pubblica=mia)
    with pytest.raises(AttoRifiutato) as rifiutato, transaction.atomic():
        qui.vota(votazione, 1, "favorevole")
    assert rifiutato.value.violazioni[0].codice == "senza_chiave"
    assert not Votante.objects.exists()


def test_a_box_whose_key_is_lost_takes_no_ballot(qui):
    votazione = qui.apri()
    chiavi.distruggi(votazione.urna)
    with pytest.raises(AttoRifiutato) as rifiutato, transaction.atomic():
        qui.vota(votazione, 1, "favorevole")
    assert rifiutato.value.violazioni[0].codice == "senza_chiave"


# The application's role


def test_who_closes_the_box_by_hand_reads_only_sealed_ballots(qui):
    """It is the one way in: with the voters beside them, but shut, alike and all different."""
    votazione = qui.apri()
    for chi, scelta in enumerate(SCELTE * 2):
        qui.vota(votazione, chi, scelta)
    with transaction.atomic():
        Votazione.objects.filter(pk=votazione.pk).update(
            stato=StatoVotazione.CHIUSA, chiusa_il=ADESSO
        )
        sigillate = [bytes(s) for s in Scheda.objects.values_list("sigillata", flat=True)]
        transaction.set_rollback(True)
    assert len(set(sigillate)) == len(sigillate) == 6
    assert len({len(sigillata) for sigillata in sigillate}) == 1
    for sigillata in sigillate:
        assert not any(scelta.encode() in sigillata for scelta in SCELTE)
        with pytest.raises(CryptoError):
            SealedBox(PrivateKey.generate()).decrypt(sigillata)
    # To guess and seal again gives something else: there is nothing to compare with.
    ancora = chiavi.sigilla(votazione.chiave_pubblica, b"favorevole".ljust(64, b"\0"))
    assert ancora not in sigillate
    assert qui.chiudi(votazione).favorevoli == 2


def test_nothing_else_is_known_of_a_ballot_to_the_database(qui, proprietario):
    """No column that orders, dates or ties it; the voter has no time either."""
    assert {campo.name for campo in Scheda._meta.local_fields} == {
        "id", "istituto", "urna", "sigillata", "scelta",
    }  # fmt: skip
    assert {campo.name for campo in Votante._meta.local_fields} == {
        "id", "istituto", "votazione", "convocato",
    }  # fmt: skip
    with proprietario(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN"
            " ('organi_collegiali_scheda'::regclass, 'organi_collegiali_votante'::regclass)"
        )
        assert cursor.fetchall() == []


def test_the_statements_of_two_ballots_are_alike(qui):
    """What logs, views of the activity and slow queries may catch: no word of the choice."""
    votazione = qui.apri()
    frasi = []
    for chi, scelta in enumerate(SCELTE):
        with CaptureQueriesContext(connection) as catturate:
            qui.vota(votazione, chi, scelta)
        tutte = [frase["sql"] for frase in catturate.captured_queries]
        for parola in SCELTE:
            assert not any(parola in frase or parola.encode().hex() in frase for frase in tutte)
        frasi.append([frase for frase in tutte if "SAVEPOINT" not in frase])
    assert len({tuple(_forma(frase) for frase in tutte) for tutte in frasi}) == 1
    schede = [frase for tutte in frasi for frase in tutte if '_scheda"' in frase]
    assert (len(schede), len({len(frase) for frase in schede})) == (3, 1)


def _forma(frase: str) -> str:
    """A statement without what it says: literals and numbers."""
    return re.sub(r"\d+", "0", re.sub(r"'[^']*'", "?", frase))


@contextmanager
def altra_sessione(istituto_id: int) -> Iterator[Any]:
    """A second session of the application, with a snapshot of this moment."""
    indirizzo = CONFIG.database_url(OWNER, connection.settings_dict["NAME"])
    with closing(psycopg2.connect(indirizzo)) as sessione, sessione.cursor() as cursore:
        cursore.execute("SET ROLE cpia_app")
        sessione.commit()
        cursore.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        cursore.execute("SELECT set_config('app.istituto', %s, true)", [str(istituto_id)])
        cursore.execute("SELECT count(*) FROM organi_collegiali_votante")
        yield cursore


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_of_before_the_count_never_shows_the_sealed_ballots():
    istituto = IstitutoFactory()
    with istituto_corrente(istituto.pk):
        qui = scena(5, istituto)
        votazione = qui.apri()
    for chi in range(5):
        with qui.dentro():
            qui.vota(votazione, chi, "favorevole")
    with altra_sessione(istituto.pk) as cursore:
        with qui.dentro():
            qui.chiudi(votazione)
        cursore.execute("SELECT count(*) FROM organi_collegiali_scheda")
        assert cursore.fetchone() == (0,)
    with come_proprietario():
        assert Scheda.objects.filter(sigillata__isnull=True).count() == 5


# The edge: traffic, sessions, logs, queues


def entra(qui: Scena, quale: int) -> Client:
    client = Client()
    client.force_login(qui.persone[quale].utente)
    return client


def dove(qui: Scena, nome: str, *di: int) -> str:
    return reverse(f"organi:{nome}", args=[qui.istituto.slug, *di])


def valori(pagina: str) -> list[str]:
    return re.findall(r'name="scelte" value="([^"]+)"', pagina)


@pytest.mark.parametrize("candidati", [0, 12])
def test_all_the_ballots_that_may_be_sent_are_as_long(qui, candidati):
    """Who sees the length of an encrypted request, or its line in a log, learns nothing."""
    if candidati:
        qui = con_accesso(scena(12, qui.istituto), 1)
    votazione = qui.apri(candidati=candidati)
    quale = 0
    pagina = entra(qui, quale).get(dove(qui, "urna", votazione.pk)).content.decode()
    assert len(valori(pagina)) >= 3
    assert len({len(valore) for valore in valori(pagina)}) == 1


def test_two_voters_leave_the_same_traffic_and_the_same_session(qui, caplog):
    caplog.set_level(logging.DEBUG)
    votazione, tracce = qui.apri(), []
    pagina = dove(qui, "urna", votazione.pk)
    for chi in range(1, 4):
        client = entra(qui, chi)
        prima = client.get(pagina)
        scelta = valori(prima.content.decode())[chi - 1]
        sessione = dict(client.session)
        risposta = client.post(pagina, {"scelte": scelta, "riletto": "si"})
        dopo = client.get(pagina)
        assert "Hai votato." in dopo.content.decode()
        assert dict(client.session) == sessione
        tracce.append(
            (risposta.status_code, len(risposta.content), sorted(risposta.headers.items()),
             len(dopo.content), sorted(n for n in dopo.headers))
        )  # fmt: skip
    assert len({str(traccia) for traccia in tracce}) == 1
    for parola in SCELTE:
        assert parola not in caplog.text


def test_a_ballot_puts_nothing_in_a_queue(qui, monkeypatch, django_capture_on_commit_callbacks):
    spediti: list[object] = []
    monkeypatch.setattr(app, "send_task", lambda *args, **kwargs: spediti.append(args))
    votazione = qui.apri()
    with django_capture_on_commit_callbacks(execute=True) as dopo:
        qui.vota(votazione, 1, "favorevole")
    assert (spediti, dopo) == ([], [])


def test_what_a_member_ticked_before_a_mistake_comes_back_to_him_alone(qui):
    votazione, client = qui.apri(), entra(qui, 1)
    pagina = dove(qui, "urna", votazione.pk)
    scelta = valori(client.get(pagina).content.decode())[1]
    risposta = client.post(pagina, {"scelte": scelta})
    assert risposta.status_code == 422
    assert "no-store" in risposta["Cache-Control"]
    assert f'value="{scelta}" checked' in risposta.content.decode()
    degli_altri = entra(qui, 2).get(pagina).content.decode()
    assert not re.search(r'name="scelte"[^>]*checked', degli_altri)
