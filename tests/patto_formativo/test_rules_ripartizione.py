"""The hours of a plan shared out: the sum is right to the cent, nothing goes past a limit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patto_formativo.rules.ripartizione import Prevista, al_centesimo, ripartisci, spartisci

UN_QUINTO = Fraction(1, 5)


def prevista(chiave: int, ore: int, *competenze: str, lontane: int = 0) -> Prevista:
    return Prevista(chiave, Fraction(ore), Fraction(lontane), competenze)


def divise(previste, psp, **restano):
    return ripartisci(
        previste,
        psp=Fraction(psp),
        restano={c: Fraction(ore) for c, ore in restano.items()},
        distanza=UN_QUINTO,
    )


def test_a_plan_without_credits_follows_the_programme():
    quote = divise([prevista(1, 60, "C1"), prevista(2, 30, "C2")], 60, C1=60, C2=30)
    assert [(q.chiave, q.ore) for q in quote] == [(1, 40), (2, 20)]


def test_a_competence_recognised_as_a_whole_takes_no_hours():
    quote = divise([prevista(1, 60, "C1"), prevista(2, 30, "C2")], 25, C1=0, C2=30)
    assert [(q.chiave, q.ore) for q in quote] == [(2, 25)]


def test_of_a_unit_that_mixes_them_only_what_is_left_stays():
    quote = divise([prevista(1, 60, "C1", "C2")], 25, C1=0, C2=30)
    assert quote[0].competenze == ("C2",)


def test_the_part_at_a_distance_follows_the_programme_up_to_a_fifth_of_the_plan():
    quote = divise([prevista(1, 60, "C1", lontane=60)], 50, C1=60)
    assert quote[0].a_distanza == 10
    quote = divise([prevista(1, 60, "C1", lontane=6)], 50, C1=60)
    assert quote[0].a_distanza == 5


def test_nothing_left_or_no_programme_gives_nothing():
    assert divise([prevista(1, 60, "C1")], 0, C1=60) == ()
    assert divise([], 10, C1=60) == ()
    assert divise([prevista(1, 60, "C2")], 10, C1=60) == ()


def test_hours_are_cut_to_the_cent_and_never_rounded_up():
    assert al_centesimo(Fraction(23331, 1000)) == Fraction(2333, 100)
    assert al_centesimo(Fraction(9999, 1000)) == Fraction(999, 100)


@given(
    st.integers(0, 82500),
    st.lists(st.integers(1, 20_000), min_size=1, max_size=6),
)
def test_the_sum_is_right_to_the_cent(centesimi, pesi):
    totale = Fraction(centesimi, 100)
    parti = spartisci(totale, [Fraction(peso, 7) for peso in pesi])
    assert sum(parti) == totale
    assert all(parte >= 0 and (100 * parte).denominator == 1 for parte in parti)


@given(
    st.lists(
        st.tuples(
            st.integers(1, 200),
            st.integers(0, 200),
            st.sets(st.sampled_from(["C1", "C2", "C3", "C4"]), min_size=1),
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(1, 82500),
    st.dictionaries(st.sampled_from(["C1", "C2", "C3", "C4"]), st.integers(0, 300)),
)
def test_any_programme_gives_a_plan_that_sums_and_stays_within_the_fifth(unita, centesimi, restano):
    psp = Fraction(centesimi, 100)
    previste = [
        Prevista(n, Fraction(ore), Fraction(min(lontane, ore)), tuple(sorted(competenze)))
        for n, (ore, lontane, competenze) in enumerate(unita)
    ]
    quote = ripartisci(
        previste, psp=psp, restano={c: Fraction(o, 3) for c, o in restano.items()},
        distanza=UN_QUINTO,
    )  # fmt: skip
    if not quote:
        assert not any(restano.get(c) for p in previste for c in p.competenze)
        return
    assert sum(q.ore for q in quote) == psp
    assert sum(q.a_distanza for q in quote) <= UN_QUINTO * psp
    assert all(q.a_distanza <= q.ore for q in quote)


# The hours of the programme of alfabetizzazione (D.I. 12 marzo 2015, allegato A.1).
A1 = {"ascolto": Fraction(20), "lettura": Fraction(20), "interazione": Fraction(20)}
A2 = {"ascolto": Fraction(15), "lettura": Fraction(15), "interazione": Fraction(20)}
INTERO = Fraction(110)


def di_livello(chiave: int, livello: str, *competenze: str) -> Prevista:
    ore = A1 if livello == "A1" else A2
    return Prevista(
        chiave, sum((ore[c] for c in competenze), Fraction(0)), Fraction(0), competenze, livello,
        ore,
    )  # fmt: skip


DUE_LIVELLI = (di_livello(1, "A1", *A1), di_livello(2, "A2", *A2))
PER_COMPETENZA = tuple(
    di_livello(n, livello, c)
    for n, (livello, c) in enumerate((livello, c) for livello in ("A1", "A2") for c in A1)
)


def con_i_crediti(previste, *, psp=None, **crediti):
    restano = {c: A1[c] + A2[c] - Fraction(crediti.get(c, 0)) for c in A1}
    quote = ripartisci(
        previste, psp=sum(restano.values()) if psp is None else Fraction(psp), restano=restano,
        distanza=UN_QUINTO,
    )  # fmt: skip
    return {quota.chiave: quota.ore for quota in quote}


@pytest.mark.parametrize(
    ("crediti", "ore"),
    [
        ({}, {1: 60, 2: 50}),
        # Ten hours of a competence come off A1, and A2 is followed whole.
        ({"ascolto": 10}, {1: 50, 2: 50}),
        ({"ascolto": 18, "lettura": 18, "interazione": 18}, {1: 6, 2: 50}),
        # The whole of A1: its unit is left out.
        ({"ascolto": 20, "lettura": 20, "interazione": 20}, {2: 50}),
        # Beyond A1 what is recognised of a competence comes off A2, and only of that competence.
        ({"ascolto": 25}, {1: 40, 2: 45}),
        ({"ascolto": 35, "lettura": 20, "interazione": 20}, {2: 35}),
    ],
)
def test_what_is_recognised_comes_off_the_lowest_level_first(crediti, ore):
    assert con_i_crediti(DUE_LIVELLI, **crediti) == ore


def test_a_welcome_held_in_the_hours_of_the_competences_comes_off_the_lowest_level_too():
    assert con_i_crediti(DUE_LIVELLI, psp=99) == {1: 49, 2: 50}


def test_a_plan_longer_than_what_is_left_brings_back_nothing_that_was_recognised():
    crediti = {"ascolto": 20, "lettura": 20, "interazione": 20}
    assert con_i_crediti(DUE_LIVELLI, psp=55, **crediti) == {2: 55}


def test_a_competence_that_only_one_level_works_on_is_followed_there():
    previste = [di_livello(1, "A1", "ascolto"), di_livello(2, "A2", "lettura")]
    assert con_i_crediti(previste, psp=70, ascolto=0) == {1: 35, 2: 35}


@given(
    st.fixed_dictionaries({c: st.integers(0, 100 * int(A1[c] + A2[c])) for c in A1}),
    st.integers(0, 1000),
)
def test_no_hour_of_the_higher_level_goes_while_one_of_the_lower_stays(centesimi, accoglienza):
    crediti = {c: Fraction(quanti, 100) for c, quanti in centesimi.items()}
    restano = INTERO - sum(crediti.values())
    psp = max(restano - Fraction(accoglienza, 100), Fraction(0))
    ore = con_i_crediti(PER_COMPETENZA, psp=psp, **crediti)
    assert sum(ore.values(), Fraction(0)) == psp
    un_centesimo = Fraction(1, 100)
    for n, competenza in enumerate(A1):
        basso, alto = ore.get(n, Fraction(0)), ore.get(n + len(A1), Fraction(0))
        assert basso <= un_centesimo or alto >= A2[competenza] - un_centesimo
