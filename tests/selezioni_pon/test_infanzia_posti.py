"""How many places: the three figures that contradict one another, the law, the disabilities."""

from dataclasses import replace

import pytest

from cpia.norme.rules.motivi import Valore
from selezioni_pon.rules.infanzia.parametri import PostiPerSezione
from selezioni_pon.rules.infanzia.posti import Sezione, contro_i_posti, lista_da_formare, posti
from tests.selezioni_pon.scena_altri_casi import INFANZIA


def con_posti(ammessi):
    numeri = replace(INFANZIA.posti, ammessi=Valore(ammessi, "altro"))
    return replace(INFANZIA, posti=numeri)


@pytest.mark.parametrize(
    ("sezioni", "in_deroga", "attesi"),
    [
        ([Sezione("A")], False, 26),
        ([Sezione("A")], True, 27),
        ([Sezione("A"), Sezione("B")], False, 52),
        ([Sezione("A", gravi=1)], False, 20),
        ([Sezione("A", non_gravi=1)], False, 25),
        ([Sezione("A", gravi=1, non_gravi=1), Sezione("B")], False, 46),
        ([], False, 0),
    ],
)
def test_places(sezioni, in_deroga, attesi):
    assert posti(sezioni, INFANZIA, in_deroga=in_deroga).totale == attesi


def test_all_three_figures_are_shown_with_the_one_applied_and_the_law():
    motivi = posti([Sezione("A")], INFANZIA).motivi

    assert [motivo.regola for motivo in motivi] == [
        "posti_in_contrasto",
        "posti_per_legge",
        "posti",
    ]
    assert all(cifra in motivi[0].testo for cifra in ("25", "26", "27"))
    assert motivi[0].fonte == "art. 2 lett. g; art. 2 lett. e1"
    assert "29" in motivi[1].testo


def test_figures_that_only_differ_are_no_contradiction():
    diverse = PostiPerSezione(Valore(26, "legge"), Valore(26, "legge"), Valore(29, "legge"))
    motivi = posti([Sezione("A")], replace(INFANZIA, posti=diverse)).motivi

    assert motivi[0].regola == "posti_per_sezione"


@pytest.mark.parametrize(
    ("sezione", "ammessi", "detti"),
    [
        (Sezione("A", non_gravi=1), 26, "25 posti invece di 26"),
        (Sezione("A", non_gravi=1), 25, "25 posti"),
    ],
)
def test_the_law_has_fewer_places_beside_any_disability(sezione, ammessi, detti):
    [motivo] = [
        uno for uno in posti([sezione], con_posti(ammessi)).motivi
        if uno.regola == "posti_con_disabilita"
    ]  # fmt: skip
    assert detti in motivo.testo
    assert "D.P.R. 81/2009, art. 5 c. 2" in motivo.testo
    assert "20" in motivo.testo


def test_where_regulation_and_law_agree_on_a_disability_only_the_places_are_said():
    [motivo] = [
        uno for uno in posti([Sezione("A", gravi=1)], INFANZIA).motivi
        if uno.regola == "posti_con_disabilita"
    ]  # fmt: skip
    assert "D.P.R." not in motivo.testo


@pytest.mark.parametrize(("domande", "si_forma"), [(24, False), (25, False), (26, True)])
def test_the_list_begins_over_the_threshold(domande, si_forma):
    formata, motivo = lista_da_formare(domande, 1, INFANZIA)

    assert formata is si_forma
    assert str(domande) in motivo.testo


@pytest.mark.parametrize(
    ("ammessi", "codici"), [(26, []), (29, []), (30, ["posti_oltre_la_legge"])]
)
def test_never_over_the_law(ammessi, codici):
    trovate = contro_i_posti([Sezione("A")], con_posti(ammessi))

    assert [una.codice for una in trovate] == codici


@pytest.mark.parametrize(
    ("sezione", "quante"),
    [
        (Sezione("A", gravi=1), 0),
        (Sezione("A", gravi=2), 1),
        (Sezione("A", non_gravi=2), 0),
        (Sezione("A", gravi=2, non_gravi=3), 2),
    ],
)
def test_limits_of_the_disabilities_in_a_section(sezione, quante):
    assert len(contro_i_posti([sezione], INFANZIA)) == quante
