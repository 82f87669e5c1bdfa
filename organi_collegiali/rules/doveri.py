"""What somebody still has to do for an organ, and on which days to remind of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cpia.norme.rules.motivi import Motivo

# A scheduler that was off for a day or two still tells what it should have told; older is stale.
RECUPERO = timedelta(days=2)
UN_GIORNO = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dovere:
    """One thing to do: whose it is (one person, or who holds a role), by when, why.

    ``pagina`` and ``oggetto`` say where it is done; ``chiave`` is the same as long as it is the
    same thing to do.
    """

    chiave: str
    titolo: str
    verbo: str
    pagina: str
    oggetto: int
    visibile_dal: date
    entro_il: date
    dettaglio: str = ""
    persona: int | None = None
    ruolo: str = ""
    perche: tuple[Motivo, ...] = ()


def giorno_di_avviso(entro_il: date, anticipi: Iterable[int], oggi: date) -> date | None:
    """The reminder that is due today, named by its day, or nothing.

    So many days before the last one as the regulation says, and once on the day after it. One
    that should have left up to two days ago still leaves, if no later one has taken its place.
    """
    giorni = {entro_il - timedelta(days=prima) for prima in anticipi} | {entro_il + UN_GIORNO}
    return max((giorno for giorno in giorni if giorno <= oggi <= giorno + RECUPERO), default=None)
