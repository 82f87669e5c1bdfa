"""The kind ``crediti``: the example of the contract, its faults, the exactness of its numbers."""

import json

import pytest

from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.registro import calcola

ESEMPIO = {
    "percorso": "primo_livello_primo_periodo",
    "ore_totali": "400",
    "ore_accoglienza": "40",
    "ore": {"C22": "12", "C1": "30"},
    "evidenze": [
        {"id": "e1", "tipo": "certificazione_informatica", "richieste": {"C22": "12"}},
        {"id": "e2", "tipo": "certificazione_italiano", "richieste": {"C1": "30"}},
        {"id": "e3", "tipo": "non_formale", "ore_attivita": "730", "competenza": "C22"},
    ],
}


def chiedi(**altro):
    return calcola("crediti", json.dumps(ESEMPIO | altro).encode())


def guasti(**altro):
    with pytest.raises(DatiErrati) as errore:
        chiedi(**altro)
    return [str(guasto) for guasto in errore.value.guasti]


def con(**campi):
    return {"evidenze": [ESEMPIO["evidenze"][0] | campi]}


def test_the_example_of_the_contract():
    risposta = chiedi()
    perche = risposta.pop("perche")
    assert risposta == {
        "competenze": {"C1": "21", "C22": "12"},
        "ore_crediti": "33",
        "ore_psp": "327",
        "tagli": [
            {"evidenza": "e2", "regola": "tetto_riga", "da": "30", "a": "21"},
            {"evidenza": "e3", "regola": "tetto_competenza", "da": "14", "a": "0"},
        ],
    }
    assert list(risposta["competenze"]) == ["C1", "C22"]
    assert all(set(motivo) == {"regola", "fonte", "testo"} for motivo in perche)
    assert [m["regola"] for m in perche][-2:] == ["tetto", "ore_psp"]


def test_an_empty_dossier_gives_nothing_and_leaves_the_path():
    risposta = chiedi(evidenze=[])
    assert (risposta["competenze"], risposta["ore_crediti"]) == ({}, "0")
    assert risposta["ore_psp"] == "360"


def test_the_numbers_are_exact():
    risposta = chiedi(
        ore={"C1": "0.000003"},
        evidenze=[{"id": "e", "tipo": "certificazione_italiano", "richieste": {"C1": "0.000003"}}],
    )
    assert risposta["competenze"] == {"C1": "0.0000021"}
    assert risposta["ore_psp"] == "359.9999979"


@pytest.mark.parametrize(
    ("percorso", "totali", "accoglienza", "codice", "psp"),
    [
        ("alfabetizzazione", "200", "20", "ascolto", "180"),
        ("primo_livello_primo_periodo", "600", "40", "C1", "560"),
        ("primo_livello_secondo_periodo", "825", "82", "C1", "743"),
    ],
)
def test_every_path(percorso, totali, accoglienza, codice, psp):
    risposta = chiedi(
        percorso=percorso,
        ore_totali=totali,
        ore_accoglienza=accoglienza,
        ore={codice: "20"},
        evidenze=[],
    )
    assert risposta["ore_psp"] == psp


@pytest.mark.parametrize(
    ("altro", "atteso"),
    [
        ({"percorso": "secondo_livello"}, "il percorso"),
        ({"ore_totali": "600.5"}, "al più 600 ore"),
        ({"ore_totali": "30"}, "supera il percorso"),
        ({"ore_totali": 400}, "tra virgolette"),
        ({"ore_accoglienza": "-1"}, "senza segno"),
        ({"ore": {"C23": "1"}}, "non è del percorso"),
        ({"ore": []}, "ci vuole un oggetto"),
        ({"anno": "2024"}, "chiave sconosciuta"),
        (con(tipo="patente"), "il tipo di evidenza"),
        (con(richieste={"C99": "1"}), "la competenza C99 non è del percorso"),
        (con(richieste={"C2": "1"}), "di C2 mancano le ore"),
        (con(richieste={"C22": "1e3"}), "ci vuole un numero tra virgolette"),
        (con(ore_attivita="50"), "chiave sconosciuta"),
        (con(tipo="informale"), "manca, ed è obbligatorio"),
        ({"evidenze": [ESEMPIO["evidenze"][0]] * 2}, "c’è già"),
    ],
    ids=lambda v: str(v)[:50],
)
def test_a_fault_is_told_at_its_place(altro, atteso):
    assert any(atteso in guasto for guasto in guasti(**altro)), guasti(**altro)


def test_a_competence_outside_its_row_is_no_fault():
    risposta = chiedi(**con(richieste={"C1": "3"}))
    assert risposta["ore_crediti"] == "0"
    assert risposta["tagli"] == [{"evidenza": "e1", "regola": "tetto_riga", "da": "3", "a": "0"}]
