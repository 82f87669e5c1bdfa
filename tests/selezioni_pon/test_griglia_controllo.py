"""What the check of a grid finds, and what it does not mistake for a slip."""

import pytest

from selezioni_pon.rules.griglia.controllo import controlla
from tests.selezioni_pon.scena_motore import (
    CONTESA,
    SU_60,
    SU_100,
    SU_110,
    dati_sezione,
    dati_voce,
    di_voci,
    fatta_di,
)

QUATTRO = dati_voce("si_no", punti="4")
ALTRA = {"altre_letture": [{"tetto": "2", "fonte": "intestazione"}], "perche_questa": "Le righe."}
OPZIONI = (
    dati_voce("si_no", "1", punti="4", mai_con=["2"]),
    dati_voce("si_no", "2", punti="2", richiede=["b.1"]),
    dati_voce("scelta", "b.1", gradi=[{"parola": "C2", "punti": "2"}]),
)


def trovati(griglia):
    return [(rilievo.codice.value, rilievo.dove) for rilievo in controlla(griglia)]


def con_fasce(*fasce):
    return di_voci(dati_voce("voto", scale=[{**SU_110, "fasce": list(fasce)}]))


@pytest.mark.parametrize(
    ("sezione", "attesi"),
    [
        (dati_sezione(QUATTRO), []),
        (dati_sezione(QUATTRO, tetto="4"), []),
        (dati_sezione(QUATTRO, tetto="5"), [("tetto_sezione_diverso_dalle_voci", "A")]),
        (dati_sezione(QUATTRO, tetto="3"), [("tetto_sezione_diverso_dalle_voci", "A")]),
        (dati_sezione(QUATTRO, tetto="4", **ALTRA), [("tetto_sezione_diverso_dalle_voci", "A")]),
        (dati_sezione(*OPZIONI, tetto="4"), []),
        (dati_sezione(*OPZIONI, tetto="6"), [("tetto_sezione_diverso_dalle_voci", "A")]),
        (dati_sezione(dati_voce("unita", punti="2.5"), tetto="20"), []),
        (
            dati_sezione(dati_voce("unita", punti="2.5"), tetto="2"),
            [("tetto_sotto_una_unita", "1")],
        ),
    ],
)
def test_il_massimo_della_sezione(sezione, attesi):
    assert trovati(fatta_di(sezione)) == attesi


def test_il_rilievo_mostra_le_due_letture_e_la_ragione():
    (rilievo,) = controlla(fatta_di(dati_sezione(QUATTRO, tetto="4", **ALTRA)))
    assert rilievo.testo == (
        "Sezione A: le voci arrivano a 4 punti e il massimo è 4. La fonte scrive anche 2 punti. "
        "Le righe."
    )


@pytest.mark.parametrize(
    ("voce", "attesi"),
    [
        (dati_voce("unita", punti="3", tetto="3"), []),
        (dati_voce("unita", punti="3", tetto="2"), [("tetto_sotto_una_unita", "1")]),
        (
            dati_voce("unita", punti="3", tetto="4", pertinente="2"),
            [("tetto_sotto_una_unita", "1")],
        ),
        (dati_voce("si_no", punti="3", tetto="2"), [("tetto_sotto_una_unita", "1")]),
        (dati_voce("voto", scale=[SU_110], tetto="9"), [("tetto_sotto_una_unita", "1")]),
        (dati_voce("voto", scale=[SU_110], tetto="10"), []),
        (dati_voce("voto", scale=[CONTESA]), [("fasce_sovrapposte", "1")]),
        (dati_voce("voto", scale=[SU_60, SU_100]), []),
    ],
)
def test_una_voce(voce, attesi):
    assert trovati(di_voci(voce)) == attesi


@pytest.mark.parametrize(
    ("fasce", "codice", "testo"),
    [
        (
            [{"a": "100", "punti": "1"}, {"da": "102", "punti": "2"}],
            "fasce_con_buco",
            "Voce 1: il voto 101 su 110 sta fuori da ogni fascia.",
        ),
        (
            [{"da": "90", "punti": "2"}],
            "fasce_con_buco",
            "Voce 1: i voti da 66 a 89 su 110 stanno fuori da ogni fascia.",
        ),
        (
            [{"a": "100", "punti": "1"}, {"da": "98", "punti": "2"}],
            "fasce_sovrapposte",
            "Voce 1: i voti da 98 a 100 su 110 stanno in 2 fasce, fino a 100 (1 punto) e "
            "da 98 in su (2 punti).",
        ),
        (
            [{"punti": "7"}, {"da": "110", "a": "110", "punti": "9"}],
            "fasce_sovrapposte",
            "Voce 1: il voto 110 su 110 sta in 2 fasce, qualsiasi voto (7 punti) e uguale a 110 "
            "(9 punti).",
        ),
        (
            [{"a": "109", "punti": "7"}, {"da": "110", "lode": True, "punti": "9"}],
            "fasce_con_buco",
            "Voce 1: il voto 110 su 110 sta fuori da ogni fascia.",
        ),
    ],
)
def test_le_fasce(fasce, codice, testo):
    (rilievo,) = controlla(con_fasce(*fasce))
    assert (rilievo.codice.value, rilievo.testo) == (codice, testo)


def test_cento_e_centouno_non_lasciano_un_buco():
    assert trovati(con_fasce({"a": "100", "punti": "1"}, {"da": "101", "punti": "2"})) == []


def test_i_numeri_stampati_due_volte_anche_dai_titoli():
    griglia = fatta_di(
        dati_sezione(dati_voce("si_no", "17", punti="1"), numero="16"),
        dati_sezione(
            dati_voce("si_no", "17bis", punti="1", stampato="17"),
            dati_voce("si_no", "18bis", punti="1", stampato="18"),
            sigla="B",
            numero="18",
        ),
        dati_sezione(dati_voce("si_no", "19", punti="1"), sigla="C", numero="16"),
    )
    assert trovati(griglia) == [
        ("numero_ripetuto", "17bis"),
        ("numero_ripetuto", "18bis"),
        ("numero_ripetuto", "C"),
    ]


def test_i_rilievi_sono_nell_ordine_di_stampa():
    griglia = fatta_di(
        dati_sezione(dati_voce("voto", "1", scale=[CONTESA]), tetto="9"),
        dati_sezione(dati_voce("si_no", "2", punti="3", tetto="2"), sigla="B", tetto="5"),
    )
    assert trovati(griglia) == [
        ("tetto_sezione_diverso_dalle_voci", "A"),
        ("fasce_sovrapposte", "1"),
        ("tetto_sezione_diverso_dalle_voci", "B"),
        ("tetto_sotto_una_unita", "2"),
    ]
