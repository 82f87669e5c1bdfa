"""The mean and its level: tables of cases and properties, without database."""

from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competenze.enums import Livello, Mezzo
from competenze.rules.media import (
    Criteri,
    Riepilogo,
    Valutazione,
    esiti,
    livello_proposto,
    livello_vicino,
)
from cpia.norme.rules.motivi import Valore

IN_SU = Criteri(mezzo=Valore(Mezzo.IN_SU, "prova"))
IN_GIU = Criteri(mezzo=Valore(Mezzo.IN_GIU, "prova"))
CERTIFICABILI = [Livello.A, Livello.B, Livello.C, Livello.D]
livelli = st.sampled_from(CERTIFICABILI)
classi = st.lists(
    st.builds(
        Valutazione,
        st.sampled_from(["s1", "s2", "s3"]),
        st.sampled_from(["digitale", "multilinguistica:inglese", "multilinguistica:tedesco"]),
        st.sampled_from(list(Livello)),
    ),
    max_size=40,
)


def letti(codici):
    """Levels out of a word: ``BCB``; ``-`` is "not assessed"."""
    return [Livello.NV if codice == "-" else Livello(codice) for codice in codici]


def proposto(codici, criteri=IN_SU):
    return livello_proposto(Riepilogo.di(letti(codici)), criteri)


@pytest.mark.parametrize(
    ("codici", "media", "in_su", "in_giu"),
    [
        ("BC", "5/2", "B", "C"),
        ("CD", "3/2", "C", "D"),
        ("AB", "7/2", "A", "B"),
        ("BCBCBCCB", "5/2", "B", "C"),
        ("BBC", "8/3", "B", "B"),
        ("BCC", "7/3", "C", "C"),
        ("AAAD", "13/4", "B", "B"),
        ("AD", "5/2", "B", "C"),
        ("A", "4", "A", "A"),
        ("D", "1", "D", "D"),
        ("DDDD", "1", "D", "D"),
        ("AC-", "3", "B", "B"),
    ],
)
def test_livello_dalla_media(codici, media, in_su, in_giu):
    riepilogo = Riepilogo.di(letti(codici))
    assert str(riepilogo.media) == media
    assert livello_proposto(riepilogo, IN_SU) == in_su
    assert livello_proposto(riepilogo, IN_GIU) == in_giu


@pytest.mark.parametrize(
    ("somma", "atteso"), [(34_999, "B"), (35_000, "A"), (35_001, "A"), (24_999, "C"), (15_000, "C")]
)
def test_a_un_diecimillesimo_dal_mezzo(somma, atteso):
    assert livello_vicino(somma, 10_000, Mezzo.IN_SU) == atteso


def test_senza_valutazioni_il_livello_resta_da_definire():
    for codici in ("", "-", "---"):
        riepilogo = Riepilogo.di(letti(codici))
        assert riepilogo.media is None
        assert livello_proposto(riepilogo) is None
        assert riepilogo.non_valutate == len(codici)


@pytest.mark.parametrize(
    ("minimo", "codici", "atteso"),
    [(2, "A", None), (2, "AA", "A"), (3, "AA-", None), (3, "AA-B", "A")],
)
def test_sotto_il_minimo_il_livello_resta_da_definire(minimo, codici, atteso):
    assert proposto(codici, Criteri(minimo=Valore(minimo, "prova"))) == atteso


@pytest.mark.parametrize("minimo", [0, -1])
def test_il_minimo_e_almeno_uno(minimo):
    with pytest.raises(ValueError, match="almeno 1"):
        Criteri(minimo=Valore(minimo, "prova"))


@pytest.mark.parametrize(
    ("codici", "distanza", "distanti"),
    [("AB", 1, False), ("AC", 2, True), ("ABD", 3, True), ("B", 0, False), ("-", 0, False)],
)
def test_distanza_fra_i_docenti(codici, distanza, distanti):
    riepilogo = Riepilogo.di(letti(codici))
    assert (riepilogo.distanza, riepilogo.distanti) == (distanza, distanti)


def test_una_classe_in_ordine_di_prima_comparsa():
    valutazioni = [
        Valutazione("s2", "digitale", Livello.B),
        Valutazione("s1", "multilinguistica:tedesco", Livello.D),
        Valutazione("s2", "digitale", Livello.C),
        Valutazione("s1", "multilinguistica:inglese", Livello.A),
        Valutazione("s2", "multilinguistica:tedesco", Livello.NV),
    ]
    trovati = [(e.studente, e.competenza, e.numero, e.media, e.livello) for e in esiti(valutazioni)]
    assert trovati == [
        ("s2", "digitale", 2, Fraction(5, 2), "B"),
        ("s1", "multilinguistica:tedesco", 1, Fraction(1), "D"),
        ("s1", "multilinguistica:inglese", 1, Fraction(4), "A"),
        ("s2", "multilinguistica:tedesco", 0, None, None),
    ]


@given(st.lists(livelli, min_size=1, max_size=1000), st.sampled_from([IN_SU, IN_GIU]))
def test_la_media_e_esatta_e_il_livello_e_il_piu_vicino(dati, criteri):
    riepilogo = Riepilogo.di(dati)
    numeri = [livello.numero for livello in dati]
    media = sum(map(Fraction, numeri)) / len(numeri)
    assert riepilogo.media == media
    assert min(numeri) <= media <= max(numeri)
    scarti = {livello: abs(media - livello.numero) for livello in CERTIFICABILI}
    vicini = [livello for livello, scarto in scarti.items() if scarto == min(scarti.values())]
    atteso = max if criteri is IN_SU else min
    assert livello_proposto(riepilogo, criteri) == atteso(vicini, key=lambda uno: uno.numero)


@given(classi, st.randoms(use_true_random=False))
def test_l_ordine_di_arrivo_non_cambia_i_risultati(classe, caso: Random):
    mescolata = caso.sample(classe, len(classe))
    assert set(esiti(mescolata)) == set(esiti(classe))


@given(st.lists(livelli, min_size=1, max_size=200), st.integers(1, 50))
def test_chi_conferma_il_livello_proposto_non_lo_cambia(dati, conferme):
    for criteri in (IN_SU, IN_GIU):
        prima = livello_proposto(Riepilogo.di(dati), criteri)
        assert livello_proposto(Riepilogo.di(dati + [prima] * conferme), criteri) == prima


@given(st.lists(livelli, min_size=1, max_size=200), livelli)
def test_una_valutazione_in_piu_non_scavalca(dati, nuova):
    prima = livello_proposto(Riepilogo.di(dati)).numero
    dopo = livello_proposto(Riepilogo.di([*dati, nuova])).numero
    assert min(prima, nuova.numero) <= dopo <= max(prima, nuova.numero)


@given(st.lists(livelli, min_size=1, max_size=200))
def test_il_mezzo_in_giu_non_supera_mai_quello_in_su(dati):
    riepilogo = Riepilogo.di(dati)
    alto = livello_proposto(riepilogo, IN_SU).numero
    basso = livello_proposto(riepilogo, IN_GIU).numero
    assert basso <= alto <= basso + 1
    assert (basso < alto) == (riepilogo.media.denominator == 2)


@given(st.lists(livelli, max_size=50), st.integers(0, 50), st.integers(1, 5))
def test_i_non_valutati_non_cambiano_nulla(dati, quanti, minimo):
    criteri = Criteri(minimo=Valore(minimo, "prova"))
    senza, con = Riepilogo.di(dati), Riepilogo.di(dati + [Livello.NV] * quanti)
    assert con.media == senza.media
    assert livello_proposto(con, criteri) == livello_proposto(senza, criteri)
    assert con.numero == senza.numero == len(dati)


def test_tutte_le_classi_fino_a_sei_valutazioni_si_specchiano():
    """Turned upside down (A for D), half up becomes half down: no level is favoured."""
    specchio = dict(zip(CERTIFICABILI, reversed(CERTIFICABILI), strict=True))
    for quante in range(1, 7):
        for dati in product(CERTIFICABILI, repeat=quante):
            rovescio = Riepilogo.di(specchio[livello] for livello in dati)
            diritto = livello_proposto(Riepilogo.di(dati), IN_SU)
            assert specchio[livello_proposto(rovescio, IN_GIU)] == diritto
