"""How a language writes numbers and counts things, for those in which the agreement is told.

Source: Unicode CLDR, Language Plural Rules (cardinal), for it, en, fr, ar, uk.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from patto_formativo.enums import Lingua
from patto_formativo.rules.misure import in_cifre

Numero = Fraction | Decimal | int


class Forma(StrEnum):
    """The categories of CLDR."""

    ZERO = "zero"
    UNO = "one"
    DUE = "two"
    POCHI = "few"
    MOLTI = "many"
    ALTRO = "other"


F: Final = Forma
# The forms that each language needs; what is counted in it has exactly these.
FORME: Final[Mapping[Lingua, tuple[Forma, ...]]] = MappingProxyType(
    {
        Lingua.ITALIANO: (F.UNO, F.ALTRO),
        Lingua.INGLESE: (F.UNO, F.ALTRO),
        Lingua.FRANCESE: (F.UNO, F.ALTRO),
        Lingua.ARABO: tuple(Forma),
        Lingua.UCRAINO: (F.UNO, F.POCHI, F.MOLTI, F.ALTRO),
    }
)


def forma(lingua: Lingua, numero: Numero) -> Forma:
    """The form that a language wants after a number: ``21 година``, ``22 години``."""
    return REGOLE[lingua](abs(Fraction(numero)))


def in_lingua(numero: Numero, *, decimali: str, migliaia: str) -> str:
    """The number with only the decimals that it has: ``1.741,67``, ``1,741.67``, ``1 741,67``."""
    return in_cifre(Fraction(numero)).translate({ord("."): migliaia, ord(","): decimali})


def _uno_o_altro(numero: Fraction) -> Forma:
    return F.UNO if numero == 1 else F.ALTRO


def _francese(numero: Fraction) -> Forma:
    """Less than two is singular: ``0 heure``, ``1,5 heure``."""
    return F.UNO if numero < 2 else F.ALTRO


def _arabo(numero: Fraction) -> Forma:
    precise = {0: F.ZERO, 1: F.UNO, 2: F.DUE}
    if numero in precise:
        return precise[int(numero)]
    if numero.denominator != 1:
        return F.ALTRO
    resto = int(numero) % 100
    if resto in range(3, 11):
        return F.POCHI
    return F.MOLTI if resto in range(11, 100) else F.ALTRO


def _ucraino(numero: Fraction) -> Forma:
    if numero.denominator != 1:
        return F.ALTRO
    unita, resto = int(numero) % 10, int(numero) % 100
    if unita == 1 and resto != 11:
        return F.UNO
    return F.POCHI if unita in range(2, 5) and resto not in range(12, 15) else F.MOLTI


REGOLE: Final[Mapping[Lingua, Callable[[Fraction], Forma]]] = MappingProxyType(
    {
        Lingua.ITALIANO: _uno_o_altro,
        Lingua.INGLESE: _uno_o_altro,
        Lingua.FRANCESE: _francese,
        Lingua.ARABO: _arabo,
        Lingua.UCRAINO: _ucraino,
    }
)
