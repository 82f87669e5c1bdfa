"""Marks and words on the grids of 2018: edges of brackets, honours, two brackets, rubrics."""

import pytest

from selezioni_pon.enums import FasciaContesa
from tests.selezioni_pon.scena_griglie import conta, del_2018, di, in_righe

LODE = {"voto": 110, "lode": True}
# Grids, item → mark and its points (the reading in the applicant's favour).
VOTI = [
    ("referente-valutazione supporto-coordinamento progettista", "2", {66: 6, 100: 6, 101: 8}),
    ("referente-valutazione supporto-coordinamento progettista", "2", {110: 8, "lode": 10}),
    ("esperto", "2", {66: 5, 100: 5, 101: 7, 105: 7, 106: 9, 110: 9, "lode": 12}),
    ("tutor", "2", {66: 5, 100: 5, 101: 7, 109: 7, 110: 9, "lode": 12}),
]
FORMATORI = "formatore-interno tutor-interno formatore-esterno tutor-esterno"
VOTI += [
    (FORMATORI, "A.2", {66: 1, 80: 1, 81: 2, 99: 2, 100: 3, 101: 3, 110: 3, "lode": 4}),
    (FORMATORI, "A.3", {66: 3, 80: 3, 81: 4, 99: 4, 100: 5, 101: 5, 110: 5, "lode": 6}),
    (FORMATORI, "A.1", {60: 1, 79: 1, 80: 2, 89: 2, 90: 3, 100: 3}),
]
DIPLOMA_SU_60 = {36: 1, 47: 1, 48: 2, 53: 2, 54: 3, 60: 3}
# Grid, item, mark → points in the applicant's favour, points against.
CONTESI = [("tutor", "2", 110, 9, 7)]
CONTESI += [(nome, "A.2", 100, 3, 2) for nome in FORMATORI.split()]
CONTESI += [(nome, "A.3", 100, 5, 4) for nome in FORMATORI.split()]


@pytest.mark.parametrize(("nome", "voce", "voto", "punti"), in_righe(VOTI))
def test_a_mark_at_the_edge_of_its_bracket(nome, voce, voto, punti):
    valore = LODE if voto == "lode" else {"voto": voto}
    assert conta(nome, {voce: valore}).totale == punti


@pytest.mark.parametrize("nome", FORMATORI.split())
@pytest.mark.parametrize(("voto", "punti"), DIPLOMA_SU_60.items())
def test_a_diploma_out_of_sixty(nome, voto, punti):
    assert conta(nome, {"A.1": {"voto": voto, "su": 60}}).totale == punti


@pytest.mark.parametrize(("nome", "voce", "voto", "a_favore", "contro"), CONTESI)
def test_a_mark_in_two_brackets_has_both_readings(nome, voce, voto, a_favore, contro):
    valori = {voce: {"voto": voto}}
    assert conta(nome, valori).totale == a_favore
    assert conta(nome, valori, FasciaContesa.PIU_FAVOREVOLE).totale == a_favore
    assert conta(nome, valori, FasciaContesa.MENO_FAVOREVOLE).totale == contro
    detto = " ".join(motivo.testo for motivo in di(conta(nome, valori), voce).motivi)
    assert str(a_favore) in detto
    assert str(contro) in detto


@pytest.mark.parametrize("contesa", FasciaContesa)
def test_with_honours_nothing_is_contested(contesa):
    assert conta("tutor", {"2": LODE}, contesa).totale == 12
    assert conta("formatore-interno", {"A.3": LODE}, contesa).totale == 6


def test_a_triennale_beside_a_specialistica_is_shown_with_nothing():
    punteggio = conta("tutor-interno", {"A.2": LODE, "A.3": {"voto": 70}})
    assert (di(punteggio, "A.2").punti, di(punteggio, "A.2").esclusa_da) == (0, "A.3")


@pytest.mark.parametrize(("voce", "uno", "altro"), [("A.2", 2, 3), ("A.3", 4, 5)])
def test_only_the_shared_mark_is_contested(voce, uno, altro):
    for voto, punti in ((99, uno), (101, altro)):
        valori = {voce: {"voto": voto}}
        assert {conta("tutor-esterno", valori, contesa).totale for contesa in FasciaContesa} == {
            punti
        }


@pytest.mark.parametrize(
    ("nome", "voce", "punti"),
    [
        ("ente-formatore", "B.1", [0, 5, 10, 15, 18]),
        *(("ente-formatore", voce, [0, 4, 8, 12, 14]) for voce in ("B.2", "B.3", "B.4")),
        ("madrelingua-inglese", "b.1", [1, 2]),
    ],
)
def test_each_word_has_its_points(nome, voce, punti):
    parole = [grado.parola for grado in del_2018(nome).voce(voce).gradi]
    assert [conta(nome, {voce: parola}).totale for parola in parole] == punti


@pytest.mark.parametrize(
    ("parola", "punti"),
    [("ottima", 18), ("Buona", 15), ("sufficientemente", 10), ("parzialmente", 5), ("non", 0)],
)
def test_a_graded_word_may_be_said_short(parola: str, punti: int) -> None:
    assert conta("ente-formatore", {"B.1": parola}).totale == punti
