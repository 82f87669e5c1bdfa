"""What is written of an assignment, of its longer end, of the check of the work."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from selezioni_pon.enums import GiudizioIncarico, Rimedio, StatoAutorizzazione


@dataclass(frozen=True)
class DatiIncarico:
    """Days included, hours, gross pay in cents, the deliberation that starts the project.

    ``chiesta_il`` is the day on which the employer of a public employee got the request;
    ``risposta`` is what it answered (DATA or NEGATA), None while it waits, ``atto`` by which act.
    """

    dal: date
    al: date
    ore: Decimal
    compenso: int
    delibera_il: date | None = None
    chiesta_il: date | None = None
    risposta: StatoAutorizzazione | None = None
    atto: str = ""


@dataclass(frozen=True)
class DatiProroga:
    """The new last day, and why it is needed."""

    nuova_fine: date
    per_completare: bool
    ritardo_del_prestatore: bool
    motivo: str


@dataclass(frozen=True)
class DatiVerifica:
    """What who directs found; ``svolte`` are all the hours done by now.

    ``senza_oneri``: it was checked that there are no other costs (art. 8 c. 4).
    """

    giudizio: GiudizioIncarico
    rimedio: Rimedio
    svolte: Decimal
    motivo: str = ""
    entro: date | None = None
    senza_oneri: bool = False
