"""Roles given, ended, held for another: the judgement alone, without a database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi import rules
from cpia.scuola.incarichi.rules import (
    Periodo,
    Titolo,
    giudica_autore,
    giudica_conferimento,
    giudica_revoca,
    giudica_sostituzione,
    giudica_termine,
    ultimo_giorno,
)

OGGI = date(2024, 6, 5)
ANNA, BRUNO, CARLA = 1, 2, 3
GIUGNO = Periodo(date(2024, 6, 1), date(2024, 6, 30))


def titolo(ruolo="docente", *, persona=ANNA, periodo=GIUGNO, pk=10, **altro):
    altro = {"posto": ruolo, "nome": f"P{persona}", "cosa": "Incarico"} | altro
    return Titolo(pk, persona, ruolo, periodo=periodo, **altro)


def campi(rifiuti):
    return [rifiuto.campo for rifiuto in rifiuti]


def test_the_roles_that_the_rules_name_exist():
    nominati = {*rules.SOLI, *rules.RESTA_IN_CARICA, *rules.DI_GOVERNO, *rules.DANNO_IL_GOVERNO}
    assert nominati <= set(Ruolo.values)


@pytest.mark.parametrize(
    ("altro", "atteso"),
    [
        (Periodo(date(2024, 6, 30), None), ["dal"]),  # one day in common
        (Periodo(date(2024, 7, 1), None), []),  # the day after
        (Periodo(date(2024, 5, 1), date(2024, 6, 1)), ["dal"]),
        (Periodo(date(2024, 5, 1), date(2024, 5, 31)), []),
        (Periodo(date(2023, 9, 1), None), ["dal"]),
    ],
)
@pytest.mark.parametrize("ruolo", ["dirigente", "dsga", "coordinatore"])
def test_a_role_of_one_has_one_holder_on_any_day(ruolo, altro, atteso):
    nuovo = titolo(ruolo, pk=0)
    gia = titolo(ruolo, persona=BRUNO, periodo=altro)
    assert campi(giudica_conferimento(nuovo, [gia])) == atteso


def test_the_refusal_says_who_holds_it_until_when_and_what_to_do():
    gia = titolo("coordinatore", persona=BRUNO, periodo=Periodo(date(2023, 9, 1), date(2024, 6, 8)))
    [rifiuto] = giudica_conferimento(titolo("coordinatore", pk=0), [gia])
    assert "lo è P2, dal 1º settembre 2023 all’8 giugno 2024" in rifiuto.testo
    assert "sostituzione" in rifiuto.testo


def test_two_teachers_may_hold_a_cattedra_and_the_same_one_not_twice():
    collega = titolo(persona=BRUNO)
    assert giudica_conferimento(titolo(pk=0), [collega]) == []
    assert campi(giudica_conferimento(titolo(pk=0), [titolo()])) == ["dal"]


def test_who_stands_in_for_the_dirigente_is_no_second_dirigente():
    vicario = titolo("dirigente", persona=BRUNO, sostituisce=99)
    assert giudica_conferimento(titolo("dirigente", pk=0), [vicario]) == []


def test_nothing_ends_before_it_begins():
    rovescia = Periodo(date(2024, 6, 2), date(2024, 6, 1))
    assert campi(giudica_conferimento(titolo(periodo=rovescia), [])) == ["al"]
    un_giorno = Periodo(date(2024, 6, 2), date(2024, 6, 2))
    assert giudica_conferimento(titolo(periodo=un_giorno), []) == []


@pytest.mark.parametrize(
    ("ruolo", "autore", "per_se", "atteso"),
    [
        ("docente", {"segreteria_personale"}, False, []),
        ("docente", {"segreteria_personale"}, True, [""]),
        ("dirigente", {"segreteria_personale"}, False, ["ruolo"]),
        ("collaboratore", {"segreteria_didattica"}, False, ["ruolo"]),
        ("amministratore", {"dsga"}, False, []),
        ("dirigente", {"dirigente"}, True, [""]),
        ("dirigente", {"docente"}, True, ["", "ruolo"]),
    ],
)
def test_nobody_gives_to_oneself_and_few_give_the_roles_that_govern(ruolo, autore, per_se, atteso):
    assert campi(giudica_autore(ruolo, autore, per_se=per_se)) == atteso


@pytest.mark.parametrize(
    ("periodo", "al", "atteso"),
    [
        (GIUGNO, date(2024, 6, 5), []),  # today is the last day that may be chosen
        (GIUGNO, date(2024, 6, 4), ["al"]),
        (GIUGNO, date(2024, 6, 30), ["al"]),  # it is that already
        (GIUGNO, None, []),
        (Periodo(date(2024, 1, 1), date(2024, 6, 4)), date(2024, 7, 1), ["al"]),  # over yesterday
        (Periodo(date(2024, 1, 1), date(2024, 6, 5)), date(2024, 7, 1), []),
        (Periodo(date(2024, 7, 1), None), date(2024, 6, 20), ["al"]),  # before it begins
    ],
)
def test_when_an_end_may_be_moved(periodo, al, atteso):
    assert campi(giudica_termine(titolo(periodo=periodo), al, OGGI, [])) == atteso


def test_a_longer_role_may_not_run_into_the_next_holder():
    mio = titolo("coordinatore")
    altro = titolo("coordinatore", persona=BRUNO, pk=11, periodo=Periodo(date(2024, 7, 1)))
    assert giudica_termine(mio, date(2024, 6, 20), OGGI, [mio, altro]) == []
    assert campi(giudica_termine(mio, date(2024, 7, 1), OGGI, [mio, altro])) == ["al"]


def test_a_longer_substitution_stays_within_the_role_and_off_the_next_one():
    titolare = titolo(pk=1, periodo=Periodo(date(2023, 9, 1), date(2024, 6, 20)))
    mia = titolo(
        pk=2, persona=BRUNO, sostituisce=1, periodo=Periodo(date(2024, 6, 1), date(2024, 6, 8))
    )
    dopo = replace(mia, id=3, persona=CARLA, periodo=Periodo(date(2024, 6, 15), date(2024, 6, 18)))
    intorno = [titolare, mia, dopo]
    assert giudica_termine(mia, date(2024, 6, 14), OGGI, intorno) == []
    assert campi(giudica_termine(mia, date(2024, 6, 15), OGGI, intorno)) == ["al"]
    assert campi(giudica_termine(mia, date(2024, 6, 21), OGGI, [titolare, mia])) == ["al"]
    assert campi(giudica_termine(mia, None, OGGI, intorno)) == ["al"]


@pytest.mark.parametrize(
    ("giorno", "motivo", "atteso"),
    [
        (date(2024, 6, 5), "Trasferita.", []),
        (date(2024, 6, 4), "Trasferita.", ["giorno"]),
        (date(2024, 6, 30), "Trasferita.", []),
        (date(2024, 7, 1), "Trasferita.", ["giorno"]),
        (date(2024, 6, 5), " ", ["motivo"]),
    ],
)
def test_a_role_is_withdrawn_from_today_on_and_with_a_reason(giorno, motivo, atteso):
    assert campi(giudica_revoca(titolo(), giorno, motivo, OGGI)) == atteso


@pytest.mark.parametrize(
    ("giorno", "ultimo"),
    [(OGGI, None), (date(2024, 6, 6), OGGI), (date(2024, 6, 20), date(2024, 6, 19))],
)
def test_the_last_day_of_a_role_withdrawn(giorno, ultimo):
    assert ultimo_giorno(titolo(), giorno, OGGI) == ultimo


def test_a_role_that_has_not_begun_is_withdrawn_at_once():
    futuro = titolo(periodo=Periodo(date(2024, 9, 1)))
    assert ultimo_giorno(futuro, date(2024, 9, 1), OGGI) is None


def sostituzione(titolari, *, sostituto=BRUNO, dal=5, al=14, altri=()):
    periodo = Periodo(date(2024, 6, dal), date(2024, 6, al) if al else None)
    return giudica_sostituzione(
        titolari, sostituto=sostituto, periodo=periodo, oggi=OGGI, altri=altri
    )


@pytest.mark.parametrize(
    ("cambi", "atteso"),
    [
        ({}, []),
        ({"dal": 1, "al": 30}, []),
        ({"al": None}, ["al"]),
        ({"dal": 14, "al": 13}, ["al"]),
        ({"dal": 1, "al": 4}, ["al"]),  # it would be over
        ({"dal": 1, "al": 5}, []),
        ({"sostituto": ANNA}, ["sostituto"]),
    ],
)
def test_which_days_and_whom(cambi, atteso):
    assert campi(sostituzione([titolo()], **cambi)) == atteso


def test_nothing_chosen():
    assert campi(sostituzione([])) == ["incarichi"]


def test_only_within_the_days_of_each_role():
    corto = titolo(periodo=Periodo(date(2024, 6, 6), date(2024, 6, 13)), cosa="Tutor")
    rifiuti = sostituzione([titolo(pk=9), corto])
    assert [(r.campo, r.testo.split(":")[0]) for r in rifiuti] == [
        ("dal", "Tutor"),
        ("al", "Tutor"),
    ]


@pytest.mark.parametrize(("dal", "atteso"), [(14, ["dal"]), (15, [])])
def test_one_stands_in_at_a_time(dal, atteso):
    altra = titolo(
        pk=20, persona=CARLA, sostituisce=10,
        periodo=Periodo(date(2024, 6, dal), date(2024, 6, 30)),
    )  # fmt: skip
    assert campi(sostituzione([titolo()], altri=[altra])) == atteso


def test_who_holds_the_same_already_does_not_stand_in_for_it():
    suo = titolo(pk=20, persona=BRUNO)
    assert campi(sostituzione([titolo()], altri=[suo])) == ["sostituto"]
    altrove = replace(suo, posto="docente:99")
    assert sostituzione([titolo()], altri=[altrove]) == []


giorni = st.dates(date(2024, 1, 1), date(2024, 12, 31))


@st.composite
def periodi(draw):
    dal = draw(giorni)
    lungo = draw(st.one_of(st.none(), st.integers(0, 200)))
    return Periodo(dal, None if lungo is None else dal + timedelta(days=lungo))


@given(periodi(), periodi())
def test_two_periods_touch_when_some_day_is_in_both(uno, altro):
    fine = date(2026, 1, 1)
    comuni = max(uno.dal, altro.dal) <= min(uno.al or fine, altro.al or fine)
    assert uno.tocca(altro) == altro.tocca(uno) == comuni


@given(periodi(), periodi())
def test_a_period_contains_another_when_it_has_both_its_ends(uno, altro):
    assert uno.contiene(uno)
    if uno.contiene(altro):
        assert uno.tocca(altro)
        assert uno.tocca(Periodo(altro.dal, altro.dal))


@given(periodi(), st.lists(periodi(), max_size=4), periodi())
def test_what_was_accepted_leaves_at_most_one_holder_a_day(base, altri, nuovo):
    """Whatever is asked for, one after the other, no day ever has two coordinators."""
    presi: list[Titolo] = []
    for numero, periodo in enumerate([base, *altri, nuovo]):
        chiesto = titolo("coordinatore", persona=100 + numero, pk=numero + 1, periodo=periodo)
        if not giudica_conferimento(chiesto, presi):
            presi.append(chiesto)
    assert not any(a.periodo.tocca(b.periodo) for a in presi for b in presi if a is not b)
