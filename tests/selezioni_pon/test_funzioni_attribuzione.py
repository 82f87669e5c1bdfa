"""Funzioni strumentali: to whom an area goes, until when, and what is due."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Valore
from selezioni_pon.rules.funzioni_strumentali.attribuzione import (
    Esaminata,
    attribuisci,
    contro_il_voto,
)
from selezioni_pon.rules.funzioni_strumentali.durata import (
    contro_il_sottogruppo,
    mesi_scoperti,
    periodo,
    relazioni,
)
from tests.selezioni_pon.scena_altri_casi import AL, FUNZIONI, domanda

AREA = FUNZIONI.aree[0]


def esaminata(chi, punti=5, voti=None, idoneo=True, **altro):
    return Esaminata(domanda(chi, **altro), idoneo, Fraction(punti), voti)


def data_a(*esaminate, regole=FUNZIONI, estratti=None):
    return attribuisci(AREA, esaminate, AL, regole, estratti)


def test_more_titles_win_without_any_vote():
    fatta = data_a(esaminata("anna", 6), esaminata("bruno", 5))

    assert (fatta.a, fatta.da_votare) == (("anna",), ())
    assert "Anna" in fatta.motivi[0].testo


def test_level_titles_wait_for_the_secret_vote():
    fatta = data_a(esaminata("anna"), esaminata("bruno"), esaminata("carla", 2))

    assert (fatta.a, fatta.da_votare) == ((), ("anna", "bruno"))
    assert any(motivo.regola == "parita_voto" for motivo in fatta.motivi)


@pytest.mark.parametrize(
    ("anna", "bruno", "vince"),
    [
        ({"voti": 10}, {"voti": 9}, "anna"),
        ({"voti": 4, "dal": date(2000, 9, 1)}, {"voti": 5}, "bruno"),
        ({"voti": 5, "dal": date(2010, 9, 1)}, {"voti": 5, "dal": date(2009, 9, 1)}, "bruno"),
        ({"voti": 5, "nascita": date(1960, 1, 1)}, {"voti": 5}, "anna"),
        ({"voti": 0}, {"voti": 0, "nascita": date(1960, 1, 1)}, "bruno"),
    ],
)
def test_vote_then_service_then_age(anna, bruno, vince):
    assert data_a(esaminata("anna", **anna), esaminata("bruno", **bruno)).a == (vince,)


def test_level_in_everything_needs_a_draw():
    pari = esaminata("anna", voti=3), esaminata("bruno", voti=3)

    assert data_a(*pari).da_sorteggiare == ("anna", "bruno")
    assert data_a(*pari, estratti={"verbale 2": ("bruno", "anna")}).a == ("bruno",)


def test_who_is_not_fit_is_out_whatever_the_points():
    assert data_a(esaminata("anna", 99, idoneo=False), esaminata("bruno", 1)).a == ("bruno",)
    nessuno = data_a(esaminata("anna", idoneo=False))
    assert nessuno.a == ()
    assert "nessun docente idoneo" in nessuno.motivi[0].testo


def test_two_places_for_two_who_are_level_need_no_vote():
    regole = replace(FUNZIONI, posti=Valore(2, "delibera"))
    fatta = data_a(esaminata("anna"), esaminata("bruno"), esaminata("carla", 1), regole=regole)

    assert (set(fatta.a), fatta.da_votare) == ({"anna", "bruno"}, ())


def test_a_winner_who_works_with_the_dirigente_must_choose():
    fatta = data_a(esaminata("anna", 9, collaboratore=True), esaminata("bruno"))

    assert fatta.a == ("anna",)
    assert [una.codice for una in fatta.contro] == ["collaboratore"]


@pytest.mark.parametrize(
    ("voti", "votanti", "codici"),
    [
        ({"anna": 10, "bruno": 8}, 20, []),
        ({"anna": 10, "bruno": 8}, 18, []),
        ({"anna": 10, "bruno": 8}, 17, ["voti_oltre_i_votanti"]),
        ({"anna": 10}, 17, ["voto_su_altri"]),
        ({"anna": -1, "bruno": 3}, 17, ["voti_negativi"]),
    ],
)
def test_a_count_of_votes_that_does_not_hold(voti, votanti, codici):
    trovate = contro_il_voto(voti, ("anna", "bruno"), votanti, FUNZIONI)

    assert [una.codice for una in trovate] == codici


@pytest.mark.parametrize(
    ("anni", "dal", "fine"),
    [
        (1, date(2025, 10, 20), date(2026, 8, 31)),
        (1, date(2026, 2, 1), date(2026, 8, 31)),
        (2, date(2025, 10, 20), date(2027, 8, 31)),
    ],
)
def test_until_the_end_of_the_school_year(anni, dal, fine):
    parametri = replace(FUNZIONI.parametri, durata=Valore(anni, "n. 6"))

    assert periodo(dal, replace(FUNZIONI, parametri=parametri)).al == fine


def test_the_reports_of_the_year_and_the_other_term_of_the_last():
    iniziale, finale = relazioni(date(2025, 10, 20), FUNZIONI)

    assert (iniziale.entro, finale.entro) == (date(2025, 10, 31), date(2026, 6, 30))
    assert "termine delle attività didattiche" in finale.motivo.testo
    assert [una.codice for una in relazioni(date(2025, 11, 2), FUNZIONI)] == ["finale"]


def test_months_without_a_report_to_the_dirigente():
    scoperti = mesi_scoperti(
        date(2025, 11, 5), date(2026, 2, 1), [date(2025, 12, 24), date(2026, 2, 1)], FUNZIONI
    )

    assert [una.testo.partition(" manca")[0] for una in scoperti] == [
        "Nel mese di novembre 2025",
        "Nel mese di gennaio 2026",
    ]


@pytest.mark.parametrize(("quanti", "trovate"), [(0, 0), (3, 0), (4, 1)])
def test_three_teachers_at_most_in_the_subgroup(quanti, trovate):
    assert len(contro_il_sottogruppo(quanti, FUNZIONI)) == trovate


def test_a_word_that_takes_no_remedy_away_is_a_finding():
    assert [rilievo.regola for rilievo in FUNZIONI.rilievi] == [
        "inappellabile",
        "titoli_senza_punti",
    ]
    assert "113 Cost." in FUNZIONI.rilievi[0].fonte


ESAMINATE = st.lists(
    st.builds(
        esaminata,
        st.sampled_from("abcdefg"),
        st.integers(0, 3),
        st.integers(0, 3),
        st.booleans(),
        dal=st.sampled_from([date(2010, 9, 1), date(2015, 9, 1)]),
    ),
    max_size=7,
    unique_by=lambda una: una.domanda.docente,
)


@given(ESAMINATE, st.integers(1, 3))
def test_only_the_fit_and_never_more_than_the_places(esaminate, posti):
    regole = replace(FUNZIONI, posti=Valore(posti, "delibera"))
    fatta = attribuisci(AREA, esaminate, AL, regole)
    idonei = {una.domanda.docente: una for una in esaminate if una.idoneo}

    assert set(fatta.a) <= set(idonei)
    assert len(fatta.a) <= posti
    fuori = set(idonei) - set(fatta.a) - set(fatta.da_sorteggiare)
    for chi in fatta.a:
        assert all(idonei[chi].punti >= idonei[altro].punti for altro in fuori)
