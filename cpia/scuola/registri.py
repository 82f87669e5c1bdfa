"""What the storeys above lend to the ground: the register of operations and the long jobs.

``scuola`` imports nobody, yet an import or a substitution leaves its line in the register like
any other act. Each lender makes itself known in its ``AppConfig.ready``.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from django.db import models

if TYPE_CHECKING:
    from cpia.scuola.access import Contesto


class Annotatore(Protocol):
    def __call__(
        self,
        *,
        autore: "Contesto",
        adesso: datetime,
        azione: str,
        oggetto: models.Model,
        dati: Mapping[str, Any] | None = None,
    ) -> None: ...


class Coda(Protocol):
    def __call__(
        self,
        *,
        autore: "Contesto",
        adesso: datetime,
        task: str,
        riferimento: int,
        titolo: str,
        totale: int,
        indirizzo: str = "",
    ) -> Any: ...


class Svolgimento(Protocol):
    """A long job in the hands of a worker."""

    riferimento: int
    richiesto_da_id: int

    def segna(self, fatti: int, di: int) -> None:
        """Move the bar: ``fatti`` parts ``di`` so many. Raises LavoroFermato."""


class LavoroFermato(Exception):
    """Who asked for the job has stopped it: what it was writing is to be undone."""


class LavoroNonRiuscito(Exception):
    """The job cannot be done: ``chi`` is what it was about, the message says why, in Italian."""

    def __init__(self, chi: str, testo: str) -> None:
        self.chi = chi
        super().__init__(testo)


class Esecutore(Protocol):
    def __call__(
        self, *, istituto_id: int, lavoro_id: int, compito: Callable[[Svolgimento], object]
    ) -> None: ...


Ultimo = Callable[[int, str, int], Any]

_prestiti: dict[str, Any] = {}


def presta(
    *,
    annota: Annotatore | None = None,
    accoda: Coda | None = None,
    svolgi: Esecutore | None = None,
    ultimo_lavoro: Ultimo | None = None,
) -> None:
    """Lend to the ground what writes the register, and what enqueues, does and finds a job."""
    prestati = {
        "annota": annota, "accoda": accoda, "svolgi": svolgi, "ultimo_lavoro": ultimo_lavoro,
    }  # fmt: skip
    _prestiti.update({nome: cosa for nome, cosa in prestati.items() if cosa})


def annota(
    *,
    autore: "Contesto",
    adesso: datetime,
    azione: str,
    oggetto: models.Model,
    dati: Mapping[str, Any] | None = None,
) -> None:
    """Write one line of the register, in the transaction of the act."""
    _prestiti["annota"](autore=autore, adesso=adesso, azione=azione, oggetto=oggetto, dati=dati)


def accoda(
    *,
    autore: "Contesto",
    adesso: datetime,
    task: str,
    riferimento: int,
    titolo: str,
    totale: int,
    indirizzo: str = "",
) -> Any:
    """Ask for a long job by the name of its task; it starts when the transaction is committed."""
    return _prestiti["accoda"](
        autore=autore, adesso=adesso, task=task, riferimento=riferimento,
        titolo=titolo, totale=totale, indirizzo=indirizzo,
    )  # fmt: skip


def svolgi(*, istituto_id: int, lavoro_id: int, compito: Callable[[Svolgimento], object]) -> None:
    """Do a long job in the hands of a worker: all of ``compito`` in one transaction.

    A job that is finished, stopped or somebody else's is left alone.
    """
    _prestiti["svolgi"](istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)


def ultimo_lavoro(istituto_id: int, tipo: str, riferimento: int) -> Any:
    """The latest job of a kind about one thing, or None; it is over when it has ``finito_il``."""
    return _prestiti["ultimo_lavoro"](istituto_id, tipo, riferimento)
