"""Processor and memory limits of one print.

They stop a print, not the process: the worker answers with a named error and goes on. What
they cannot stop (a loop or an allocation inside a C library) is left to the limits of the
worker itself, which kill the process.
"""

import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from cpia.atti.pdf.errori import StampaTroppoLunga, StampaTroppoPesante

MEGA = 1024 * 1024
RIPETI_OGNI = 1.0


@dataclass(frozen=True)
class Limiti:
    """Processor seconds, and bytes of memory beyond those in use when the print begins."""

    secondi_cpu: float = 60.0
    memoria: int = 768 * MEGA


@contextmanager
def con_limiti(limiti: Limiti) -> Iterator[None]:
    """Run a print under `limiti`; raises StampaTroppoLunga or StampaTroppoPesante."""
    try:
        with _memoria(limiti.memoria), _cpu(limiti.secondi_cpu):
            yield
    except MemoryError as errore:
        raise StampaTroppoPesante("La stampa chiede troppa memoria.") from errore


@contextmanager
def _memoria(in_piu: int) -> Iterator[None]:
    prima = resource.getrlimit(resource.RLIMIT_AS)
    tetto = _memoria_in_uso() + in_piu
    if prima[0] != resource.RLIM_INFINITY:
        tetto = min(tetto, prima[0])
    resource.setrlimit(resource.RLIMIT_AS, (tetto, prima[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, prima)


def _memoria_in_uso() -> int:
    pagine = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return int(pagine) * resource.getpagesize()


@contextmanager
def _cpu(secondi: float) -> Iterator[None]:
    # Signals reach the main thread only; a print in another thread keeps the memory limit.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    prima = signal.signal(signal.SIGPROF, _tempo_scaduto)
    # It rings again every second, in case a library swallows the exception of the first.
    signal.setitimer(signal.ITIMER_PROF, secondi, RIPETI_OGNI)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, prima)


def _tempo_scaduto(_segnale: int, _quadro: FrameType | None) -> None:
    raise StampaTroppoLunga("La stampa chiede troppo tempo.")
