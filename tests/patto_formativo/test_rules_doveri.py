"""By when something is to be done: days of the school year, signatures, papers of stay."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules import GiornoMese
from cpia.norme.rules.anno import AnnoScolastico
from cpia.norme.rules.motivi import Valore
from patto_formativo.rules.doveri import (
    firma_entro,
    giorno_dell_anno,
    meta_dell_anno,
    sabato,
    sorveglia_soggiorno,
)
from patto_formativo.rules.permesso import Soggiorno, Titolo

ANNO = AnnoScolastico(2023)
QUINDICI_NOVEMBRE = GiornoMese(11, 15)
NATO = date(1990, 5, 17)
ISCRITTO = date(2023, 10, 2)
OGGI = date(2024, 6, 5)


@pytest.mark.parametrize(
    ("giorno", "atteso"),
    [
        (GiornoMese(9, 1), date(2023, 9, 1)),
        (GiornoMese(12, 31), date(2023, 12, 31)),
        (GiornoMese(1, 1), date(2024, 1, 1)),
        (GiornoMese(8, 31), date(2024, 8, 31)),
        (GiornoMese(2, 29), date(2024, 2, 29)),
    ],
)
def test_a_day_of_the_school_year(giorno, atteso):
    assert giorno_dell_anno(giorno, ANNO) == atteso
    assert giorno_dell_anno(giorno, ANNO) in ANNO


def test_the_29th_of_february_is_the_28th_where_there_is_none():
    assert giorno_dell_anno(GiornoMese(2, 29), AnnoScolastico(2024)) == date(2025, 2, 28)


def test_the_year_is_parted_at_the_first_of_february():
    assert meta_dell_anno(ANNO) == date(2024, 2, 1)


@pytest.mark.parametrize(
    ("approvato", "entro"),
    [
        (date(2023, 10, 10), date(2023, 11, 15)),
        (date(2023, 10, 31), date(2023, 11, 15)),
        (date(2023, 11, 10), date(2023, 11, 25)),
        (date(2024, 3, 4), date(2024, 3, 19)),
    ],
)
def test_the_agreement_is_signed_by_its_day_or_so_many_days_after_the_approval(approvato, entro):
    assert firma_entro(approvato, QUINDICI_NOVEMBRE, 15) == entro


def test_without_a_day_of_the_year_the_days_alone_count():
    assert firma_entro(date(2023, 10, 1), None, 15) == date(2023, 10, 16)


@given(st.dates(date(2015, 1, 1), date(2060, 1, 1)), st.integers(1, 366))
def test_nobody_has_less_than_the_days_to_sign(approvato, giorni):
    entro = firma_entro(approvato, QUINDICI_NOVEMBRE, giorni)
    assert entro >= approvato + timedelta(days=giorni)
    assert firma_entro(approvato, None, giorni) <= entro


@given(st.dates(date(2015, 1, 1), date(2060, 1, 1)))
def test_what_is_looked_at_every_week_has_a_saturday_within_seven_days(oggi):
    assert sabato(oggi).weekday() == 5
    assert oggi <= sabato(oggi) < oggi + timedelta(days=7)


def sorveglia(soggiorno, *, nascita=NATO, oggi=OGGI, serve=True, iscritto=ISCRITTO):
    return sorveglia_soggiorno(
        soggiorno, serve=serve, nascita=nascita, iscritto=iscritto, oggi=oggi,
        termine=Valore(30, "regolamento"), preavviso=Valore(60, "regolamento"),
        ricontrollo=Valore(60, "regolamento"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("scade", "manca", "dal", "entro"),
    [
        (date(2024, 8, 5), None, None, None),  # more than sixty days
        (date(2024, 8, 4), False, date(2024, 6, 5), date(2024, 8, 4)),
        (OGGI, False, date(2024, 4, 6), OGGI),
        (date(2024, 6, 4), True, date(2024, 6, 5), date(2024, 7, 5)),
        (date(2024, 1, 9), True, date(2024, 1, 10), date(2024, 2, 9)),
    ],
)
def test_a_permit_about_to_end_or_ended(scade, manca, dal, entro):
    trovata = sorveglia(Soggiorno(Titolo.PERMESSO, scade))
    if manca is None:
        assert trovata is None
    else:
        assert (trovata.manca, trovata.dal, trovata.entro) == (manca, dal, entro)
        assert trovata.perche.testo


def test_a_receipt_without_an_end_is_looked_at_again_by_the_office_within_a_week():
    assert sorveglia(Soggiorno(Titolo.RINNOVO, None, date(2024, 4, 7))) is None
    trovata = sorveglia(Soggiorno(Titolo.RINNOVO, None, date(2024, 4, 6)))
    assert (trovata.manca, trovata.da_richiedere) == (False, True)
    assert (trovata.dal, trovata.entro) == (OGGI, OGGI + timedelta(days=7))


def test_who_never_showed_one_has_the_term_from_the_enrolment():
    trovata = sorveglia(None)
    assert (trovata.dal, trovata.entro) == (ISCRITTO, date(2023, 11, 2))  # the 1st is a feast


def test_one_that_had_ended_before_the_enrolment_is_asked_from_that_day():
    trovata = sorveglia(Soggiorno(Titolo.PERMESSO, date(2023, 5, 1)))
    assert trovata.dal == ISCRITTO


def test_a_minor_is_asked_for_nothing_until_the_coming_of_age():
    nascita = date(2006, 6, 5)
    assert sorveglia(None, nascita=date(2006, 6, 6)) is None
    assert sorveglia(None, nascita=nascita).dal == OGGI


@pytest.mark.parametrize(
    ("soggiorno", "serve"),
    [(None, False), (Soggiorno(Titolo.RINNOVO, None), True)],
)
def test_nothing_is_asked_of_a_citizen_of_the_union_or_for_a_receipt_without_an_end(
    soggiorno, serve
):
    assert sorveglia(soggiorno, serve=serve) is None


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(0, 900))
def test_what_is_asked_does_not_move_with_the_days(scade, dopo):
    """Seen later it is the same thing: a row that moved every day would be written every day."""
    oggi = max(scade, ISCRITTO) + timedelta(days=1)
    prima = sorveglia(Soggiorno(Titolo.PERMESSO, scade), oggi=oggi)
    poi = sorveglia(Soggiorno(Titolo.PERMESSO, scade), oggi=oggi + timedelta(days=dopo))
    assert prima == poi
