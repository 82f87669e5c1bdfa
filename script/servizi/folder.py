"""The data folder: where everything that survives a stop of the demo lives."""

import fcntl
import os
from importlib.metadata import distribution
from pathlib import Path
from typing import IO

from platformdirs import user_data_path

from servizi.faults import AvvioImpossibile


def data_folder() -> Path:
    """Return the folder named by CPIA_DATI, or the one of this user."""
    return Path(os.environ.get("CPIA_DATI") or user_data_path("cpia")).expanduser().resolve()


def make_folder(path: Path) -> Path:
    """Create the data folder with its private parts, leaving folders that exist as they are.

    The folder itself may be crossed but not listed, because as root the PostgreSQL files inside
    belong to another user; what is private lies in folders closed to everyone else.
    """
    path.mkdir(parents=True, exist_ok=True, mode=0o711 if os.geteuid() == 0 else 0o700)
    for name in ("log", "media", "posta", "static"):
        (path / name).mkdir(exist_ok=True, mode=0o700)
    return path


def package_folder(name: str) -> Path:
    """Return where an installed distribution keeps its package, without importing it."""
    return Path(str(distribution(name).locate_file(name.replace("-", "_"))))


def lock_folder(path: Path) -> IO[str]:
    """Hold the folder until the returned file is closed; refuse if another launcher has it."""
    lock = (path / "avvio.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise AvvioImpossibile(
            f"Il portale è già in funzione con la cartella dei dati {path}.\n"
            "Fermatelo, oppure indicate un'altra cartella con CPIA_DATI."
        ) from error
    return lock


def write_private(path: Path, text: str) -> None:
    """Replace a file in one step; only its owner can read it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
