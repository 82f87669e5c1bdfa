"""Percentage, band, exclusions, cut and division: the cases of seed 002, and what always holds."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonus_merito.enums import Area, Arrotondamento, Avviso, Esclusione, FasciaVuota, Metodo
from bonus_merito.rules.esclusioni import (
    Giorni,
    Posizione,
    esclusione,
    percento_di_assenza,
    perche_escluso,
    sanzione_che_conta,
)
from bonus_merito.rules.percentuale import Punteggio, fascia, percentuale
from bonus_merito.rules.quadro import giudica
from bonus_merito.rules.spiegazione import perche, perche_percentuale
from bonus_merito.rules.taglio import Limiti, limiti, taglia
from tests.bonus_merito.scena import IN_REGOLA, REGOLE, con_metodo, docente, importi, quadro

F = Fraction


def test_areas_weigh_40_25_35():
    punteggio = Punteggio({Area.A: F(90), Area.B: F(80), Area.C: F(95)})
    assert percentuale(punteggio, REGOLE.pesi) == F("89.25")


def test_the_additional_percentage_never_goes_over_100():
    pieno = Punteggio(dict.fromkeys(Area, F(98)), F(5))
    assert percentuale(pieno, REGOLE.pesi) == 100


@pytest.mark.parametrize(
    ("quota", "attesa"),
    [
        ("0", None), ("50", None), ("50.4", None), ("50.49", None), ("50.5", 1), ("51", 1),
        ("70", 1), ("70.4", 1), ("70.5", 2), ("71", 2), ("85", 2), ("85.49", 2), ("85.5", 3),
        ("86", 3), ("100", 3),
    ],
)  # fmt: skip
def test_the_band_is_read_on_the_whole_number(quota, attesa):
    assert fascia(F(quota), REGOLE.fasce) == attesa


@pytest.mark.parametrize(
    ("come", "quota", "attesa"),
    [
        (Arrotondamento.MEZZO_IN_GIU, "70.5", 1),
        (Arrotondamento.MEZZO_IN_GIU, "70.51", 2),
        (Arrotondamento.PER_DIFETTO, "70.99", 1),
        (Arrotondamento.PER_DIFETTO, "71", 2),
    ],
)
def test_a_school_may_round_otherwise(come, quota, attesa):
    regole = replace(REGOLE.fasce, arrotondamento=replace(REGOLE.fasce.arrotondamento, valore=come))
    assert fascia(F(quota), regole) == attesa


@pytest.mark.parametrize(
    ("posizione", "attesa"),
    [
        (IN_REGOLA, None),
        (replace(IN_REGOLA, assenza=F(20)), None),
        (replace(IN_REGOLA, assenza=F("20.01")), Esclusione.ASSENZA),
        (replace(IN_REGOLA, sanzioni=True, assenza=F(50)), Esclusione.SANZIONI),
        (Posizione(di_ruolo=False, sanzioni=True, assenza=F(50)), Esclusione.NON_DI_RUOLO),
    ],
)
def test_the_first_ground_of_exclusion_that_holds(posizione, attesa):
    assert esclusione(posizione, REGOLE.esclusioni) is attesa


def test_leaves_are_no_absence_unless_a_school_counts_them():
    giorni = Giorni(lavorativi=200, assenze=60, congedi=40)
    assert percento_di_assenza(giorni, congedi_esclusi=True) == 10
    assert percento_di_assenza(giorni, congedi_esclusi=False) == 30
    assert percento_di_assenza(Giorni(0, 0), congedi_esclusi=True) == 0
    with pytest.raises(ValueError, match="congedi"):
        percento_di_assenza(Giorni(200, 10, 11), congedi_esclusi=True)


@pytest.mark.parametrize(
    ("giorno", "conta"),
    [
        (date(2017, 8, 31), False), (date(2017, 9, 1), True), (date(2018, 9, 1), True),
        (date(2019, 8, 31), True), (date(2019, 9, 1), False),
    ],
)  # fmt: skip
def test_a_sanction_counts_this_school_year_and_the_one_before(giorno, conta):
    assert sanzione_che_conta(giorno, date(2018, 9, 1), 1) is conta


@pytest.mark.parametrize(
    ("in_servizio", "attesi"), [(47, (10, 31)), (10, (2, 7)), (1, (1, 1)), (0, (0, 0))]
)
def test_from_a_fifth_to_65_per_cent_rounded_up(in_servizio, attesi):
    assert limiti(in_servizio, REGOLE.minimo, REGOLE.massimo) == Limiti(*attesi)


def test_over_the_maximum_the_highest_stay():
    esito = quadro({"a": 60, "b": 90, "c": 70, "d": 80}, in_servizio=3)
    assert esito.limiti.massimo == 2
    assert importi(esito)["a"] == importi(esito)["c"] == 0
    assert {b.id for b in esito.beneficiari} == {"b", "d"}
    assert esito.esiti[0].fascia == 1


def test_a_tie_across_the_cut_waits_for_who_decides():
    quote = {"a": 60, "b": 90, "c": 60, "d": 60}
    esito = quadro(quote, in_servizio=3)
    assert esito.avvisi == (Avviso.PARITA,)
    assert esito.taglio.pari == ("a", "c", "d")
    assert set(importi(esito).values()) == {None}
    assert esito.riparto.totale == 0
    deciso = quadro(quote, in_servizio=3, scelti=frozenset({"c"}))
    assert {b.id for b in deciso.beneficiari} == {"b", "c"}
    assert deciso.riparto.totale == 900_000
    for sbagliati in ({"a", "c"}, {"b"}, set()):
        assert quadro(quote, in_servizio=3, scelti=frozenset(sbagliati)).taglio.pari


def test_a_tie_inside_the_maximum_is_no_tie():
    assert taglia({"a": F(60), "b": F(60)}, 2).pari == ()
    assert taglia({"a": F(60), "b": F(60)}, 0) == taglia({"a": F(70), "b": F(60)}, 0)


def test_equal_shares_of_the_bands():
    esito = quadro({"a": 60, "b": 75, "c": 75, "d": 90, "e": 90, "f": 90})
    assert list(importi(esito).values()) == [300_000, 150_000, 150_000, 100_000, 100_000, 100_000]
    assert esito.fascia_pagata_di_piu == (1, 3)
    assert Avviso.FASCIA_INFERIORE in esito.avvisi


def test_an_empty_band_gives_its_share_to_everybody():
    esito = quadro({"a": 75, "b": 90, "c": 95})
    assert importi(esito) == {"a": 400_000, "b": 250_000, "c": 250_000}
    altrove = replace(
        REGOLE,
        riparto=replace(
            REGOLE.riparto,
            fascia_vuota=replace(REGOLE.riparto.fascia_vuota, valore=FasciaVuota.ALLE_ALTRE),
        ),
    )
    esito = quadro({"a": 75, "b": 90, "c": 95}, regole=altrove)
    assert importi(esito) == {"a": 450_000, "b": 225_000, "c": 225_000}


def test_one_beneficiary_takes_the_whole_fund():
    for metodo in Metodo:
        esito = quadro({"a": 75, "b": 40}, regole=con_metodo(metodo))
        assert importi(esito) == {"a": 900_000, "b": 0}


def test_nobody_eligible_pays_nothing_and_says_so():
    esito = quadro({"a": 50, "b": 40}, in_servizio=10)
    assert importi(esito) == {"a": 0, "b": 0}
    assert esito.avvisi == (Avviso.SOTTO_IL_MINIMO,)
    assert esito.riparto.totale == 0


def test_by_percentage_and_by_weight():
    per_quota = quadro({"a": 60, "b": 90}, fondo=15_000, regole=con_metodo(Metodo.PROPORZIONALE))
    assert importi(per_quota) == {"a": 6_000, "b": 9_000}
    per_peso = quadro({"a": 60, "b": 90}, fondo=20_000, regole=con_metodo(Metodo.PESO))
    assert importi(per_peso) == {"a": 5_000, "b": 15_000}


def test_five_cents_among_seven_go_by_percentage_then_by_order():
    esito = quadro(dict.fromkeys("abcdef", 90) | {"g": 95}, fondo=5)
    assert importi(esito) == {"a": 1, "b": 1, "c": 1, "d": 1, "e": 0, "f": 0, "g": 1}


def test_47_teachers_and_a_fund_of_123456_78():
    quote = {f"d{i}": 50 + i for i in range(1, 48)}
    esito = quadro(quote, fondo=12_345_678, in_servizio=47)
    assert (esito.limiti.minimo, esito.limiti.massimo) == (10, 31)
    assert len(esito.beneficiari) == 31
    assert esito.riparto.totale == 12_345_678


def test_reasons_hold_the_numbers_of_the_case():
    esito = quadro({"a": 60, "b": 75, "c": 75, "d": 90, "e": "70.5"}, in_servizio=6)
    testi = "\n".join(motivo.testo for motivo in perche(esito, 6, REGOLE))
    for parte in ("70,5 per cento diventa 71", "da 2 (20 per cento: 1,2, per eccesso) a 4",
                  "Hanno una fascia in 5", "uguale al fondo", "fascia 86–100"):  # fmt: skip
        assert parte in testi
    assert all(motivo.fonte for motivo in perche(esito, 6, REGOLE))


def test_the_additional_percentage_cites_its_own_article():
    uno = docente("a", 60)
    con = replace(uno, punteggio=replace(uno.punteggio, aggiuntiva=F(5)))
    for chi, articoli in ((uno, ("art. 11",)), (con, ("art. 11", "art. 10"))):
        [esito] = giudica([chi], fondo=100, in_servizio=5, regole=REGOLE).esiti
        motivo = perche_percentuale(esito, REGOLE)
        assert all(articolo in motivo.fonte for articolo in articoli)
        assert ("art. 10" in motivo.fonte) is (chi is con)


def test_a_part_that_has_no_end_is_told_by_its_points():
    punteggio = Punteggio({Area.A: F(95), Area.B: F(84), Area.C: Fraction(3100, 35)})
    uno = replace(docente("a", 60), punteggio=punteggio)
    [esito] = giudica([uno], fondo=100, in_servizio=5, regole=REGOLE).esiti
    testo = perche_percentuale(esito, REGOLE).testo
    assert "38 (A: 95 per cento di 40) + 21 (B: 84 per cento di 25) + 31 (C: al più 35)" in testo


def test_leaves_show_the_regulation_and_the_law_that_contradicts_it():
    motivo = perche_escluso("a", None, IN_REGOLA, REGOLE.esclusioni)
    assert "art. 2 lett. b" in motivo.fonte
    assert "D.L. 95/2012, art. 5 c. 11-ter" in motivo.fonte
    assert "«indipendentemente dalla motivazione»" in motivo.testo


@pytest.mark.parametrize(
    ("assenza", "detto"), [("0", "assente lo 0 per"), ("8", "l’8 per"), ("11.5", "l’11,5 per")]
)
def test_a_percentage_has_its_article(assenza, detto):
    posizione = replace(IN_REGOLA, assenza=F(assenza))
    assert detto in perche_escluso("a", None, posizione, REGOLE.esclusioni).testo


def test_a_woman_is_excluded_in_the_feminine():
    fuori = replace(IN_REGOLA, di_ruolo=False)
    detti = [
        perche_escluso("a", Esclusione.NON_DI_RUOLO, fuori, REGOLE.esclusioni, sesso).testo
        for sesso in ("F", "M", "")
    ]
    assert [testo.split(",")[0] for testo in detti] == ["a: esclusa", "a: escluso", "a: escluso"]


def test_without_tenure_where_the_bargaining_does_not_ask_for_it():
    contrattate = replace(
        REGOLE.esclusioni, di_ruolo=replace(REGOLE.esclusioni.di_ruolo, valore=False)
    )
    fuori = replace(IN_REGOLA, di_ruolo=False)
    assert esclusione(fuori, REGOLE.esclusioni) is Esclusione.NON_DI_RUOLO
    assert esclusione(fuori, contrattate) is None


# What holds for whatever staff.

QUOTE = st.integers(0, 10_000).map(lambda n: F(n, 100))
POSIZIONI = st.builds(
    Posizione, di_ruolo=st.booleans(), sanzioni=st.booleans(), assenza=QUOTE
) | st.just(IN_REGOLA)
ORGANICI = st.lists(st.tuples(QUOTE, POSIZIONI), max_size=25).map(
    lambda tutti: [docente(f"d{i}", quota, dove) for i, (quota, dove) in enumerate(tutti)]
)
FONDI = st.sampled_from([0, 1, 5, 12_345_678]) | st.integers(0, 10**9)
METODI = st.sampled_from(Metodo).map(con_metodo)


def giudicati(tutti, fondo, regole, in_servizio=None):
    quanti = len(tutti) if in_servizio is None else in_servizio
    return giudica(tutti, fondo=fondo, in_servizio=quanti, regole=regole)


@given(ORGANICI, FONDI, METODI)
def test_what_is_paid_is_the_fund_to_the_cent(tutti, fondo, regole):
    esito = giudicati(tutti, fondo, regole)
    assert esito.riparto.totale == (fondo if esito.beneficiari else 0)
    assert all(importo is None or importo >= 0 for importo in importi(esito).values())


@given(ORGANICI, FONDI, METODI)
def test_nobody_excluded_is_paid(tutti, fondo, regole):
    for uno in giudicati(tutti, fondo, regole).esiti:
        if uno.escluso or uno.fascia is None:
            assert not uno.importo


@given(ORGANICI, FONDI, METODI, st.randoms(use_true_random=False))
def test_the_order_changes_nothing_but_the_odd_cent(tutti, fondo, regole, caso):
    prima = giudicati(tutti, fondo, regole)
    mischiati = list(tutti)
    caso.shuffle(mischiati)
    dopo = giudicati(mischiati, fondo, regole)
    assert dopo.riparto.esatte == prima.riparto.esatte
    assert set(dopo.taglio.pari) == set(prima.taglio.pari)
    assert dopo.avvisi == prima.avvisi
    poi = importi(dopo)
    for chi, importo in importi(prima).items():
        assert importo is poi[chi] or abs(importo - poi[chi]) <= 1


@given(QUOTE, QUOTE)
def test_a_higher_percentage_never_falls_into_a_lower_band(una, altra):
    bassa, alta = sorted((una, altra))
    assert (fascia(bassa, REGOLE.fasce) or 0) <= (fascia(alta, REGOLE.fasce) or 0)


@given(ORGANICI, FONDI, st.sampled_from([Metodo.PROPORZIONALE, Metodo.PESO]))
def test_who_has_more_is_never_paid_less_by_percentage_or_by_weight(tutti, fondo, metodo):
    esito = giudicati(tutti, fondo, con_metodo(metodo))
    assert Avviso.FASCIA_INFERIORE not in esito.avvisi
    in_fila = sorted(esito.beneficiari, key=lambda b: b.percentuale)
    pagati = [esito.riparto.importi[b.id] for b in in_fila]
    assert all(alto >= basso - 1 for basso, alto in pairwise(pagati))


@given(ORGANICI, st.integers(0, 40))
def test_never_more_than_the_maximum(tutti, in_servizio):
    esito = giudicati(tutti, 10_000, REGOLE, in_servizio)
    assert len(esito.beneficiari) <= ceil(F(13, 20) * in_servizio)
