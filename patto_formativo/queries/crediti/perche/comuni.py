"""A reason as every page of the credits tells it."""

from dataclasses import dataclass

from cpia.norme.rules.motivi import Motivo
from patto_formativo.queries.crediti.righe import Contata
from patto_formativo.queries.precedenti import Precedente


@dataclass(frozen=True)
class Spiegazione:
    """A reason in the order in which every reason is told."""

    titolo: str
    risposta: str
    numeri: tuple[tuple[str, str], ...] = ()
    conto: tuple[str, ...] = ()
    regole: tuple[Motivo, ...] = ()
    e_se: tuple[str, ...] = ()
    precedenti: tuple[Precedente, ...] = ()
    evidenza: Contata | None = None
