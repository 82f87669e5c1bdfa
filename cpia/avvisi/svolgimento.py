"""A long job that writes all or nothing, while its bar moves.

What the job writes stays in one transaction to the end, so that a worker killed in the middle
leaves nothing half done; and what is not committed nobody sees. So the bar is moved from a thread
of its own, which has its own connection and commits at every step. The two never wait for each
other: only the thread writes the row of the job while the other transaction is open.
"""

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Final

from django.db import OperationalError, connection

from cpia.avvisi import services
from cpia.avvisi.guasti import racconta
from cpia.avvisi.models import Lavoro
from cpia.scuola import orologio, tenancy
from cpia.scuola.registri import LavoroFermato, LavoroNonRiuscito, Svolgimento

OGNI: Final = 0.5  # seconds between one movement of the bar and the next
GUASTO: Final = {"chi": "Il lavoro", "testo": "si è fermato per un guasto: va chiesto di nuovo."}
log = logging.getLogger(__name__)


class Passi:
    """The steps of one job, told from the thread ``filo``."""

    def __init__(self, lavoro: Lavoro, filo: Executor) -> None:
        self.riferimento = lavoro.riferimento
        self.richiesto_da_id = lavoro.richiesto_da_id
        self._lavoro, self._filo = lavoro, filo
        self._segnati, self._ultimo = 0, 0.0

    def segna(self, fatti: int, di: int) -> None:
        """Move the bar: ``fatti`` parts ``di`` so many. Raises LavoroFermato."""
        if time.monotonic() - self._ultimo >= OGNI and not self._avanza_fino(
            self._lavoro.totale * fatti // max(di, 1)
        ):
            raise LavoroFermato

    def finisci(self) -> None:
        """All of it is done."""
        self._avanza_fino(self._lavoro.totale)

    def rinuncia(self, errore: dict[str, str]) -> None:
        """It cannot be done, and why."""
        self._filo.submit(_avanza, self._lavoro, 0, errore).result()

    def _avanza_fino(self, fatti: int) -> bool:
        nuovi, self._segnati = max(fatti - self._segnati, 0), max(fatti, self._segnati)
        self._ultimo = time.monotonic()
        return self._filo.submit(_avanza, self._lavoro, nuovi, None).result()


def _avanza(lavoro: Lavoro, fatti: int, errore: dict[str, str] | None) -> bool:
    with tenancy.istituto_corrente(lavoro.istituto_id):
        return services.avanza(lavoro=lavoro, adesso=orologio.adesso(), fatti=fatti, errore=errore)


@contextmanager
def _filo_a_parte() -> Iterator[Executor]:
    """A thread with its own connection, closed at the end."""
    with ThreadPoolExecutor(max_workers=1) as filo:
        try:
            yield filo
        finally:
            filo.submit(_chiudi).result()


def _chiudi() -> None:
    """Close the connection of the thread in which this runs, whichever it is."""
    connection.close()


def svolgi(*, istituto_id: int, lavoro_id: int, compito: Callable[[Svolgimento], object]) -> None:
    """Do a long job: claim it, all of ``compito`` in one transaction, say how it went.

    A refusal and a fault undo what was written and are told to who asked. When the database goes
    away the job stays open, and the scheduler's tick has it done again.
    """
    with tenancy.istituto_corrente(istituto_id):
        lavoro = services.comincia(
            istituto_id=istituto_id, lavoro_id=lavoro_id, adesso=orologio.adesso()
        )
    if lavoro is None:
        return
    with _filo_a_parte() as filo:
        _svolgi(Passi(lavoro, filo), istituto_id, compito)
    with tenancy.istituto_corrente(istituto_id):
        services.concludi(lavoro=lavoro, adesso=orologio.adesso())


def _svolgi(passi: Passi, istituto_id: int, compito: Callable[[Svolgimento], object]) -> None:
    try:
        with tenancy.istituto_corrente(istituto_id):
            compito(passi)
    except LavoroFermato:
        return
    except LavoroNonRiuscito as motivo:
        passi.rinuncia({"chi": motivo.chi, "testo": str(motivo)})
    except OperationalError:
        raise
    except Exception as guasto:  # noqa: BLE001 -- whatever it is, who asked must not wait for ever
        log.error("lavoro %s: %s", passi.riferimento, racconta(guasto))
        passi.rinuncia(GUASTO)
    else:
        passi.finisci()
