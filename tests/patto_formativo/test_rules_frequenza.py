"""Attendance: the 70 per cent, hours at a distance, derogations, the risk."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patto_formativo.enums import Percorso
from patto_formativo.rules.frequenza import (
    Deroga,
    Presenza,
    a_rischio,
    conta_frequenza,
    giudica_validita,
)
from patto_formativo.templatetags.frequenza import per_cento

PSP = Fraction(327)
IP, A0 = Percorso.PRIMO_PERIODO, Percorso.ALFABETIZZAZIONE


def presenza(ore, **altro):
    return Presenza("Uda 1", Fraction(ore), **altro)


def giudica(ore, *, psp=PSP, percorso=IP, deroga=None):
    return giudica_validita(
        conta_frequenza([presenza(ore)], psp), psp, percorso=percorso, deroga=deroga
    )


@pytest.mark.parametrize(
    ("ore", "valida", "mancano"),
    [("228.9", True, 0), ("228.8", False, Fraction(1, 10)), ("0", False, Fraction("228.9"))],
)
def test_seventy_per_cent_of_the_personalised_plan(ore, valida, mancano):
    giudizio = giudica(ore)
    assert (giudizio.valida, giudizio.mancano) == (valida, mancano)
    assert "228,9 ore" in giudizio.perche[0].testo
    assert "75 per cento" in giudizio.perche[0].testo  # the other source


def test_a_plan_without_hours_asks_for_nothing():
    assert giudica("0", psp=Fraction(0)).valida


def test_hours_at_a_distance_count_when_checked_and_up_to_a_fifth():
    frequenza = conta_frequenza(
        [
            presenza(10),
            presenza(50, a_distanza=True),
            presenza(30, a_distanza=True),
            presenza(8, a_distanza=True, verificata=False),
        ],
        PSP,
    )
    assert frequenza.a_distanza == Fraction("65.4")
    assert frequenza.oltre_il_limite == Fraction("14.6")
    assert (frequenza.da_verificare, frequenza.valide) == (8, Fraction("75.4"))
    motivi = giudica_validita(frequenza, PSP, percorso=IP).perche
    assert [m.regola for m in motivi] == [
        "frequenza", "distanza_da_verificare", "distanza_oltre_il_limite",
    ]  # fmt: skip
    assert "8 ore a distanza senza la verifica" in motivi[1].testo
    assert "14,6 ore a distanza, oltre il 20 per cento" in motivi[2].testo


@pytest.mark.parametrize(
    ("percorso", "delibera", "valida", "detto"),
    [
        (IP, "delibera n. 12 del 10 giugno 2024", True, "In deroga, «malattia»: delibera n. 12"),
        (IP, "", False, "aspetta la delibera del Collegio"),
        (A0, "delibera n. 12", False, "non è un percorso di primo livello"),
    ],
)
def test_a_derogation_is_of_the_first_level_and_of_the_collegio(percorso, delibera, valida, detto):
    giudizio = giudica("100", percorso=percorso, deroga=Deroga("malattia", delibera))
    assert giudizio.valida is valida
    assert detto in giudizio.perche[-1].testo
    assert giudizio.mancano > 0


@pytest.mark.parametrize(("ore", "rischio"), [("75", False), ("74.99", True)])
def test_at_risk_below_three_quarters_of_what_is_due(ore, rischio):
    motivo = a_rischio(Fraction(ore), Fraction(100))
    assert (motivo is not None) is rischio
    if motivo:
        assert "74,99 ore su 100 ore dovute" in motivo.testo


def test_with_nothing_due_nobody_is_at_risk():
    assert a_rischio(Fraction(0), Fraction(0)) is None


ore = st.integers(0, 4000).map(lambda n: Fraction(n, 10))
presenze = st.lists(
    st.builds(Presenza, st.just("u"), ore, st.booleans(), st.booleans()), max_size=8
)


@given(presenze, ore)
def test_nothing_is_counted_twice_or_lost(date, psp):
    f = conta_frequenza(date, psp)
    assert f.valide + f.da_verificare + f.oltre_il_limite == sum(p.ore for p in date)
    assert f.a_distanza <= psp / 5


@given(presenze, ore, ore)
def test_more_hours_in_presence_never_make_it_worse(date, psp, altre):
    prima = giudica_validita(conta_frequenza(date, psp), psp, percorso=IP)
    dopo = giudica_validita(conta_frequenza([*date, Presenza("u", altre)], psp), psp, percorso=IP)
    assert dopo.mancano <= prima.mancano
    assert dopo.valida or not prima.valida


def test_a_share_is_cut_and_never_rounded_up():
    """228,75 hours of 327 are not 70 per cent: 228,9 are."""
    frequenza = conta_frequenza([presenza(Fraction("228.75"))], Fraction(327))
    giudizio = giudica_validita(frequenza, Fraction(327), percorso=IP)
    assert not giudizio.valida
    assert "il 69,9 per cento; servono 228,9 ore" in giudizio.perche[0].testo
    assert per_cento(Fraction(22875, 327)) == "69,9 %"


def test_the_hours_asked_for_have_two_decimals_at_most():
    rischio = a_rischio(Fraction("182.52"), Fraction("243.37"))
    assert "meno di 182,53 ore" in rischio.testo
