"""A real PostgreSQL from its wheel, run directly: no system service."""

import signal
from pathlib import Path

import psycopg2

from servizi.cluster import Cluster
from servizi.config import HOST, OWNER, Config
from servizi.processes import Child, spawn, wait_ready
from servizi.programs import Programs

NOT_DURABLE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def start_postgres(folder: Path, config: Config, *, throwaway: bool) -> Child:
    """Start the server on the data of the folder, making or mending what is not ready."""
    programs = Programs()
    cluster = Cluster(folder, programs, throwaway)
    cluster.make_ready(config)
    child = spawn(
        "PostgreSQL",
        [str(programs.folder / "postgres"), "-D", str(cluster.path), *_settings(config, throwaway)],
        log=folder / "log" / "postgres.log",
        account=programs.account,
        stop_signal=signal.SIGINT,
    )
    wait_ready(child, lambda: _answers(config))
    return child


def _settings(config: Config, throwaway: bool) -> list[str]:  # noqa: FBT001
    settings = [
        f"listen_addresses={HOST}",
        f"port={config.postgres_port}",
        "unix_socket_directories=",
        "timezone=UTC",
        "log_timezone=UTC",
        *(NOT_DURABLE if throwaway else ()),
    ]
    return [part for setting in settings for part in ("-c", setting)]


def _answers(config: Config) -> bool:
    try:
        psycopg2.connect(config.database_url(OWNER), connect_timeout=5).close()
    except psycopg2.OperationalError:
        return False
    return True
