"""Activities into areas, and what may be published of an outcome."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bonus_merito.enums import Area, Gruppo
from bonus_merito.rules.attivita import Pesata, dichiarati, punteggio
from bonus_merito.rules.percentuale import nell_area, percentuale
from bonus_merito.rules.pubblicazione import (
    Premiato,
    conteggi,
    elenco_pubblico,
    in_ordine_alfabetico,
)
from tests.bonus_merito.scena import REGOLE

F = Fraction
PESATE = st.lists(
    st.builds(Pesata, st.sampled_from(Area), st.integers(0, 10_000).map(lambda n: F(n, 100))),
    max_size=12,
)


def test_points_are_of_the_whole_and_an_area_never_exceeds_its_weight():
    attivita = [Pesata(Area.A, F(30)), Pesata(Area.A, F(8)), Pesata(Area.B, F(40))]
    preso = punteggio(attivita, REGOLE.pesi)
    assert nell_area(preso, Area.A, REGOLE.pesi) == 38
    assert nell_area(preso, Area.B, REGOLE.pesi) == 25
    assert nell_area(preso, Area.C, REGOLE.pesi) == 0
    assert percentuale(preso, REGOLE.pesi) == 63
    assert dichiarati(attivita)[Area.B] == 40


@given(PESATE, PESATE)
def test_an_activity_more_never_lowers_the_percentage(prime, altre):
    meno = percentuale(punteggio(prime, REGOLE.pesi), REGOLE.pesi)
    assert meno <= percentuale(punteggio([*prime, *altre], REGOLE.pesi), REGOLE.pesi) <= 100


def test_the_public_list_is_alphabetical_and_in_its_parts():
    parti = elenco_pubblico(
        [
            Premiato("Zito Anna", Gruppo.PRIMO_PERIODO),
            Premiato("D’Amico Ugo", Gruppo.PRIMO_PERIODO),
            Premiato("Rossi Piero", Gruppo.ALFABETIZZAZIONE),
        ]
    )
    assert parti == [
        (Gruppo.ALFABETIZZAZIONE, ["Rossi Piero"]),
        (Gruppo.PRIMO_PERIODO, ["D’Amico Ugo", "Zito Anna"]),
    ]
    assert in_ordine_alfabetico(["de Luca Ada", "Da Ponte Ivo"]) == ["Da Ponte Ivo", "de Luca Ada"]


def test_small_groups_are_not_said_nor_what_would_reveal_them():
    dette = conteggi([("51–70", 2), ("71–85", 6), ("86–100", 9)], 3)
    assert [c.numero for c in dette] == [None, 6, None]
    assert [c.numero for c in conteggi([("51–70", 0), ("71–85", 6)], 3)] == [0, 6]
    assert [c.numero for c in conteggi([("51–70", 1), ("71–85", 2), ("86–100", 9)], 3)] == [
        None, None, None,
    ]  # fmt: skip


@given(st.lists(st.integers(0, 12), min_size=1, max_size=5), st.integers(1, 5))
def test_nothing_unsaid_can_be_computed_from_the_total(numeri, minimo):
    dette = conteggi([(str(i), n) for i, n in enumerate(numeri)], minimo)
    taciuti = [n for n, c in zip(numeri, dette, strict=True) if c.numero is None]
    piccoli = [n for n in numeri if 0 < n < minimo]
    assert all(c.numero is None for n, c in zip(numeri, dette, strict=True) if n in piccoli)
    assert len(taciuti) != 1 or sum(n > 0 for n in numeri) == 1
