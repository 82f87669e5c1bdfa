"""Who is ranked, and by which rules of a tie."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from selezioni_pon.enums import TipoCriterio


@dataclass(frozen=True, slots=True)
class Criterio:
    """One rule of a tie and who says it."""

    tipo: TipoCriterio
    fonte: str


@dataclass(frozen=True, slots=True)
class Precedenza:
    """A group that comes before the points are looked at: the lower ``ordine`` first."""

    ordine: int = 0
    nome: str = ""
    fonte: str = ""


@dataclass(frozen=True, slots=True)
class InGara:
    """Who is ranked, with what the rules of a tie may ask.

    ``offerta`` in cents, ``anzianita`` in days of service in the institute, ``esperienza`` in
    points of the specific experience, ``voti`` those of the Collegio. None is «not known».
    """

    id: str
    punti: Fraction
    nome: str = ""
    offerta: int | None = None
    anzianita: int | None = None
    esperienza: Fraction | None = None
    data_nascita: date | None = None
    voti: int | None = None
    data_domanda: date | None = None
    precedenza: Precedenza = Precedenza()

    @property
    def detto(self) -> str:
        """The name, or the identifier where there is none."""
        return self.nome or self.id
