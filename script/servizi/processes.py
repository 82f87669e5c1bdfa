"""Child processes that end with their launcher, whatever ends it."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from servizi.faults import AvvioImpossibile

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


@dataclass(frozen=True)
class Account:
    """The system user that a process runs as."""

    uid: int
    gid: int


@dataclass(frozen=True)
class Child:
    """A running process, with the name a person knows it by and its polite stop signal."""

    name: str
    process: subprocess.Popen[bytes]
    stop_signal: signal.Signals
    log: Path

    @property
    def alive(self) -> bool:
        """Tell whether it runs, without taking its exit status: its number stays reserved."""
        if self.process.returncode is not None:
            return False
        look = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self.process.pid, look) is None

    def stop(self, patience: float = 20) -> None:
        """Ask it to end, insist after `patience` seconds, and take along its own children."""
        if self.process.returncode is not None:
            return
        os.kill(self.process.pid, self.stop_signal)
        wait_until(lambda: not self.alive, patience)
        # The group still carries the number of a process we have not collected: nobody else's.
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def spawn(
    name: str,
    argv: list[str],
    *,
    log: Path,
    env: Mapping[str, str] | None = None,
    account: Account | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
) -> Child:
    """Start a process in a session of its own, so that Ctrl-C reaches only the launcher."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=env,
            cwd="/" if account else None,
            start_new_session=True,
            preexec_fn=_ends_with(os.getpid(), stop_signal),  # noqa: PLW1509 - no threads yet
            **as_account(account),
        )
    return Child(name, process, stop_signal, log)


def as_account(account: Account | None) -> dict:
    """Return the arguments of subprocess that change the user, or none."""
    if account is None:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": []}


def _ends_with(parent: int, stop_signal: signal.Signals) -> Callable[[], None]:
    """Have the kernel stop the child when the launcher dies, even by kill -9."""

    def prepare() -> None:
        _libc.prctl(PR_SET_PDEATHSIG, int(stop_signal))
        if os.getppid() != parent:
            os._exit(1)

    return prepare


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Look every twentieth of a second; tell whether the condition came true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def wait_ready(child: Child, ready: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until a service answers; if it does not, stop it and tell where its log is."""
    try:
        answered = wait_until(lambda: not child.alive or ready(), seconds) and child.alive
    except BaseException:
        child.stop()
        raise
    if not answered:
        child.stop()
        raise AvvioImpossibile(f"{child.name} non è partito: si veda {child.log}")
