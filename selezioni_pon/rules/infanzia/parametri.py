"""What the norms in force say of the enrolments at the scuola dell’infanzia.

Source: IC di Porto Venere, titolo 4, capo 3, sez. 3, artt. 2-3; D.P.R. 81/2009, art. 9;
D.P.R. 89/2009, art. 2.
"""

from dataclasses import dataclass
from itertools import pairwise

from cpia.norme.rules.misure import GiornoMese
from cpia.norme.rules.motivi import Valore


@dataclass(frozen=True, slots=True)
class RegoleEta:
    """The day by which one is three, and the day by which one is in advance."""

    nati_entro: Valore[GiornoMese]
    anticipo_entro: Valore[GiornoMese]


@dataclass(frozen=True, slots=True)
class PostiPerSezione:
    """The three figures of a regulation, which may contradict one another.

    ``soglia`` are the applications over which there is a waiting list, ``ammessi`` those taken in
    in order, ``estremi`` those of a special case.
    """

    soglia: Valore[int]
    ammessi: Valore[int]
    estremi: Valore[int]


@dataclass(frozen=True, slots=True)
class NumeriAnticipi:
    """Early children: the row that begins at so many enrolled lets in so many.

    ``al`` is the day of the count, in the August before the school year; ``massimo`` the
    children of a section that holds early ones, ``con_attesa`` whether they come in while others
    wait. Raises ValueError for rows that do not match or do not grow.
    """

    al: Valore[GiornoMese]
    iscritti: Valore[tuple[int, ...]]
    ammessi: Valore[tuple[int, ...]]
    massimo: Valore[int]
    con_attesa: Valore[bool]

    def __post_init__(self) -> None:
        iscritti = self.iscritti.valore
        if not iscritti or len(iscritti) != len(self.ammessi.valore):
            raise ValueError("ogni riga degli anticipi ha i suoi iscritti e i suoi ammessi")
        if any(alto <= basso for basso, alto in pairwise(iscritti)):
            raise ValueError("gli iscritti delle righe degli anticipi vanno dal più basso")


@dataclass(frozen=True, slots=True)
class ParametriInfanzia:
    """What the norms in force say of the enrolments."""

    eta: RegoleEta
    posti: PostiPerSezione
    anticipi: NumeriAnticipi
