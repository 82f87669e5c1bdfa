"""Marks and their brackets, as a grid writes them."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Fascia:
    """Marks from ``da`` to ``a``, both included, and their points; ``lode``: only with honours.

    None is the end of the scale on that side.
    """

    da: Fraction | None
    a: Fraction | None
    lode: bool
    punti: Fraction


@dataclass(frozen=True, slots=True)
class Scala:
    """Marks out of ``su``, from the lowest with which one passes (110 from 66, 60 from 36)."""

    su: int
    minimo: int
    fasce: tuple[Fascia, ...]

    def fasce_di(self, voto: Fraction, *, lode: bool) -> tuple[Fascia, ...]:
        """The brackets that hold a mark: with honours only those for them, where there are any.

        None holds it where the brackets leave a hole, two where they overlap.
        """
        dentro = [
            fascia
            for fascia in self.fasce
            if (fascia.da is None or fascia.da <= voto) and (fascia.a is None or voto <= fascia.a)
        ]
        con_lode = tuple(fascia for fascia in dentro if fascia.lode)
        if lode and con_lode:
            return con_lode
        return tuple(fascia for fascia in dentro if not fascia.lode)
