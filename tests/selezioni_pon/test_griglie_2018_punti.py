"""Points on the grids of 2018: at each cap, titles together, and what holds for all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.rules.griglia.punteggio import valuta
from tests.selezioni_pon.scena_griglie import (
    CHIUSE,
    DEL_2018,
    conta,
    del_2018,
    di,
    in_righe,
    letti,
    pieno,
    qualunque,
    voci_per_tutto,
)

LODE = {"voto": 110, "lode": True}
# Grid, item → units and their points: at the cap, one below, one over.
UNITA = [
    ("assistente-amministrativo", "5", {0: 0, 1: 1, 40: 40}),
    ("assistente-amministrativo", "6", {1: "0.5", 3: "1.5", 40: 20}),
    ("assistente-amministrativo", "10", {5: 5, 6: 6, 7: 6}),
    ("assistente-amministrativo", "11", {7: 14, 8: 16, 9: 16}),
    ("assistente-amministrativo", "12", {3: 6, 4: 8, 5: 8}),
    ("referente-valutazione", "5", {3: 9, 4: 12, 5: 12}),
    ("referente-valutazione", "6", {4: 16, 5: 20, 7: 20}),
    ("referente-valutazione", "9", {4: 12, 5: 15, 6: 15}),
    ("progettista", "5", {3: 12, 4: 16, 5: 16}),
    ("progettista", "6", {5: 25, 6: 30, 7: 30}),
    ("esperto", "9", {9: 9, 10: 10, 11: 10}),
    ("esperto", "13", {3: 3, 4: 4, 5: 4}),
    ("tutor", "3", {7: 21, 8: 24, 9: 24}),
    ("tutor", "6", {3: 6, 4: 8, 5: 8}),
    ("madrelingua-inglese", "7", {3: 6, 4: 8, 5: 8}),
    ("madrelingua-inglese", "11", {2: 4, 3: 6, 4: 6}),
    ("esperto-lingua-inglese", "24", {2: 4, 3: 6, 4: 6}),
    ("formatore-interno", "B.1", {1: "2.5", 7: "17.5"}),
    ("tutor-esterno", "C.2", {1: 1, 7: 7}),
    ("ente-formatore", "1", {3: 18, 4: 24, 5: 24}),
    ("ente-formatore", "2", {1: 4, 2: 8, 3: 8}),
]
# Grid, titles → total.
INSIEME = [
    ("referente-valutazione", {"1": True, "2": {"voto": 108}, "3": True, "5": 2, "6": 7}, 39),
    ("referente-valutazione", {"4": {"semestrali": 1}}, 2),
    ("referente-valutazione", {"4": {"annuali": 1}}, 3),
    ("referente-valutazione", {"4": {"semestrali": 1, "annuali": 2}}, 5),
    ("assistente-amministrativo", {"2": True, "5": 3, "6": 5, "7": True, "8": True}, "13.5"),
    ("collaboratore-scolastico", {"1": True, "2": True, "10": 9}, 10),
    ("esperto", {"6": {"annuali": 1}}, 1),
    ("esperto", {"6": {"annuali": 3, "biennali": 1}}, 2),
    ("esperto", {"6": {"biennali": 2}}, 2),
    ("esperto", {"1": True, "2": {"voto": 105}, "9": 12, "16": 4}, 26),
    ("madrelingua-inglese", {"a": True}, 4),
    ("madrelingua-inglese", {"2": True, "b.1": "C1"}, 3),
    ("madrelingua-inglese", {"b": True, "b.1": "c2"}, 4),
    ("madrelingua-inglese", {"3": True, "4": True, "5": True}, 16),
    ("esperto-lingua-inglese", {"14": True, "17": True, "17bis": 9, "18bis": 1}, 16),
    ("formatore-interno", {"B.1": 8}, 20),
    ("formatore-interno", {"D.1": 6}, 10),
    ("formatore-interno", {"A.2": LODE}, 4),
    ("formatore-interno", {"A.2": LODE, "A.3": {"voto": 70}}, 3),
    ("formatore-interno", {"A.2": LODE | {"pertinente": True}}, 6),
    ("formatore-interno", {"A.3": {"voto": 101, "pertinente": True}}, 7),
    ("formatore-interno", {"A.4": {"quanti": 2, "pertinenti": 1}}, 10),
    ("formatore-interno", {"A.5": {"quanti": 3, "pertinente": True}}, 12),
    ("formatore-interno", {"A.6": 3}, 6),
    ("formatore-interno", {"A.4": {"quanti": 4, "pertinente": True}, "A.6": 1}, 25),
    ("tutor-interno", {"B.1": 3, "B.2": 2}, 8),
    ("tutor-interno", {"C.1": 6, "C.2": 4}, 19),
    ("tutor-interno", {"C.1": 6, "C.2": 6}, 20),
    ("tutor-interno", {"D.1": 11}, 10),
    ("tutor-interno", {"E.1": 3, "E.2": 3}, 25),
    ("ente-formatore", {"B.1": "ottima coerenza", "B.2": "Buona adeguatezza"}, 30),
    ("ente-formatore", {"B.1": "buona coerenza", "B.3": "ottima adeguatezza"}, 29),
]


@pytest.mark.parametrize(("nome", "voce", "quanti", "punti"), in_righe(UNITA))
def test_units_up_to_the_cap_and_one_over(nome, voce, quanti, punti):
    punteggio = conta(nome, {voce: quanti})
    assert (punteggio.totale, di(punteggio, voce).punti) == (punti, punti)
    per_uno = del_2018(nome).voce(voce).punti
    assert di(punteggio, voce).tagliato == (quanti * per_uno > punti)


@pytest.mark.parametrize(("nome", "valori", "totale"), INSIEME)
def test_titles_together(nome, valori, totale):
    assert conta(nome, valori).totale == Fraction(totale)


@pytest.mark.parametrize("nome", CHIUSE)
def test_all_at_their_best_make_a_hundred(nome):
    punteggio = conta(nome, {voce.numero: pieno(voce) for voce in voci_per_tutto(nome)})
    assert punteggio.totale == 100


@pytest.mark.parametrize(
    ("nome", "senza_anni"), [("assistente-amministrativo", 45), ("collaboratore-scolastico", 47)]
)
def test_all_at_their_best_without_an_end(nome, senza_anni):
    tutto = {voce.numero: pieno(voce) for voce in voci_per_tutto(nome)}
    assert conta(nome, tutto | {"5": 0, "6": 0}).totale == senza_anni
    assert conta(nome, tutto | {"5": 20, "6": 31}).totale == senza_anni + 20 + Fraction("15.5")


@pytest.mark.parametrize("nome", DEL_2018)
def test_nothing_gives_nothing_and_every_item_is_there(nome):
    punteggio = conta(nome, {})
    assert punteggio.totale == 0
    assert [punti.voce for punti in punteggio.voci] == list(del_2018(nome).voci)
    assert not any(punti.punti or punti.tagliato for punti in punteggio.voci)


@given(st.data())
def test_points_stay_below_the_caps_and_do_not_hang_on_the_order(dati):
    nome = dati.draw(st.sampled_from(DEL_2018))
    valori = {voce.numero: dati.draw(qualunque(voce)) for voce in voci_per_tutto(nome)}
    punteggio = conta(nome, valori)
    assert punteggio == valuta(del_2018(nome), dati.draw(st.permutations(letti(nome, valori))))
    assert punteggio.totale == sum(una.punti for una in punteggio.sezioni)
    for una in punteggio.sezioni:
        assert 0 <= una.punti <= una.lordi
        assert una.tetto is None or una.punti <= una.tetto
    assert nome not in CHIUSE or punteggio.totale <= 100


@given(st.data())
def test_one_more_unit_never_lowers_the_score(dati):
    nome = dati.draw(st.sampled_from(DEL_2018))
    valori = {voce.numero: dati.draw(qualunque(voce)) for voce in voci_per_tutto(nome)}
    unita = [numero for numero, valore in valori.items() if type(valore) is int]
    for numero in unita[:3]:
        voce = del_2018(nome).voce(numero)
        if voce.chi == "candidato":
            assert (
                conta(nome, valori).totale
                <= conta(nome, valori | {numero: valori[numero] + 1}).totale
            )
