"""A block pasted from a spreadsheet: what it says and where it lands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competenze.enums import Livello
from competenze.rules.incolla import Modifica, incolla, livello_scritto


def incollati(testo, righe=4, colonne=3, **altro):
    esito = incolla(testo, righe=righe, colonne=colonne, **altro)
    assert not esito.errori
    return [(m.riga, m.colonna, m.livello) for m in esito.modifiche]


def errori(testo, righe=4, colonne=3, **altro):
    esito = incolla(testo, righe=righe, colonne=colonne, **altro)
    return [errore.testo for errore in esito.errori]


@pytest.mark.parametrize(
    ("scritto", "livello"),
    [
        ("A", "A"), ("b", "B"), ("4", "A"), ("1", "D"), ("nv", "NV"), ("NV", "NV"), ("N.V.", "NV"),
        ("Avanzato", "A"), ("INTERMEDIO", "B"), ("base", "C"), (" Iniziale ", "D"),
        ("Non  valutato", "NV"), ("A - Avanzato", "A"), ("B Intermedio", "B"), ("c–base", "C"),
    ],
)  # fmt: skip
def test_come_si_scrive_un_livello(scritto, livello):
    assert livello_scritto(scritto) == livello


@pytest.mark.parametrize(
    "scritto", ["E", "0", "5", "", "AB", "A - Base", "3,5", "=A1", "buono", "-"]
)
def test_che_cosa_non_e_un_livello(scritto):
    assert livello_scritto(scritto) is None


@pytest.mark.parametrize("a_capo", ["\n", "\r\n", "\r"])
def test_il_blocco_si_posa_dalla_casella_scelta(a_capo):
    testo = a_capo.join(["A\t3", "\tnv", ""])
    assert incollati(testo, da=(1, 1)) == [(1, 1, "A"), (1, 2, "B"), (2, 2, "NV")]


def test_le_caselle_vuote_lasciano_quello_che_c_e():
    assert incollati("\t\tA\n\t\t\nB") == [(0, 2, "A"), (2, 0, "B")]


def test_colonne_vuote_in_piu_non_disturbano():
    assert incollati('"A"\tB\tC\t\t\n') == [(0, 0, "A"), (0, 1, "B"), (0, 2, "C")]


def test_ogni_errore_dice_riga_e_colonna_e_nulla_si_applica_da_se():
    esito = incolla("A\tE\n7\tB", righe=4, colonne=3)
    assert [(e.riga, e.colonna) for e in esito.errori] == [(0, 1), (1, 0)]
    assert esito.errori[0].testo.startswith("Riga 1, colonna 2 del blocco: «E» non è un livello")


def test_il_blocco_che_non_ci_sta():
    assert errori("A\n" * 5) == [
        "Il blocco ha 5 righe, ma dalla casella scelta in giù la griglia ne ha 4."
    ]
    assert errori("A\tB", da=(0, 2)) == [
        "Il blocco ha 2 colonne, ma dalla casella scelta a destra la griglia ne ha 1."
    ]
    assert len(errori("A\tA\tA\tA\n" * 9)) == 2


@pytest.mark.parametrize("testo", ["", "\n\n", "\t\t\n", "  \t "])
def test_il_blocco_vuoto(testo):
    assert errori(testo) == ["Il blocco incollato è vuoto."]


def test_una_casella_che_non_si_valuta():
    testi = errori("A\tB", da=(2, 0), chiuse={(2, 1)})
    assert testi == ["Riga 1, colonna 2 del blocco: questa casella non si valuta."]


griglie = st.lists(
    st.lists(st.sampled_from([*Livello, None]), min_size=3, max_size=3), min_size=1, max_size=8
).filter(lambda griglia: any(livello for riga in griglia for livello in riga))


@given(griglie)
def test_copiare_e_incollare_restituisce_la_griglia(griglia):
    testo = "\n".join("\t".join(livello or "" for livello in riga) for riga in griglia)
    attese = tuple(
        Modifica(riga, colonna, livello)
        for riga, celle in enumerate(griglia)
        for colonna, livello in enumerate(celle)
        if livello
    )
    assert incolla(testo, righe=len(griglia), colonne=3).modifiche == attese


@given(st.text(alphabet=st.sampled_from("ABCDnv1234\t\n\r \"';=é"), max_size=80))
def test_qualunque_testo_da_modifiche_dentro_la_griglia_o_errori(testo):
    esito = incolla(testo, righe=3, colonne=2, da=(1, 1))
    assert esito.modifiche or esito.errori
    assert all(1 <= m.riga < 3 and m.colonna == 1 for m in esito.modifiche)
