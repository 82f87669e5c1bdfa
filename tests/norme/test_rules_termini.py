"""Terms: the first day out, the last one in, holidays, working days, hours."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.enums import Unita
from cpia.norme.rules import (
    Calendario,
    Chiusura,
    Durata,
    GiornoMese,
    TermineNonValido,
    entro,
    festivo,
    prima_di,
    scadenza,
    scadenza_lavorativa,
    scadenza_mesi,
    ultimo_giorno_lavorativo_utile,
    ultimo_giorno_utile,
)

ISEO = Calendario(patrono=GiornoMese(9, 26))
GIORNI = st.dates(date(2000, 1, 1), date(2060, 12, 31))
QUANTI = st.integers(0, 120)


def regole(termine):
    return [motivo.regola for motivo in termine.perche]


@pytest.mark.parametrize(
    ("dal", "giorni", "fine"),
    [
        (date(2024, 5, 31), 15, date(2024, 6, 15)),  # a Saturday: no holiday, no extension
        (date(2024, 6, 1), 15, date(2024, 6, 17)),  # Sunday 16
        (date(2024, 4, 10), 15, date(2024, 4, 26)),  # 25 April
        (date(2024, 12, 10), 15, date(2024, 12, 27)),  # Christmas and Saint Stephen
        (date(2024, 3, 21), 10, date(2024, 4, 2)),  # Easter and its Monday
        (date(2027, 9, 24), 10, date(2027, 10, 5)),  # Saint Francis, a holiday since 2026
        (date(2023, 9, 24), 10, date(2023, 10, 4)),  # and an ordinary day before
        (date(2024, 2, 28), 1, date(2024, 2, 29)),
        (date(2024, 5, 31), 0, date(2024, 5, 31)),
    ],
)
def test_a_term_of_days_ends_where_the_law_says(dal, giorni, fine):
    assert scadenza(dal, giorni).giorno == fine


def test_without_extension_a_term_ends_on_the_holiday_and_says_that_nobody_works():
    termine = scadenza(date(2024, 6, 1), 15, proroga=False)
    assert termine.giorno == date(2024, 6, 16)
    assert regole(termine) == ["giorno_iniziale_escluso", "ultimo_giorno_non_lavorativo"]


def test_the_reasons_hold_the_numbers_of_the_case():
    primo, secondo = scadenza(date(2024, 6, 1), 15).perche
    assert primo.testo == (
        "15 giorni da sabato 1º giugno 2024, che non si conta: domenica 16 giugno 2024."
    )
    assert primo.fonte == "art. 155 c. 1 c.p.c. e art. 2963 c. 2 c.c."
    assert secondo.regola == "festivo_prorogato"
    assert "domenica" in secondo.testo
    assert "lunedì 17 giugno 2024" in secondo.testo


def test_the_patron_saint_and_a_closure_lengthen_no_term():
    chiuso = Calendario(chiusure=(Chiusura(date(2024, 8, 14), date(2024, 8, 14), "ponte"),))
    patrono = scadenza(date(2024, 9, 16), 10, calendario=ISEO)
    chiusura = scadenza(date(2024, 8, 4), 10, calendario=chiuso)
    assert patrono.giorno == date(2024, 9, 26)
    assert chiusura.giorno == date(2024, 8, 14)
    assert "festa del santo patrono" in patrono.perche[-1].testo
    assert "ponte" in chiusura.perche[-1].testo


@pytest.mark.parametrize(
    ("dal", "mesi", "fine"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 5, 15), 1, date(2024, 6, 15)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2023, 12, 31), 12, date(2024, 12, 31)),
        (date(2024, 7, 15), 1, date(2024, 8, 16)),  # the Assumption
    ],
)
def test_a_term_of_months_follows_the_common_calendar(dal, mesi, fine):
    assert scadenza_mesi(dal, mesi).giorno == fine


@pytest.mark.parametrize(
    ("evento", "giorni", "ultimo"),
    [
        (date(2024, 6, 10), 3, date(2024, 6, 7)),
        (date(2026, 3, 20), 5, date(2026, 3, 15)),  # a Sunday, and it stays
        (date(2024, 3, 1), 1, date(2024, 2, 29)),
        (date(2024, 6, 10), 0, date(2024, 6, 10)),
    ],
)
def test_the_last_useful_day_is_the_event_minus_the_days(evento, giorni, ultimo):
    assert ultimo_giorno_utile(evento, giorni).giorno == ultimo


def test_a_holiday_brings_a_backward_term_forward_only_if_asked():
    evento = date(2024, 4, 6)
    assert ultimo_giorno_utile(evento, 5).giorno == date(2024, 4, 1)
    anticipato = ultimo_giorno_utile(evento, 5, anticipa=True)
    assert anticipato.giorno == date(2024, 3, 30)
    assert regole(anticipato) == ["giorno_dell_evento_escluso", "festivo_anticipato"]
    assert "14767" in anticipato.perche[1].fonte


def test_free_days_lie_whole_between_the_two():
    assert ultimo_giorno_utile(date(2024, 6, 10), 3, liberi=True).giorno == date(2024, 6, 6)
    assert scadenza(date(2024, 6, 10), 3, liberi=True).giorno == date(2024, 6, 14)


@pytest.mark.parametrize(
    ("dal", "giorni", "calendario", "fine"),
    [
        (date(2024, 6, 7), 5, Calendario(), date(2024, 6, 13)),
        (date(2024, 6, 7), 5, Calendario(sabato_lavorativo=False), date(2024, 6, 14)),
        (date(2024, 9, 24), 2, ISEO, date(2024, 9, 27)),
        (date(2024, 4, 24), 1, Calendario(), date(2024, 4, 26)),
        (date(2024, 4, 25), 0, Calendario(), date(2024, 4, 25)),
    ],
)
def test_working_days_skip_what_is_no_work(dal, giorni, calendario, fine):
    assert scadenza_lavorativa(dal, giorni, calendario=calendario).giorno == fine


def test_working_days_backwards_and_their_reason():
    termine = ultimo_giorno_lavorativo_utile(date(2024, 6, 10), 3)
    assert termine.giorno == date(2024, 6, 6)
    assert termine.perche[0].testo == (
        "3 giorni lavorativi prima di lunedì 10 giugno 2024: giovedì 6 giugno 2024; "
        "1 giorno non lavorativo saltato."
    )


@pytest.mark.parametrize(
    ("durata", "prima", "dopo"),
    [
        (Durata(5), date(2024, 6, 5), date(2024, 6, 15)),
        (Durata(24, Unita.ORE), date(2024, 6, 9), date(2024, 6, 11)),
        (Durata(25, Unita.ORE), date(2024, 6, 8), date(2024, 6, 12)),
        (Durata(5, Unita.GIORNI_LAVORATIVI), date(2024, 6, 4), date(2024, 6, 15)),
        (Durata(5, Unita.GIORNI_LIBERI), date(2024, 6, 4), date(2024, 6, 17)),
        (Durata(0), date(2024, 6, 10), date(2024, 6, 10)),
    ],
)
def test_a_duration_is_counted_in_its_own_unit(durata, prima, dopo):
    evento = date(2024, 6, 10)
    assert prima_di(evento, durata).giorno == prima
    assert entro(evento, durata).giorno == dopo


def test_hours_ask_to_look_at_the_hour():
    termine = prima_di(date(2024, 6, 10), Durata(24, Unita.ORE))
    assert termine.perche[-1].regola == "ore_da_verificare"
    assert "24 ore, contate come 1 giorno" in termine.perche[-1].testo


@pytest.mark.parametrize(
    "funzione",
    [
        scadenza,
        scadenza_mesi,
        scadenza_lavorativa,
        ultimo_giorno_utile,
        ultimo_giorno_lavorativo_utile,
    ],
)
def test_a_negative_term_is_refused(funzione):
    with pytest.raises(TermineNonValido, match="-1"):
        funzione(date(2024, 6, 10), -1)


@given(GIORNI, QUANTI, st.booleans(), st.booleans())
def test_the_last_useful_day_leaves_at_least_the_days_asked(evento, giorni, liberi, anticipa):
    termine = ultimo_giorno_utile(evento, giorni, liberi=liberi, anticipa=anticipa)
    assert termine.giorno <= evento - timedelta(days=giorni)
    assert not (anticipa and festivo(termine.giorno))


@given(GIORNI, QUANTI)
def test_an_extended_term_is_never_short_and_never_ends_on_a_holiday(dal, giorni):
    fine = scadenza(dal, giorni).giorno
    nominale = dal + timedelta(days=giorni)
    assert fine >= nominale
    assert not festivo(fine)
    assert all(festivo(nominale + timedelta(days=n)) for n in range((fine - nominale).days))


@given(GIORNI, QUANTI)
def test_what_is_in_time_forwards_is_in_time_backwards(dal, giorni):
    fine = scadenza(dal, giorni, proroga=False).giorno
    assert ultimo_giorno_utile(fine, giorni).giorno == dal


@given(GIORNI, st.integers(0, 40), GIORNI, st.integers(0, 30))
def test_a_closure_never_makes_a_working_term_shorter(dal, giorni, inizio, durata):
    chiusura = Chiusura(inizio, inizio + timedelta(days=durata), "chiusura")
    chiuso = Calendario(chiusure=(chiusura,))
    assert (
        scadenza_lavorativa(dal, giorni, calendario=chiuso).giorno
        >= scadenza_lavorativa(dal, giorni).giorno
    )
    assert (
        ultimo_giorno_lavorativo_utile(dal, giorni, calendario=chiuso).giorno
        <= ultimo_giorno_lavorativo_utile(dal, giorni).giorno
    )


@given(GIORNI, st.integers(1, 40))
def test_a_working_term_holds_just_its_working_days(dal, giorni):
    fine = scadenza_lavorativa(dal, giorni, calendario=ISEO).giorno
    interi = (dal + timedelta(days=n) for n in range(1, (fine - dal).days + 1))
    assert sum(ISEO.lavorativo(giorno) for giorno in interi) == giorni
    assert ISEO.lavorativo(fine)


@given(GIORNI, QUANTI, st.integers(1, 30))
def test_a_longer_term_never_ends_before_a_shorter_one(dal, giorni, in_piu):
    assert scadenza(dal, giorni + in_piu).giorno >= scadenza(dal, giorni).giorno
    assert scadenza_mesi(dal, giorni + in_piu).giorno > scadenza_mesi(dal, giorni).giorno
