"""Items that absorb, exclude or need others; contradictions; the most that one may have."""

from fractions import Fraction

import pytest

from selezioni_pon.rules.griglia.coerenza import contraddizioni
from selezioni_pon.rules.griglia.estremi import massimo
from selezioni_pon.rules.griglia.punteggio import valuta
from selezioni_pon.rules.griglia.titoli import Titolo
from tests.selezioni_pon.scena_motore import (
    DURATE,
    SU_110,
    dati_sezione,
    dati_voce,
    di_voci,
    fatta_di,
    letti,
    una_voce,
)

# As the access of a mother-tongue speaker: a alone, or b with b.1.
ACCESSO = di_voci(
    dati_voce("si_no", "1", punti="4", altro_nome="a", mai_con=["2"]),
    dati_voce("si_no", "2", punti="2", altro_nome="b", richiede=["b.1"]),
    dati_voce(
        "scelta", "b.1", gradi=[{"parola": "C1", "punti": "1"}, {"parola": "C2", "punti": "2"}]
    ),
)
LAUREE = di_voci(
    dati_voce("voto", "A.2", scale=[SU_110], assorbita_da=["A.3"]),
    dati_voce("voto", "A.3", scale=[SU_110]),
)
PROFILI = dati_sezione(
    dati_voce("si_no", "1", punti="2", solo_per=["collaboratore-scolastico"]),
    dati_voce("si_no", "2", punti="3"),
)


@pytest.mark.parametrize(
    ("valori", "trovate"),
    [
        ({}, []),
        ({"1": True}, []),
        ({"b": True, "b.1": "C1"}, []),
        ({"1": True, "b.1": "C1"}, []),
        ({"1": True, "2": False}, []),
        ({"2": True}, [("manca_requisito", "2")]),
        ({"a": True, "b": True}, [("alternative", "2"), ("manca_requisito", "2")]),
        ({"1": True, "2": True, "b.1": "C2"}, [("alternative", "2")]),
        ({"1": True, "a": True}, [("due_nomi", "a")]),
        ({"1": True, "a": False}, [("due_nomi", "a")]),
    ],
)
def test_le_contraddizioni(valori, trovate):
    violazioni = contraddizioni(ACCESSO, letti(ACCESSO, valori))
    assert sorted((v.codice, v.campo) for v in violazioni) == trovate
    assert all("Atto di prova" in v.fonte for v in violazioni)


def test_una_voce_che_la_griglia_non_ha():
    (violazione,) = contraddizioni(ACCESSO, [Titolo("9")])
    assert (violazione.codice, violazione.campo) == ("voce_ignota", "9")


@pytest.mark.parametrize(
    ("profilo", "codici", "totale"),
    [("assistente-amministrativo", ["altro_profilo"], 3), ("collaboratore-scolastico", [], 5)],
)
def test_una_voce_per_un_solo_profilo(profilo, codici, totale):
    griglia = fatta_di(PROFILI, slug=f"prova/{profilo}")
    titoli = letti(griglia, {"1": True, "2": True})
    assert [v.codice for v in contraddizioni(griglia, titoli)] == codici
    assert valuta(griglia, titoli).totale == totale == massimo(griglia)
    assert not contraddizioni(griglia, letti(griglia, {"1": False, "2": True}))


@pytest.mark.parametrize(
    ("valori", "totale", "fuori"),
    [
        ({"2": True}, 0, {"2": "b.1"}),
        ({"2": True, "b.1": "C1"}, 3, {}),
        ({"1": True, "2": True}, 4, {"2": "b.1"}),
        ({"1": True, "2": True, "b.1": "C1"}, 5, {"2": "1"}),
    ],
)
def test_quello_che_si_contraddice_non_si_somma(valori, totale, fuori):
    punteggio = valuta(ACCESSO, letti(ACCESSO, valori))
    assert punteggio.totale == totale
    assert {p.voce.numero: p.esclusa_da for p in punteggio.voci if p.esclusa_da} == fuori


def test_la_triennale_non_conta_accanto_alla_specialistica():
    sola = valuta(LAUREE, letti(LAUREE, {"A.2": {"voto": 110, "lode": True}}))
    tutte = valuta(LAUREE, letti(LAUREE, {"A.2": {"voto": 110, "lode": True}, "A.3": {"voto": 90}}))
    assert (sola.totale, tutte.totale) == (10, 6)
    triennale = tutte.voci[0]
    assert (triennale.lordi, triennale.punti, triennale.esclusa_da) == (10, 0, "A.3")
    assert not triennale.tagliato
    assert "non conta accanto alla voce A.3: 0 punti" in triennale.motivi[0].testo


@pytest.mark.parametrize(
    ("tipo", "campi", "fine"),
    [
        ("si_no", {"punti": "4", "pertinente": "2"}, 6),
        ("voto", {"scale": [SU_110]}, 10),
        ("unita", {"punti": "1"}, None),
        ("unita", {"punti": "0.5", "massimo_unita": 5}, "2.5"),
        ("unita", {"punti": "3", "tetto": "12"}, 12),
        ("unita", {"punti": "3", "pertinente": "1", "massimo_unita": 2, "tetto": "12"}, 8),
        ("durate", {"gradi": DURATE}, None),
        ("durate", {"gradi": DURATE, "massimo_unita": 1}, 3),
        ("scelta", {"gradi": DURATE}, 3),
        ("discrezionale", {"punti": "5"}, 5),
    ],
)
def test_il_massimo_di_una_voce(tipo, campi, fine):
    assert massimo(una_voce(tipo, **campi)) == (None if fine is None else Fraction(fine))


def test_il_massimo_di_una_sezione_e_di_una_griglia():
    assert massimo(LAUREE) == massimo(LAUREE.sezioni[0]) == 10
    aperta = dati_voce("unita", "1", punti="1")
    assert massimo(di_voci(aperta)) is None
    chiusa = dati_sezione(aperta, tetto="20")
    altra = dati_sezione(dati_voce("si_no", "2", punti="3"), sigla="B")
    assert massimo(fatta_di(chiusa, altra)) == 23
