"""The order of the applicants: points, rules of a tie, draws, and what is still needed."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.enums import Serve, TipoCriterio
from selezioni_pon.rules.criteri_parita import contraddizioni_dei_criteri
from selezioni_pon.rules.spareggio import Criterio, InGara, Precedenza, ordina

F = Fraction
FONTE = "Regolamento, art. 4 c. 7"


def criteri(*tipi):
    return tuple(Criterio(tipo, FONTE) for tipo in tipi)


T = TipoCriterio
DELLA_SCUOLA = criteri(T.MINOR_OFFERTA, T.ANZIANITA, T.PIU_GIOVANE, T.SORTEGGIO)


def uno(chi, punti=40, **altro):
    base = {"offerta": 3000, "anzianita": 365, "data_nascita": date(1980, 1, 1)}
    return InGara(chi, F(punti), chi.capitalize(), **(base | altro))


def in_fila(ordine):
    return [(posto.posizione, posto.candidato.id) for posto in ordine.posti]


def test_points_come_first():
    ordine = ordina([uno("a", 39), uno("b", "39.5"), uno("c", 40)], DELLA_SCUOLA)
    assert in_fila(ordine) == [(1, "c"), (2, "b"), (3, "a")]
    assert ordine.completo
    assert not ordine.decisioni


@pytest.mark.parametrize(
    ("tipo", "primo", "secondo", "detto"),
    [
        (T.MINOR_OFFERTA, {"offerta": 2800}, {"offerta": 2801}, "28,00 €"),
        (T.ESPERIENZA, {"esperienza": F("2.5")}, {"esperienza": F(2)}, "2,5 punti"),
        (T.ANZIANITA, {"anzianita": 1200}, {"anzianita": 1199}, "1.200 giorni"),
        (
            T.PIU_GIOVANE,
            {"data_nascita": date(1990, 1, 2)},
            {"data_nascita": date(1990, 1, 1)},
            "2 gennaio 1990",
        ),
        (
            T.PIU_ANZIANO,
            {"data_nascita": date(2020, 5, 1)},
            {"data_nascita": date(2020, 5, 2)},
            "1º maggio 2020",
        ),
        (T.VOTO, {"voti": 21}, {"voti": 20}, "21 voti"),
        (
            T.PRIMA_DOMANDA,
            {"data_domanda": date(2026, 2, 1)},
            {"data_domanda": date(2026, 2, 3)},
            "1º febbraio 2026",
        ),
    ],
)
def test_each_rule_of_a_tie(tipo, primo, secondo, detto):
    ordine = ordina([uno("z", **secondo), uno("y", **primo)], criteri(tipo))
    assert in_fila(ordine) == [(1, "y"), (2, "z")]
    (decisione,) = ordine.decisioni
    assert decisione.criterio.tipo is tipo
    assert decisione.motivo.fonte == FONTE
    assert "A parità di 40 punti" in decisione.motivo.testo
    assert f"Y ({'data di nascita ' if 'nascita' in str(primo) else ''}" in decisione.motivo.testo
    assert detto in decisione.motivo.testo


def test_the_next_rule_looks_only_at_who_is_still_level():
    ordine = ordina(
        [uno("a", offerta=2500, anzianita=1), uno("b", anzianita=10), uno("c", anzianita=900)],
        DELLA_SCUOLA,
    )
    assert in_fila(ordine) == [(1, "a"), (2, "c"), (3, "b")]
    prezzo, servizio = ordine.decisioni
    assert prezzo.gruppi == (("a",), ("b", "c"))
    assert servizio.gruppi == (("c",), ("b",))
    assert prezzo.divide("a", "c")
    assert not prezzo.divide("b", "c")


def test_a_call_that_asks_no_offer_passes_that_rule_by():
    ordine = ordina([uno("a", offerta=None), uno("b", offerta=None, anzianita=900)], DELLA_SCUOLA)
    assert in_fila(ordine) == [(1, "b"), (2, "a")]


def test_an_offer_that_others_have_made_is_not_passed_by():
    livello = [uno("a", offerta=None), uno("b", offerta=None, anzianita=900)]
    (aperto,) = ordina([*livello, uno("c", 12)], DELLA_SCUOLA).aperti
    assert (aperto.serve, aperto.mancano) == (Serve.DATO, ("a", "b"))
    # Outsiders make offers, the staff of the school does not: it is asked of the former only.
    esterno = uno("c", 12, precedenza=Precedenza(1, "esterni", FONTE))
    assert in_fila(ordina([*livello, esterno], DELLA_SCUOLA)) == [(1, "b"), (2, "a"), (3, "c")]


@pytest.mark.parametrize(
    ("senza", "manca"),
    [({"offerta": None}, "l’offerta economica di B"), ({"anzianita": None}, "il servizio")],
)
def test_a_missing_figure_stops_the_tie_there(senza, manca):
    ordine = ordina([uno("a"), uno("b", **senza), uno("c", 12)], DELLA_SCUOLA)
    assert in_fila(ordine) == [(1, "a"), (1, "b"), (3, "c")]
    (aperto,) = ordine.aperti
    assert aperto.serve is Serve.DATO
    assert aperto.mancano == ("b",)
    assert manca in aperto.motivo.testo
    assert not ordine.completo


def test_the_vote_of_the_collegio_must_be_held():
    regole = criteri(T.VOTO, T.ANZIANITA, T.PIU_ANZIANO)
    (aperto,) = ordina([uno("a"), uno("b", anzianita=900)], regole).aperti
    assert aperto.serve is Serve.VOTO
    votati = ordina([uno("a", voti=10), uno("b", anzianita=900, voti=10)], regole)
    assert in_fila(votati) == [(1, "b"), (2, "a")]


def test_who_is_level_in_everything_waits_for_a_draw():
    candidati = [uno("c"), uno("a"), uno("b"), uno("d", 41)]
    ordine = ordina(candidati, DELLA_SCUOLA)
    assert in_fila(ordine) == [(1, "d"), (2, "a"), (2, "b"), (2, "c")]
    (aperto,) = ordine.aperti
    assert aperto.serve is Serve.SORTEGGIO
    assert aperto.motivo.testo == (
        "A parità di 40 punti sono in 3: A, B e C. Serve un sorteggio, da mettere a verbale."
    )
    estratto = ordina(candidati, DELLA_SCUOLA, {"verbale n. 3": ["c", "a", "b"]})
    assert in_fila(estratto) == [(1, "d"), (2, "c"), (3, "a"), (4, "b")]
    assert estratto.completo
    assert "verbale n. 3" in estratto.decisioni[0].motivo.testo


def test_a_draw_serves_only_those_whom_it_held_together():
    estratti = {"n. 1": ["a", "b"], "n. 2": ["c", "d"]}
    assert not ordina([uno("a"), uno("d")], DELLA_SCUOLA, estratti).completo
    assert not ordina([uno("a"), uno("b"), uno("c")], DELLA_SCUOLA, estratti).completo
    assert ordina([uno("a"), uno("b")], DELLA_SCUOLA, estratti).completo


def test_the_latest_draw_is_the_one_that_counts():
    estratti = {"n. 1": ["a", "b"], "n. 2": ["b", "a", "c"]}
    assert in_fila(ordina([uno("a"), uno("b")], DELLA_SCUOLA, estratti))[0] == (1, "b")


def test_where_no_rule_speaks_the_draw_is_said_with_its_own_source():
    (aperto,) = ordina([uno("a"), uno("b")], ()).aperti
    assert aperto.serve is Serve.SORTEGGIO
    assert "R.D. 827/1924" in aperto.motivo.fonte


def test_a_group_with_precedence_comes_before_any_points():
    dopo = Precedenza(1, "domande fuori termine", FONTE)
    ordine = ordina([uno("a", 90, precedenza=dopo), uno("b", 3)], DELLA_SCUOLA)
    assert in_fila(ordine) == [(1, "b"), (2, "a")]


def test_nobody_is_ranked_twice():
    with pytest.raises(ValueError, match="due volte"):
        ordina([uno("a"), uno("a")], ())


def test_who_is_not_ranked_has_no_place():
    with pytest.raises(KeyError):
        ordina([uno("a")], ()).posto("b")


@pytest.mark.parametrize(
    ("tipi", "codici"),
    [
        (DELLA_SCUOLA, []),
        (criteri(T.ANZIANITA, T.ANZIANITA), ["criterio_ripetuto"]),
        (criteri(T.PIU_GIOVANE, T.PIU_ANZIANO), ["criteri_opposti"]),
        (criteri(T.SORTEGGIO, T.ANZIANITA), ["criteri_dopo_il_sorteggio"]),
    ],
)
def test_rules_that_make_no_sense_are_said(tipi, codici):
    assert [una.codice for una in contraddizioni_dei_criteri(tipi)] == codici


def gruppo(minimo=1):
    figure = st.builds(
        InGara,
        id=st.uuids().map(str),
        punti=st.integers(0, 3).map(F),
        offerta=st.sampled_from([None, 100, 200]),
        anzianita=st.integers(0, 2),
        data_nascita=st.sampled_from([date(1980, 1, 1), date(1990, 1, 1)]),
    )
    return st.lists(figure, min_size=minimo, max_size=9, unique_by=lambda uno: uno.id)


@given(gruppo(), st.randoms())
def test_the_order_of_the_applications_changes_nothing(candidati, caso):
    mescolati = list(candidati)
    caso.shuffle(mescolati)
    assert ordina(candidati, DELLA_SCUOLA) == ordina(mescolati, DELLA_SCUOLA)


@given(gruppo())
def test_more_points_are_never_behind_and_places_are_counted(candidati):
    ordine = ordina(candidati, DELLA_SCUOLA)
    posti = ordine.posti
    assert {p.candidato.id for p in posti} == {uno.id for uno in candidati}
    assert [p.candidato.punti for p in posti] == sorted((u.punti for u in candidati), reverse=True)
    for n, posto in enumerate(posti, 1):
        assert posto.posizione == n or posto.posizione == posti[n - 2].posizione


@given(gruppo())
def test_every_pair_of_equal_points_is_decided_once_or_open_once(candidati):
    ordine = ordina(candidati, DELLA_SCUOLA)
    for primo, secondo in combinations(ordine.posti, 2):
        if primo.candidato.punti != secondo.candidato.punti:
            continue
        a, b = primo.candidato.id, secondo.candidato.id
        decise = sum(una.divide(a, b) for una in ordine.decisioni)
        aperte = sum({a, b} <= set(uno.candidati) for uno in ordine.aperti)
        assert decise + aperte == 1
        assert (primo.posizione == secondo.posizione) is bool(aperte)


@given(gruppo(2))
def test_a_draw_of_all_always_makes_a_total_order(candidati):
    pieni = [replace(uno, offerta=uno.offerta or 150) for uno in candidati]
    ordine = ordina(pieni, DELLA_SCUOLA, {"verbale": [uno.id for uno in pieni]})
    assert ordine.completo
    assert [p.posizione for p in ordine.posti] == list(range(1, len(pieni) + 1))
