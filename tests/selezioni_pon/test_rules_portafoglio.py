"""Which titles of an earlier application another grid takes."""

from dataclasses import replace
from fractions import Fraction

import pytest

from selezioni_pon.enums import ChiPropone, TipoVoce
from selezioni_pon.griglie import griglia as spedita
from selezioni_pon.griglie import slug_disponibili
from selezioni_pon.rules.griglia.modello import Grado, Voce
from selezioni_pon.rules.portafoglio import corrispondenti, riutilizzabili
from tests.selezioni_pon.scena_bandi import griglia

LAUREA = Voce("1", "Laurea magistrale", TipoVoce.SI_NO, punti=Fraction(5))
CORSI = Voce("2", "Corsi di formazione, almeno 20 ore", TipoVoce.UNITA, punti=Fraction(1))
DURATA = Voce(
    "3", "Master", TipoVoce.DURATE, gradi=(Grado("annuali", Fraction(2)),)
)  # fmt: skip
IDEA = Voce("4", "Progetto", TipoVoce.DISCREZIONALE, ChiPropone.COMMISSIONE, Fraction(9))


@pytest.mark.parametrize("slug", slug_disponibili()[:13])
def test_a_grid_takes_every_item_of_itself(slug):
    una = spedita(slug)
    sue = {voce.numero for voce in una.voci if voce.chi is ChiPropone.CANDIDATO}
    assert corrispondenti(una, una) == {numero: numero for numero in sue}


def test_the_words_count_and_not_their_dress_nor_the_number():
    altra = griglia(replace(CORSI, numero="7", testo="CORSI di formazione: almeno  20 ore."))
    assert corrispondenti(griglia(LAUREA, CORSI), altra) == {"2": "7"}


def test_an_item_of_another_kind_or_of_the_commission_is_not_the_same():
    altra = griglia(replace(CORSI, tipo=TipoVoce.SI_NO), IDEA)
    assert corrispondenti(griglia(CORSI, IDEA), altra) == {}


def test_of_two_items_with_the_same_words_the_one_with_the_same_number():
    da = griglia(LAUREA, replace(LAUREA, numero="5"))
    assert corrispondenti(da, griglia(replace(LAUREA, numero="5"))) == {"5": "5"}
    assert corrispondenti(griglia(CORSI), griglia(replace(CORSI, numero="8"),
                                                  replace(CORSI, numero="9"))) == {}  # fmt: skip


def test_a_value_that_the_other_item_does_not_hold_stays_behind():
    semestri = replace(DURATA, gradi=(Grado("semestrali", Fraction(1)),))
    valori = {"1": {"posseduto": True}, "3": {"annuali": 2}, "9": {"quanti": 1}}
    presi, lasciati = riutilizzabili(griglia(LAUREA, DURATA), griglia(LAUREA, semestri), valori)
    assert presi == {"1": "1"}
    assert lasciati == ("3", "9")
