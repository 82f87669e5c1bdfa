"""The days between today and a sitting: the first that may be chosen, and their line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

UN_GIORNO: Final = timedelta(days=1)
# No notice of a school is longer: further on there is nothing to look for.
RICERCA: Final = 400
# Beyond this only the days that have a name are drawn.
GIORNI_DISEGNATI: Final = 15


@dataclass(frozen=True, slots=True)
class Tappa:
    """A day of the line: what falls on it, whether a notice of that day is still in time.

    ``pausa`` says why nobody works on it; ``dopo`` how many days are left out before the next.
    """

    giorno: date
    nomi: tuple[str, ...]
    utile: bool
    pausa: str = ""
    dopo: int = 0


def prima_data(
    oggi: date,
    *,
    ultimo_utile: Callable[[date], date],
    lavorativo: Callable[[date], bool],
) -> date | None:
    """The first working day for a sitting that is convened today, in time.

    ``ultimo_utile`` is the last day to convene for a given day of the sitting. None when no day
    of the next year would do.
    """
    giorni = (oggi + UN_GIORNO * n for n in range(RICERCA))
    return next((g for g in giorni if lavorativo(g) and ultimo_utile(g) >= oggi), None)


def linea(
    nomi: Mapping[str, date], *, oggi: date, ultimo: date, pausa: Callable[[date], str]
) -> tuple[Tappa, ...]:
    """The days from the first to the last of those that have a name, one by one if they are few.

    ``nomi`` maps a name («ultimo giorno utile») to its day. A day is ``utile`` from today up to
    ``ultimo``, both included.
    """
    primo, fine = min(nomi.values()), max(nomi.values())
    tutti = [primo + UN_GIORNO * n for n in range((fine - primo).days + 1)]
    scelti = tutti if len(tutti) <= GIORNI_DISEGNATI else sorted(set(nomi.values()))
    return tuple(
        Tappa(
            giorno,
            tuple(nome for nome, suo in nomi.items() if suo == giorno),
            oggi <= giorno <= ultimo,
            pausa(giorno),
            (dopo - giorno).days - 1 if dopo else 0,
        )
        for giorno, dopo in zip(scelti, [*scelti[1:], None], strict=True)
    )
