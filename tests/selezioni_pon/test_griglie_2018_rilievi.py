"""What the check of a grid finds in those of 2018, and what cannot be declared together."""

import pytest

from selezioni_pon.enums import CodiceRilievo
from selezioni_pon.rules.griglia.coerenza import contraddizioni
from selezioni_pon.rules.griglia.controllo import controlla
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da
from tests.selezioni_pon.scena_griglie import DEL_2018, del_2018, letti

TETTO, FASCE = CodiceRilievo.TETTO_SEZIONE, CodiceRilievo.FASCE_SOVRAPPOSTE
RIPETUTO = CodiceRilievo.NUMERO_RIPETUTO
# Grid → what it contradicts itself about, in order of print; the others say nothing.
RILIEVI = {
    "madrelingua-inglese": [(TETTO, "A")],
    "esperto-lingua-inglese": [
        *((TETTO, sigla) for sigla in "ABC"),
        *((RIPETUTO, numero) for numero in ("17bis", "18bis", "19bis")),
    ],
    "tutor": [(FASCE, "2")],
    "formatore-interno": [(FASCE, "A.2"), (FASCE, "A.3")],
    "formatore-esterno": [(FASCE, "A.2"), (FASCE, "A.3")],
    "tutor-interno": [(FASCE, "A.2"), (FASCE, "A.3")],
    "tutor-esterno": [(FASCE, "A.2"), (FASCE, "A.3")],
}
# Grid, titles → how many faults.
INSIEME = [
    ("madrelingua-inglese", {"1": True}, 0),
    ("madrelingua-inglese", {"a": True}, 0),
    ("madrelingua-inglese", {"2": True, "b.1": "C1"}, 0),
    ("madrelingua-inglese", {"b": True, "b.1": "c2"}, 0),
    ("madrelingua-inglese", {"b": True}, 1),
    ("madrelingua-inglese", {"2": True}, 1),
    ("madrelingua-inglese", {"1": True, "2": True, "b.1": "C1"}, 1),
    ("madrelingua-inglese", {"a": True, "b": True, "b.1": "C1"}, 1),
    ("madrelingua-inglese", {"1": True, "2": False}, 0),
    ("assistente-amministrativo", {"1": True, "2": True}, 1),
    ("assistente-amministrativo", {"1": False, "2": True}, 0),
    ("collaboratore-scolastico", {"1": True, "2": True}, 0),
    ("formatore-interno", {"A.2": {"voto": 100}, "A.3": {"voto": 100}}, 0),
]
# Grid, item, a value that says nothing sensible.
GUASTI = [
    ("referente-valutazione", "2", {"voto": 111}),
    ("referente-valutazione", "2", {"voto": 65}),
    ("referente-valutazione", "2", {"voto": 109, "lode": True}),
    ("referente-valutazione", "2", {"voto": 60, "su": 60}),
    ("referente-valutazione", "2", {"voto": 108, "pertinente": True}),
    ("referente-valutazione", "5", -1),
    ("referente-valutazione", "5", 2.5),
    ("referente-valutazione", "4", {"biennali": 1}),
    ("referente-valutazione", "4", {"annuali": -1}),
    ("formatore-interno", "A.1", {"voto": 35, "su": 60}),
    ("formatore-interno", "A.1", {"voto": 59}),
    ("formatore-interno", "A.1", {"voto": 101}),
    ("formatore-interno", "A.1", {"voto": 61, "su": 60}),
    ("formatore-interno", "E.3", 6),
    ("esperto", "16", 6),
    ("esperto", "16", -1),
    ("ente-formatore", "B.1", "discreta coerenza"),
    ("madrelingua-inglese", "b.1", "B2"),
    ("madrelingua-inglese", "14", 11),
]


@pytest.mark.parametrize("nome", DEL_2018)
def test_what_the_check_finds(nome):
    trovati = controlla(del_2018(nome))
    assert [(rilievo.codice, rilievo.dove) for rilievo in trovati] == RILIEVI.get(nome, [])
    assert all(rilievo.testo for rilievo in trovati)


def test_the_check_shows_both_figures():
    testo = controlla(del_2018("esperto-lingua-inglese"))[2].testo
    assert "25" in testo
    assert "50" in testo


@pytest.mark.parametrize(("nome", "valori", "quante"), INSIEME)
def test_what_cannot_be_declared_together(nome, valori, quante):
    violazioni = contraddizioni(del_2018(nome), letti(nome, valori))
    assert len(violazioni) == quante
    assert all(violazione.testo and violazione.fonte for violazione in violazioni)


def test_two_names_of_one_item_are_not_used_together():
    titoli = [Titolo(voce="1"), Titolo(voce="a")]
    assert len(contraddizioni(del_2018("madrelingua-inglese"), titoli)) == 1


@pytest.mark.parametrize(("nome", "voce", "valore"), GUASTI)
def test_a_value_that_the_grid_cannot_hold_is_refused(nome, voce, valore):
    letto = titolo_da(del_2018(nome).voce(voce), valore)
    assert not isinstance(letto, Titolo)
    assert all(violazione.testo for violazione in letto)


@pytest.mark.parametrize(
    ("nome", "sigla", "scelta", "altra"),
    [
        ("madrelingua-inglese", "A", 4, 2),
        ("esperto-lingua-inglese", "A", 4, 2),
        ("esperto-lingua-inglese", "B", 16, 8),
        ("esperto-lingua-inglese", "C", 50, 25),
    ],
)
def test_where_header_and_rows_differ_both_are_written(nome, sigla, scelta, altra):
    sezione = next(una for una in del_2018(nome).sezioni if una.sigla == sigla)
    assert (sezione.tetto, [lettura.tetto for lettura in sezione.altre_letture]) == (
        scelta,
        [altra],
    )
    assert f"max {altra} punti" in sezione.altre_letture[0].fonte
    assert "le righe fanno 100" in sezione.perche_questa


def test_a_heading_that_the_source_numbers_is_no_item():
    assert {sezione.numero for sezione in del_2018("madrelingua-inglese").sezioni} == {"", "6"}
    assert del_2018("madrelingua-inglese").voce("6") is None
    assert {sezione.numero for sezione in del_2018("esperto-lingua-inglese").sezioni} == {"", "18"}
    assert del_2018("esperto-lingua-inglese").voce("18") is None


def test_a_number_printed_twice_keeps_what_is_printed():
    letta = del_2018("esperto-lingua-inglese")
    assert [voce.stampato for voce in letta.voci if voce.stampato] == ["17", "18", "19"]
    assert letta.voce("17bis").testo != letta.voce("17").testo
