"""Who is elected: lists, preferences, ties by lot or by age."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.enums import ParitaPersone
from cpia.norme.rules.motivi import Valore
from organi_collegiali.rules.organi.elettorale import (
    Candidato,
    Lista,
    giudica_elezione,
    primi_dei_non_eletti,
)

SORTEGGIO = Valore(ParitaPersone.SORTEGGIO, "O.M. 215/1991, art. 22 c. 8")
ANZIANITA = Valore(ParitaPersone.ANZIANITA, "art. 9")


def candidati(*righe: tuple[str, str, int, int]):
    return [Candidato(chi, lista, ordine, voti) for chi, lista, ordine, voti in righe]


def lista_di(nome, quanti, *voti):
    voti = [*voti, *[0] * (quanti - len(voti))]
    return [Candidato(f"{nome}{n + 1}", nome, n + 1, v) for n, v in enumerate(voti)]


def test_seats_go_to_the_highest_quotients():
    # 120, 60, 40, 30, 24 and 75, 37.5, 25 for eight seats: five and three.
    liste = [Lista("I", 120), Lista("II", 75)]
    esito = giudica_elezione(lista_di("I", 8) + lista_di("II", 8), 8, parita=SORTEGGIO, liste=liste)
    assert esito.posti_per_lista == {"I": 5, "II": 3}
    assert esito.eletti == ("I1", "I2", "I3", "I4", "I5", "II1", "II2", "II3")
    assert not esito.pareggi


def test_equal_quotients_go_to_the_list_with_more_votes():
    # 90 and 45 are level with 45 of the second list: the seat is of the first.
    esito = giudica_elezione(
        lista_di("I", 3) + lista_di("II", 3),
        2,
        parita=SORTEGGIO,
        liste=[Lista("II", 45), Lista("I", 90)],
    )
    assert esito.posti_per_lista == {"II": 0, "I": 2}


def test_equal_lists_wait_for_the_lot_and_then_follow_it():
    chi = lista_di("I", 2) + lista_di("II", 2)
    pari = giudica_elezione(chi, 1, parita=SORTEGGIO, liste=[Lista("I", 30), Lista("II", 30)])
    assert pari.pareggi[0].liste == ("I", "II")
    estratta = [Lista("I", 30, sorteggio=2), Lista("II", 30, sorteggio=1)]
    esito = giudica_elezione(chi, 1, parita=SORTEGGIO, liste=estratta)
    assert (esito.eletti, esito.pareggi) == (("II1",), ())


def test_a_short_list_leaves_its_seats_to_the_others():
    esito = giudica_elezione(
        lista_di("I", 1) + lista_di("II", 4),
        4,
        parita=SORTEGGIO,
        liste=[Lista("I", 300), Lista("II", 10)],
    )
    assert esito.posti_per_lista == {"I": 1, "II": 3}


def test_in_a_list_preferences_then_the_place_in_it():
    esito = giudica_elezione(
        lista_di("I", 4, 3, 9, 3, 3), 2, parita=SORTEGGIO, liste=[Lista("I", 40)]
    )
    assert esito.eletti == ("I2", "I1")
    assert esito.non_eletti == {"I": ("I3", "I4")}


def test_without_lists_the_most_voted_and_nobody_without_votes():
    esito = giudica_elezione(
        candidati(("a", "", 1, 0), ("b", "", 2, 4), ("c", "", 3, 7)), 3, parita=SORTEGGIO
    )
    assert esito.eletti == ("c", "b")
    assert esito.non_eletti == {"": ("a",)}


@pytest.mark.parametrize(
    ("parita", "sorteggi", "eta", "eletti", "restano"),
    [
        (SORTEGGIO, (None, None), (20, 30), ("c",), 1),
        (SORTEGGIO, (2, 1), (20, 30), ("c", "b"), 0),
        (ANZIANITA, (1, 2), (20, 30), ("c", "b"), 0),
        (ANZIANITA, (1, 2), (30, 20), ("c", "a"), 0),
        (ANZIANITA, (1, 2), (30, 30), ("c",), 1),
        (ANZIANITA, (1, 2), (None, 30), ("c", "b"), 0),
    ],
)
def test_a_tie_is_decided_as_the_school_says(parita, sorteggi, eta, eletti, restano):
    chi = [
        Candidato("a", "", 1, 4, eta[0], sorteggi[0]),
        Candidato("b", "", 2, 4, eta[1], sorteggi[1]),
        Candidato("c", "", 3, 9, 50, None),
    ]
    esito = giudica_elezione(chi, 2, parita=parita)
    assert esito.eletti == eletti
    assert len(esito.pareggi) == restano
    if restano:
        assert set(esito.pareggi[0].fra) == {"a", "b"}
    assert any(parita.fonte == motivo.fonte for motivo in esito.perche)


LISTE = st.lists(st.integers(0, 300), min_size=1, max_size=5)


@given(LISTE, st.integers(1, 12))
def test_every_seat_goes_to_who_had_a_better_quotient_than_who_got_none(voti, posti):
    liste = [Lista(str(n), v, sorteggio=n + 1) for n, v in enumerate(voti)]
    chi = [c for lista in liste for c in lista_di(lista.nome, posti)]
    esito = giudica_elezione(chi, posti, parita=SORTEGGIO, liste=liste)
    presi = esito.posti_per_lista
    assert sum(presi.values()) == (posti if any(voti) else 0)
    assert len(esito.eletti) == sum(presi.values())
    peggiore = min(
        (Fraction(lista.voti, presi[lista.nome]) for lista in liste if presi[lista.nome]),
        default=Fraction(0),
    )
    assert all(Fraction(lista.voti, presi[lista.nome] + 1) <= peggiore for lista in liste)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=9), st.integers(1, 5))
def test_nobody_elected_has_fewer_votes_than_who_is_not(voti, posti):
    chi = [Candidato(n, "", n, v, sorteggio=n + 1) for n, v in enumerate(voti)]
    esito = giudica_elezione(chi, posti, parita=SORTEGGIO)
    eletti = [voti[n] for n in esito.eletti]
    assert len(eletti) == min(posti, sum(1 for v in voti if v))
    assert not esito.pareggi
    resto = [voti[n] for n in esito.non_eletti[""]]
    assert not eletti or not resto or min(eletti) >= max(resto)
    assert sorted([*esito.eletti, *esito.non_eletti[""]]) == list(range(len(voti)))


# Who takes a seat that is left


@pytest.mark.parametrize(
    ("parita", "primi"),
    [
        # Level: nobody is before the other until the lot is drawn; the older where it counts.
        (SORTEGGIO, ("a", "b")),
        (ANZIANITA, ("b",)),
    ],
)
def test_who_is_level_for_a_seat_that_is_left(parita, primi):
    chi = [
        Candidato("a", "", 1, 4, 20),
        Candidato("b", "", 2, 4, 30),
        Candidato("c", "", 3, 2, 60),
        Candidato("d", "", 4, 0, 70),
    ]
    assert primi_dei_non_eletti(chi, parita=parita, per_liste=False) == primi


def test_nobody_without_votes_takes_a_seat_but_in_a_list():
    chi = lista_di("I", 2)
    assert primi_dei_non_eletti(chi, parita=SORTEGGIO, per_liste=False) == ()
    assert primi_dei_non_eletti(chi, parita=SORTEGGIO, per_liste=True) == ("I1",)
    assert primi_dei_non_eletti([], parita=SORTEGGIO, per_liste=True) == ()
