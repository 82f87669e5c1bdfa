"""What the storeys above lend to the ground: the register of operations and the long jobs.

``scuola`` imports nobody, yet an import or a substitution leaves its line in the register like
any other act. Each lender makes itself known in its ``AppConfig.ready``.
"""

from collections.abc import Mapping
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


_prestiti: dict[str, Any] = {}


def presta(*, annota: Annotatore | None = None, accoda: Coda | None = None) -> None:
    """Lend to the ground what writes the register, or what enqueues a long job."""
    _prestiti.update({"annota": annota} if annota else {}, **({"accoda": accoda} if accoda else {}))


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
