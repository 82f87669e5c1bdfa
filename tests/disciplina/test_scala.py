"""The scale of the phone and recidivism: same duty, same school year, what is in force."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disciplina.cataloghi import catalogo
from disciplina.rules.scala import (
    Precedente,
    avverti_gradualita,
    che_contano,
    recidiva,
    sanzioni_previste,
)
from tests.disciplina.scena import NAPOLI, PINOCCHIO, PORTO_VENERE, nomi

TELEFONO = frozenset({"15"})
FATTO = date(2024, 5, 20)
GIA = Precedente(TELEFONO, date(2024, 3, 1), date(2024, 3, 5))
PRIMA_ANCORA = Precedente(TELEFONO, date(2023, 10, 2), date(2023, 10, 6))


def del_telefono(*precedenti, fatto=FATTO):
    return recidiva(TELEFONO, fatto, precedenti, catalogo(PINOCCHIO))


@pytest.mark.parametrize(
    ("precedenti", "volte", "codice"),
    [
        ((), 0, "ammonizione"),
        ((GIA,), 1, "consegna"),
        ((GIA, PRIMA_ANCORA), 2, "consegna-genitori"),
        ((GIA, PRIMA_ANCORA, replace(GIA, data_irrogazione=date(2024, 4, 9))), 3,
         "consegna-genitori"),
        ((replace(GIA, in_vigore=False),), 0, "ammonizione"),
        ((replace(GIA, doveri=frozenset({"8"})),), 0, "ammonizione"),
        ((replace(GIA, data_fatto=date(2023, 8, 31)),), 0, "ammonizione"),
        ((replace(GIA, data_irrogazione=FATTO),), 0, "ammonizione"),
        ((replace(GIA, data_irrogazione=FATTO + timedelta(days=1)),), 0, "ammonizione"),
    ],
)  # fmt: skip
def test_the_step_of_the_scale(precedenti, volte, codice):
    trovata = del_telefono(*precedenti)
    assert (trovata.volte, trovata.proposta.codice) == (volte, codice)
    assert "D.3, quarta riga" in trovata.motivo.fonte


def test_the_reason_says_the_year_and_the_days():
    testo = del_telefono(GIA, PRIMA_ANCORA).motivo.testo
    assert "2023/24" in testo
    assert "2 sanzioni in vigore: 6 ottobre 2023 e 5 marzo 2024" in testo
    assert "3ª volta" in testo


def test_a_new_school_year_begins_again():
    assert del_telefono(GIA, fatto=date(2024, 9, 1)).volte == 0


@pytest.mark.parametrize("slug", [PORTO_VENERE, NAPOLI])
def test_without_a_scale_nothing_is_proposed(slug):
    dovere = frozenset({catalogo(slug).doveri[0].numero})
    precedente = replace(GIA, doveri=dovere)
    trovata = recidiva(dovere, FATTO, [precedente], catalogo(slug))
    assert (trovata.volte, trovata.proposta) == (1, None)
    assert "gradualità" in trovata.motivo.testo


def test_several_duties_broken_together_share_the_scale():
    trovata = recidiva(frozenset({"8", "15"}), FATTO, [GIA], catalogo(PINOCCHIO))
    assert trovata.proposta.codice == "consegna"


@pytest.mark.parametrize(
    ("slug", "mancanza", "sanzione", "volte", "avvisi"),
    [
        (PORTO_VENERE, "lievi", "ammonizione", 0, []),
        (PORTO_VENERE, "lievi", "sospensione-3", 0, ["non_prevista"]),
        (PORTO_VENERE, "lievi-ripetute", "ammonizione-genitori", 0, ["non_ripetuta"]),
        (PORTO_VENERE, "lievi-ripetute", "ammonizione-genitori", 1, []),
        (PINOCCHIO, "doveri-12-14", "sospensione-15", 0, ["gradino_saltato"]),
        (PINOCCHIO, "doveri-12-14", "sospensione-15", 2, []),
        (PINOCCHIO, "doveri-12-14", "interventi", 0, []),
    ],
)
def test_what_who_proposes_must_know(slug, mancanza, sanzione, volte, avvisi):
    letto = catalogo(slug)
    riga = next(una for una in letto.mancanze if una.codice == mancanza)
    trovati = avverti_gradualita(letto.sanzione(sanzione), riga, volte, letto)
    assert nomi(trovati) == avvisi
    assert all(motivo.fonte for motivo in trovati)


def test_what_only_goes_beside_another_sanction_is_no_step():
    letto = catalogo(PINOCCHIO)
    riga = replace(letto.mancanze[0], sanzioni=("riparatorie", "ammonizione"), ripetuta=False)
    assert avverti_gradualita(letto.sanzione("ammonizione"), riga, 0, letto) == []


def test_the_sanctions_of_an_infringement_are_in_order():
    letto = catalogo(NAPOLI)
    furto = next(una for una in letto.mancanze if una.codice == "furto")
    assert [s.codice for s in sanzioni_previste(furto, letto)] == [
        "sospensione", "sospensione-oltre-15", "esclusione",
    ]  # fmt: skip


giorni = st.dates(date(2022, 1, 1), date(2025, 12, 31))


@given(st.lists(st.tuples(giorni, st.integers(0, 40), st.booleans()), max_size=8), giorni)
def test_more_precedents_never_lower_the_step(righe, fatto):
    precedenti = [
        Precedente(TELEFONO, giorno, giorno + timedelta(days=dopo), in_vigore)
        for giorno, dopo, in_vigore in righe
    ]
    tutti = del_telefono(*precedenti, fatto=fatto)
    meno = del_telefono(*precedenti[1:], fatto=fatto)
    assert tutti.volte >= meno.volte
    assert tutti.volte == len(che_contano(precedenti, TELEFONO, fatto))
    assert tutti.volte <= sum(in_vigore for _, _, in_vigore in righe)
