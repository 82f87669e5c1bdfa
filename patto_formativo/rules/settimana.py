"""The days of the week named in an Italian text, to say them in another language."""

import re
from typing import Final

from cpia.scuola.parole import GIORNI

PAROLE: Final = re.compile(r"[^\W\d_]+")
# A text with any other word is not only a list of days.
CONGIUNZIONI: Final = frozenset({"e", "il", "di"})


def giorni_nominati(testo: str) -> tuple[int, ...] | None:
    """``lunedì, mercoledì e giovedì`` → 0, 2, 3; None for a text that says anything else."""
    parole = [parola for parola in PAROLE.findall(testo.lower()) if parola not in CONGIUNZIONI]
    if not parole or any(parola not in GIORNI for parola in parole):
        return None
    return tuple(GIORNI.index(parola) for parola in parole)
