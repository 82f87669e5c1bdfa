"""The deadline: to the second on the server's clock, and the days that a call leaves."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Valore
from cpia.scuola.parole import ROMA
from selezioni_pon.enums import Fase
from selezioni_pon.rules.termine import (
    Finestra,
    IstanteIngenuo,
    chiusura,
    nei_termini,
    termine_minimo,
    verifica_durata,
    verifica_invio,
)

APRE = datetime(2026, 3, 2, 9, tzinfo=ROMA)
CHIUDE = chiusura(date(2026, 3, 17))
FINESTRA = Finestra(APRE, CHIUDE)
SECONDO = timedelta(seconds=1)
SETTE = Valore(7, "prassi")
QUINDICI = Valore(15, "Regolamento, art. 4")


def codici(violazioni):
    return [violazione.codice for violazione in violazioni]


def test_a_day_without_an_hour_lasts_until_its_last_second():
    assert datetime(2026, 3, 17, 22, 59, 59, tzinfo=UTC) == CHIUDE


@pytest.mark.parametrize(
    ("istante", "contro"),
    [
        (APRE - SECONDO, ["non_aperto"]),
        (APRE, []),
        (CHIUDE - SECONDO, []),
        (CHIUDE, []),
        (CHIUDE + timedelta(microseconds=999_999), []),
        (CHIUDE + SECONDO, ["fuori_termine"]),
        (CHIUDE.astimezone(UTC), []),
        (CHIUDE.astimezone(UTC) + SECONDO, ["fuori_termine"]),
    ],
)
def test_the_instant_of_the_deadline_counts_and_one_second_later_does_not(istante, contro):
    assert codici(verifica_invio(istante, FINESTRA)) == contro


def test_the_refusal_says_both_instants_to_the_second():
    [violazione] = verifica_invio(CHIUDE + SECONDO, FINESTRA)
    assert "martedì 17 marzo 2026, ore 23.59.59" in violazione.testo
    assert "mercoledì 18 marzo 2026, ore 00.00.00" in violazione.testo


def test_the_hour_that_comes_twice_in_october_is_told_apart():
    prima = datetime(2026, 10, 25, 2, 30, tzinfo=ROMA, fold=0)
    seconda = datetime(2026, 10, 25, 2, 30, tzinfo=ROMA, fold=1)
    assert nei_termini(prima, Finestra(APRE, prima))
    assert not nei_termini(seconda, Finestra(APRE, prima))
    assert nei_termini(seconda, Finestra(APRE, seconda))


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(IstanteIngenuo):
        nei_termini(datetime(2026, 3, 3), FINESTRA)  # noqa: DTZ001
    with pytest.raises(IstanteIngenuo):
        Finestra(datetime(2026, 3, 3), CHIUDE)  # noqa: DTZ001


def test_a_call_does_not_close_before_it_opens():
    with pytest.raises(ValueError, match="prima di aprirsi"):
        Finestra(CHIUDE, APRE)
    assert nei_termini(APRE, Finestra(APRE, APRE))


@given(st.integers(-3 * 10**6, 3 * 10**6), st.integers(0, 999_999))
def test_in_time_is_what_the_second_says(secondi, microsecondi):
    istante = CHIUDE.astimezone(UTC) + timedelta(seconds=secondi, microseconds=microsecondi)
    aperta = Finestra(CHIUDE - timedelta(days=40), CHIUDE)
    assert nei_termini(istante, aperta) == (secondi <= 0)


@pytest.mark.parametrize(
    ("pubblicato", "giorni", "minimo"),
    [
        (date(2026, 3, 2), SETTE, date(2026, 3, 9)),
        (date(2026, 3, 2), QUINDICI, date(2026, 3, 17)),
        (date(2026, 3, 1), SETTE, date(2026, 3, 9)),  # the 8th is a Sunday
        (date(2026, 4, 21), QUINDICI, date(2026, 5, 6)),
        (date(2026, 4, 16), QUINDICI, date(2026, 5, 2)),  # the 1st of May
    ],
)
def test_the_days_of_a_call_are_counted_as_the_law_does(pubblicato, giorni, minimo):
    termine = termine_minimo(pubblicato, giorni)
    assert termine.giorno == minimo
    assert termine.perche[0].fonte == giorni.fonte


@pytest.mark.parametrize(
    ("chiude", "urgenza", "contro"),
    [
        (date(2026, 3, 17), "", []),
        (date(2026, 3, 16), "", ["avviso_breve"]),
        (date(2026, 3, 16), "  ", ["avviso_breve"]),
        (date(2026, 3, 6), "il finanziamento scade il 20 marzo", []),
    ],
)
def test_a_call_too_short_says_why_it_cannot_wait(chiude, urgenza, contro):
    finestra = Finestra(APRE, chiusura(chiude, time(12)))
    violazioni = verifica_durata(Fase.ESTERNI, finestra, QUINDICI, urgenza=urgenza)
    assert codici(violazioni) == contro
    for violazione in violazioni:
        assert "15 giorni" in violazione.testo
        assert violazione.fonte == QUINDICI.fonte
