"""servizi.json: addresses, ports and passwords of the local services.

Its keys are the environment variables that the settings read. Passwords are drawn once; ports are
kept from one start to the next unless somebody else has taken them meanwhile.
"""

import json
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote, urlsplit

from servizi.folder import write_private

HOST = "127.0.0.1"
OWNER, APPLICATION = "cpia_proprietario", "cpia_app"
# Below the range from which the kernel takes the ports of outgoing connections.
PORTS = range(18_000, 32_000)
# Settings of a real installation, which a demo or a test started from the same shell must not see.
FOREIGN = frozenset({
    "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DEFAULT_FROM_EMAIL", "MEDIA_ROOT", "MFA_OBBLIGATORIA",
    "OROLOGIO_SPOSTAMENTO", "PORTALE_URL", "SECURE_SSL_REDIRECT", "STATIC_ROOT", "URNE",
})  # fmt: skip


@dataclass(frozen=True)
class Config:
    """Ports and passwords of one data folder."""

    postgres_port: int
    owner_password: str
    application_password: str
    valkey_port: int
    valkey_password: str
    smtp_port: int
    secret_key: str

    def database_url(self, role: str, name: str = "cpia") -> str:
        """Return the address of a database for one of the two roles."""
        password = self.owner_password if role == OWNER else self.application_password
        return f"postgres://{role}:{quote(password)}@{HOST}:{self.postgres_port}/{name}"

    def redis_url(self, number: int = 0) -> str:
        """Return the address of one of the sixteen databases of Valkey."""
        return f"redis://:{quote(self.valkey_password)}@{HOST}:{self.valkey_port}/{number}"

    def variables(self) -> dict[str, str]:
        """Return what the settings read, under the names of the environment variables."""
        return {
            "AMBIENTE": "dimostrazione",
            "SECRET_KEY": self.secret_key,
            "DATABASE_URL": self.database_url(APPLICATION),
            "DATABASE_URL_PROPRIETARIO": self.database_url(OWNER),
            "REDIS_URL": self.redis_url(),
            "EMAIL_URL": f"smtp://{HOST}:{self.smtp_port}",
        }


def port_is_free(port: int) -> bool:
    """Tell whether a server could listen on this port of the loopback address now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port(wanted: int | None = None) -> int:
    """Return the wanted port if it is free, otherwise another one drawn at random."""
    while wanted is None or not port_is_free(wanted):
        wanted = secrets.choice(PORTS)
    return wanted


def read_config(folder: Path) -> Config:
    """Read the configuration of a folder, drawing what it does not have; write nothing."""
    known = read_variables(folder)
    owner, application, valkey, smtp = (
        urlsplit(known.get(name, ""))
        for name in ("DATABASE_URL_PROPRIETARIO", "DATABASE_URL", "REDIS_URL", "EMAIL_URL")
    )
    postgres_port, valkey_port, smtp_port = (
        address.port or free_port() for address in (application, valkey, smtp)
    )
    return Config(
        postgres_port=postgres_port,
        owner_password=owner.password or secrets.token_urlsafe(24),
        application_password=application.password or secrets.token_urlsafe(24),
        valkey_port=valkey_port,
        valkey_password=valkey.password or secrets.token_urlsafe(24),
        smtp_port=smtp_port,
        secret_key=known.get("SECRET_KEY") or secrets.token_urlsafe(48),
    )


def load_config(folder: Path) -> Config:
    """Read the configuration, move the ports that somebody else has taken, write it back."""
    config = read_config(folder)
    config = replace(
        config,
        postgres_port=free_port(config.postgres_port),
        valkey_port=free_port(config.valkey_port),
        smtp_port=free_port(config.smtp_port),
    )
    save_variables(folder, config.variables())
    return config


def read_variables(folder: Path) -> dict[str, str]:
    """Return what servizi.json holds, or nothing."""
    path = folder / "servizi.json"
    return json.loads(path.read_text()) if path.exists() else {}


def save_variables(folder: Path, variables: Mapping[str, str]) -> None:
    """Add variables to servizi.json, which only this user reads."""
    known = read_variables(folder) | dict(variables)
    write_private(folder / "servizi.json", json.dumps(known, indent=2) + "\n")
