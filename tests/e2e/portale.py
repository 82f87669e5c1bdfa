"""script/demo in a folder of its own: started, stopped, and started again on a later day."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp

import pytest
from servizi.config import free_port, port_is_free
from servizi.processes import Child, spawn, wait_until

from tests.ambiente import FOLDER
from tests.posta import Posta

PROJECT = Path(__file__).parent.parent.parent
START_WITHIN = 900  # seconds: two portals may be filling their schools at once
STOP_WITHIN = 60


class Portale:
    """A portal: its address, what the launcher printed last, the mail it has sent."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._port = folder, _two_free_ports()
        self._demo: Child | None = None
        self.url = f"http://127.0.0.1:{self._port}"
        self.avviso = ""
        self.posta = Posta(folder / "dati" / "posta")

    def avvia(self) -> None:
        """Start it and wait until it says that it is ready."""
        log = self._folder / "avvio.log"
        # What an earlier start printed is no sign of this one.
        log.unlink(missing_ok=True)
        demo = self._demo = spawn(
            "script/demo",
            [str(PROJECT / "script" / "demo")],
            log=log,
            env=_environment(self._folder / "dati", self._port),
            stop_signal=signal.SIGINT,
        )
        if not wait_until(lambda: _says_it_is_ready(log) or not demo.alive, START_WITHIN):
            pytest.fail(f"script/demo is late:\n{log.read_text()}")
        if not demo.alive:
            pytest.fail(f"script/demo did not start:\n{log.read_text()}")
        self.avviso = log.read_text()

    def ferma(self) -> None:
        """Stop it; its folder stays."""
        if self._demo is not None:
            self._demo.stop(patience=STOP_WITHIN)

    def sposta_l_orologio(self, quando: datetime) -> None:
        """Stop it and start it again at another instant, which has its time zone."""
        self.ferma()
        (self._folder / "dati" / "orologio").write_text(quando.isoformat())
        self.avvia()


@contextmanager
def un_portale() -> Iterator[Portale]:
    """A portal with the data of the demo, running until the end of the block."""
    # A folder of its own each time: a start that failed must not keep the next one from trying.
    folder = Path(mkdtemp(prefix="demo-", dir=FOLDER))
    folder.chmod(0o711)
    portale = Portale(folder)
    try:
        portale.avvia()
        yield portale
    finally:
        portale.ferma()


def _environment(folder: Path, port: int) -> dict[str, str]:
    """Return a clean environment, as of a person who has set nothing else."""
    inherited = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    # A short tick, so that a notice does not keep a test waiting for half a minute; not so short
    # that the worker has nothing else to do.
    chosen = {"CPIA_DATI": str(folder), "PORT": str(port), "BATTITO_SECONDI": "8"}
    return inherited | chosen


def _says_it_is_ready(log: Path) -> bool:
    return "Per fermarlo" in log.read_text()


def _two_free_ports() -> int:
    port = free_port()
    while not port_is_free(port + 1):
        port = free_port()
    return port
