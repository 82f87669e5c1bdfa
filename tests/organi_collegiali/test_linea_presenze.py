"""The step line: whole numbers, the steps of the roll call, no figure over another."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from organi_collegiali.queries.aula.linea import ALTA, LARGA, STRETTO, linea
from organi_collegiali.rules.aula.presenze import Gradino

INIZIO = datetime(2024, 6, 5, 17, 34)  # noqa: DTZ001 -- the hour of one place


def gradini(passi):
    return [Gradino(INIZIO + timedelta(minutes=minuti), quanti) for minuti, quanti in passi]


@st.composite
def sedute(draw):
    minuti = sorted(draw(st.sets(st.integers(0, 200), min_size=1, max_size=30)))
    return [(minuto, draw(st.integers(0, 150))) for minuto in minuti]


def test_the_line_of_an_afternoon():
    passi = [(0, 12), (7, 13), (18, 14), (46, 13), (57, 14)]
    disegno = linea(gradini(passi), legale=10, al=INIZIO + timedelta(minutes=73))
    assert [passo.alle for passo in disegno.passi if passo.scritto] == [
        "17.34", "17.41", "17.52", "18.20", "18.31",
    ]  # fmt: skip
    assert disegno.tracciato.startswith(f"M{disegno.passi[0].x} {disegno.passi[0].y}H")
    assert "dalle 18.20 13 presenti" in disegno.lettura


def test_where_the_figures_would_touch_the_one_of_now_is_written():
    passi = [(0, 14), (100, 13), (101, 12), (102, 9)]
    disegno = linea(gradini(passi), legale=10, al=INIZIO + timedelta(minutes=103))
    assert [passo.presenti for passo in disegno.passi if passo.scritto] == [14, 9]
    assert [passo.valida for passo in disegno.passi] == [True, True, True, False]


def test_before_anybody_is_in_there_is_no_line():
    assert linea([], legale=10, al=INIZIO) is None


@given(sedute(), st.integers(1, 100))
def test_it_stays_in_its_frame_and_higher_is_more(passi, legale):
    disegno = linea(gradini(passi), legale=legale, al=INIZIO + timedelta(minutes=201))
    for passo in disegno.passi:
        assert 0 <= passo.x <= LARGA
        assert 0 <= passo.y <= ALTA
        assert passo.valida == (passo.presenti >= legale)
        assert passo.y <= disegno.y_legale or not passo.valida
    for uno, due in pairwise(disegno.passi):
        assert uno.x <= due.x
        assert (uno.presenti < due.presenti) <= (uno.y >= due.y)
    scritti = [passo.x for passo in disegno.passi if passo.scritto]
    assert disegno.passi[-1].scritto
    assert all(due - uno >= STRETTO for uno, due in pairwise(scritti))
