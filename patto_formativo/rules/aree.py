"""The areas in which the competences of a path are told to who learns.

Source: Linee guida (CPIA Napoli Provincia 2), parte seconda: Italian and foreign language are two
parts of the axis of languages, with their own rows.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from patto_formativo.enums import Percorso


class Area(StrEnum):
    """What one would call a subject; each has its name in every language."""

    ITALIANO = "italiano"
    STRANIERA = "straniera"
    STORIA = "storia"
    MATEMATICA = "matematica"
    SCIENZE = "scienze"


STRANIERE: Final[Mapping[Percorso, frozenset[str]]] = MappingProxyType(
    {
        Percorso.PRIMO_PERIODO: frozenset({"C7", "C8"}),
        Percorso.SECONDO_PERIODO: frozenset({"C5", "C6"}),
    }
)
DI_ASSE: Final[Mapping[str, Area]] = MappingProxyType(
    {
        "italiano": Area.ITALIANO,
        "linguaggi": Area.ITALIANO,
        "storico-sociale": Area.STORIA,
        "matematico": Area.MATEMATICA,
        "scientifico-tecnologico": Area.SCIENZE,
    }
)


def area(percorso: Percorso, codice: str, asse: str) -> Area:
    """The area of a competence."""
    if codice in STRANIERE.get(percorso, ()):
        return Area.STRANIERA
    return DI_ASSE[asse]
