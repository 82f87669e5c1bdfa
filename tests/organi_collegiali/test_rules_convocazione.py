"""The agenda, the first possible day, the line of days, the signatures of a request."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import NaturaPunto as N
from organi_collegiali.rules.convocazione.punti import (
    natura_probabile,
    posto_del_nuovo,
    sposta,
    stessi,
)
from organi_collegiali.rules.convocazione.richieste import giudica_richiesta
from organi_collegiali.rules.convocazione.termini import linea, prima_data

MERCOLEDI = date(2024, 6, 5)


@pytest.mark.parametrize(
    ("titolo", "natura"),
    [
        ("Varie ed eventuali", N.VARIE),
        ("  varie", N.VARIE),
        ("Comunicazioni del Dirigente", N.SENZA_VOTO),
        ("Informativa sui lavori", N.SENZA_VOTO),
        ("Elezione del vicepresidente", N.ELEZIONE),
        ("Nomina del segretario", N.ELEZIONE),
        ("Modifiche al Regolamento d’istituto", N.REGOLAMENTO),
        ("Revisione dell’art. 4 del regolamento", N.REGOLAMENTO),
        ("Regolamento mensa: parere", N.DELIBERA),
        ("Variazioni di bilancio", N.DELIBERA),
        ("Conto consuntivo", N.DELIBERA),
    ],
)
def test_what_an_item_probably_asks(titolo, natura):
    assert natura_probabile(titolo) is natura


@pytest.mark.parametrize(
    ("nature", "nuova", "posto"),
    [
        ([], N.DELIBERA, 0),
        ([N.DELIBERA], N.DELIBERA, 1),
        ([N.DELIBERA, N.VARIE], N.DELIBERA, 1),
        ([N.DELIBERA, N.VARIE], N.VARIE, 2),
        ([N.VARIE, N.DELIBERA], N.DELIBERA, 2),
    ],
)
def test_a_new_item_goes_before_the_closing_one(nature, nuova, posto):
    assert posto_del_nuovo(nature, nuova) == posto


@given(st.lists(st.integers(), unique=True, min_size=1, max_size=12), st.data())
def test_moving_keeps_every_item_and_the_order_of_the_others(righe, dati):
    riga = dati.draw(st.sampled_from(righe))
    posto = dati.draw(st.integers(-3, 15))
    nuove = sposta(righe, riga, posto)
    assert stessi(righe, nuove)
    assert [r for r in nuove if r != riga] == [r for r in righe if r != riga]
    assert nuove.index(riga) == max(0, min(posto, len(righe) - 1))


@pytest.mark.parametrize("altre", [[1, 2], [1, 2, 2], [1, 2, 4], [1, 2, 3, 3]])
def test_an_order_of_other_items_is_not_the_same(altre):
    assert not stessi([1, 2, 3], altre)


@given(st.integers(0, 60), st.integers(0, 30))
def test_the_first_day_is_in_time_works_and_has_none_before_it(scarto, preavviso):
    oggi = MERCOLEDI + timedelta(days=scarto)

    def ultimo(giorno):
        return giorno - timedelta(days=preavviso)

    def lavora(giorno):
        return giorno.weekday() < 6

    trovata = prima_data(oggi, ultimo_utile=ultimo, lavorativo=lavora)
    assert lavora(trovata)
    assert ultimo(trovata) >= oggi
    prima = (oggi + timedelta(days=n) for n in range((trovata - oggi).days))
    assert not any(lavora(g) and ultimo(g) >= oggi for g in prima)


def test_no_day_when_the_school_never_works():
    assert prima_data(MERCOLEDI, ultimo_utile=lambda g: g, lavorativo=lambda g: False) is None


def test_the_line_of_a_late_notice_begins_with_the_day_that_was_missed():
    seduta = MERCOLEDI + timedelta(days=2)
    ultimo = seduta - timedelta(days=5)
    nomi = {"oggi": MERCOLEDI, "ultimo giorno utile": ultimo, "seduta": seduta}
    righe = linea(nomi, oggi=MERCOLEDI, ultimo=ultimo, pausa=lambda g: "")
    assert [r.giorno for r in righe] == [ultimo + timedelta(days=n) for n in range(6)]
    assert not any(r.utile for r in righe)


def test_a_long_line_keeps_only_the_days_that_have_a_name():
    seduta = MERCOLEDI + timedelta(days=30)
    ultimo = seduta - timedelta(days=5)
    nomi = {"oggi": MERCOLEDI, "ultimo giorno utile": ultimo, "seduta": seduta}
    righe = linea(nomi, oggi=MERCOLEDI, ultimo=ultimo, pausa=lambda g: "")
    assert [(r.giorno, r.dopo) for r in righe] == [(MERCOLEDI, 24), (ultimo, 4), (seduta, 0)]
    assert [r.utile for r in righe] == [True, True, False]


@pytest.mark.parametrize(
    ("firme", "in_carica", "quota", "necessarie", "bastano"),
    [
        (7, 19, "1/3", 7, True),
        (6, 19, "1/3", 7, False),
        (6, 18, "1/3", 6, True),
        (10, 19, "1/2", 10, True),
        # The majority of twenty is more than ten (C.M. 105/1975).
        (10, 20, "1/2", 11, False),
        (0, 0, "1/3", 1, False),
    ],
)
def test_how_many_signatures(firme, in_carica, quota, necessarie, bastano):
    giudizio = giudica_richiesta(firme, in_carica, quota=Valore(Fraction(quota), "art. 1"))
    assert (giudizio.necessarie, giudizio.sufficiente) == (necessarie, bastano)
    assert giudizio.motivo.fonte == "art. 1"
    assert str(necessarie) in giudizio.motivo.testo


@given(st.integers(1, 200), st.fractions(Fraction(1, 10), 1))
def test_the_signatures_are_the_least_that_reach_the_part(in_carica, quota):
    necessarie = giudica_richiesta(0, in_carica, quota=Valore(quota, "")).necessarie
    assert Fraction(necessarie, in_carica) >= quota or necessarie == 1
    if quota != Fraction(1, 2):
        assert necessarie == 1 or Fraction(necessarie - 1, in_carica) < quota
