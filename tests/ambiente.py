"""What the tests run on: an own PostgreSQL and Valkey, started when the first test asks.

The controller of the run chooses folder, ports and passwords; the workers inherit them. Whoever
needs the services first starts them, and they end with the controller, even if it is killed.
"""

import contextlib
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import django
from filelock import FileLock
from servizi.config import FOREIGN, OWNER, Config, free_port, load_config, read_config
from servizi.folder import make_folder


def _prepare_environment() -> tuple[Path, Config]:
    """Set the variables that the settings read, then load Django."""
    if "CPIA_PROVA" not in os.environ:
        folder = Path(tempfile.mkdtemp(prefix="cpia-prova-"))
        folder.chmod(0o711)
        load_config(make_folder(folder))
        os.environ |= {"CPIA_PROVA": str(folder), "CPIA_PROVA_PID": str(os.getpid())}
    folder = Path(os.environ["CPIA_PROVA"])
    config = read_config(folder)
    for name in {*FOREIGN, "BATTITO_SECONDI"}:
        os.environ.pop(name, None)
    os.environ |= _variables(folder, config)
    django.setup()
    return folder, config


def _variables(folder: Path, config: Config) -> dict[str, str]:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    return {
        "AMBIENTE": "test",
        "CPIA_DATI": str(folder),
        "DATABASE_URL": config.database_url(OWNER),
        "DJANGO_SETTINGS_MODULE": "cpia.settings",
        # Playwright keeps an event loop in the main thread, where other tests use the database.
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
        "EMAIL_URL": f"smtp://127.0.0.1:{free_port()}",
        "MEDIA_ROOT": str(folder / "media" / worker),
        "REDIS_URL": config.redis_url(int(worker.removeprefix("gw")) % 16),
        "SECRET_KEY": config.secret_key,
    }


def start_services(folder: Path) -> None:
    """Start PostgreSQL and Valkey once for the whole run and wait until they answer."""
    with FileLock(folder / "servizi.lock"):
        marker = folder / "servizi.pid"
        if marker.exists():
            return
        log = folder / "log" / "servizi.log"
        marker.write_text(str(_spawn_services(log)))
        end = time.monotonic() + 90
        while "pronti" not in log.read_text():
            if time.monotonic() > end or _ended(int(marker.read_text())):
                raise RuntimeError(f"local services did not start:\n{log.read_text()}")
            time.sleep(0.05)


def _spawn_services(log: Path) -> int:
    """Start the supervisor in a session of its own, tied to the life of the controller."""
    argv = [sys.executable, "-u", "-m", "servizi", "--prova"]
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    return os.posix_spawn(
        sys.executable,
        [*argv, "--finche", os.environ["CPIA_PROVA_PID"]],
        os.environ | {"PYTHONPATH": "script"},
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, str(log), flags, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
        setsid=True,
    )


def stop_services(folder: Path) -> None:
    """End what the run started and remove its folder; only the controller calls this."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        pid = int((folder / "servizi.pid").read_text())
        handle = os.pidfd_open(pid)
        signal.pidfd_send_signal(handle, signal.SIGTERM)
        select.select([handle], [], [], 60)
        os.close(handle)
    shutil.rmtree(folder, ignore_errors=True)


def _ended(pid: int) -> bool:
    with contextlib.suppress(ChildProcessError):
        return os.waitpid(pid, os.WNOHANG) != (0, 0)
    return False


# Once for each process, whoever imports this first: the settings have read these values.
FOLDER, CONFIG = _prepare_environment()
