"""Hours by unit: what is due, what counts, what a lesson may say, who may be admitted."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patto_formativo.enums import Percorso
from patto_formativo.rules.ammissione import giudica_ammissione
from patto_formativo.rules.frequenza import Presenza, conta_frequenza, giudica_validita
from patto_formativo.rules.lezioni import (
    LezioneDetta,
    Partecipa,
    Periodo,
    perche_escluso,
    verifica_lezione,
)
from patto_formativo.rules.ore_per_unita import (
    UnitaDelPiano,
    che_non_contano,
    dovute,
    fuori_dal_piano,
    ore_per_unita,
    presenze_del_piano,
)

PIANO = (UnitaDelPiano("1", "Leggere", Fraction(20)), UnitaDelPiano("2", "Contare", Fraction(10)))
ANNO = Periodo(date(2023, 9, 1), date(2024, 8, 31))
OGGI = date(2024, 6, 5)
LEZIONE = LezioneDetta(1, date(2024, 5, 6), Fraction(3))
NEL_GRUPPO = Partecipa(7, (Periodo(date(2023, 10, 2)),), frozenset({1, 2}))


def presenza(uda, ore, **altro):
    return Presenza(uda, Fraction(ore), **altro)


def test_the_hours_of_a_unit_are_those_of_the_plan():
    presenze = [
        presenza("1", 18),
        presenza("1", 6, a_distanza=True),
        presenza("1", 2, a_distanza=True, verificata=False),
        presenza("9", 4),
    ]
    prima, seconda = ore_per_unita(PIANO, presenze, {"1": Fraction(30), "2": Fraction(3)})
    assert (prima.in_presenza, prima.a_distanza, prima.da_verificare, prima.oltre) == (18, 2, 2, 4)
    assert (prima.dovute, seconda.dovute) == (20, 3)
    assert (seconda.frequentate, dovute((prima, seconda))) == (0, 23)
    assert fuori_dal_piano(PIANO, presenze) == 4
    testi = [m.testo for m in che_non_contano((prima, seconda), Fraction(4))]
    assert testi == [
        "Non contano 4 ore oltre quelle che il piano dà all’unità.",
        "Non contano 4 ore in unità che non sono nel piano.",
    ]


ore = st.integers(0, 400).map(lambda n: Fraction(n, 4))
presenze = st.lists(
    st.builds(Presenza, st.sampled_from(["1", "2", "9"]), ore, st.booleans(), st.booleans()),
    max_size=10,
)


@given(presenze, ore, ore)
def test_what_counts_is_never_more_than_the_plan(date_, prima, seconda):
    piano = (UnitaDelPiano("1", "a", prima), UnitaDelPiano("2", "b", seconda))
    righe = ore_per_unita(piano, date_, {"1": Fraction(500)})
    psp = prima + seconda
    frequenza = conta_frequenza(presenze_del_piano(righe), psp)
    assert frequenza.valide <= psp
    assert frequenza.a_distanza <= psp / 5
    assert all(riga.frequentate <= riga.piano and riga.dovute <= riga.piano for riga in righe)


@given(presenze)
def test_no_hour_is_lost_or_counted_twice(date_):
    righe = ore_per_unita(PIANO, date_, {})
    divise = sum(r.frequentate + r.da_verificare + r.oltre for r in righe)
    assert divise + fuori_dal_piano(PIANO, date_) == sum(p.ore for p in date_)


def verifica(ore_di, lezione=LEZIONE, gruppo=(NEL_GRUPPO,)):
    violazioni = verifica_lezione(lezione, ore_di, gruppo, oggi=OGGI, anno=ANNO)
    return [(v.codice, v.campo) for v in violazioni]


@pytest.mark.parametrize(
    ("ore_di", "attese"),
    [
        ({7: Fraction(3)}, []),
        ({7: Fraction(0)}, []),
        ({7: Fraction("3.25")}, [("ore_oltre_la_lezione", "ore_7")]),
        ({7: Fraction(-1)}, [("ore_oltre_la_lezione", "ore_7")]),
        ({8: Fraction(3)}, [("non_nel_gruppo", "ore_8")]),
    ],
)
def test_the_hours_of_a_member(ore_di, attese):
    assert verifica(ore_di) == attese


@pytest.mark.parametrize(
    ("giorno", "attesa"),
    [
        (date(2024, 6, 6), "nel_futuro"),
        (date(2023, 8, 31), "altro_anno"),
    ],
)
def test_the_day_of_a_lesson(giorno, attesa):
    assert verifica({}, LezioneDetta(1, giorno, Fraction(3))) == [(attesa, "giorno")]


@pytest.mark.parametrize(
    ("membro", "attesa"),
    [
        (NEL_GRUPPO, None),
        (Partecipa(7, (Periodo(date(2024, 5, 7)),)), "non_nel_gruppo"),
        (Partecipa(7, (Periodo(date(2023, 9, 1), date(2024, 5, 5)),)), "non_nel_gruppo"),
        (Partecipa(7, (Periodo(date(2023, 9, 1)),), frozenset({2})), "fuori_dal_piano"),
        # Without a plan there is nothing to be outside of.
        (Partecipa(7, (Periodo(date(2023, 9, 1)),)), None),
    ],
)
def test_who_has_no_hours_at_a_lesson(membro, attesa):
    escluso = perche_escluso(membro, LEZIONE)
    assert (escluso.codice if escluso else None) == attesa
    assert verifica({7: Fraction(3)}, gruppo=(membro,)) == ([(attesa, "ore_7")] if attesa else [])


def test_who_was_not_there_may_be_out_of_the_plan():
    membro = Partecipa(7, NEL_GRUPPO.periodi, frozenset({2}))
    assert verifica({7: Fraction(0)}, gruppo=(membro,)) == []


def giudizio(ore_frequentate):
    psp = Fraction(100)
    frequenza = conta_frequenza([presenza("1", ore_frequentate)], psp)
    return giudica_validita(frequenza, psp, percorso=Percorso.PRIMO_PERIODO)


@pytest.mark.parametrize(
    ("sottoscritto", "ore_frequentate", "ammissibile"),
    [(True, 70, True), (True, 69, False), (False, 100, False)],
)
def test_the_agreement_binds_the_admission(sottoscritto, ore_frequentate, ammissibile):
    ammissione = giudica_ammissione(sottoscritto=sottoscritto, frequenza=giudizio(ore_frequentate))
    assert ammissione.ammissibile is ammissibile
    assert ammissione.perche[0].regola == "patto_sottoscritto"
    assert len(ammissione.perche) > 1


def test_without_an_agreement_nobody_is_admitted():
    assert not giudica_ammissione(sottoscritto=False, frequenza=None).ammissibile
