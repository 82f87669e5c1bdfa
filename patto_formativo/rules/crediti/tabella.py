"""The table of the credits: what a kind of evidence may give on a path, with its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from patto_formativo.enums import Natura, Percorso, TipoEvidenza


@dataclass(frozen=True, slots=True)
class UnitaDiCredito:
    """How hours of activity become a credit, and what a credit is worth in hours.

    ``da_verificare`` says what the source leaves open.
    """

    ore_di_attivita: int
    ore_di_credito: Fraction
    da_verificare: str


@dataclass(frozen=True, slots=True)
class RegolePercorso:
    """Hours of a path: whole, those of the welcome at most, those of the credits at most.

    ``come`` says how the cap of the credits is reckoned, ``fonte_tetto`` who says it.
    """

    percorso: Percorso
    ore: int
    in_piu: int
    accoglienza: int
    tetto: Fraction
    fonte: str
    fonte_tetto: str
    come: str
    in_contrasto_con: str = ""
    tetto_in_contrasto_con: str = ""

    @property
    def altre_fonti(self) -> str:
        """What other sources say of the hours and of the cap, empty when all agree."""
        return "; ".join(filter(None, [self.in_contrasto_con, self.tetto_in_contrasto_con]))


@dataclass(frozen=True, slots=True)
class TettoRiga:
    """The limits of a row: a share of the hours of the competence, hours of the kind.

    Each is None where the row has no such limit; ``ore`` hold for all the evidence of that kind in
    a dossier.
    """

    quota: Fraction | None = None
    ore: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Ambito:
    """The competences of a path that a row reaches, with its limits there."""

    competenze: frozenset[str]
    tetto: TettoRiga


@dataclass(frozen=True, slots=True)
class Riga:
    """A row of the table: a kind of evidence, and for each path what it may give.

    ``crediti`` is the most for activities counted in credits; ``entro_anni`` how old it may be.
    """

    tipo: TipoEvidenza
    natura: Natura
    detto: str
    fonte: str
    percorsi: Mapping[Percorso, tuple[Ambito, ...]]
    crediti: int | None = None
    entro_anni: int | None = None
    in_contrasto_con: str = ""

    def tetto(self, percorso: Percorso, competenza: str) -> TettoRiga | None:
        """The limits for a competence of a path; None where the row does not reach it."""
        for ambito in self.percorsi.get(percorso, ()):
            if competenza in ambito.competenze:
                return ambito.tetto
        return None


@dataclass(frozen=True, slots=True)
class Tabella:
    """The rows and the paths of one regulation."""

    percorsi: Mapping[Percorso, RegolePercorso]
    competenze: Mapping[Percorso, tuple[str, ...]]
    righe: Mapping[TipoEvidenza, Riga]
    unita: UnitaDiCredito
