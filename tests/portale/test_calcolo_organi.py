"""The kinds ``termine``, ``quorum`` and ``votazione``, over the profiles of the five schools."""

import json

import pytest

from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.registro import calcola

NA2, PINOCCHIO, PORTO_VENERE, ISEO, CLEN = (
    "cpia-napoli-provincia-2", "ic-pinocchio-montesicuro", "ic-porto-venere", "iis-antonietti",
    "cpia-caltanissetta-enna",
)  # fmt: skip
COLLEGIO, CONSIGLIO, GIUNTA, CLASSE = (
    "collegio_docenti", "consiglio_istituto", "giunta_esecutiva", "consiglio_classe",
)  # fmt: skip
COMITATO, GARANZIA, PFI = "comitato_valutazione", "organo_garanzia", "commissione_pfi"


def chiedi(tipo, richiesta):
    return calcola(tipo, json.dumps(richiesta).encode())


def guasti(tipo, richiesta):
    with pytest.raises(DatiErrati) as errore:
        chiedi(tipo, richiesta)
    return [str(guasto) for guasto in errore.value.guasti]


def seduta(profilo, organo, tipo, convocazione="2026-03-15", giorno="2026-03-20"):
    return {
        "profilo": profilo, "organo": organo, "tipo": tipo,
        "seduta": giorno, "convocazione": convocazione,
    }  # fmt: skip


def voto(profilo, organo, presenti, favorevoli, contrari, astenuti, **altro):
    return {
        "profilo": profilo, "organo": organo, "forma": "palese", "presenti": presenti,
        "favorevoli": favorevoli, "contrari": contrari, "astenuti": astenuti,
        "presidente": "favorevole",
    } | altro  # fmt: skip


@pytest.mark.parametrize(
    ("profilo", "organo", "tipo", "giorni", "ultimo"),
    [
        (PINOCCHIO, CONSIGLIO, "ordinaria", 5, "2026-03-15"),
        (PINOCCHIO, CONSIGLIO, "straordinaria", 3, "2026-03-17"),
        (PINOCCHIO, CONSIGLIO, "urgente", 0, "2026-03-20"),
        (PINOCCHIO, COLLEGIO, "urgente", 0, "2026-03-20"),
        (PINOCCHIO, COLLEGIO, "straordinaria", 5, "2026-03-15"),
        (PORTO_VENERE, CONSIGLIO, "urgente", 1, "2026-03-19"),
        (PORTO_VENERE, CLASSE, "urgente", 1, "2026-03-19"),
        (NA2, COLLEGIO, "ordinaria", 5, "2026-03-15"),
        (NA2, COMITATO, "ordinaria", 10, "2026-03-10"),
        (NA2, COMITATO, "urgente", 10, "2026-03-10"),
        (NA2, GARANZIA, "ordinaria", 5, "2026-03-15"),
        # Silent regulations: C.M. 105/1975.
        (ISEO, COLLEGIO, "ordinaria", 5, "2026-03-15"),
        (CLEN, PFI, "urgente", 5, "2026-03-15"),
    ],
)
def test_the_notice_of_every_organ(profilo, organo, tipo, giorni, ultimo):
    risposta = chiedi("termine", seduta(profilo, organo, tipo))
    assert risposta["giorni_preavviso"] == giorni
    assert risposta["ultimo_giorno_utile"] == ultimo
    assert risposta["nei_termini"] == (ultimo >= "2026-03-15")
    assert all(motivo["fonte"] and motivo["testo"] for motivo in risposta["perche"])


def test_hours_count_as_days_and_ask_to_look_at_the_hour():
    risposta = chiedi("termine", seduta(PORTO_VENERE, CLASSE, "urgente"))
    assert any("va verificata anche l’ora" in motivo["testo"] for motivo in risposta["perche"])


def test_the_source_of_a_silent_regulation_is_the_law():
    perche = chiedi("termine", seduta(ISEO, COLLEGIO, "ordinaria"))["perche"]
    assert "105" in perche[0]["fonte"]


@pytest.mark.parametrize(
    ("profilo", "organo", "in_carica", "presenti", "legale", "valida"),
    [
        (PINOCCHIO, CONSIGLIO, 19, 10, 10, True),
        (PINOCCHIO, CONSIGLIO, 20, 10, 11, False),
        (PORTO_VENERE, GIUNTA, 4, 2, 2, True),
        (NA2, COMITATO, 3, 2, 3, False),
        (NA2, COMITATO, 7, 4, 4, True),
        (CLEN, COMITATO, 4, 3, 3, True),
        (NA2, GARANZIA, 0, 0, 1, False),
    ],
)
def test_the_legal_number_of_every_organ(profilo, organo, in_carica, presenti, legale, valida):
    richiesta = {
        "profilo": profilo, "organo": organo, "in_carica": in_carica, "presenti": presenti,
    }  # fmt: skip
    risposta = chiedi("quorum", richiesta)
    assert (risposta["numero_legale"], risposta["valida"]) == (legale, valida)


@pytest.mark.parametrize(
    ("richiesta", "necessari", "approvata"),
    [
        (voto(PINOCCHIO, COLLEGIO, 40, 20, 15, 5), 21, False),
        (voto(NA2, COLLEGIO, 40, 20, 15, 5), 18, True),
        (voto(PINOCCHIO, COLLEGIO, 24, 10, 10, 4), 13, False),
        (voto(PINOCCHIO, CONSIGLIO, 24, 10, 10, 4), 11, True),
        (voto(ISEO, CONSIGLIO, 4, 2, 2, 0, presidente="contrario"), 3, False),
        (voto(NA2, COLLEGIO, 4, 2, 2, 0, forma="segreta", presidente=None), 3, False),
        (voto(ISEO, CLASSE, 11, 6, 5, 0, scrutinio=True), 6, True),
        (voto(ISEO, CLASSE, 11, 5, 5, 1), 6, True),
    ],
)
def test_the_vote_of_every_organ(richiesta, necessari, approvata):
    risposta = chiedi("votazione", richiesta)
    assert (risposta["necessari"], risposta["approvata"]) == (necessari, approvata)


def test_where_the_school_departs_from_the_law_both_are_cited():
    perche = chiedi("votazione", voto(PINOCCHIO, COLLEGIO, 40, 20, 15, 5))["perche"]
    assert "art. 17" in perche[0]["fonte"]
    assert "voti validamente espressi" in perche[0]["testo"]


@pytest.mark.parametrize(
    ("tipo", "richiesta", "guasto"),
    [
        ("termine", seduta("ic-ignoto", COLLEGIO, "ordinaria"), "$.profilo: il profilo"),
        ("termine", seduta(NA2, "senato", "ordinaria"), '$.organo: l\'organo "senato" non esiste'),
        ("termine", seduta(NA2, COLLEGIO, "segreta"), "$.tipo: il tipo di seduta"),
        ("termine", seduta(NA2, COLLEGIO, "urgente", "15/03/2026"), "$.convocazione: ci vuole un"),
        ("termine", seduta(NA2, COLLEGIO, "urgente", "20260315"), "$.convocazione: ci vuole un"),
        ("termine", seduta(NA2, COLLEGIO, "urgente", "2026-02-30"), "$.convocazione: ci vuole un"),
        ("termine", seduta(NA2, COLLEGIO, "urgente") | {"x": 1}, "$.x: chiave sconosciuta"),
        (
            "quorum",
            {"profilo": NA2, "organo": COLLEGIO, "in_carica": 10, "presenti": 11},
            "$.presenti: i presenti sono 11 e in carica sono 10",
        ),
        (
            "quorum",
            {"profilo": NA2, "organo": COLLEGIO, "in_carica": -1, "presenti": 0},
            "$.in_carica: il numero -1 è troppo piccolo",
        ),
        ("quorum", {"profilo": NA2, "organo": COLLEGIO, "presenti": 0}, "$.in_carica: manca"),
        ("votazione", voto(NA2, COLLEGIO, 39, 20, 15, 5), "$.presenti: i voti sono 40"),
        ("votazione", voto(NA2, GARANZIA, 4, 2, 1, 1), "$.astenuti: qui non ci si può astenere"),
        ("votazione", voto(ISEO, GARANZIA, 4, 2, 1, 1), "$.astenuti: qui non ci si può astenere"),
        ("votazione", voto(ISEO, CLASSE, 4, 2, 1, 1, scrutinio=True), "$.astenuti: qui non ci si"),
        ("votazione", voto(ISEO, COLLEGIO, 4, 2, 1, 1, scrutinio=True), "$.scrutinio: lo scrut"),
        ("votazione", voto(ISEO, CLASSE, 4, 2, 1, 1, scrutinio="sì"), "$.scrutinio: ci vuole true"),
        ("votazione", voto(NA2, COLLEGIO, 4, 2, 2, 0, forma="segreta"), "$.presidente: nel voto"),
        ("votazione", voto(NA2, COLLEGIO, 4, 2, 2, 0, presidente=None), "$.presidente: il voto"),
        ("votazione", voto(NA2, COLLEGIO, 4, 0, 4, 0), "$.presidente: chi presiede è favorevole"),
        ("votazione", voto(NA2, COLLEGIO, 4, 2, 2, -1), "$.astenuti: il numero -1"),
    ],
)
def test_what_cannot_be_is_told_at_its_place(tipo, richiesta, guasto):
    trovati = guasti(tipo, richiesta)
    assert len(trovati) == 1
    assert trovati[0].startswith(guasto)
