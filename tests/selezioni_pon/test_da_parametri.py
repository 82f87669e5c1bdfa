"""The figures of enrolments and funzioni strumentali out of the profiles of the schools."""

from datetime import date

import pytest

from cpia.norme.profili import PROFILI, profilo
from cpia.norme.rules import CHIAVI, GiornoMese
from cpia.norme.rules.vigenza import Disposizione, valori_vigenti
from selezioni_pon.rules.da_parametri import funzioni_dai_parametri, infanzia_dai_parametri
from selezioni_pon.rules.funzioni_strumentali.modello import ParametriFunzioni

OGGI = date(2026, 3, 1)


def valori(slug):
    return profilo(slug).parametri("selezioni.", OGGI)


def test_the_three_figures_of_porto_venere_each_with_the_others():
    posti = infanzia_dai_parametri(valori("ic-porto-venere")).posti
    tre = (posti.soglia, posti.ammessi, posti.estremi)
    assert [uno.valore for uno in tre] == [25, 26, 27]
    assert all("art. 2 lett." in uno.fonte and uno.in_contrasto_con for uno in tre)


def test_where_a_school_is_silent_the_law_gives_the_places():
    posti = infanzia_dai_parametri(valori("iis-antonietti")).posti
    assert [uno.valore for uno in (posti.soglia, posti.ammessi, posti.estremi)] == [26, 26, 29]
    assert "D.P.R. 81/2009" in posti.ammessi.fonte


def test_early_children_of_porto_venere():
    letti = infanzia_dai_parametri(valori("ic-porto-venere"))
    assert letti.anticipi.al.valore == GiornoMese(8, 30)
    assert letti.anticipi.iscritti.valore == (15, 20, 26)
    assert letti.anticipi.ammessi.valore == (3, 2, 0)
    assert letti.anticipi.massimo.valore == 25
    assert not letti.anticipi.con_attesa.valore
    assert letti.eta.anticipo_entro.valore == GiornoMese(4, 30)


def test_funzioni_strumentali_of_napoli():
    letti = funzioni_dai_parametri(valori("cpia-napoli-provincia-2"))
    assert (letti.anni.valore, letti.membri.valore, letti.supplenti.valore) == (3, 3, 3)
    assert letti.inappellabile.valore
    assert "art. 14 c. 7" in letti.inappellabile.in_contrasto_con
    assert letti.relazione_iniziale.valore == GiornoMese(10, 31)


@pytest.mark.parametrize("slug", PROFILI)
def test_every_parameter_is_used_and_every_school_has_them(slug):
    presi = valori(slug)
    assert infanzia_dai_parametri(presi)
    assert funzioni_dai_parametri(presi)
    del_catalogo = {c.rpartition(".")[2] for c in CHIAVI if c.startswith("selezioni.funzioni.")}
    assert del_catalogo == set(ParametriFunzioni.__slots__)


def test_rows_that_do_not_match_and_days_that_are_none_are_refused():
    for voce, valore in (("anticipi_ammessi", "3, 2"), ("nati_entro", "nessuno")):
        chiave = f"selezioni.infanzia.{voce}"
        scritta = Disposizione(chiave, valore, "Regolamento", "d. 1", "art. 1", OGGI)
        with pytest.raises(ValueError, match=r"riga|giorno"):
            infanzia_dai_parametri(valori_vigenti("selezioni.", [scritta], OGGI))
