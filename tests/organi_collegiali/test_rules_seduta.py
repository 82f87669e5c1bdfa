"""Items added at the sitting, competing proposals, absences in a row."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.enums import AggiuntaOdg
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import Presenza
from organi_collegiali.rules.organi.decadenza import giudica_assenze
from organi_collegiali.rules.voto.ordine_del_giorno import giudica_aggiunta
from organi_collegiali.rules.voto.proposte import giudica_proposte

UNANIMITA, COMPONENTI, QUOTA = (
    AggiuntaOdg.UNANIMITA, AggiuntaOdg.MAGGIORANZA_COMPONENTI, AggiuntaOdg.FRAZIONE_PRESENTI,
)  # fmt: skip
C, G, I = (  # noqa: E741
    Presenza.PRESENTE, Presenza.ASSENTE_GIUSTIFICATO, Presenza.ASSENTE_INGIUSTIFICATO,
)  # fmt: skip


def aggiunta(regola, in_carica, presenti, favorevoli, quota=Fraction(2, 3)):
    return giudica_aggiunta(
        in_carica=in_carica,
        presenti=presenti,
        favorevoli=favorevoli,
        regola=Valore(regola, "art. 6"),
        quota=Valore(quota, "prassi d’istituto"),
    )


@pytest.mark.parametrize(
    ("regola", "in_carica", "presenti", "favorevoli", "necessari", "ammessa"),
    [
        (UNANIMITA, 80, 60, 60, 60, True),
        (UNANIMITA, 80, 60, 59, 60, False),
        # Verbale 14 of Pinocchio: ten of nineteen, not of those present.
        (COMPONENTI, 19, 12, 9, 10, False),
        (COMPONENTI, 19, 12, 10, 10, True),
        (QUOTA, 19, 13, 8, 9, False),
        (QUOTA, 19, 13, 9, 9, True),
        (QUOTA, 19, 12, 8, 8, True),
        (UNANIMITA, 19, 0, 0, 0, False),
    ],
)
def test_an_item_added_at_the_sitting(regola, in_carica, presenti, favorevoli, necessari, ammessa):
    giudizio = aggiunta(regola, in_carica, presenti, favorevoli)
    assert (giudizio.necessari, giudizio.ammessa) == (necessari, ammessa)
    assert giudizio.motivo.fonte == "art. 6"


@given(
    st.sampled_from(AggiuntaOdg),
    st.integers(1, 100),
    st.data(),
    st.fractions(Fraction(1, 2), Fraction(1), max_denominator=12),
)
def test_all_present_and_all_for_is_enough_when_they_are_most_of_the_members(
    regola, in_carica, data, quota
):
    presenti = data.draw(st.integers(in_carica // 2 + 1, in_carica))
    assert aggiunta(regola, in_carica, presenti, presenti, quota).ammessa
    assert not aggiunta(regola, in_carica, presenti, 0, quota).ammessa


@pytest.mark.parametrize(
    ("voti", "vince", "ballottaggio"),
    [
        ({"a": 21, "b": 19}, "a", ()),
        ({"a": 20, "b": 19, "c": 1}, None, ("a", "b")),
        ({"a": 10, "b": 20, "c": 10}, None, ("a", "b", "c")),
        ({"a": 10, "b": 10}, None, ("a", "b")),
        ({"a": 5, "b": 0}, "a", ()),
        ({"a": 0, "b": 0}, None, ()),
    ],
)
def test_competing_proposals(voti, vince, ballottaggio):
    esito = giudica_proposte(voti, fonte="art. 9")
    assert (esito.vince, esito.ballottaggio) == (vince, ballottaggio)


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 50), min_size=2, max_size=6))
def test_the_most_voted_wins_or_is_voted_again(voti):
    esito = giudica_proposte(voti, fonte="art. 9")
    massimo = max(voti.values())
    prime = {proposta for proposta, quanti in voti.items() if quanti == massimo > 0}
    assert prime <= {esito.vince, *esito.ballottaggio}
    assert (esito.vince is None) or 2 * voti[esito.vince] > sum(voti.values())
    assert len(esito.ballottaggio) != 1


@pytest.mark.parametrize(
    ("presenze", "di_seguito", "decade", "ancora_una"),
    [
        ([I, I, I], 3, True, False),
        ([I, I, C, I], 2, False, True),
        ([I, G, I, I], 1, False, False),
        ([C, I, I, I], 0, False, False),
        ([], 0, False, False),
        ([I, I, I, I], 4, True, False),
    ],
)
def test_three_absences_in_a_row(presenze, di_seguito, decade, ancora_una):
    giudizio = giudica_assenze(presenze, soglia=Valore(3, "D.Lgs. 297/1994, art. 38"))
    assert (giudizio.di_seguito, giudizio.decade, giudizio.ancora_una) == (
        di_seguito, decade, ancora_una,
    )  # fmt: skip
    assert str(di_seguito) in giudizio.motivo.testo
