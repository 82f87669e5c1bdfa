"""One rule of a draft as it is stored, and the print by which a change of it is noticed."""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Scritto:
    """One parameter of a draft: value, article and words as they are stored."""

    chiave: str
    valore: str
    articolo: str
    testo: str = ""

    @property
    def impronta(self) -> str:
        """What changes with any word of it: the SHA-256 in hexadecimal."""
        return _impronta(astuple(self))


def impronta_di(scritti: Iterable[Scritto]) -> str:
    """The print of a whole draft, whatever the order of its rules."""
    return _impronta(sorted(scritto.impronta for scritto in scritti))


def _impronta(parti: Iterable[str]) -> str:
    return sha256(json.dumps(list(parti)).encode()).hexdigest()
