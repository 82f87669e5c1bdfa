"""Two months without a word: notice, wait, withdrawal; a minor is reported, never withdrawn."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patto_formativo.rules.eta import maggiore_dal
from patto_formativo.rules.silenzio import Passo, Silenzio, giudica_silenzio

ADULTO = date(1985, 4, 2)
SEGNO = date(2024, 1, 10)


def passo(oggi, avviso=None, nascita=ADULTO, segno=SEGNO):
    giudizio = giudica_silenzio(Silenzio(segno, avviso), nascita=nascita, oggi=oggi)
    return giudizio.passo, giudizio.dal


@pytest.mark.parametrize(
    ("oggi", "avviso", "atteso"),
    [
        (date(2024, 3, 10), None, (Passo.NIENTE, date(2024, 3, 11))),
        (date(2024, 3, 11), None, (Passo.AVVISARE, date(2024, 3, 11))),
        # Sent too early it is no notice.
        (date(2024, 3, 11), date(2024, 3, 10), (Passo.AVVISARE, date(2024, 3, 11))),
        (date(2024, 3, 12), date(2024, 3, 12), (Passo.ATTENDERE, date(2024, 3, 28))),
        (date(2024, 3, 27), date(2024, 3, 12), (Passo.ATTENDERE, date(2024, 3, 28))),
        (date(2024, 3, 28), date(2024, 3, 12), (Passo.RITIRARE, date(2024, 3, 28))),
        # The fifteenth day is Easter Monday's eve: the term ends on the first day of work.
        (date(2024, 4, 2), date(2024, 3, 16), (Passo.ATTENDERE, date(2024, 4, 3))),
    ],
)
def test_the_steps_of_an_adult(oggi, avviso, atteso):
    assert passo(oggi, avviso) == atteso


def test_holidays_are_not_counted():
    """The last sign on 20 December, the first lesson missed on 8 January."""
    fermo = Silenzio(date(2023, 12, 20), None, date(2024, 1, 8))
    giudizio = giudica_silenzio(fermo, nascita=ADULTO, oggi=date(2024, 3, 8))
    assert (giudizio.passo, giudizio.dal) == (Passo.NIENTE, date(2024, 3, 9))
    testo = giudizio.perche[0].testo
    assert "Ultimo segno il 20 dicembre 2023" in testo
    assert "La prima lezione persa è del" in testo
    assert "8 marzo 2024" in testo


def test_a_minor_is_of_article_9():
    fermo = Silenzio(SEGNO, None, date(2024, 1, 20))
    giudizio = giudica_silenzio(fermo, nascita=date(2008, 1, 1), oggi=date(2024, 3, 20))
    assert (giudizio.passo, giudizio.dal) == (Passo.NIENTE, date(2024, 3, 21))
    assert "art. 9" in giudizio.perche[0].fonte


def test_who_came_back_begins_anew():
    assert passo(date(2024, 6, 30), date(2024, 3, 12), segno=date(2024, 6, 3))[0] == Passo.NIENTE


def test_a_month_shorter_than_the_day():
    assert passo(date(2024, 2, 29), segno=date(2023, 12, 31)) == (Passo.NIENTE, date(2024, 3, 1))


@pytest.mark.parametrize(
    ("oggi", "atteso"), [(date(2024, 3, 10), Passo.NIENTE), (date(2024, 3, 11), Passo.SEGNALARE)]
)
def test_a_minor_is_reported(oggi, atteso):
    assert passo(oggi, date(2024, 2, 1), nascita=date(2008, 1, 1))[0] == atteso


def test_the_silence_of_a_minor_is_not_counted_against_the_adult():
    nascita = date(2006, 3, 1)
    assert passo(date(2024, 4, 1), nascita=nascita) == (Passo.NIENTE, date(2024, 5, 2))


@pytest.mark.parametrize(
    ("nascita", "giorno"),
    [(date(2006, 6, 5), date(2024, 6, 5)), (date(2008, 2, 29), date(2026, 2, 28))],
)
def test_the_day_of_the_coming_of_age(nascita, giorno):
    assert maggiore_dal(nascita) == giorno


giorni = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@given(giorni, giorni, st.none() | giorni, st.dates(date(1950, 1, 1), date(2015, 1, 1)))
def test_never_withdrawn_without_a_notice_nor_as_a_minor(segno, oggi, avviso, nascita):
    giudizio = giudica_silenzio(Silenzio(segno, avviso), nascita=nascita, oggi=oggi)
    if giudizio.passo == Passo.RITIRARE:
        assert avviso is not None
        assert segno < avviso < oggi
        assert oggi >= maggiore_dal(nascita)
    assert all(motivo.testo and motivo.fonte for motivo in giudizio.perche)
