"""A reason as the drawer tells it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bonus_merito.enums import Area
from bonus_merito.queries.righe import Riga
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import con_maiuscola


@dataclass(frozen=True)
class Spiegazione:
    """A reason, in the order in which the drawer tells it; ``area`` where points may be tried."""

    titolo: str
    risposta: str
    regole: Sequence[Motivo]
    numeri: Sequence[tuple[str, str]] = ()
    conto: Sequence[str] = ()
    riga: Riga | None = None
    area: Area | None = None


def di_uno(motivo: Motivo, riga: Riga) -> Motivo:
    """The reason of one person without the key by which the rules name them."""
    testo = motivo.testo.removeprefix(f"{riga.chiave}: ")
    return Motivo(motivo.regola, motivo.fonte, con_maiuscola(testo))
