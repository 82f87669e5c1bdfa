"""How many places: the three figures that contradict one another, the law, the disabilities."""

from dataclasses import replace

import pytest

from cpia.norme.rules.motivi import Valore
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
