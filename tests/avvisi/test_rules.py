"""When the digest of the day is due: tables of cases, and what holds at any hour."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.avvisi.rules import prossimo_riepilogo, riepilogo_dovuto, ultimo_alla_scelta

OGGI = date(2024, 6, 5)
IERI, DOMANI = OGGI - timedelta(days=1), OGGI + timedelta(days=1)


def alle(ora, minuti=0):
    return datetime(2024, 6, 5, ora, minuti)  # noqa: DTZ001 -- the rules are told the local hour


@pytest.mark.parametrize(
    ("ora", "ultimo", "adesso", "dovuto"),
    [
        (7, IERI, alle(6, 59), False),
        (7, IERI, alle(7), True),
        (7, IERI, alle(23, 59), True),
        (7, OGGI, alle(7), False),
        (7, None, alle(7), True),
        (0, IERI, alle(0), True),
        (23, None, alle(22, 59), False),
        (7, IERI - timedelta(days=30), alle(9), True),
    ],
)
def test_due_at_its_hour_and_once(ora, ultimo, adesso, dovuto):
    assert riepilogo_dovuto(ora, ultimo, adesso) is dovuto


@pytest.mark.parametrize(
    ("ora", "ultimo", "adesso", "atteso"),
    [
        (7, None, alle(6), None),
        (7, None, alle(10), OGGI),
        (7, IERI, alle(7), OGGI),
        (7, OGGI, alle(6), OGGI),
    ],
)
def test_who_chooses_after_the_hour_begins_tomorrow(ora, ultimo, adesso, atteso):
    assert ultimo_alla_scelta(ora, ultimo, adesso) == atteso


@pytest.mark.parametrize(
    ("ultimo", "atteso"), [(OGGI, DOMANI), (IERI, OGGI), (None, OGGI), (DOMANI, DOMANI)]
)
def test_the_day_of_the_next_one(ultimo, atteso):
    assert prossimo_riepilogo(7, ultimo, alle(6)) == atteso


ORE = st.integers(0, 23)
ISTANTI = st.datetimes(datetime(2024, 1, 1), datetime(2025, 1, 1))  # noqa: DTZ001


@given(ORE, ISTANTI)
def test_sent_today_it_is_never_due_again_today(ora, adesso):
    assert not riepilogo_dovuto(ora, adesso.date(), adesso)


@given(ORE, ISTANTI)
def test_no_choice_makes_it_leave_at_once(ora, adesso):
    """Nobody who has just chosen finds a mail sent for an hour that has gone."""
    assert not riepilogo_dovuto(ora, ultimo_alla_scelta(ora, None, adesso), adesso)


@given(ORE, ISTANTI, st.one_of(st.none(), st.dates(date(2023, 12, 1), date(2024, 12, 31))))
def test_within_a_day_of_its_hour_it_is_always_due(ora, adesso, ultimo):
    """However long the scheduler was off: at the last minute of the day it has been made up for."""
    fine = adesso.replace(hour=23, minute=59)
    assert riepilogo_dovuto(ora, ultimo, fine) is (ultimo is None or ultimo < fine.date())
