"""Mark of behaviour, collective facts, small numbers, how long a file is kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Valore
from disciplina.cataloghi import catalogo
from disciplina.enums import Forza
from disciplina.rules.collettivi import avverti_divisione, contro_divisione
from disciplina.rules.comportamento import contro_altra_materia, contro_voto, effetto
from disciplina.rules.conservazione import (
    Fascicolo,
    con_il_trasferimento,
    contro_chiusura,
    contro_distruzione,
    distruzione,
)
from disciplina.rules.statistiche import mostrabile
from tests.disciplina.scena import NAPOLI, PORTO_VENERE, codici, nomi

SOGLIA = Valore(5, "prassi")
CINQUE_ANNI = Valore(5, "prassi")


@pytest.mark.parametrize(
    ("giorni", "quadrimestre", "forza"),
    [
        ((3,), 1, None),
        ((4,), 1, Forza.PUO),
        ((15,), 1, Forza.PUO),
        ((16,), 1, None),
        ((2, 2, 2), 1, None),
        ((2, 5), 1, Forza.PUO),
        ((15,), 2, None),
        ((16,), 2, Forza.DEVE),
        ((), 2, None),
    ],
)
def test_the_mark_of_behaviour_at_porto_venere(giorni, quadrimestre, forza):
    trovato = effetto(giorni, quadrimestre, catalogo(PORTO_VENERE))
    assert trovato.forza is forza
    assert "Valutazione del comportamento" in trovato.motivo.fonte


@pytest.mark.parametrize(
    ("voto", "giorni", "quadrimestre", "contro"),
    [
        (5, (4,), 1, []),
        (8, (4,), 1, []),
        (5, (3,), 1, ["voto_troppo_basso"]),
        (5, (15,), 2, ["voto_troppo_basso"]),
        (5, (16,), 2, []),
        (6, (16,), 2, ["voto_troppo_alto"]),
    ],
)
def test_a_mark_against_the_regulation(voto, giorni, quadrimestre, contro):
    assert codici(contro_voto(voto, giorni, quadrimestre, catalogo(PORTO_VENERE))) == contro


def test_a_school_that_says_nothing_and_the_marks_of_the_subjects():
    assert contro_voto(5, (3,), 1, catalogo(NAPOLI)) == []
    assert effetto((3,), 1, catalogo(NAPOLI)).forza is None
    assert contro_altra_materia("Matematica").fonte == "D.P.R. 249/1998, art. 4 c. 3"


def test_what_several_did_is_split_person_by_person():
    assert codici(contro_divisione({})) == ["nessuno"]
    [manca] = contro_divisione({"Ada": "Ha spinto.", "Bea": "  "})
    assert manca.testo.startswith("Bea")
    assert contro_divisione({"Ada": "Ha spinto.", "Bea": "Ha riso."}) == []


def test_the_same_words_for_two_are_pointed_at():
    [avviso] = avverti_divisione({"Ada": "Ha  spinto.", "Bea": "ha spinto.", "Ciro": "Ha riso."})
    assert "2 persone: Ada e Bea" in avviso.testo
    assert avverti_divisione({"Ada": "Ha spinto.", "Bea": "Ha riso.", "Ciro": ""}) == []


@pytest.mark.parametrize(
    ("conti", "righe", "totale"),
    [
        ({"a": 7, "b": 9}, {"a": 7, "b": 9}, 16),
        ({"a": 0, "b": 9}, {"a": 0, "b": 9}, 9),
        ({"a": 2, "b": 9, "c": 20}, {"a": None, "b": None, "c": 20}, 31),
        ({"a": 2, "b": 4, "c": 20}, {"a": None, "b": None, "c": 20}, 26),
        ({"a": 1, "b": 2, "c": 20}, {"a": None, "b": None, "c": None}, 23),
        ({"a": 5, "b": 9}, {"a": 5, "b": 9}, 14),
        ({"a": 2, "b": 3, "c": 20}, {"a": None, "b": None, "c": 20}, 25),
        ({"a": 2, "b": 0}, {"a": None, "b": 0}, None),
        ({"a": 1, "b": 2}, {"a": None, "b": None}, None),
        ({}, {}, 0),
    ],
)
def test_small_numbers_are_hidden_and_what_would_give_them_back(conti, righe, totale):
    tavola = mostrabile(conti, SOGLIA)
    assert (dict(tavola.righe), tavola.totale) == (righe, totale)
    assert (tavola.motivo is None) == (None not in righe.values())


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)),
    st.integers(3, 12),
)
def test_no_small_number_can_be_worked_out(conti, soglia):
    tavola = mostrabile(conti, Valore(soglia, "prassi"))
    viste = [quanti for quanti in tavola.righe.values() if quanti is not None]
    assert all(quanti == 0 or quanti >= soglia for quanti in viste)
    nascoste = len(conti) - len(viste)
    if nascoste and tavola.totale is not None:
        assert nascoste >= 2
        assert tavola.totale - sum(viste) >= soglia


@pytest.mark.parametrize(
    ("chiuso", "fine"),
    [
        (date(2026, 6, 20), date(2031, 8, 31)),
        (date(2026, 8, 31), date(2031, 8, 31)),
        (date(2026, 9, 1), date(2032, 8, 31)),
    ],
)
def test_a_closed_file_is_destroyed_on_a_31_august(chiuso, fine):
    termine = distruzione(chiuso, CINQUE_ANNI)
    assert termine.giorno == fine
    assert "5 anni scolastici" in termine.perche[0].testo


def test_nothing_is_destroyed_before_its_day_nor_while_it_is_open():
    chiuso = Fascicolo(chiuso=True, sanzione_in_vigore=True)
    termine = distruzione(date(2026, 6, 20), CINQUE_ANNI)
    assert codici(contro_distruzione(date(2031, 8, 31), termine, chiuso)) == ["termine"]
    assert contro_distruzione(date(2031, 9, 1), termine, chiuso) == []
    aperto = Fascicolo(chiuso=True, sanzione_in_vigore=True, ricorso_aperto=True)
    assert codici(contro_distruzione(date(2040, 1, 1), termine, aperto)) == ["fascicolo_aperto"]


def test_a_file_is_not_closed_while_one_may_appeal():
    fine = date(2026, 6, 25)
    assert codici(contro_chiusura(fine, fine)) == ["ricorso_possibile"]
    assert contro_chiusura(date(2026, 6, 26), fine) == []
    assert contro_chiusura(fine, None) == []


@pytest.mark.parametrize(
    ("chiuso", "in_vigore", "passa"),
    [
        (True, True, ["passa_il_provvedimento", "resta_il_fascicolo"]),
        (True, False, ["resta_il_fascicolo"]),
        (False, False, ["continua", "resta_il_fascicolo"]),
    ],
)
def test_what_follows_a_student_to_another_school(chiuso, in_vigore, passa):
    fascicolo = Fascicolo(chiuso=chiuso, sanzione_in_vigore=in_vigore)
    assert nomi(con_il_trasferimento(fascicolo)) == passa
