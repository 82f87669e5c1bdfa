"""What the Commission must do in a school year."""

from datetime import date

import pytest

from cpia.norme.rules.motivi import Valore
from patto_formativo.rules.commissione import (
    conta_plenarie,
    giudica_elenco,
    giudica_incarico,
    perche_composta,
    perche_decade,
)

OGGI = date(2024, 6, 5)


@pytest.mark.parametrize(
    ("tenute", "inizio", "fine", "bastano"),
    [
        ([], 0, 0, False),
        ([date(2023, 9, 12)], 1, 0, False),
        ([date(2024, 6, 3)], 0, 1, False),
        ([date(2023, 9, 12), date(2024, 1, 31)], 2, 0, False),
        ([date(2024, 6, 3), date(2023, 9, 12)], 1, 1, True),
        ([date(2024, 2, 1), date(2024, 1, 31)], 1, 1, True),
        ([date(2023, 8, 31), date(2022, 10, 3), date(2024, 9, 1)], 0, 0, False),
    ],
)
def test_one_plenary_at_the_start_and_one_at_the_end(tenute, inizio, fine, bastano):
    conto = conta_plenarie(tenute, OGGI)
    assert (len(conto.inizio), len(conto.fine), conto.bastano) == (inizio, fine, bastano)
    assert conto.tenute == inizio + fine


def test_the_reason_names_the_days_and_what_is_missing():
    [motivo] = conta_plenarie([date(2023, 9, 12)], OGGI).motivi
    assert "1 tenuta (12 settembre 2023)" in motivo.testo
    assert "manca quella di fine anno" in motivo.testo
    [motivo] = conta_plenarie([], OGGI).motivi
    assert "manca quella di inizio e di fine anno" in motivo.testo


@pytest.mark.parametrize(
    ("aggiornato", "vale"),
    [(None, False), (date(2023, 8, 31), False), (date(2023, 9, 1), True), (OGGI, True)],
)
def test_the_list_is_renewed_every_school_year(aggiornato, vale):
    giudizio = giudica_elenco(aggiornato, OGGI)
    assert giudizio.vale is vale
    assert giudizio.motivi[0].fonte.endswith("art. 3")


@pytest.mark.parametrize(
    ("dal", "al", "vale"),
    [
        (date(2021, 9, 20), date(2024, 8, 31), True),
        (date(2021, 9, 20), date(2024, 9, 1), False),
        (date(2022, 3, 1), date(2024, 8, 31), True),
        (date(2021, 9, 20), None, False),
    ],
)
def test_a_member_sits_for_three_school_years(dal, al, vale):
    assert giudica_incarico(dal, al).vale is vale


def test_a_school_may_have_another_length():
    due = Valore(2, "art. 6", in_contrasto_con="tre anni")
    giudizio = giudica_incarico(date(2021, 9, 20), date(2024, 8, 31), due)
    assert not giudizio.vale
    assert "Altra fonte: tre anni" in giudizio.motivi[0].testo


def test_the_other_reasons_have_their_article():
    assert perche_decade().fonte.endswith("art. 6")
    assert perche_composta().fonte.endswith("art. 1")
