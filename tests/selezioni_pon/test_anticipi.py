"""Early children: how many by the size of the section, which ones, how they attend."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Valore
from selezioni_pon.enums import ConteggioAnticipi, StatoPosto
from selezioni_pon.rules.anticipi import ammetti_anticipi, per_iscritti, quanti
from selezioni_pon.rules.frequenza_anticipata import (
    contro_l_iscrizione_dopo,
    contro_la_frequenza,
    frequenza,
)
from tests.selezioni_pon.scena_altri_casi import ANNO, INFANZIA, bambino

REGOLE = INFANZIA.anticipi
CON_LE_DOMANDE = replace(REGOLE, conteggio=Valore(ConteggioAnticipi.CON_LE_DOMANDE, "l’altra"))
TRENTA_AGOSTO = date(2025, 8, 30)


@pytest.mark.parametrize(
    ("iscritti", "attesi"),
    [(14, 3), (15, 3), (19, 3), (20, 2), (25, 2), (26, 0), (29, 0), (0, 3)],
)
def test_the_table(iscritti, attesi):
    assert per_iscritti(iscritti, REGOLE.numeri) == attesi


def test_fewer_than_nobody_is_refused():
    with pytest.raises(ValueError, match="meno di zero"):
        per_iscritti(-1, REGOLE.numeri)


@pytest.mark.parametrize(
    ("iscritti", "chiedono", "con_gli_ammessi", "con_le_domande"),
    [
        (16, 3, 3, 3),
        (17, 3, 2, 2),
        (17, 2, 2, 2),
        (18, 1, 1, 1),
        (18, 5, 2, 2),
        (12, 6, 3, 3),
        (23, 2, 2, 2),
        (24, 2, 1, 0),
        (25, 1, 0, 0),
        (30, 4, 0, 0),
        (20, 0, 0, 0),
    ],
)
def test_both_readings_of_the_count(iscritti, chiedono, con_gli_ammessi, con_le_domande):
    assert quanti(iscritti, chiedono, 0, REGOLE).ammessi == con_gli_ammessi
    assert quanti(iscritti, chiedono, 0, CON_LE_DOMANDE).ammessi == con_le_domande


def test_readings_that_differ_are_shown():
    regole = [motivo.regola for motivo in quanti(24, 2, 0, REGOLE).motivi]

    assert regole == ["anticipi", "anticipi_condizioni", "anticipi_conteggio"]


def test_the_conditions_of_the_school_are_shown_where_somebody_comes_in():
    motivo = quanti(16, 1, 0, REGOLE).motivi[1]

    assert "sez. 3, art. 3 lett. a" in motivo.fonte
    assert "D.P.R. 89/2009, art. 2 c. 2" in motivo.fonte
    assert all(parola in motivo.testo for parola in ("ambient", "sicurezza", "percorso"))
    assert [motivo.regola for motivo in quanti(25, 1, 0, REGOLE).motivi] == ["anticipi"]


def test_under_the_table_it_is_said_that_it_is_silent():
    motivo = quanti(5, 2, 0, REGOLE).motivi[-1]

    assert motivo.regola == "anticipi_sotto_la_tabella"
    assert "7 iscritti" in motivo.testo


def test_nobody_early_while_others_wait():
    fatto = quanti(16, 3, 1, REGOLE)

    assert fatto.ammessi == 0
    assert "1 domanda ordinaria aspetta" in fatto.motivi[0].testo
    assert "D.P.R. 89/2009" in fatto.motivi[0].fonte


def test_a_school_that_lets_them_in_all_the_same_shows_the_law():
    numeri = replace(REGOLE.numeri, con_attesa=Valore(True, "altro"))
    fatto = quanti(16, 3, 1, replace(REGOLE, numeri=numeri))

    assert fatto.ammessi == 3
    assert "D.P.R. 89/2009" in fatto.motivi[1].fonte


@pytest.mark.parametrize(("iscritti", "ammessi"), [((), ()), ((15,), (3, 2)), ((20, 15), (3, 2))])
def test_rows_that_do_not_hold_together_are_refused(iscritti, ammessi):
    with pytest.raises(ValueError, match="degli anticipi"):
        replace(REGOLE.numeri, iscritti=Valore(iscritti, ""), ammessi=Valore(ammessi, ""))


def test_residents_first_then_the_older():
    chiedono = [
        bambino("fuori", nascita=date(2023, 1, 2)),
        bambino("piccola", nascita=date(2023, 4, 1), residente=True),
        bambino("grande", nascita=date(2023, 2, 1), residente=True),
    ]

    fatta = ammetti_anticipi(chiedono, 2, REGOLE)

    assert fatta.con(StatoPosto.AMMESSO) == ("grande", "piccola")
    assert fatta.con(StatoPosto.IN_ATTESA) == ("fuori",)


def test_early_twins_on_the_last_place_need_a_draw():
    gemelli = [bambino("a", nascita=date(2023, 2, 1)), bambino("b", nascita=date(2023, 2, 1))]

    assert ammetti_anticipi(gemelli, 1, REGOLE).con(StatoPosto.DA_DECIDERE) == ("a", "b")
    estratti = {"verbale 1": ("b", "a")}
    assert ammetti_anticipi(gemelli, 1, REGOLE, estratti).con(StatoPosto.AMMESSO) == ("b",)


@pytest.mark.parametrize(
    ("nascita", "dal", "intera_dal"),
    [
        (date(2023, 1, 31), None, date(2026, 1, 31)),
        (date(2023, 2, 1), date(2026, 1, 1), date(2026, 2, 1)),
        (date(2023, 4, 30), date(2026, 1, 1), date(2026, 4, 30)),
    ],
)
def test_from_when_they_attend(nascita, dal, intera_dal):
    trovata = frequenza(nascita, ANNO, INFANZIA.frequenza)

    assert (trovata.dal, trovata.giornata_intera_dal) == (dal, intera_dal)


def test_who_is_not_autonomous_does_not_attend_yet():
    assert contro_la_frequenza(autonomo=True, regole=INFANZIA.frequenza) == []
    (una,) = contro_la_frequenza(autonomo=False, regole=INFANZIA.frequenza)
    assert una.fonte.endswith("lett. f3")


@pytest.mark.parametrize(
    ("anticipi", "frequentanti", "residenza", "codici"),
    [
        (0, 25, None, []),
        (2, 24, None, ["sezione_con_anticipi"]),
        (2, 24, TRENTA_AGOSTO, ["sezione_con_anticipi"]),
        (2, 24, date(2025, 8, 31), []),
        (2, 25, date(2025, 9, 20), ["sezione_con_anticipi_piena"]),
        (2, 25, None, ["sezione_con_anticipi", "sezione_con_anticipi_piena"]),
    ],
)
def test_enrolling_later_where_early_ones_attend(anticipi, frequentanti, residenza, codici):
    trovate = contro_l_iscrizione_dopo(
        anticipi=anticipi,
        frequentanti=frequentanti,
        residenza_dal=residenza,
        giorno=TRENTA_AGOSTO,
        regole=REGOLE,
    )

    assert [una.codice for una in trovate] == codici


@given(st.integers(0, 40), st.integers(0, 10))
def test_never_more_than_asked_than_the_row_or_than_the_section(iscritti, chiedono):
    for regole in (REGOLE, CON_LE_DOMANDE):
        ammessi = quanti(iscritti, chiedono, 0, regole).ammessi
        assert 0 <= ammessi <= chiedono
        assert ammessi == 0 or iscritti + ammessi <= 25
        assert ammessi == 0 or ammessi <= per_iscritti(iscritti + ammessi, regole.numeri)
