"""A scoring grid as data: sections, items, and what each item gives.

Source: IC Pinocchio Montesicuro, Consiglio d’istituto 26 April 2018, minutes n. 14, annexes 1 and
2. Points and caps are exact; None is no cap, or a bracket without an end of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from selezioni_pon.enums import ChiPropone, FasciaContesa, TipoVoce
from selezioni_pon.rules.griglia.scala import Fascia, Scala

__all__ = ["Fascia", "Grado", "Griglia", "Lettura", "Scala", "Sezione", "Voce"]


@dataclass(frozen=True, slots=True)
class Grado:
    """A word with its points: a step of a rubric, an option, a length («annuali»)."""

    parola: str
    punti: Fraction
    testo: str = ""


@dataclass(frozen=True, slots=True)
class Voce:
    """An item of a grid.

    ``punti`` are those of the title, of each unit, or the most that the commission may give;
    ``pertinente`` is added for each title in the field of the call. ``altro_nome`` is another
    name for the same item («a» for 1). ``stampato`` is the printed number where it is another
    («17» for 17bis). ``solo_per`` are the profiles that it is for (empty: all). Of items: one
    that is ``assorbita_da`` another does not count beside it, is ``mai_con`` an alternative, and
    ``richiede`` those without which it does not count.
    """

    numero: str
    testo: str
    tipo: TipoVoce
    chi: ChiPropone = ChiPropone.CANDIDATO
    punti: Fraction | None = None
    tetto: Fraction | None = None
    massimo_unita: int | None = None
    minimo_per_contare: str = ""
    scale: tuple[Scala, ...] = ()
    gradi: tuple[Grado, ...] = ()
    pertinente: Fraction | None = None
    altro_nome: str = ""
    solo_per: tuple[str, ...] = ()
    assorbita_da: tuple[str, ...] = ()
    mai_con: tuple[str, ...] = ()
    richiede: tuple[str, ...] = ()
    stampato: str = ""

    @property
    def nomi(self) -> tuple[str, ...]:
        """The names by which a request may call it."""
        return tuple(filter(None, (self.numero, self.altro_nome)))

    @property
    def come_stampato(self) -> str:
        """The number as the source prints it."""
        return self.stampato or self.numero

    def scala(self, su: int | None) -> Scala | None:
        """The scale of a full mark; without one, that of the highest («100» before «60»)."""
        if su is None:
            return max(self.scale, key=lambda scala: scala.su, default=None)
        return next((scala for scala in self.scale if scala.su == su), None)

    def per(self, profilo: str) -> bool:
        """Whether the item is for a profile."""
        return not self.solo_per or profilo in self.solo_per


@dataclass(frozen=True, slots=True)
class Lettura:
    """A cap that the source also writes, and where."""

    tetto: Fraction
    fonte: str


@dataclass(frozen=True, slots=True)
class Sezione:
    """A section: ``tetto`` is the reading chosen, ``perche_questa`` why; ``numero`` if printed."""

    sigla: str
    titolo: str
    numero: str
    tetto: Fraction | None
    voci: tuple[Voce, ...]
    altre_letture: tuple[Lettura, ...] = ()
    perche_questa: str = ""


@dataclass(frozen=True, slots=True)
class Griglia:
    """A grid: ``slug`` is origin and name, ``profilo`` the name, ``fonte`` the act.

    ``contesa``: which bracket counts when two hold a mark; ``avvertenze``: notes of the source,
    and how it was read where it can be read in more ways.
    """

    slug: str
    titolo: str
    fonte: str
    profilo: str
    sezioni: tuple[Sezione, ...]
    contesa: FasciaContesa = FasciaContesa.PIU_FAVOREVOLE
    avvertenze: tuple[str, ...] = ()

    @property
    def voci(self) -> Iterator[Voce]:
        """Every item in order of print."""
        for sezione in self.sezioni:
            yield from sezione.voci

    def voce(self, nome: str) -> Voce | None:
        """The item of a number or of its other name; None where there is none."""
        return next((voce for voce in self.voci if nome in voce.nomi), None)
