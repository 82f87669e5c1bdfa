"""Presence through a sitting: who is in, how the number moves, when it is not enough."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organi_collegiali.rules.aula.presenze import (
    Caduta,
    Gradino,
    Movimento,
    MovimentoImpossibile,
    andamento,
    cadute,
    presenti,
)

INIZIO = datetime(2018, 4, 26, 17)  # noqa: DTZ001 -- the hour of one place


def alle(minuti):
    return INIZIO + timedelta(minutes=minuti)


def entra(chi, minuti=0):
    return Movimento(chi, alle(minuti), entra=True)


def esce(chi, minuti):
    return Movimento(chi, alle(minuti), entra=False)


@st.composite
def sedute(draw):
    """Movements that can be: whoever is out may come in, whoever is in may go out."""
    dentro, movimenti = set(), []
    for minuti in sorted(draw(st.lists(st.integers(0, 180), max_size=40))):
        chi = draw(st.integers(1, 6))
        movimenti.append(Movimento(chi, alle(minuti), entra=chi not in dentro))
        dentro ^= {chi}
    return movimenti


def test_who_is_there_at_an_instant():
    movimenti = [entra("Anna"), entra("Bruno"), entra("Carla", 20), esce("Bruno", 40)]
    assert presenti(movimenti, alle(-1)) == frozenset()
    assert presenti(movimenti, alle(0)) == {"Anna", "Bruno"}
    assert presenti(movimenti, alle(40)) == {"Anna", "Carla"}
    assert presenti(movimenti, alle(30), interessati={"Anna"}) == {"Bruno", "Carla"}
    assert presenti(movimenti, alle(50), interessati={"Dario"}) == {"Anna", "Carla"}


@pytest.mark.parametrize(
    "movimenti", [[entra("Anna"), entra("Anna", 5)], [esce("Anna", 5)]], ids=["entra", "esce"]
)
def test_nobody_comes_in_twice_or_goes_out_without_being_in(movimenti):
    with pytest.raises(MovimentoImpossibile, match="Anna"):
        presenti(movimenti, alle(60))


def test_who_changes_place_at_the_same_minute_makes_no_step():
    movimenti = [entra("Anna"), esce("Anna", 30), entra("Bruno", 30)]
    assert andamento(movimenti) == (Gradino(alle(0), 1),)


@given(sedute())
def test_each_step_is_what_the_roll_says(movimenti):
    gradini = andamento(movimenti)
    assert [g.presenti for g in gradini] == [len(presenti(movimenti, g.dal)) for g in gradini]
    assert all(uno.presenti != due.presenti for uno, due in pairwise(gradini))


@pytest.mark.parametrize(
    ("passi", "attese"),
    [
        ([(0, 12), (30, 9), (40, 8), (50, 10)], [Caduta(alle(30), alle(50), 8)]),
        ([(0, 5), (5, 11)], []),
        ([(0, 10), (60, 9)], [Caduta(alle(60), None, 9)]),
        (
            [(0, 10), (10, 9), (20, 10), (30, 7)],
            [Caduta(alle(10), alle(20), 9), Caduta(alle(30), None, 7)],
        ),
        ([(0, 4), (10, 6)], []),
    ],
)
def test_when_the_legal_number_was_missing(passi, attese):
    gradini = [Gradino(alle(minuti), quanti) for minuti, quanti in passi]
    assert list(cadute(gradini, 10)) == attese


@given(sedute(), st.integers(1, 6), st.integers(0, 200))
def test_a_fall_is_a_time_under_the_number_after_it_was_reached(movimenti, legale, minuti):
    quando, gradini = alle(minuti), andamento(movimenti)
    in_caduta = any(
        c.dal <= quando and (c.al is None or quando < c.al) for c in cadute(gradini, legale)
    )
    raggiunto = any(g.presenti >= legale and g.dal <= quando for g in gradini)
    assert in_caduta == (raggiunto and len(presenti(movimenti, quando)) < legale)
