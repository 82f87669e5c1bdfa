"""A call as it is being written: the project, the work, the money, the term, the criteria."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from selezioni_pon.enums import Fase
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.offerta import Compenso
from selezioni_pon.rules.termine import Finestra


@dataclass(frozen=True, slots=True)
class Progetto:
    """What the work is for; ``cup`` and ``codice`` are empty where no public project pays."""

    titolo: str
    finalita: str = ""
    attivita: str = ""
    prodotti: str = ""
    codice: str = ""
    cup: str = ""
    cig: str = ""
    finanziato: bool = False


@dataclass(frozen=True, slots=True)
class Bando:
    """A call as it is being written.

    ``disponibilita`` in cents, None where it is not written. ``titoli_di_studio`` are those
    needed to take part. ``rilievi_letti`` says that whoever publishes saw what the checker found
    in the grid, ``rilievi`` how many. ``reclamo_giorni`` is None for the term of the school.
    """

    fase: Fase
    ruolo: str
    progetto: Progetto
    ore: Fraction
    posti: int
    compenso: Compenso | None
    finestra: Finestra | None
    dal: date | None = None
    al: date | None = None
    ordine_scolastico: str = ""
    titoli_di_studio: str = ""
    come_si_presenta: str = ""
    responsabile: str = ""
    pagamento: str = ""
    trattamento: str = ""
    sospensioni: str = ""
    urgenza: str = ""
    disponibilita: int | None = None
    reclamo_giorni: int | None = None
    griglia: Griglia | None = None
    rilievi: int = 0
    rilievi_letti: bool = False
