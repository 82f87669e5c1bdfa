"""The processes of one data folder: started in order, watched, stopped in reverse."""

import signal
import time
from collections.abc import Callable
from pathlib import Path

from servizi.config import Config
from servizi.faults import AvvioImpossibile
from servizi.postgres import start_postgres
from servizi.processes import Child
from servizi.valkey import start_valkey


class Stack:
    """A context: on leaving it, everything that was started through it has ended."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.children: list[Child] = []

    def __enter__(self) -> "Stack":
        return self

    def __exit__(self, *_: object) -> None:
        # A second Ctrl-C must not leave half of the processes behind; every stop has its limit.
        for number in STOP_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        while self.children:
            self.children.pop().stop()

    def start_services(self, config: Config, *, throwaway: bool = False) -> None:
        """Start PostgreSQL and Valkey and wait until both answer."""
        self.children.append(start_postgres(self.folder, config, throwaway=throwaway))
        self.children.append(start_valkey(self.folder, config))

    def check(self) -> None:
        """Raise AvvioImpossibile with the name of the first process that has ended."""
        for child in self.children:
            if not child.alive:
                raise AvvioImpossibile(
                    f"{child.name} si è fermato da solo: si veda {child.log}. Fermo tutto."
                )

    def watch(self, finished: Callable[[], bool]) -> None:
        """Stay until `finished` says yes or a signal comes; a dead child is a fault."""
        while not finished():
            self.check()
            time.sleep(0.5)


STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def on_stop_signals() -> None:
    """Turn the signals that end a program into an orderly exit."""

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(0)

    for number in STOP_SIGNALS:
        signal.signal(number, leave)
