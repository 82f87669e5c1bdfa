"""When the digest of the day is due, what somebody still has to do, on which days to remind.

Pure: days and hours are those of Italy.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cpia.norme.rules.motivi import Motivo

UN_GIORNO = timedelta(days=1)
# A scheduler that was off for a day or two still tells what it should have told; older is stale.
RECUPERO = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Dovere:
    """One thing to do: whose it is (one person, or who holds a role), by when, why.

    ``pagina`` and ``oggetto`` (None where the page takes no number) say where it is done;
    ``chiave`` is the same as long as it is the same thing to do. ``lettera`` is what the mail says
    where the words of the desk would not do.
    """

    chiave: str
    titolo: str
    verbo: str
    pagina: str
    visibile_dal: date
    entro_il: date
    oggetto: int | None = None
    dettaglio: str = ""
    lettera: str = ""
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


def riepilogo_dovuto(ora: int, ultimo: date | None, adesso: datetime) -> bool:
    """Whether the digest of today is to be sent: its hour has come and it was not sent yet.

    ``ora`` is a whole hour of the day, 0-23; ``adesso`` is local. A digest that was missed at its
    hour is made up for until midnight, one of yesterday is not.
    """
    return adesso.hour >= ora and (ultimo is None or ultimo < adesso.date())


def ultimo_alla_scelta(ora: int, ultimo: date | None, adesso: datetime) -> date | None:
    """The day to count as the last one, for who passes to the digest at ``adesso``.

    Who chooses it after its hour has the first tomorrow, and not at once.
    """
    if adesso.hour >= ora:
        return adesso.date()
    return ultimo


def prossimo_riepilogo(ora: int, ultimo: date | None, adesso: datetime) -> date:
    """The day of the next digest: today while it is still to be sent, otherwise tomorrow."""
    oggi = adesso.date()
    if ultimo is not None and ultimo >= oggi:
        return oggi + UN_GIORNO
    return oggi
