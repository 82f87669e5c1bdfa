"""What the agreements of an institute ask of whom today, from what is written in the tables alone.

Nobody is named: what is to do also goes in calendars and mails, and the page says who it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cpia.avvisi.rules import Dovere
from cpia.scuola.enums import TipoIstituto
from cpia.scuola.models import Istituto
from patto_formativo.queries.doveri import (
    accoglienza,
    commissione,
    condivisi,
    firme,
    frequenza,
    iscrizioni,
    permessi,
)
from patto_formativo.queries.doveri.frequenza import ARischio, a_rischio
from patto_formativo.queries.doveri.quadro import Quadro, leggi
from patto_formativo.queries.regole import regole


@dataclass(frozen=True, slots=True)
class CoseDaFare:
    """What is open now, how long before the last day one is reminded, who is at risk."""

    doveri: Sequence[Dovere] = ()
    anticipi: tuple[int, ...] = ()
    a_rischio: Sequence[ARischio] = ()


def cose_da_fare(istituto_id: int, oggi: date) -> CoseDaFare:
    """Everything that is open. The number of queries does not depend on how much it is.

    A school that is no CPIA has only what a CPIA shows it.
    """
    if not Istituto.objects.filter(pk=istituto_id, tipo=TipoIstituto.CPIA).exists():
        aperti = condivisi.doveri(istituto_id)
        return CoseDaFare(aperti, regole(istituto_id, oggi).anticipi.valore if aperti else ())
    quadro = leggi(istituto_id, oggi)
    rischi = a_rischio(quadro)
    return CoseDaFare(_del_cpia(quadro, rischi), quadro.regole.anticipi.valore, rischi)


def _del_cpia(quadro: Quadro, rischi: Sequence[ARischio]) -> list[Dovere]:
    return [
        *iscrizioni.doveri(quadro),
        *permessi.doveri(quadro),
        *accoglienza.doveri(quadro),
        *commissione.doveri(quadro),
        *firme.doveri(quadro),
        *frequenza.doveri(quadro, rischi),
    ]
