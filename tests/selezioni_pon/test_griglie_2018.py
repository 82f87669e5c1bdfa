"""The fourteen grids of IC Pinocchio as written: figures, conditions, sources (seed 001)."""

from fractions import Fraction

import pytest

from selezioni_pon.enums import ChiPropone, FasciaContesa, TipoVoce
from selezioni_pon.griglie import slug_disponibili
from selezioni_pon.rules.griglia.estremi import massimo
from tests.selezioni_pon.scena_griglie import CHIUSE, DEL_2018, SENZA_FINE, del_2018

# Grid → what each item may give at most, in order of print, «-» where nothing ends it.
MASSIMI = {
    "assistente-amministrativo": "2 2 2 2 - - 3 3 3 6 16 8",
    "collaboratore-scolastico": "2 2 2 2 - - 3 3 3 6 16 8",
    "referente-valutazione": "2 10 3 5 12 20 20 3 15 10",
    "supporto-coordinamento": "2 10 3 5 12 20 20 3 15 10",
    "progettista": "5 10 2 5 16 30 30 2",
    "esperto": "5 12 4 3 5 2 4 5 10 10 10 4 4 4 3 5 5 5",
    "tutor": "5 12 24 24 24 8 3",
    "madrelingua-inglese": "4 2 2 8 6 2 8 8 8 8 6 6 6 10 10 10",
    "esperto-lingua-inglese": "4 8 6 2 8 8 8 8 6 6 6 10 10 10",
    "formatore-interno": "3 6 8 - - - - - - 6 8 5 6",
    "tutor-interno": "3 6 8 - - - - - - - - - -",
    "formatore-esterno": "3 6 8 - - - - - - 6 8 5 6",
    "tutor-esterno": "3 6 8 - - - - - - - - - -",
    "ente-formatore": "24 8 8 18 14 14 14",
}
# Grid → the points of each title, of each experience, of each year.
PER_UNO = {
    "assistente-amministrativo": "2 2 2 2 1 0.5 3 3 3 1 2 2",
    "collaboratore-scolastico": "2 2 2 2 1 0.5 3 3 3 1 2 2",
    "referente-valutazione": "2 - 3 - 3 4 4 3 3 2",
    "supporto-coordinamento": "2 - 3 - 3 4 4 3 3 2",
    "progettista": "5 - 2 - 4 5 5 2",
    "esperto": "5 - 4 3 5 - 4 5 1 1 1 1 1 1 3 5 5 5",
    "tutor": "5 - 3 3 3 2 3",
    "madrelingua-inglese": "4 2 - 8 6 2 2 2 2 2 2 2 6 10 10 10",
    "esperto-lingua-inglese": "4 8 6 2 2 2 2 2 2 2 6 10 10 10",
    "formatore-interno": "- - - 4 2 2 2.5 2.5 2 6 8 5 6",
    "tutor-interno": "- - - 4 2 2 1 2.5 2.5 1 1 5 5",
    "formatore-esterno": "- - - 4 2 2 2.5 2.5 2 6 8 5 6",
    "tutor-esterno": "- - - 4 2 2 1 2.5 2.5 1 1 5 5",
    "ente-formatore": "6 4 4 - - - -",
}
# Grid → section and cap.
TETTI = {
    "esperto": {"A": 40, "B": 30, "C": 15, "D": 15},
    "madrelingua-inglese": {"A": 4, "B": 16, "C": 50, "D": 30},
    "esperto-lingua-inglese": {"A": 4, "B": 16, "C": 50, "D": 30},
    "formatore-interno": {"A": 25, "B": 20, "C": 20, "D": 10, "E": 25},
    "tutor-interno": {"A": 25, "B": 20, "C": 20, "D": 10, "E": 25},
    "formatore-esterno": {"A": 25, "B": 20, "C": 20, "D": 10, "E": 25},
    "tutor-esterno": {"A": 25, "B": 20, "C": 20, "D": 10, "E": 25},
    "ente-formatore": {"A": 40, "B": 60},
}
# Grid → items that count only from a length on.
MINIMI = {
    "referente-valutazione": {"3": "un anno"},
    "supporto-coordinamento": {"3": "un anno"},
    "progettista": {"3": "un anno"},
    "esperto": {"6": "un anno", "7": "un anno"} | dict.fromkeys(("9", "10", "11"), "20 ore"),
    "tutor": {
        "3": "un quadrimestre",
        "4": "un quadrimestre per anno scolastico",
        "5": "20 ore",
    },
    "formatore-interno": {"C.1": "8 ore"},
    "tutor-interno": {"C.1": "8 ore", "C.2": "8 ore", "D.1": "6 ore"},
    "formatore-esterno": {"C.1": "8 ore"},
    "tutor-esterno": {"C.1": "8 ore", "C.2": "8 ore", "D.1": "6 ore"},
}
# Grid → what only the commission gives.
DELLA_COMMISSIONE = {
    "esperto": ["16", "17", "18"],
    "madrelingua-inglese": ["14", "15", "16"],
    "esperto-lingua-inglese": ["17bis", "18bis", "19bis"],
    "formatore-interno": ["E.1", "E.2", "E.3", "E.4"],
    "formatore-esterno": ["E.1", "E.2", "E.3", "E.4"],
    "ente-formatore": ["B.1", "B.2", "B.3", "B.4"],
}


def cifre(riga):
    return [None if cifra == "-" else Fraction(cifra) for cifra in riga.split()]


def test_all_of_them_are_shipped():
    spediti = {slug for slug in slug_disponibili() if slug.startswith("ic-pinocchio-2018/")}
    assert spediti == {f"ic-pinocchio-2018/{nome}" for nome in DEL_2018}


@pytest.mark.parametrize("nome", DEL_2018)
def test_each_item_has_the_figures_of_the_source(nome):
    letta = del_2018(nome)
    assert [voce.punti for voce in letta.voci] == cifre(PER_UNO[nome])
    assert [massimo(voce) for voce in letta.voci] == cifre(MASSIMI[nome])


@pytest.mark.parametrize("nome", DEL_2018)
def test_sections_lengths_and_who_gives_the_points(nome):
    letta = del_2018(nome)
    tetti = {sezione.sigla: sezione.tetto for sezione in letta.sezioni}
    minimi = {voce.numero: voce.minimo_per_contare for voce in letta.voci}
    commissione = [voce.numero for voce in letta.voci if voce.chi == ChiPropone.COMMISSIONE]
    assert tetti == TETTI.get(nome, {"A": None})
    assert {numero: testo for numero, testo in minimi.items() if testo} == MINIMI.get(nome, {})
    assert commissione == DELLA_COMMISSIONE.get(nome, [])


@pytest.mark.parametrize("nome", DEL_2018)
def test_each_grid_says_where_it_comes_from(nome):
    letta = del_2018(nome)
    per_formatori = nome.endswith(("interno", "esterno")) or nome == "ente-formatore"
    quale = "delibera n. 82, allegato 2" if per_formatori else "delibera n. 81, allegato 1"
    assert letta.fonte.startswith("IC Pinocchio Montesicuro, Consiglio d’istituto ")
    assert f"26 aprile 2018, verbale n. 14, {quale}, griglia «" in letta.fonte
    assert letta.profilo == nome
    assert letta.contesa == FasciaContesa.PIU_FAVOREVOLE
    assert all(voce.testo and voce.tipo in TipoVoce for voce in letta.voci)


@pytest.mark.parametrize("nome", CHIUSE)
def test_a_grid_with_an_end_makes_a_hundred(nome):
    assert massimo(del_2018(nome)) == 100


@pytest.mark.parametrize("nome", SENZA_FINE)
def test_years_of_service_have_no_end(nome):
    assert massimo(del_2018(nome)) is None


@pytest.mark.parametrize("dove", ["interno", "esterno"])
def test_inside_and_outside_are_scored_alike(dove):
    for chi in ("formatore", "tutor"):
        assert del_2018(f"{chi}-{dove}").sezioni == del_2018(f"{chi}-interno").sezioni
        assert dove in del_2018(f"{chi}-{dove}").fonte
