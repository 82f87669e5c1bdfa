"""The whole portal on one computer: `script/demo` runs this after the set-up."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from servizi.clock import DemoClock
from servizi.config import (
    FOREIGN,
    HOST,
    OWNER,
    Config,
    load_config,
    port_is_free,
    save_variables,
)
from servizi.faults import AvvioImpossibile
from servizi.folder import data_folder, lock_folder, make_folder
from servizi.mail import MailFolder
from servizi.mail_page import mail_shown
from servizi.modello import with_tables
from servizi.processes import spawn, wait_ready, wait_until
from servizi.stack import Stack, on_stop_signals

SAVE_CLOCK_EVERY = 30  # seconds
WORKERS = 2
# A browser opens connections before it has anything to ask: without threads each would hold a
# whole process until it speaks.
THREADS = 16


def main() -> int:
    """Start everything, say where it is, stay until Ctrl-C; return the exit status."""
    on_stop_signals()
    folder = make_folder(data_folder())
    try:
        port = _ports()
        with lock_folder(folder), _farewell(), Stack(folder) as stack:
            _run(stack, folder, port)
    except AvvioImpossibile as fault:
        print(f"\n{fault}", file=sys.stderr)
        return 1
    return 0


@contextmanager
def _farewell() -> Iterator[None]:
    """Say at the end, whatever the end is, that nothing runs any more."""
    try:
        yield
    finally:
        print("\nIl portale è fermo.", flush=True)


def _run(stack: Stack, folder: Path, port: int) -> None:
    clock = DemoClock(folder)
    clock.save()
    config = load_config(folder)
    environment = _environment(folder, config, clock, port)
    print("Avvio PostgreSQL e Valkey…", flush=True)
    stack.start_services(config)
    # The page of the mail first: to prepare the data takes a while, and the port was free just now.
    with mail_shown(MailFolder(folder / "posta"), config.smtp_port, port + 1):
        print("Preparo i dati della dimostrazione…", flush=True)
        accounts = _prepare_data(environment, config)
        _start_portal(stack, folder, environment, port)
        print(_welcome(port, accounts), flush=True)
        try:
            stack.watch(_every(SAVE_CLOCK_EVERY, clock.save))
        finally:
            clock.save()


def _ports() -> int:
    """Return the port of the portal, once it and the one of the mail page are seen to be free."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65_535:
        raise AvvioImpossibile(f"PORT={text}: serve un numero di porta, per esempio 8000.")
    for port in (int(text), int(text) + 1):
        # A launcher that was killed a moment ago leaves a web server that is just closing.
        if not wait_until(partial(port_is_free, port), 5):
            raise AvvioImpossibile(
                f"La porta {port} è già usata da un altro programma.\n"
                f"Sceglietene un’altra, per esempio: PORT={int(text) + 10} script/demo"
            )
    return int(text)


def _environment(folder: Path, config: Config, clock: DemoClock, port: int) -> dict[str, str]:
    """Return the variables of every child; manage.py run by hand reads them from servizi.json."""
    variables = config.variables() | {
        "MFA_OBBLIGATORIA": "false",
        "OROLOGIO_SPOSTAMENTO": str(clock.shift),
        "PORTALE_URL": f"http://{HOST}:{port}",
    }
    save_variables(folder, variables)
    inherited = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return inherited | variables | {"CPIA_DATI": str(folder)}


def _prepare_data(environment: Mapping[str, str], config: Config) -> str:
    """Bring the tables up to date as their owner, then the data; return the accounts as text."""
    owner = {**environment, "DATABASE_URL": config.database_url(OWNER)}
    with_tables(config, partial(_manage, owner, "migrate", "--verbosity", "0", "--no-input"))
    _manage(environment, "carica_profili")
    return _manage(environment, "demo")


def _manage(environment: Mapping[str, str], *arguments: str) -> str:
    """Run a management command and return what it printed."""
    result = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        fault = f"manage.py {arguments[0]} non è riuscito:\n{result.stdout}{result.stderr}"
        raise AvvioImpossibile(fault)
    return result.stdout


def _start_portal(stack: Stack, folder: Path, environment: Mapping[str, str], port: int) -> None:
    """Start worker, beat and web server; return when all are well."""
    celery = ["celery", "--app", "cpia.celery"]
    commands = {
        "Worker": [*celery, "worker", "--concurrency", str(WORKERS), "--queues", "celery"],
        "Beat": [*celery, "beat", "--pidfile=", "--schedule", str(folder / "beat")],
        "Web": [
            "gunicorn", "cpia.wsgi", "--bind", f"{HOST}:{port}", "--workers", str(WORKERS),
            "--threads", str(THREADS), "--no-control-socket",
        ],
    }  # fmt: skip
    for name, command in commands.items():
        log = folder / "log" / f"{name.lower()}.log"
        child = spawn(name, [sys.executable, "-m", *command], log=log, env=environment)
        stack.children.append(child)
    wait_ready(child, lambda: _well(port), 120)


def _well(port: int) -> bool:
    """Tell whether the portal says that web, database, broker and worker all answer."""
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/salute/", timeout=10):
            return True
    except OSError:
        return False


def _every(seconds: float, action: Callable[[], None]) -> Callable[[], bool]:
    """Return a question to ask again and again: it acts now and then, and never says yes."""
    last = time.monotonic()

    def ask() -> bool:
        nonlocal last
        if time.monotonic() - last >= seconds:
            action()
            last = time.monotonic()
        return False

    return ask


def _welcome(port: int, accounts: str) -> str:
    return (
        f"\n{accounts.strip()}\n\n"
        f"Il portale è pronto:        http://{HOST}:{port}/\n"
        f"La posta che ha spedito:    http://{HOST}:{port + 1}/\n"
        "Per fermarlo: Ctrl-C"
    )


if __name__ == "__main__":
    sys.exit(main())
