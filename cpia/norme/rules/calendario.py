"""Which days are holidays, and on which the school works."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import holidays

from cpia.norme.rules.misure import GiornoMese

UN_GIORNO: Final = timedelta(days=1)
SABATO: Final = 5
DOMENICA: Final = 6
# A closure longer than this is a wrong date, not a holiday of the school.
RICERCA_MASSIMA: Final = 366

FONTE_FESTIVITA: Final = "L. 27 maggio 1949, n. 260, art. 2"
FONTE_PATRONO: Final = "CCNL Scuola 29 novembre 2007, art. 14 c. 1"
FONTE_CHIUSURA: Final = "calendario dell’istituto"


class NessunGiornoLavorativo(ValueError):
    """A calendar that leaves no working day within a year."""


@lru_cache(maxsize=64)
def festivita(anno: int) -> dict[date, str]:
    """The holidays of the State in ``anno``, with their Italian names (L. 260/1949, art. 2)."""
    return dict(holidays.country_holidays("IT", years=anno, language="it_IT").items())


def festivo(giorno: date) -> str:
    """Why ``giorno`` is a holiday by law, or an empty string.

    Sundays and the days of L. 260/1949, art. 2. The patron saint is not among them: it lengthens
    no term (Cass. 3 August 2007, n. 17079).
    """
    nome = festivita(giorno.year).get(giorno, "")
    return nome or ("domenica" if giorno.weekday() == DOMENICA else "")


@dataclass(frozen=True, slots=True)
class Chiusura:
    """Days, both ends included, on which the school itself is closed."""

    dal: date
    al: date
    motivo: str

    def __post_init__(self) -> None:
        if self.al < self.dal:
            raise ValueError("la chiusura finisce prima di cominciare")


@dataclass(frozen=True, slots=True)
class Pausa:
    """Why nobody works on a day, and who says so."""

    motivo: str
    fonte: str


@dataclass(frozen=True, slots=True)
class Calendario:
    """The calendar of one site: patron saint, closures, whether Saturday is a working day."""

    patrono: GiornoMese | None = None
    chiusure: tuple[Chiusura, ...] = ()
    sabato_lavorativo: bool = True

    def pausa(self, giorno: date) -> Pausa | None:
        """Why ``giorno`` is no working day here, or None if it is one."""
        if nome := festivo(giorno):
            return Pausa(nome, FONTE_FESTIVITA)
        if self.patrono and self.patrono.cade(giorno):
            return Pausa("festa del santo patrono", FONTE_PATRONO)
        if giorno.weekday() == SABATO and not self.sabato_lavorativo:
            return Pausa("sabato, in cui la scuola è chiusa", FONTE_CHIUSURA)
        motivi = (c.motivo for c in self.chiusure if c.dal <= giorno <= c.al)
        return next((Pausa(motivo, FONTE_CHIUSURA) for motivo in motivi), None)

    def lavorativo(self, giorno: date) -> bool:
        return self.pausa(giorno) is None

    def lavorativi(self, da: date, *, indietro: bool = False) -> Iterator[date]:
        """The working days after ``da`` (before it, if ``indietro``), one by one.

        Raises NessunGiornoLavorativo when a whole year holds none.
        """
        giorno, vuoti = da, 0
        while vuoti < RICERCA_MASSIMA:
            giorno = giorno - UN_GIORNO if indietro else giorno + UN_GIORNO
            vuoti += 1
            if self.lavorativo(giorno):
                vuoti = 0
                yield giorno
        raise NessunGiornoLavorativo(
            f"il calendario non ha giorni lavorativi in un anno a partire dal {da:%d/%m/%Y}"
        )
