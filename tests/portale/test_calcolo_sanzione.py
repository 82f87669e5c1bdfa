"""The kind ``sanzione``: the example of the contract, who imposes at each school, the faults."""

import json

import pytest

from cpia.norme.profili import PROFILI
from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.pagina.risposte import tabelle
from cpia.portale.calcolo.pagina.sanzione import MODULO
from cpia.portale.calcolo.registro import calcola

NA2, PINOCCHIO, PORTO_VENERE, ISEO = (
    "cpia-napoli-provincia-2", "ic-pinocchio-montesicuro", "ic-porto-venere", "iis-antonietti",
)  # fmt: skip
SETTE = {"profilo": PORTO_VENERE, "provvedimento": "sospensione", "giorni": 7}


def chiedi(profilo, provvedimento, giorni=None, **altro):
    richiesta = {"profilo": profilo, "provvedimento": provvedimento, **altro}
    if giorni is not None:
        richiesta["giorni"] = giorni
    return calcola("sanzione", json.dumps(richiesta).encode())


def guasti(**richiesta):
    with pytest.raises(DatiErrati) as errore:
        calcola("sanzione", json.dumps(richiesta).encode())
    return [str(guasto) for guasto in errore.value.guasti]


def fonti(risposta):
    return " ".join(motivo["fonte"] for motivo in risposta["perche"])


def test_the_example_of_the_contract():
    risposta = calcola("sanzione", json.dumps(SETTE).encode())
    assert list(risposta) == ["organo", "composizione", "ammesso", "perche"]
    assert (risposta["organo"], risposta["composizione"]) == ("consiglio_classe", "completa")
    assert risposta["ammesso"] is True
    assert "lett. h, b-c" in risposta["perche"][0]["fonte"]
    assert any("7 giorni" in motivo["testo"] for motivo in risposta["perche"])
    assert json.loads(json.dumps(risposta)) == risposta


@pytest.mark.parametrize("profilo", PROFILI)
def test_every_reason_has_its_source_and_is_of_this_case(profilo):
    for giorni in (1, 6, 16):
        for motivo in chiedi(profilo, "sospensione", giorni)["perche"]:
            assert set(motivo) == {"regola", "fonte", "testo"}
            assert motivo["fonte"]
            assert str(giorni) in motivo["testo"] or motivo["regola"] == "fa_le_veci"


def test_the_dirigente_who_suspends_is_against_the_statute():
    risposta = chiedi(NA2, "sospensione", 7)
    assert (risposta["organo"], risposta["composizione"]) == ("dirigente", None)
    assert risposta["ammesso"] is False
    assert "art. 15, tabella" in fonti(risposta)
    assert "D.P.R. 249/1998, art. 4 c. 6" in fonti(risposta)


@pytest.mark.parametrize(
    ("profilo", "provvedimento", "organo", "ammesso"),
    [
        (PINOCCHIO, "ammonizione", "docente", True),
        (PORTO_VENERE, "ammonizione", "docente", True),
        (NA2, "ammonizione", "docente", True),
        (ISEO, "ammonizione", None, False),
        (PINOCCHIO, "attivita_comunita", "docente", True),
        (PORTO_VENERE, "attivita_comunita", "consiglio_classe", True),
        (NA2, "attivita_comunita", "consiglio_classe", False),
        (ISEO, "attivita_comunita", "consiglio_classe", True),
        *((profilo, "esclusione_scrutinio", "consiglio_istituto", True) for profilo in PROFILI),
    ],
)
def test_what_is_no_suspension(profilo, provvedimento, organo, ammesso):
    risposta = chiedi(profilo, provvedimento)
    assert (risposta["organo"], risposta["ammesso"]) == (organo, ammesso)


def test_a_sanction_that_the_school_does_not_have_says_so_beside_the_statute():
    risposta = chiedi(NA2, "attivita_comunita")
    assert "non è fra le 7 sanzioni" in risposta["perche"][0]["testo"]
    assert "art. 4 c. 5" in fonti(risposta)


def test_a_silent_school_follows_the_law():
    risposta = chiedi(ISEO, "sospensione", 7)
    assert (risposta["organo"], risposta["composizione"]) == ("consiglio_classe", "completa")
    assert "Regolamento" not in fonti(risposta)


def test_an_exam_session_and_the_day_of_the_fact():
    assert chiedi(NA2, "sospensione", 7, sessione_esame=True)["organo"] == "commissione_esame"
    prima = chiedi(PORTO_VENERE, "sospensione", 7, giorno="2025-10-09")
    dopo = chiedi(PORTO_VENERE, "sospensione", 7, giorno="2025-10-10")
    assert "134/2025" not in fonti(prima)
    assert "134/2025" in fonti(dopo)


@pytest.mark.parametrize(
    ("cambiata", "atteso"),
    [
        ({"giorni": None}, ["$.giorni: ci vuole un numero intero, non null"]),
        ({"giorni": 0}, ["$.giorni: il numero 0 è troppo piccolo: almeno 1"]),
        ({"giorni": -3}, ["$.giorni: il numero -3 è troppo piccolo: almeno 1"]),
        ({"giorni": "7"}, ['$.giorni: ci vuole un numero intero, non "7"']),
        ({"giorni": True}, ["$.giorni: ci vuole un numero intero, non true"]),
        (
            {"provvedimento": "ammonizione"},
            ["$.giorni: i giorni si dicono solo di una sospensione"],
        ),
        (
            {"provvedimento": "multa"},
            [
                '$.provvedimento: il provvedimento "multa" non esiste: ammonizione, sospensione, '
                "esclusione_scrutinio o attivita_comunita"
            ],
        ),
        ({"giorno": "ieri"}, ['$.giorno: ci vuole un giorno come "2026-03-20", non "ieri"']),
        ({"sessione_esame": "sì"}, ['$.sessione_esame: ci vuole true o false, non "sì"']),
        (
            {"minore": True},
            [
                "$.minore: chiave sconosciuta; le chiavi sono: profilo, provvedimento, giorni, "
                "giorno, sessione_esame"
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_path(cambiata, atteso):
    assert guasti(**(SETTE | cambiata)) == atteso


def test_what_is_missing_and_every_fault_at_once():
    assert guasti(profilo=PORTO_VENERE, provvedimento="sospensione") == [
        "$.giorni: manca, ed è obbligatorio"
    ]
    detti = guasti(profilo="liceo", provvedimento="boh", giorni=3, altro=1)
    assert [detto.partition(":")[0] for detto in detti] == [
        "$.profilo", "$.provvedimento", "$.altro",
    ]  # fmt: skip


def test_a_list_comes_back_in_its_order_and_one_fault_spoils_it():
    elenco = [SETTE, SETTE | {"giorni": 16}]
    risposte = calcola("sanzione", json.dumps(elenco).encode())
    assert [r["organo"] for r in risposte] == ["consiglio_classe", "consiglio_istituto"]
    with pytest.raises(DatiErrati) as errore:
        calcola("sanzione", json.dumps([SETTE, SETTE | {"giorni": 0}]).encode())
    assert str(errore.value.guasti[0]).startswith("$[1].giorni: elemento 2")


def test_the_page_says_it_in_words():
    [tavola] = tabelle(MODULO, calcola("sanzione", json.dumps(SETTE).encode()))
    assert [cella.testo for cella in tavola.righe[0].celle] == [
        "consiglio di classe", "con tutte le componenti", "sì",
    ]  # fmt: skip
