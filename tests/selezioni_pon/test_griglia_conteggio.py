"""The points of one item: each kind, at its boundaries, and what limits it."""

from fractions import Fraction

import pytest

from selezioni_pon.enums import FasciaContesa
from selezioni_pon.rules.griglia.conteggio import conta as conta_voce
from selezioni_pon.rules.griglia.punteggio import valuta
from selezioni_pon.rules.griglia.titoli import Titolo
from tests.selezioni_pon.scena_motore import (
    DURATE,
    RUBRICA,
    SU_110,
    conta,
    dati_sezione,
    dati_voce,
    di_voci,
    fatta_di,
    letti,
    una_voce,
)


@pytest.mark.parametrize(
    ("limiti", "quanti", "lordi", "punti", "unita"),
    [
        ({}, 0, 0, 0, 0),
        ({}, 30, 75, 75, 30),
        ({"tetto": "10"}, 4, 10, 10, 4),
        ({"tetto": "10"}, 5, "12.5", 10, 5),
        ({"massimo_unita": 3}, 3, "7.5", "7.5", 3),
        ({"massimo_unita": 3}, 4, 10, "7.5", 3),
        ({"massimo_unita": 3, "tetto": "6"}, 4, 10, 6, 3),
        ({"tetto": "1"}, 1, "2.5", 1, 1),
    ],
)
def test_le_unita(limiti, quanti, lordi, punti, unita):
    contata = conta("unita", quanti, punti="2.5", **limiti)
    assert (contata.lordi, contata.punti, contata.unita) == (
        Fraction(lordi),
        Fraction(punti),
        Fraction(unita),
    )
    assert contata.tagliato == (contata.punti < contata.lordi)


@pytest.mark.parametrize(
    ("limiti", "valore", "punti"),
    [
        ({}, {"semestrali": 1}, 2),
        ({}, {"semestrali": 1, "annuali": 1}, 5),
        ({"tetto": "5"}, {"semestrali": 1, "annuali": 2}, 5),
        ({"massimo_unita": 1}, {"semestrali": 3, "annuali": 1}, 3),
        ({"massimo_unita": 1}, "semestrale", 2),
        ({"massimo_unita": 2}, {"semestrali": 3, "annuali": 1}, 5),
    ],
)
def test_le_durate(limiti, valore, punti):
    assert conta("durate", valore, gradi=DURATE, **limiti).punti == punti


@pytest.mark.parametrize(
    ("tipo", "campi", "valore", "punti"),
    [
        ("si_no", {"punti": "4"}, True, 4),
        ("si_no", {"punti": "4"}, False, 0),
        ("si_no", {"punti": "4", "tetto": "3"}, True, 3),
        ("si_no", {"punti": "4", "pertinente": "2"}, {"pertinente": True}, 6),
        ("scelta", {"gradi": DURATE}, "Annuali", 3),
        ("rubrica", {"gradi": RUBRICA}, "OTTIMA", 18),
        ("rubrica", {"gradi": RUBRICA}, "ottima coerenza", 18),
        ("rubrica", {"gradi": RUBRICA}, "Non coerente", 0),
        ("discrezionale", {"punti": "5"}, "4.5", Fraction(9, 2)),
        ("discrezionale", {"punti": "5"}, 0, 0),
        ("voto", {"scale": [SU_110], "pertinente": "2"}, {"voto": 100, "pertinente": True}, 8),
        ("voto", {"scale": [SU_110], "pertinente": "2"}, {"voto": 100, "pertinente": False}, 6),
        ("unita", {"punti": "4", "pertinente": "2"}, {"quanti": 3, "pertinente": True}, 18),
        ("unita", {"punti": "4", "pertinente": "2"}, {"quanti": 3, "pertinenti": 2}, 16),
        (
            "unita",
            {"punti": "4", "pertinente": "2", "massimo_unita": 2},
            {"quanti": 3, "pertinenti": 2},
            12,
        ),
    ],
)
def test_gli_altri_tipi(tipo, campi, valore, punti):
    assert conta(tipo, valore, **campi).punti == punti


def test_di_piu_titoli_della_stessa_voce_vale_il_migliore_e_le_unita_si_sommano():
    voto = di_voci(dati_voce("voto", scale=[SU_110]))
    due = [Titolo("1", voto=Fraction(90)), Titolo("1", voto=Fraction(105))]
    assert valuta(voto, due).totale == 8
    unita = di_voci(dati_voce("unita", punti="3", tetto="12"))
    assert valuta(unita, [Titolo("1", Fraction(2)), Titolo("1", Fraction(3))]).totale == 12


def test_la_sezione_taglia_la_somma_delle_voci():
    griglia = fatta_di(
        dati_sezione(dati_voce("unita", "1", punti="4", tetto="20"), tetto="15"),
        dati_sezione(dati_voce("si_no", "2", punti="3"), sigla="B"),
    )
    punteggio = valuta(griglia, letti(griglia, {"1": 6, "2": True}))
    assert punteggio.totale == 18
    prima, seconda = punteggio.sezioni
    assert (prima.lordi, prima.punti, prima.tetto, prima.tagliato) == (20, 15, 15, True)
    assert (seconda.lordi, seconda.punti, seconda.tetto, seconda.tagliato) == (3, 3, 3, False)


def test_chi_non_dichiara_niente_ha_tutte_le_voci_a_zero():
    griglia = di_voci(dati_voce("unita", punti="1"), dati_voce("si_no", "2", punti="3"))
    punteggio = valuta(griglia, [])
    assert [(p.voce.numero, p.punti, p.tetto) for p in punteggio.voci] == [
        ("1", 0, None),
        ("2", 0, 3),
    ]
    assert (punteggio.totale, punteggio.sezioni[0].tetto) == (0, None)


@pytest.mark.parametrize(
    ("tipo", "campi", "titolo"),
    [
        ("voto", {"scale": [SU_110]}, Titolo("1")),
        ("voto", {"scale": [SU_110]}, Titolo("1", voto=Fraction(60), su=60)),
        ("scelta", {"gradi": DURATE}, Titolo("1", grado="biennali")),
        ("durate", {"gradi": DURATE}, Titolo("1", per_grado={"biennali": 1})),
        ("discrezionale", {"punti": "5"}, Titolo("1", Fraction(6))),
    ],
)
def test_un_titolo_che_la_voce_non_conosce(tipo, campi, titolo):
    with pytest.raises(ValueError, match="voce 1"):
        conta_voce(una_voce(tipo, **campi), [titolo], FasciaContesa.PIU_FAVOREVOLE)


def test_un_titolo_di_nessuna_voce_e_un_titolo_in_negativo():
    with pytest.raises(ValueError, match="non ha la voce 9"):
        valuta(di_voci(dati_voce("si_no", punti="1")), [Titolo("9")])
    with pytest.raises(ValueError, match="in negativo"):
        Titolo("1", Fraction(-1))
