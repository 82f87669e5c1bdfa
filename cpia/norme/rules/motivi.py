"""The reason of a result: which rule, from which act, with which numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Motivo:
    """One step of a judgement.

    ``regola`` is its name, ``fonte`` the act and article that decide, ``testo`` one Italian
    sentence that holds the numbers of this very case.
    """

    regola: str
    fonte: str
    testo: str
