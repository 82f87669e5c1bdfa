"""The local PostgreSQL finds its data again, whatever ended it."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp

import psycopg2
import pytest
from servizi.config import APPLICATION, OWNER, Config, load_config
from servizi.folder import make_folder
from servizi.postgres import start_postgres
from servizi.processes import Child
from servizi.valkey import start_valkey

from tests.ambiente import FOLDER


@pytest.fixture
def dati() -> Path:
    """An empty data folder that the server's account can reach, unlike those of pytest."""
    folder = Path(mkdtemp(dir=FOLDER))
    folder.chmod(0o711)
    return make_folder(folder / "dati")


@contextmanager
def acceso(dati: Path, config: Config) -> Iterator[Child]:
    """The server of the folder, for the length of a block."""
    child = start_postgres(dati, config, throwaway=True)
    try:
        yield child
    finally:
        child.stop()


def chiedi(config: Config, role: str, sql: str) -> list[tuple]:
    """Run a statement as one of the two roles and return its rows, if it has any."""
    with closing(psycopg2.connect(config.database_url(role))) as session, session as transaction:
        cursor = transaction.cursor()
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


def test_the_data_are_there_after_a_stop_and_after_a_kill(dati):
    config = load_config(dati)
    with acceso(dati, config):
        chiedi(config, OWNER, "CREATE TABLE prova AS SELECT 417 AS numero")
    with acceso(dati, config) as child:
        os.kill(child.process.pid, signal.SIGKILL)
    assert (dati / "postgres" / "postmaster.pid").exists()
    with acceso(dati, config):
        assert chiedi(config, OWNER, "SELECT numero FROM prova") == [(417,)]


def test_lost_passwords_are_drawn_anew(dati):
    with acceso(dati, load_config(dati)):
        pass
    (dati / "servizi.json").unlink()
    config = load_config(dati)
    with acceso(dati, config):
        assert chiedi(config, APPLICATION, "SELECT current_user") == [(APPLICATION,)]


def test_the_cluster_is_as_the_settings_expect(dati):
    config = load_config(dati)
    with acceso(dati, config):
        asked = "SELECT current_setting('server_encoding'), current_setting('TimeZone')"
        assert chiedi(config, APPLICATION, asked) == [("UTF8", "UTC")]
        superusers = "SELECT rolname FROM pg_roles WHERE rolsuper OR rolbypassrls"
        assert chiedi(config, OWNER, superusers) == [("amministratore",)]


@pytest.mark.parametrize("role", [OWNER, APPLICATION])
def test_nobody_comes_in_without_the_password(dati, role):
    config = load_config(dati)
    stranger = config.database_url(role).replace(config.owner_password, "x")
    stranger = stranger.replace(config.application_password, "x")
    with acceso(dati, config), pytest.raises(psycopg2.OperationalError, match="password"):
        psycopg2.connect(stranger)


def test_a_stopped_child_takes_its_own_children_along(dati):
    child = start_valkey(dati, load_config(dati))
    assert child.alive
    child.stop()
    child.stop()
    assert not child.alive
