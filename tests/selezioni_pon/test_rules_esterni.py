"""Who may register from outside, how it goes on, how long it lasts."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.scuola.parole import ROMA
from cpia.scuola.rules import calcola_codice_fiscale
from selezioni_pon.rules.esterni import (
    CAPACITA,
    Noto,
    contro_i_dati,
    da_prolungare,
    minorenne,
    ruolo_fino_al,
    scade_il,
    va_da_solo,
)
from selezioni_pon.rules.esterni import nascita as nato_il

OGGI = date(2024, 6, 5)
MARIO = "RSSMRA80A01H501U"


def codice(nascita):
    return calcola_codice_fiscale(
        cognome="Rossi", nome="Mario", nascita=nascita, sesso="M", codice_catastale="H501"
    )


@pytest.mark.parametrize(
    ("noto", "da_solo"),
    [
        (Noto(), True),
        (Noto(persona=True, stessa_email=True), True),
        (Noto(persona=True), False),
        (Noto(email_di_altri=True), False),
        (Noto(persona=True, stessa_email=True, email_di_altri=True), False),
    ],
)
def test_a_mailbox_is_enough_for_who_is_new_or_known_with_it(noto, da_solo):
    assert va_da_solo(noto) is da_solo


@pytest.mark.parametrize(
    ("nascita", "minore"),
    [
        (date(2006, 6, 5), False),  # eighteen today
        (date(2006, 6, 6), True),
        (date(2024, 6, 5), True),
        (date(1924, 6, 6), False),  # of the two centuries the one that is not to come
        (date(1980, 1, 1), False),
    ],
)
def test_under_eighteen_one_does_not_apply(nascita, minore):
    assert minorenne(codice(nascita), OGGI) is minore
    codici = [v.codice for v in contro_i_dati(codice(nascita), cognome="Rossi", nome="Mario",
                                              oggi=OGGI)]  # fmt: skip
    assert codici == (["minorenne"] if minore else [])


@given(st.dates(date(1934, 1, 1), date(2006, 6, 5)))
def test_an_adult_is_never_taken_for_a_minor(nascita):
    assert not minorenne(codice(nascita), OGGI)
    assert nato_il(codice(nascita), OGGI) == nascita


def test_what_is_against_it_says_where_and_why():
    [violazione] = contro_i_dati(codice(date(2010, 1, 1)), cognome="R", nome="M", oggi=OGGI)
    assert (violazione.campo, violazione.fonte) == ("codice_fiscale", CAPACITA)


def test_a_code_of_another_name_leads_to_the_office_or_is_confirmed_there():
    di_altri = {"cognome": "Bianchi", "nome": "Mario", "oggi": OGGI}
    dubbio, dove = contro_i_dati(MARIO, **di_altri)
    assert dubbio.campo == "codice_fiscale"
    assert "RSS" in dubbio.testo
    assert "segreteria" in dove.testo
    _, conferma = contro_i_dati(MARIO, **di_altri, confermato=False)
    assert conferma.campo == "codice_confermato"
    assert contro_i_dati(MARIO, **di_altri, confermato=True) == []


def test_how_long_it_lasts():
    adesso = datetime(2024, 6, 5, 10, tzinfo=ROMA)
    assert scade_il(adesso) == datetime(2024, 6, 7, 10, tzinfo=ROMA)
    assert ruolo_fino_al(date(2024, 2, 29)) == date(2025, 2, 28)
    assert not da_prolungare(OGGI + timedelta(days=60), OGGI)
    assert da_prolungare(OGGI + timedelta(days=59), OGGI)
