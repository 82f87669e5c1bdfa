"""The points of an enrolment: the same engine as the calls, the criteria of Porto Venere."""

from fractions import Fraction

import pytest

from selezioni_pon.griglie import griglia
from selezioni_pon.rules.griglia.controllo import controlla
from selezioni_pon.rules.griglia.punteggio import valuta
from selezioni_pon.rules.griglia.titoli import Titolo
from tests.selezioni_pon.scena_altri_casi import INFANZIA as REGOLE

INFANZIA = griglia("ic-porto-venere/infanzia")


def punti(*voci):
    return valuta(INFANZIA, [Titolo(voce) for voce in voci]).totale


@pytest.mark.parametrize(
    ("voci", "attesi"),
    [
        ((), 0),
        (("A.1",), 40),
        (("A.2",), 15),
        (("A.3",), 9),
        (("A.4",), 6),
        (("A.5",), 5),
        (("A.6",), 4),
        (("A.7",), 2),
        (("A.1", "A.2"), 40),
        (("A.2", "A.3", "A.4", "A.5", "A.6", "A.7"), 41),
        (("A.1", "A.3", "A.4", "A.5", "A.6", "A.7"), 66),
        (("A.1", "A.2", "A.3", "A.4", "A.5", "A.6", "A.7"), 66),
    ],
)
def test_points_of_the_criteria(voci, attesi):
    assert punti(*voci) == Fraction(attesi)


def test_one_who_does_not_live_there_may_come_before_one_who_does_and_it_is_said():
    altrove, residente = punti("A.2", "A.3", "A.4", "A.5", "A.6", "A.7"), punti("A.1")
    [rilievo] = [uno for uno in REGOLE.rilievi if uno.regola == "residenti_dopo_altri"]

    assert altrove > residente
    assert f"{altrove} punti" in rilievo.testo
    assert f"{residente}" in rilievo.testo
    assert "art. 2 lett. d" in rilievo.fonte


def test_the_home_gives_nothing_beside_the_residence_and_says_so():
    (voce,) = [
        una
        for una in valuta(INFANZIA, [Titolo("A.1"), Titolo("A.2")]).voci
        if una.voce.numero == "A.2"
    ]

    assert (voce.punti, voce.esclusa_da) == (0, "A.1")


@pytest.mark.parametrize(
    "slug", ["ic-porto-venere/infanzia", "cpia-napoli-provincia-2/funzioni-strumentali"]
)
def test_the_checker_has_nothing_to_say(slug):
    assert controlla(griglia(slug)) == ()


def test_the_titles_of_a_function_count_one_each():
    titoli = [Titolo("A.1", quanti=Fraction(3)), Titolo("A.6", quanti=Fraction(2))]

    assert valuta(griglia("cpia-napoli-provincia-2/funzioni-strumentali"), titoli).totale == 5
