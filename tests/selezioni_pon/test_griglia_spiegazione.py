"""The sentences that say why: with the numbers of the case and the place in the source."""

from selezioni_pon.rules.griglia.punteggio import valuta
from selezioni_pon.rules.griglia.spiegazione import perche
from tests.selezioni_pon.scena_motore import (
    CONTESA,
    DURATE,
    RUBRICA,
    dati_sezione,
    dati_voce,
    fatta_di,
    letti,
)

GRIGLIA = fatta_di(
    dati_sezione(
        dati_voce("unita", "1", punti="4", tetto="20", minimo_per_contare="20 ore"),
        dati_voce("unita", "2", punti="1", massimo_unita=6),
        dati_voce("durate", "3", gradi=DURATE, tetto="5"),
        dati_voce("voto", "4", scale=[CONTESA], pertinente="2"),
        tetto="30",
        altre_letture=[{"tetto": "25", "fonte": "Intestazione"}],
        perche_questa="Le righe fanno 30.",
    ),
    dati_sezione(
        dati_voce("rubrica", "5", gradi=RUBRICA),
        dati_voce("discrezionale", "17bis", punti="5", stampato="17"),
        dati_voce("unita", "6", punti="4", pertinente="2"),
        sigla="B",
    ),
)
TUTTI = {
    "1": 7,
    "2": 8,
    "3": {"semestrali": 1, "annuali": 2},
    "4": {"voto": 100, "pertinente": True},
    "5": "ottima",
    "17bis": "4.5",
    "6": {"quanti": 3, "pertinenti": 1},
}


def motivi(valori):
    return perche(GRIGLIA, valuta(GRIGLIA, letti(GRIGLIA, valori)))


def test_una_frase_per_voce_poi_le_sezioni_poi_il_totale():
    assert [motivo.testo for motivo in motivi(TUTTI)] == [
        "Voce 1: 7 × 4 = 28 punti, ma il massimo della voce è 20: 20 punti (minimo per contare: "
        "20 ore).",
        "Voce 2: 8 × 1 = 8 punti, ma di 8 ne contano 6: 6 punti.",
        "Voce 3: annuali 2 × 3 + semestrali 1 × 2 = 8 punti, ma il massimo della voce è 5: "
        "5 punti.",
        "Voce 4: 100 su 110, in 2 fasce, da 81 a 100 (4 punti) e da 100 a 110 (5 punti): vale la "
        "più favorevole a chi si candida, con 2 in più perché pertinente: 7 punti; con l’altra "
        "lettura 6 punti.",
        "Voce 5: «ottima coerenza»: 18 punti.",
        "Voce 17bis: la commissione ne dà 4,5 su 5: 4,5 punti.",
        "Voce 6: 3 × 4 + pertinenti 1 × 2 = 14 punti.",
        "Sezione A: le voci fanno 38 punti e il massimo è 30: 30 punti. La fonte scrive anche 25 "
        "punti. Le righe fanno 30.",
        "Totale: 66,5 punti = 30 (A) + 36,5 (B).",
    ]


def test_la_fonte_e_l_atto_con_la_voce_come_stampata():
    fonti = {motivo.testo.partition(":")[0]: motivo.fonte for motivo in motivi(TUTTI)}
    assert fonti["Voce 17bis"] == "Atto di prova, voce 17"
    assert fonti["Sezione A"] == "Atto di prova, sezione A; Intestazione"
    assert fonti["Totale"] == "Atto di prova"


def test_la_sezione_si_spiega_anche_se_taglierebbe_l_altra_lettura():
    testi = [motivo.testo for motivo in motivi({"1": 5, "2": 6})]
    assert testi[-2].startswith("Sezione A: le voci fanno 26 punti e il massimo è 30: 26 punti.")
    assert [m.regola for m in motivi({"1": 5})] == ["unita", "totale"]


def test_chi_non_ha_titoli_legge_il_totale():
    assert [motivo.testo for motivo in motivi({})] == ["Totale: 0 punti = 0 (A) + 0 (B)."]
