"""Fixtures of every test: the application's role, mail, a real worker; no network."""

import gc
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import psycopg2
import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from filelock import FileLock
from hypothesis import settings
from psycopg2.extensions import TRANSACTION_STATUS_INERROR
from servizi.config import APPLICATION, OWNER
from servizi.mail import catch_mail
from servizi.modello import with_tables
from servizi.processes import spawn, wait_ready

from cpia.celery import app
from tests.ambiente import CONFIG, FOLDER, start_services, stop_services
from tests.posta import Posta

# How long one example takes says how busy the machine is, nothing of the rule.
settings.register_profile("portale", deadline=None)
settings.load_profile("portale")

# A password of a test need not be hard to guess: the hash is as in production, its cost is not.
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 64

# What a test with a browser asks for.
BROWSER = {"browser", "portale"}

# Whether a block of the owner is open.
_PROPRIETARIO: list[bool] = []


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Leave it to the parallel processes to load the settings, each with its own variables."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the services when the controller of the run has finished."""
    if not hasattr(config, "workerinput"):
        stop_services(FOLDER)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together, in one of the parallel processes, the tests that share a costly fixture.

    Those with a browser come first, or one process would go on with them when the others have
    finished; the walk over all the pages has a portal of its own, beside that of the rest. Who
    moves the clock of a portal has another one, and says its own group.
    """
    for item in items:
        usate = getattr(item, "fixturenames", ())
        if "portale" in usate:
            giro = item.path.stem == "test_accessibilita"
            item.add_marker(pytest.mark.xdist_group("giro" if giro else "e2e"))
        elif "worker" in usate:
            item.add_marker(pytest.mark.xdist_group("worker"))
    items.sort(key=lambda item: BROWSER.isdisjoint(getattr(item, "fixturenames", ())))


def pytest_collection_finish() -> None:
    """Leave out of every garbage collection the thousands of tests that stay until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every connection that leaves this computer."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _loopback(address):
            raise OSError(f"a test tried to reach {address}")
        return connect(self, address)

    socket.socket.connect = connect_here  # type: ignore[method-assign]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]


def _loopback(address: object) -> bool:
    return isinstance(address, tuple) and str(address[0]).startswith(("127.", "::1", "localhost"))


@pytest.fixture(scope="session")
def servizi() -> Path:
    """PostgreSQL and Valkey are running; the folder of their data."""
    start_services(FOLDER)
    return FOLDER


@pytest.fixture(scope="session")
def valkey_url(servizi: Path) -> str:
    """The address of a real Valkey, in a database that only this test process uses."""
    return os.environ["REDIS_URL"]


@pytest.fixture(scope="session")
def django_db_setup(
    servizi: Path, django_test_environment: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[None]:
    """Migrate once as the owner, copy for this process, then work as the application's role."""
    with django_db_blocker.unblock():
        with FileLock(servizi / "modello.lock"):
            if not (servizi / "modello.pronto").exists():
                with_tables(CONFIG, _migrate)
                (servizi / "modello.pronto").touch()
            name = _copy_database()
        connection.settings_dict["NAME"] = name
        connection.settings_dict["OPTIONS"]["assume_role"] = APPLICATION
        with _flush_as_owner():
            yield
        connection.close()


def _migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


def _copy_database() -> str:
    name = f"prova_{os.environ.get('PYTEST_XDIST_WORKER', 'gw0')}"
    with closing(psycopg2.connect(CONFIG.database_url(OWNER, "postgres"))) as session:
        session.autocommit = True
        session.cursor().execute(f"CREATE DATABASE {name} TEMPLATE cpia")
    return name


@contextmanager
def _flush_as_owner() -> Iterator[None]:
    """Transactional tests end by emptying the tables, which the application may not do."""
    flush = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        with come_proprietario():
            flush(self)
            cache.clear()

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = flush


@contextmanager
def come_proprietario() -> Iterator[None]:
    """Do as the owner of the tables what the application may not, on the same connection.

    Inside another such block nothing is asked of the database: a scene of many rows takes one.
    """
    if _PROPRIETARIO:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    _PROPRIETARIO.append(True)
    try:
        yield
    finally:
        _PROPRIETARIO.clear()
        # In a broken transaction nothing runs any more, and its rollback restores the role.
        if connection.connection.info.transaction_status != TRANSACTION_STATUS_INERROR:
            with connection.cursor() as cursor:
                cursor.execute(f"SET ROLE {APPLICATION}")


@pytest.fixture
def proprietario(db: None) -> Callable[[], AbstractContextManager[None]]:
    """`with proprietario(): …` runs as the owner, for what a test must prepare or tamper with."""
    return come_proprietario


@pytest.fixture(scope="session")
def _smtp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Posta]:
    caught = Posta(tmp_path_factory.mktemp("posta"))
    controller = catch_mail(caught.folder, int(os.environ["EMAIL_URL"].rpartition(":")[2]))
    yield caught
    controller.stop()


@pytest.fixture
def posta(_smtp: Posta, settings: object) -> Posta:
    """Send through a real SMTP server for the length of a test, and see what it received."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    _smtp.svuota()
    return _smtp


@pytest.fixture(scope="session")
def _worker(
    django_db_setup: None, valkey_url: str, _smtp: Posta, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    database = CONFIG.database_url(APPLICATION, connection.settings_dict["NAME"])
    child = spawn(
        "Celery worker",
        [
            sys.executable, "-m", "celery", "--app", "cpia.celery", "worker", "--concurrency", "1",
            "--queues", "celery", "--without-gossip", "--without-mingle",
            "--without-heartbeat",
        ],
        log=tmp_path_factory.mktemp("worker") / "worker.log",
        env=os.environ | {"DATABASE_URL": database},
    )  # fmt: skip
    try:
        wait_ready(child, lambda: bool(app.control.ping(timeout=0.5)))
        yield
    finally:
        child.stop()


@pytest.fixture
def worker(transactional_db: None, _worker: None) -> None:
    """A real Celery worker on the database of this test, which must therefore commit."""
