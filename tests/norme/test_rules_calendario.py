"""Holidays, working days, the school year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules import (
    AnnoScolastico,
    AnnoScolasticoNonValido,
    Calendario,
    Chiusura,
    Durata,
    GiornoMese,
    anno_scolastico,
    da_etichetta,
    data_in_lettere,
    festivo,
)
from cpia.norme.rules.calendario import NessunGiornoLavorativo

GIORNI = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("giorno", "nome"),
    [
        (date(2024, 1, 1), "Capodanno"),
        (date(2024, 4, 25), "Anniversario della Liberazione"),
        (date(2024, 12, 26), "Santo Stefano"),
        (date(2024, 6, 9), "domenica"),
        (date(2024, 6, 8), ""),
        (date(2024, 6, 29), ""),  # the patron of Rome is a holiday in Rome only
    ],
)
def test_holidays_of_the_state_have_their_italian_name(giorno, nome):
    assert festivo(giorno) == nome


def test_the_holidays_of_a_year_are_those_of_the_law():
    giorni = {giorno for n in range(366) if festivo(giorno := date(2024, 1, 1) + timedelta(days=n))}
    feriali = {giorno for giorno in giorni if giorno.weekday() != 6}
    assert {(g.month, g.day) for g in feriali} == {
        (1, 1), (1, 6), (4, 1), (4, 25), (5, 1), (8, 15), (11, 1), (12, 25), (12, 26),
    }  # fmt: skip
    assert len(giorni) - len(feriali) == 52


def test_a_calendar_says_why_nobody_works_and_who_says_so():
    chiusura = Chiusura(date(2024, 12, 23), date(2025, 1, 6), "vacanze di Natale")
    calendario = Calendario(GiornoMese(9, 26), (chiusura,), sabato_lavorativo=False)
    assert calendario.pausa(date(2024, 9, 26)).motivo == "festa del santo patrono"
    assert "art. 14" in calendario.pausa(date(2024, 9, 26)).fonte
    assert calendario.pausa(date(2024, 12, 23)).motivo == "vacanze di Natale"
    assert calendario.pausa(date(2025, 1, 3)).motivo == "vacanze di Natale"
    assert calendario.pausa(date(2024, 12, 25)).motivo == "Natale"
    assert "sabato" in calendario.pausa(date(2024, 6, 8)).motivo
    assert calendario.pausa(date(2025, 1, 7)) is None


def test_a_calendar_without_work_is_found_out():
    sempre = Calendario(chiusure=(Chiusura(date(2024, 1, 1), date(2030, 1, 1), "lavori"),))
    with pytest.raises(NessunGiornoLavorativo, match="01/06/2024"):
        next(sempre.lavorativi(date(2024, 6, 1)))


def test_a_closure_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="finisce prima"):
        Chiusura(date(2024, 6, 2), date(2024, 6, 1), "errore")


@pytest.mark.parametrize(("mese", "giorno"), [(2, 30), (13, 1), (0, 1), (6, 31)])
def test_a_day_that_no_year_has_is_refused(mese, giorno):
    with pytest.raises(ValueError, match=r"day|month"):
        GiornoMese(mese, giorno)


def test_29_february_falls_only_in_leap_years():
    bisestile = GiornoMese(2, 29)
    assert bisestile.cade(date(2024, 2, 29))
    assert not bisestile.cade(date(2023, 2, 28))


def test_a_negative_duration_is_refused():
    with pytest.raises(ValueError, match="negativa"):
        Durata(-1)


def test_days_are_written_as_in_a_letter():
    assert data_in_lettere(date(2024, 6, 1)) == "sabato 1º giugno 2024"
    assert data_in_lettere(date(2024, 5, 31)) == "venerdì 31 maggio 2024"


@pytest.mark.parametrize(
    ("giorno", "etichetta"),
    [
        (date(2023, 9, 1), "2023/24"),
        (date(2024, 8, 31), "2023/24"),
        (date(2024, 9, 1), "2024/25"),
        (date(1999, 12, 31), "1999/00"),
    ],
)
def test_the_school_year_runs_from_september_to_august(giorno, etichetta):
    assert anno_scolastico(giorno).etichetta == etichetta


@pytest.mark.parametrize("testo", ["2023/24", "2023-24", "2023/2024", " 2023 - 2024 "])
def test_a_school_year_is_read_as_schools_write_it(testo):
    assert da_etichetta(testo) == AnnoScolastico(2023)


@pytest.mark.parametrize("testo", ["2023/25", "2023", "2023/2025", "23/24", "", "2023/1924"])
def test_what_is_no_school_year_is_refused_in_italian(testo):
    with pytest.raises(AnnoScolasticoNonValido, match=r"anno scolastico|due anni"):
        da_etichetta(testo)


@given(GIORNI)
def test_every_day_is_in_its_school_year_and_in_no_other(giorno):
    anno = anno_scolastico(giorno)
    assert giorno in anno
    assert giorno not in anno.successivo
    assert giorno not in anno.precedente
    assert anno.al + timedelta(days=1) == anno.successivo.dal


@given(st.integers(1900, 2200))
def test_a_label_comes_back_as_its_year(inizio):
    assert da_etichetta(AnnoScolastico(inizio).etichetta) == AnnoScolastico(inizio)
