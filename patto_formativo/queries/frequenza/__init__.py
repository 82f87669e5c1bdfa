"""Attendance read from the rows: of one person, of many, of groups; who is silent."""

from patto_formativo.queries.frequenza.calcolo import FrequenzaDi, frequenza_di, frequenze
from patto_formativo.queries.frequenza.piani import PianoDi, piani
from patto_formativo.queries.frequenza.silenzi import SilenzioDi, silenzi, silenzio_di

__all__ = [
    "FrequenzaDi",
    "PianoDi",
    "SilenzioDi",
    "frequenza_di",
    "frequenze",
    "piani",
    "silenzi",
    "silenzio_di",
]
