"""One thing changed in the data of a grid: what else follows, and what stays."""

from copy import deepcopy

import pytest

from selezioni_pon.rules.griglia import modifica

DATI = {
    "titolo": "Prova",
    "fonte": "delibera",
    "contesa": "piu_favorevole",
    "sezioni": [
        {
            "sigla": "A",
            "titolo": "Titoli",
            "tetto": "10",
            "voci": [
                {"numero": "1", "testo": "Laurea", "tipo": "si_no", "punti": "5"},
                {"numero": "2", "testo": "Triennale", "tipo": "si_no", "punti": "3",
                 "assorbita_da": ["1"], "mai_con": ["1", "3"]},
            ],
        },
        {
            "sigla": "B",
            "titolo": "Esperienze",
            "voci": [{"numero": "3", "testo": "Anni", "tipo": "unita", "punti": "1",
                      "richiede": ["1"]}],
        },
    ],
}  # fmt: skip


@pytest.fixture(autouse=True)
def intatti():
    """Nothing that is given is changed."""
    prima = deepcopy(DATI)
    yield
    assert prima == DATI


def voci(dati, s):
    return dati["sezioni"][s]["voci"]


def test_an_item_written_again_is_followed_by_those_that_name_it():
    nuovi = modifica.con_voce(DATI, 0, 0, voci(DATI, 0)[0] | {"numero": "1bis"})
    assert voci(nuovi, 0)[0]["numero"] == "1bis"
    assert voci(nuovi, 0)[1]["assorbita_da"] == ["1bis"]
    assert voci(nuovi, 0)[1]["mai_con"] == ["1bis", "3"]
    assert voci(nuovi, 1)[0]["richiede"] == ["1bis"]


def test_a_new_item_goes_to_the_end_of_its_section():
    nuovi = modifica.con_voce(DATI, 1, None, {"numero": "4"})
    assert [voce["numero"] for voce in voci(nuovi, 1)] == ["3", "4"]


def test_an_item_taken_away_is_named_no_more():
    nuovi = modifica.senza_voce(DATI, 0, 0)
    assert [voce["numero"] for voce in voci(nuovi, 0)] == ["2"]
    assert voci(nuovi, 0)[0]["mai_con"] == ["3"]
    assert voci(nuovi, 1)[0]["richiede"] == []


def test_items_and_sections_move_within_their_list():
    nuovi = modifica.con_voce_spostata(DATI, 0, 1, -1)
    assert [voce["numero"] for voce in voci(nuovi, 0)] == ["2", "1"]
    assert modifica.con_voce_spostata(DATI, 0, 0, -1) == DATI
    assert modifica.con_voce_spostata(DATI, 0, 1, 1) == DATI
    nuovi = modifica.con_sezione_spostata(DATI, 0, 1)
    assert [sezione["sigla"] for sezione in nuovi["sezioni"]] == ["B", "A"]
    assert modifica.con_sezione_spostata(DATI, 1, 1) == DATI


def test_the_head_of_a_section_is_written_and_its_items_stay():
    nuovi = modifica.con_sezione(DATI, 0, {"sigla": "C", "titolo": "Altro"})
    assert nuovi["sezioni"][0] == {"sigla": "C", "titolo": "Altro", "voci": voci(DATI, 0)}
    nuovi = modifica.con_sezione(DATI, None, {"sigla": "C", "titolo": "Altro"})
    assert nuovi["sezioni"][2] == {"sigla": "C", "titolo": "Altro", "voci": []}


def test_a_section_goes_with_its_items_and_nobody_names_them():
    nuovi = modifica.senza_sezione(DATI, 0)
    assert [sezione["sigla"] for sezione in nuovi["sezioni"]] == ["B"]
    assert voci(nuovi, 0)[0]["richiede"] == []


def test_the_head_of_a_grid_is_written_and_its_sections_stay():
    nuovi = modifica.con_testata(DATI, {"titolo": "Altra", "fonte": "atto"})
    assert nuovi == {"titolo": "Altra", "fonte": "atto", "sezioni": DATI["sezioni"]}
    assert modifica.testata(DATI) == {
        "titolo": "Prova",
        "fonte": "delibera",
        "contesa": "piu_favorevole",
    }


def test_places_are_found_by_name():
    assert modifica.posto_di(DATI, "3") == (1, 0)
    assert modifica.posto_di(DATI, "9") is None
    assert modifica.sezione_di(DATI, "B") == 1
    assert modifica.sezione_di(DATI, "Z") is None


@pytest.mark.parametrize(
    ("numeri", "prossimo"),
    [([], "1"), (["1", "2"], "3"), (["7", "b.1"], "8"), (["a", "b"], "")],
)
def test_the_next_number_follows_the_highest(numeri, prossimo):
    sezioni = [{"voci": [{"numero": numero} for numero in numeri]}]
    assert modifica.prossimo_numero({"sezioni": sezioni}) == prossimo


def test_the_fingerprint_changes_with_the_piece_and_not_with_the_order_of_its_keys():
    voce = voci(DATI, 0)[0]
    rovescia = dict(reversed(voce.items()))
    assert modifica.impronta(voce) == modifica.impronta(rovescia)
    assert modifica.impronta(voce) != modifica.impronta(voce | {"punti": "6"})
    assert 0 <= modifica.impronta(voce) < 2**31


def test_a_piece_that_is_there_already_is_known():
    assert modifica.voce_gia_scritta(DATI, voci(DATI, 0)[0])
    assert not modifica.voce_gia_scritta(DATI, voci(DATI, 0)[0] | {"punti": "6"})
    assert not modifica.voce_gia_scritta(DATI, {"numero": "9"})
    assert modifica.sezione_gia_scritta(DATI, {"sigla": "B", "titolo": "Esperienze"})
    assert not modifica.sezione_gia_scritta(DATI, {"sigla": "B", "titolo": "Altro"})
    assert not modifica.sezione_gia_scritta(DATI, {"sigla": "C", "titolo": "Altro"})
