"""Counted words and numbers in each language: the cases of CLDR."""

from fractions import Fraction

import pytest

from patto_formativo.enums import Lingua
from patto_formativo.rules.plurali import FORME, REGOLE, forma, in_lingua

IT, EN, FR, AR, UK = Lingua.ITALIANO, Lingua.INGLESE, Lingua.FRANCESE, Lingua.ARABO, Lingua.UCRAINO
UNO_E_MEZZO = Fraction(3, 2)


@pytest.mark.parametrize(
    ("lingua", "numeri", "attesa"),
    [
        (IT, (1,), "one"),
        (IT, (0, 2, 21, UNO_E_MEZZO), "other"),
        (EN, (1,), "one"),
        (EN, (0, 2, 101, UNO_E_MEZZO), "other"),
        (FR, (0, 1, UNO_E_MEZZO), "one"),
        (FR, (2, 21, Fraction(5, 2)), "other"),
        (AR, (0,), "zero"),
        (AR, (1,), "one"),
        (AR, (2,), "two"),
        (AR, (3, 10, 103, 110), "few"),
        (AR, (11, 99, 111, 160), "many"),
        (AR, (100, 101, 102, 200, 400, UNO_E_MEZZO), "other"),
        (UK, (1, 21, 101), "one"),
        (UK, (2, 4, 22, 112 + 10), "few"),
        (UK, (0, 5, 11, 12, 14, 111, 112, 160), "many"),
        (UK, (UNO_E_MEZZO, Fraction(63, 10)), "other"),
    ],
)
def test_the_form_that_a_number_wants(lingua, numeri, attesa):
    assert {numero: forma(lingua, numero) for numero in numeri} == dict.fromkeys(numeri, attesa)


def test_every_language_has_its_rule_and_its_forms():
    assert set(REGOLE) == set(FORME) == set(Lingua)


@pytest.mark.parametrize("lingua", Lingua)
def test_a_rule_gives_only_the_forms_of_its_language(lingua):
    numeri = [Fraction(n, d) for n in range(240) for d in (1, 4)]
    assert {forma(lingua, numero) for numero in numeri} == set(FORME[lingua])


@pytest.mark.parametrize(
    ("decimali", "migliaia", "scritto"),
    [(",", ".", "1.741,5"), (".", ",", "1,741.5"), (",", "\u00a0", "1\u00a0741,5")],
)
def test_numbers_are_written_as_the_language_writes_them(decimali, migliaia, scritto):
    assert in_lingua(Fraction(3483, 2), decimali=decimali, migliaia=migliaia) == scritto
