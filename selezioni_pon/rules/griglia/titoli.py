"""What an applicant, or the commission, says of one item of a grid."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

NULLA: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class Titolo:
    """A title of an item, or all of them where the item counts units.

    ``quanti`` are the titles, or the points of a discretionary item; ``grado`` the word of a
    rubric or of a choice; ``per_grado`` how many for each length; ``voto`` out of ``su`` (None: the
    highest scale of the item), with ``lode``; ``pertinenti`` how many are in the field of the
    call. Raises ValueError for negative numbers.
    """

    voce: str
    quanti: Fraction = Fraction(1)
    grado: str = ""
    per_grado: Mapping[str, int] = field(default_factory=dict)
    voto: Fraction | None = None
    su: int | None = None
    lode: bool = False
    pertinenti: int = 0

    def __post_init__(self) -> None:
        interi = (self.pertinenti, *self.per_grado.values())
        if self.quanti < 0 or any(numero < 0 for numero in interi):
            raise ValueError(f"voce {self.voce}: un titolo non si conta in negativo")

    @property
    def presente(self) -> bool:
        """Whether there is any title at all."""
        return any(self.per_grado.values()) if self.per_grado else self.quanti > 0
