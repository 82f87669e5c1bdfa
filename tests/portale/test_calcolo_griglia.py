"""The kind ``griglia``: the example of the contract, its faults, what the grids contradict."""

import json

import pytest

from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.pagina.griglia_voci import esempio_di
from cpia.portale.calcolo.registro import calcola
from selezioni_pon.griglie import griglia, slug_disponibili

ORIGINE = "ic-pinocchio-2018"
DEL_CONTRATTO = (
    "assistente-amministrativo",
    "collaboratore-scolastico",
    "referente-valutazione",
    "supporto-coordinamento",
    "progettista",
    "esperto",
    "tutor",
    "madrelingua-inglese",
    "esperto-lingua-inglese",
    "formatore-interno",
    "tutor-interno",
    "formatore-esterno",
    "tutor-esterno",
    "ente-formatore",
)
REFERENTE = f"{ORIGINE}/referente-valutazione"
ESEMPIO = {
    "griglia": REFERENTE,
    "titoli": {"1": True, "2": {"voto": 108}, "3": True, "5": 2, "6": 7},
}


def chiedi(nome, titoli, **altro):
    richiesta = {"griglia": f"{ORIGINE}/{nome}", "titoli": titoli, **altro}
    return calcola("griglia", json.dumps(richiesta).encode())


def guasti_di(richiesta):
    with pytest.raises(DatiErrati) as errore:
        calcola("griglia", json.dumps(richiesta).encode())
    return [str(guasto) for guasto in errore.value.guasti]


def guasti(nome, titoli, **altro):
    return guasti_di({"griglia": f"{ORIGINE}/{nome}", "titoli": titoli, **altro})


def controlla(nome):
    return calcola("griglia", json.dumps({"controlla": f"{ORIGINE}/{nome}"}).encode())


def punti(risposta):
    return {voce["voce"]: voce["punti"] for voce in risposta["voci"]}


def test_the_example_of_the_contract():
    risposta = calcola("griglia", json.dumps(ESEMPIO).encode())
    assert list(risposta) == ["totale", "voci", "sezioni", "perche"]
    assert risposta["totale"] == "39"
    assert punti(risposta) == {
        "1": "2", "2": "8", "3": "3", "4": "0", "5": "6", "6": "20", "7": "0", "8": "0",
        "9": "0", "10": "0",
    }  # fmt: skip
    assert risposta["voci"][1] == {"voce": "2", "punti": "8", "tetto": "10", "tagliato": False}
    assert risposta["voci"][5] == {"voce": "6", "punti": "20", "tetto": "20", "tagliato": True}
    assert [(s["sezione"], s["punti"], s["tagliato"]) for s in risposta["sezioni"]] == [
        ("A", "39", False)
    ]
    for motivo in risposta["perche"]:
        assert set(motivo) == {"regola", "fonte", "testo"}
        assert motivo["fonte"].startswith(griglia(REFERENTE).fonte)
    assert any("39" in motivo["testo"] for motivo in risposta["perche"])
    assert any("108" in motivo["testo"] for motivo in risposta["perche"])


def test_the_grids_of_the_contract_are_all_shipped():
    assert {f"{ORIGINE}/{nome}" for nome in DEL_CONTRATTO} <= set(slug_disponibili())


@pytest.mark.parametrize("nome", DEL_CONTRATTO)
def test_no_title_no_point_and_every_item_is_there(nome):
    risposta = chiedi(nome, {})
    assert risposta["totale"] == "0"
    assert set(punti(risposta).values()) == {"0"}
    assert len(risposta["voci"]) == len(list(griglia(f"{ORIGINE}/{nome}").voci))
    assert risposta["perche"]


@pytest.mark.parametrize("slug", slug_disponibili())
def test_the_example_of_every_grid_is_answered(slug):
    richiesta = {"griglia": slug, "titoli": esempio_di(griglia(slug))}
    risposta = calcola("griglia", json.dumps(richiesta).encode())
    assert float(risposta["totale"]) > 0
    assert float(risposta["totale"]) == sum(float(s["punti"]) for s in risposta["sezioni"])


def test_what_has_no_end_has_no_cap():
    senza_fine = {"5": 30, "6": 3, "10": 9}
    voci = {v["voce"]: v for v in chiedi("assistente-amministrativo", senza_fine)["voci"]}
    assert voci["5"] == {"voce": "5", "punti": "30", "tetto": None, "tagliato": False}
    assert voci["6"] == {"voce": "6", "punti": "1.5", "tetto": None, "tagliato": False}
    assert voci["10"] == {"voce": "10", "punti": "6", "tetto": "6", "tagliato": True}


def test_the_cap_of_a_section_is_told_apart_from_those_of_its_items():
    risposta = chiedi("formatore-interno", {"B.1": 9})
    assert punti(risposta)["B.1"] == "22.5"
    assert risposta["sezioni"][1] == {
        "sezione": "B", "punti": "20", "tetto": "20", "tagliato": True,
    }  # fmt: skip
    assert risposta["totale"] == "20"


@pytest.mark.parametrize(
    ("contesa", "attesi"),
    [({}, "5"), ({"contesa": "piu_favorevole"}, "5"), ({"contesa": "meno_favorevole"}, "4")],
)
def test_a_mark_that_two_brackets_hold(contesa, attesi):
    risposta = chiedi("formatore-interno", {"A.3": {"voto": 100}}, **contesa)
    assert risposta["totale"] == attesi
    (detto,) = [m["testo"] for m in risposta["perche"] if "A.3" in m["fonte"]]
    assert "81" in detto
    assert "4" in detto
    assert "5" in detto


@pytest.mark.parametrize(
    ("nome", "titoli", "totale"),
    [
        ("referente-valutazione", {"4": {"semestrali": 1, "annuali": 1}}, "5"),
        ("referente-valutazione", {"4": {"semestrali": 1, "annuali": 2}}, "5"),
        ("referente-valutazione", {"2": {"voto": 110, "lode": True}}, "10"),
        ("referente-valutazione", {"2": {"voto": 110, "lode": True, "su": 110}}, "10"),
        ("tutor", {"2": {"voto": 110}}, "9"),
        ("formatore-interno", {"A.1": {"voto": 54, "su": 60}}, "3"),
        ("formatore-interno", {"A.1": {"voto": 53, "su": 60}}, "2"),
        ("formatore-interno", {"A.1": {"voto": 79}}, "1"),
        ("formatore-interno", {"A.3": {"voto": 110, "lode": True, "pertinente": True}}, "8"),
        ("formatore-interno", {"A.2": {"voto": 110}, "A.3": {"voto": 70}}, "3"),
        ("formatore-interno", {"A.4": {"quanti": 3, "pertinenti": 2}}, "16"),
        ("formatore-interno", {"A.4": {"quanti": 3, "pertinente": True}}, "18"),
        ("formatore-interno", {"E.2": 8, "E.1": "5.5"}, "13.5"),
        ("ente-formatore", {"B.1": "Ottima coerenza", "B.2": "NON ADEGUATO"}, "18"),
        ("madrelingua-inglese", {"a": True}, "4"),
        ("madrelingua-inglese", {"1": True}, "4"),
        ("madrelingua-inglese", {"b": True, "b.1": "c2"}, "4"),
        ("madrelingua-inglese", {"2": True, "b.1": "C1"}, "3"),
        ("esperto-lingua-inglese", {"17": True, "17bis": 7}, "9"),
        ("collaboratore-scolastico", {"1": True}, "2"),
        ("esperto", {"6": "biennale"}, "2"),
        ("esperto", {"6": {"annuali": 2, "biennali": 1}}, "2"),
        ("esperto", {"1": False, "3": True}, "4"),
    ],
    ids=lambda v: json.dumps(v) if isinstance(v, dict) else None,
)
def test_a_value_for_every_kind_of_item(nome, titoli, totale):
    assert chiedi(nome, titoli)["totale"] == totale


@pytest.mark.parametrize(
    ("nome", "titoli", "dove"),
    [
        ("referente-valutazione", {"11": True}, '$.titoli["11"]: la voce "11" non c’è'),
        ("referente-valutazione", {"1": 2}, '$.titoli["1"]: '),
        ("referente-valutazione", {"1": None}, '$.titoli["1"]: '),
        ("referente-valutazione", {"2": {"voto": 111}}, '$.titoli["2"].voto: '),
        ("referente-valutazione", {"2": {"voto": 65}}, '$.titoli["2"].voto: '),
        ("referente-valutazione", {"2": {"voto": 108, "lode": True}}, '$.titoli["2"].lode: '),
        ("referente-valutazione", {"2": {"voto": 54, "su": 60}}, '$.titoli["2"].su: '),
        ("referente-valutazione", {"2": {"voto": 108, "pertinente": True}}, '$.titoli["2"].pert'),
        ("referente-valutazione", {"2": {"lode": True}}, '$.titoli["2"].voto: '),
        ("referente-valutazione", {"2": 108.5}, '$.titoli["2"]: ci vuole un numero intero'),
        ("referente-valutazione", {"2": {"voto": 108.5}}, '$.titoli["2"].voto: ci vuole'),
        ("referente-valutazione", {"5": -1}, '$.titoli["5"]: '),
        ("referente-valutazione", {"5": "2"}, '$.titoli["5"]: '),
        ("referente-valutazione", {"5": True}, '$.titoli["5"]: '),
        ("referente-valutazione", {"4": {"mensili": 1}}, '$.titoli["4"].mensili: '),
        ("formatore-interno", {"E.1": 7}, '$.titoli["E.1"]: '),
        ("formatore-interno", {"A.4": {"quanti": 1, "pertinenti": 2}}, '$.titoli["A.4"].pert'),
        ("ente-formatore", {"B.1": "pessima"}, '$.titoli["B.1"]: '),
        ("madrelingua-inglese", {"b": True}, "$.titoli.b: "),
        ("madrelingua-inglese", {"2": True}, '$.titoli["2"]: '),
        ("madrelingua-inglese", {"a": True, "b": True, "b.1": "C1"}, "$.titoli.b: "),
        ("madrelingua-inglese", {"1": True, "a": True}, "$.titoli.a: "),
        ("assistente-amministrativo", {"1": True}, '$.titoli["1"]: '),
    ],
    ids=lambda v: json.dumps(v) if isinstance(v, dict) else None,
)
def test_a_fault_is_told_at_its_place(nome, titoli, dove):
    trovati = guasti(nome, titoli)
    assert len(trovati) == 1, trovati
    assert trovati[0].startswith(dove)


@pytest.mark.parametrize(
    ("richiesta", "dice"),
    [
        ({}, "$.griglia: manca"),
        ({"griglia": REFERENTE}, "$.titoli: manca"),
        ({"griglia": REFERENTE, "titoli": []}, "$.titoli: ci vuole un oggetto"),
        ({"griglia": "boh", "titoli": {"1": 7}}, '$.griglia: la griglia "boh" non esiste'),
        (ESEMPIO | {"contesa": "a_caso"}, "$.contesa: "),
        (ESEMPIO | {"nota": ""}, "$.nota: chiave sconosciuta"),
        ({"controlla": "boh"}, '$.controlla: la griglia "boh" non esiste'),
        (ESEMPIO | {"controlla": REFERENTE}, "$.griglia: chiave sconosciuta"),
    ],
    ids=lambda v: str(v)[:40],
)
def test_a_request_that_is_wrong_as_a_whole(richiesta, dice):
    assert any(guasto.startswith(dice) for guasto in guasti_di(richiesta))


def test_a_fault_stays_on_one_line():
    (guasto,) = guasti("referente-valutazione", {"4": {"a\nb": 1}})
    assert "a\\nb" in guasto
    assert "\n" not in guasto


def test_a_grid_that_is_not_there_has_no_faulty_items():
    assert len(guasti_di({"griglia": "boh", "titoli": {"1": 7}})) == 1


def test_a_list_comes_back_in_its_order_and_one_bad_element_spoils_it():
    altra = {"controlla": f"{ORIGINE}/tutor"}
    risposte = calcola("griglia", json.dumps([ESEMPIO, altra]).encode())
    assert next(iter(risposte[0])) == "totale"
    assert next(iter(risposte[1])) == "rilievi"
    (guasto,) = guasti_di([ESEMPIO, {"controlla": "boh"}])
    assert guasto.startswith("$[1].controlla: elemento 2: ")


RILIEVI = {
    "madrelingua-inglese": [("tetto_sezione_diverso_dalle_voci", "A")],
    "esperto-lingua-inglese": [
        ("tetto_sezione_diverso_dalle_voci", "A"),
        ("tetto_sezione_diverso_dalle_voci", "B"),
        ("tetto_sezione_diverso_dalle_voci", "C"),
        ("numero_ripetuto", "17bis"),
        ("numero_ripetuto", "18bis"),
        ("numero_ripetuto", "19bis"),
    ],
    "tutor": [("fasce_sovrapposte", "2")],
    "formatore-interno": [("fasce_sovrapposte", "A.2"), ("fasce_sovrapposte", "A.3")],
    "tutor-interno": [("fasce_sovrapposte", "A.2"), ("fasce_sovrapposte", "A.3")],
    "formatore-esterno": [("fasce_sovrapposte", "A.2"), ("fasce_sovrapposte", "A.3")],
    "tutor-esterno": [("fasce_sovrapposte", "A.2"), ("fasce_sovrapposte", "A.3")],
}


@pytest.mark.parametrize("nome", DEL_CONTRATTO)
def test_what_a_grid_contradicts(nome):
    risposta = controlla(nome)
    trovati = [(rilievo["codice"], rilievo["dove"]) for rilievo in risposta["rilievi"]]
    assert trovati == RILIEVI.get(nome, [])
    assert all(rilievo["testo"] for rilievo in risposta["rilievi"])
    (motivo,) = risposta["perche"]
    assert motivo["fonte"] == griglia(f"{ORIGINE}/{nome}").fonte
    quanti = {0: "nessun rilievo", 1: "1 rilievo"}.get(len(trovati), f"{len(trovati)} rilievi")
    assert motivo["testo"].endswith(f": {quanti}.")
