"""The kind ``bonus``: the example of the contract, its faults, the shape of its answer."""

import json

import pytest

from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.registro import calcola

D1 = {
    "id": "d1",
    "aree": {"A": "90", "B": "80", "C": "95"},
    "aggiuntiva": "0",
    "assenza": "5",
    "sanzioni": False,
    "di_ruolo": True,
}
ESEMPIO = {
    "profilo": "cpia-caltanissetta-enna",
    "metodo": "quote_uguali_per_fascia",
    "fondo": "9000.00",
    "docenti_di_ruolo": 10,
    "docenti": [D1],
}


def chiedi(**altro):
    return calcola("bonus", json.dumps(ESEMPIO | altro).encode())


def guasti(**altro):
    with pytest.raises(DatiErrati) as errore:
        chiedi(**altro)
    return [str(guasto) for guasto in errore.value.guasti]


def pari(*nomi):
    return [D1 | {"id": nome} for nome in nomi]


def test_the_example_of_the_contract():
    risposta = chiedi()
    perche = risposta.pop("perche")
    assert risposta == {
        "docenti": [
            {
                "id": "d1",
                "percentuale": "89.25",
                "fascia": 3,
                "escluso": None,
                "importo": "9000.00",
            }
        ],
        "totale": "9000.00",
        "beneficiari": 1,
        "minimo": 2,
        "massimo": 7,
        "avvisi": ["sotto_il_minimo"],
    }
    assert all(set(motivo) == {"regola", "fonte", "testo"} for motivo in perche)
    assert "89,25" in perche[0]["testo"]
    assert "art. 11" in perche[0]["fonte"]


def test_the_default_method_is_that_of_the_regulation():
    senza = {chiave: valore for chiave, valore in ESEMPIO.items() if chiave != "metodo"}
    assert calcola("bonus", json.dumps(senza).encode()) == chiedi()


def test_another_method_is_asked_and_says_which_one_is_in_force():
    fonti = [m for m in chiedi(metodo="proporzionale")["perche"] if m["regola"] == "riparto"]
    assert "quote uguali fra le fasce" in fonti[0]["testo"]


def test_an_excluded_teacher_has_a_percentage_no_band_and_nothing():
    (uno,) = chiedi(docenti=[D1 | {"assenza": "20.01"}])["docenti"]
    assert uno == {
        "id": "d1",
        "percentuale": "89.25",
        "fascia": None,
        "escluso": "assenza",
        "importo": "0.00",
    }


def test_a_tie_across_the_cut_leaves_every_amount_open():
    risposta = chiedi(docenti=pari("a", "b"), docenti_di_ruolo=2)
    assert (risposta["massimo"], risposta["avvisi"]) == (2, [])
    tutti = [*pari("a", "b", "c"), D1 | {"id": "n", "di_ruolo": False}]
    risposta = chiedi(docenti=tutti, docenti_di_ruolo=3)
    assert risposta["da_decidere"] == ["a", "b", "c"]
    assert {d["importo"] for d in risposta["docenti"]} == {None}
    assert (risposta["totale"], risposta["beneficiari"]) == ("0.00", 0)
    assert risposta["avvisi"] == ["parita_al_taglio"]


def test_nobody_at_all():
    risposta = chiedi(docenti=[], docenti_di_ruolo=0)
    assert (risposta["docenti"], risposta["totale"]) == ([], "0.00")
    assert (risposta["minimo"], risposta["massimo"]) == (0, 0)


def test_a_band_emptied_by_the_cut_gives_its_share_back():
    basso = D1 | {"id": "z", "aree": {"A": "60", "B": "60", "C": "60"}}
    risposta = chiedi(docenti=[*pari("a", "b"), basso], docenti_di_ruolo=3)
    assert [d["importo"] for d in risposta["docenti"]] == ["4500.00", "4500.00", "0.00"]
    assert risposta["docenti"][2]["fascia"] == 1


def test_the_contradictions_of_the_source_are_shown():
    testi = " ".join(motivo["testo"] for motivo in chiedi()["perche"])
    assert "due attribuzioni premiali" in testi
    assert "superiore a 80%" in testi


@pytest.mark.parametrize(
    ("altro", "dove"),
    [
        ({"profilo": "cpia-napoli-provincia-2"}, "$.profilo: "),
        ({"profilo": "iis-antonietti"}, "$.profilo: "),
        ({"profilo": "boh"}, "$.profilo: "),
        ({"metodo": "a_pioggia"}, "$.metodo: "),
        ({"fondo": "10.001"}, "$.fondo: "),
        ({"fondo": 9000}, "$.fondo: "),
        ({"fondo": "-1"}, "$.fondo: "),
        ({"docenti_di_ruolo": 0}, "$.docenti_di_ruolo: "),
        ({"docenti_di_ruolo": True}, "$.docenti_di_ruolo: "),
        ({"docenti": [D1, D1]}, "$.docenti[1].id: "),
        ({"docenti": [D1 | {"aree": {"A": "90", "B": "80"}}]}, "$.docenti[0].aree.C: "),
        ({"docenti": [D1 | {"aree": D1["aree"] | {"D": "1"}}]}, "$.docenti[0].aree.D: "),
        ({"docenti": [D1 | {"aree": D1["aree"] | {"A": "101"}}]}, "$.docenti[0].aree.A: "),
        ({"docenti": [D1 | {"assenza": "100.01"}]}, "$.docenti[0].assenza: "),
        ({"docenti": [D1 | {"sanzioni": "no"}]}, "$.docenti[0].sanzioni: "),
        ({"docenti": [D1 | {"nota": ""}]}, "$.docenti[0].nota: "),
        ({"altro": 1}, "$.altro: "),
    ],
)
def test_faults_are_told_at_their_place(altro, dove):
    trovati = guasti(**altro)
    assert len(trovati) == 1
    assert trovati[0].startswith(dove)


def test_what_is_missing_is_a_fault():
    senza_ruolo = {chiave: valore for chiave, valore in D1.items() if chiave != "di_ruolo"}
    assert guasti(docenti=[senza_ruolo]) == ["$.docenti[0].di_ruolo: manca, ed è obbligatorio"]
    senza_aree = {chiave: valore for chiave, valore in D1.items() if chiave != "aree"}
    assert guasti(docenti=[senza_aree]) == ["$.docenti[0].aree: manca, ed è obbligatorio"]
