"""The points of the commission: alone first, hidden; then the mean; then one value, agreed."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.rules.discrezionali import (
    Raccolta,
    della_commissione,
    media,
    proposta,
    senza_accordo,
    titolo_concordato,
    verifica_accordo,
    verifica_dato,
    verifica_punti,
)
from selezioni_pon.rules.griglia.punteggio import valuta
from tests.selezioni_pon.scena_verifica import COERENZA, GRIGLIA, PROGETTO

F = Fraction
TRE = frozenset({"m1", "m2", "m3"})


def raccolta(voce=PROGETTO, **dati):
    return Raccolta(voce, TRE, {chi: F(punti) for chi, punti in dati.items()})


def codici(violazioni):
    return [una.codice for una in violazioni]


def test_the_points_of_the_others_are_hidden_until_all_have_given():
    aperta = raccolta(m1=10, m2=12)
    assert aperta.visti_da("m1") == {"m1": 10}
    assert aperta.visti_da("m3") == {}
    assert aperta.visti_da("dirigente") == {}
    piena = raccolta(m1=10, m2=12, m3=8)
    assert piena.visti_da("m1") == {"m1": 10, "m2": 12, "m3": 8}
    assert piena.visti_da("segretaria") == {}


@pytest.mark.parametrize(
    ("voce", "punti", "attesi"),
    [
        (PROGETTO, 0, []),
        (PROGETTO, 20, []),
        (PROGETTO, "12.5", []),
        (PROGETTO, 21, ["punti"]),
        (PROGETTO, -1, ["punti"]),
        (COERENZA, 12, []),
        (COERENZA, 13, ["punti"]),
        # What is added to a title in the field of the call is not for the commission to give.
        (replace(PROGETTO, tetto=None, pertinente=F(2)), 21, ["punti"]),
    ],
)
def test_points_stay_inside_the_item(voce, punti, attesi):
    assert codici(verifica_punti(voce, F(punti))) == attesi


def test_the_steps_of_a_rubric_are_said():
    (una,) = verifica_punti(COERENZA, F(13))
    assert una.testo == "I punti della voce 5 sono 0, 12 e 18: non 13."


def test_once_all_are_open_nobody_changes_the_own():
    assert not verifica_dato(raccolta(m1=10), "m1", F(11))
    assert codici(verifica_dato(raccolta(m1=10, m2=1, m3=2), "m1", F(11))) == ["scoperti"]
    assert codici(verifica_dato(raccolta(), "altri", F(11))) == ["componente"]
    assert codici(verifica_dato(raccolta(), "m1", F(50))) == ["punti"]


@pytest.mark.parametrize(
    ("voce", "dati", "esatta", "proposti"),
    [
        (PROGETTO, (10, 12, 8), 10, 10),
        (PROGETTO, (7, 7, 8), F(22, 3), F("7.33")),
        (PROGETTO, (8, 8, 7), F(23, 3), F("7.67")),
        (COERENZA, (12, 12, 18), 14, 12),
        (COERENZA, (12, 18, 18), 16, 18),
        (COERENZA, (0, 0, 18), 6, 12),
    ],
)
def test_the_mean_is_proposed(voce, dati, esatta, proposti):
    piena = raccolta(voce, m1=dati[0], m2=dati[1], m3=dati[2])
    assert media(piena) == esatta
    assert proposta(piena) == proposti
    assert verifica_accordo(piena, F(proposti), "") == []


def test_no_mean_before_all_have_given():
    with pytest.raises(ValueError, match="tutti"):
        media(raccolta(m1=1))


def test_another_value_needs_a_reason():
    piena = raccolta(m1=10, m2=12, m3=8)
    assert codici(verifica_accordo(piena, F(15), " ")) == ["motivo"]
    assert verifica_accordo(piena, F(15), "il progetto è stato riletto insieme") == []
    assert codici(verifica_accordo(piena, F(25), "troppo bello")) == ["punti"]
    assert verifica_accordo(raccolta(m1=1, m2=2), F(1), "")[0].testo == (
        "Non si concorda ancora: 1 componente non ha dato i punti."
    )
    assert "non hanno dato" in verifica_accordo(raccolta(m1=1), F(1), "")[0].testo


def test_the_agreed_points_enter_the_score():
    titoli = [titolo_concordato(PROGETTO, F("12.5")), titolo_concordato(COERENZA, F(18))]
    assert valuta(GRIGLIA, titoli).totale == F("30.5")


def test_which_items_wait_for_an_agreement():
    assert della_commissione(GRIGLIA) == (PROGETTO, COERENZA)
    assert senza_accordo(GRIGLIA, {"4"}) == [COERENZA]


@given(st.lists(st.integers(0, 20), min_size=3, max_size=3))
def test_the_proposal_lies_between_the_lowest_and_the_highest(dati):
    piena = raccolta(m1=dati[0], m2=dati[1], m3=dati[2])
    assert min(dati) <= proposta(piena) <= max(dati)
    assert not verifica_punti(PROGETTO, proposta(piena))
