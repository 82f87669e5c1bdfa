"""What the list of enrolments is made of: the children and the rules of the school.

Source: IC di Porto Venere, Regolamento d’istituto, titolo 4, capo 3, sez. 2 and 3.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cpia.norme.rules.misure import GiornoMese
from cpia.norme.rules.motivi import Motivo, Valore
from selezioni_pon.enums import ConteggioAnticipi, GruppoPrecedenza
from selezioni_pon.rules.infanzia.parametri import NumeriAnticipi, PostiPerSezione, RegoleEta


@dataclass(frozen=True, slots=True)
class Bambino:
    """A child for whom a place is asked; ``punti`` are those that the grid gives.

    ``presentata`` is the day of the application; ``residente`` in the territory of the school.
    """

    id: str
    nascita: date
    punti: Fraction
    presentata: date
    nome: str = ""
    precedenza: GruppoPrecedenza | None = None
    residente: bool = False


@dataclass(frozen=True, slots=True)
class FontiOrdine:
    """Who says each step of the order."""

    elenco: str
    nei_termini: str
    parita: str
    fuori_termine: str
    scorrimento: str


@dataclass(frozen=True, slots=True)
class GruppoPrioritario:
    """Who never waits, and who says so."""

    gruppo: GruppoPrecedenza
    testo: str
    fonte: str


@dataclass(frozen=True, slots=True)
class LimitiDisabilita:
    """Places of a section where a child has a disability, and how many of them it may hold."""

    posti_con_grave: int
    posti_con_non_grave: int
    gravi_per_sezione: int
    non_gravi_per_sezione: int
    fonte: str


@dataclass(frozen=True, slots=True)
class RegoleAnticipi:
    """When early children may attend (art. 3).

    ``condizioni`` is who says what the school must have, ``sotto`` what the rows leave out.
    """

    numeri: NumeriAnticipi
    conteggio: Valore[ConteggioAnticipi]
    condizioni: str
    ordine: str
    dopo: str
    sotto: str


@dataclass(frozen=True, slots=True)
class RegoleFrequenza:
    """From when and for how long a day early children attend (art. 3 lett. f)."""

    fonte_primo: str
    secondo_dal: Valore[GiornoMese]
    fonte_autonomia: str


@dataclass(frozen=True, slots=True)
class RegoleInfanzia:
    """The rules of a school beside its grid; ``rilievi`` is where its text is not whole."""

    fonte: str
    eta: RegoleEta
    ordine: FontiOrdine
    precedenze: tuple[GruppoPrioritario, ...]
    posti: PostiPerSezione
    disabilita: LimitiDisabilita
    anticipi: RegoleAnticipi
    frequenza: RegoleFrequenza
    rilievi: tuple[Motivo, ...]

    def di(self, gruppo: GruppoPrecedenza) -> GruppoPrioritario:
        """The words and the source of a group; KeyError where the school has it not."""
        for uno in self.precedenze:
            if uno.gruppo is gruppo:
                return uno
        raise KeyError(gruppo)
