"""The rules of the selections out of the profiles of the schools."""

from dataclasses import replace
from datetime import date

import pytest

from cpia.norme.enums import Origine
from cpia.norme.profili import PROFILI, profilo
from cpia.norme.rules.chiavi_graduatorie import PARITA
from cpia.norme.rules.vigenza import Disposizione, valori_vigenti
from selezioni_pon.enums import (
    Cittadini,
    EffettoConflitto,
    FasciaContesa,
    Fase,
    OrdineAvvisi,
    Pubblicazione,
    TipoCriterio,
)
from selezioni_pon.rules.criteri_parita import contraddizioni_dei_criteri
from selezioni_pon.rules.regole import regole_da

OGGI = date(2026, 3, 1)
PORTO_VENERE = "ic-porto-venere"


def della_scuola(slug):
    return regole_da(profilo(slug).parametri("selezioni.", OGGI))


def scritte(**valori):
    """The rules of a school that wrote these parameters and nothing else."""
    disposizioni = [
        Disposizione(f"selezioni.{voce}", valore, "Regolamento", "delibera n. 1", "art. 1", OGGI)
        for voce, valore in valori.items()
    ]
    return regole_da(valori_vigenti("selezioni.", disposizioni, OGGI))


@pytest.mark.parametrize("slug", PROFILI)
def test_every_school_has_them_all_with_a_source(slug):
    regole = della_scuola(slug)
    assert regole.avviso.giorni[Fase.INTERNI].valore == 7
    assert regole.avviso.giorni[Fase.ESTERNI].valore == 15
    assert (regole.reclamo.giorni.valore, regole.reclamo.decisione.valore) == (15, 30)
    assert regole.reclamo.scelte.valore == (5, 7, 15)
    assert regole.commissione.minimo.valore == 3
    assert all(criterio.fonte for criterio in regole.parita)
    assert list(contraddizioni_dei_criteri(regole.parita)) == []


def test_porto_venere_says_what_its_articles_say():
    regole = della_scuola(PORTO_VENERE)
    assert regole.solo_progetti.valore
    assert "art. 4 c. 7" in regole.solo_progetti.fonte
    assert regole.pubblicazione.valore is Pubblicazione.NOMI
    assert "art. 4 c. 11" in regole.pubblicazione.fonte
    assert regole.avviso.cittadini.valore is Cittadini.UE
    assert "italiani o stranieri" in regole.avviso.cittadini.in_contrasto_con
    assert regole.integrazione.valore == 30
    assert regole.unico_valutato.valore


def test_where_a_school_is_silent():
    regole = della_scuola("iis-antonietti")
    assert regole.avviso.ordine.valore is OrdineAvvisi.IN_FASI
    assert regole.avviso.altre_scuole_prima.valore
    assert regole.avviso.cittadini.valore is Cittadini.EQUIPARATI
    assert not regole.solo_progetti.valore
    assert regole.contesa.valore is FasciaContesa.PIU_FAVOREVOLE
    assert regole.commissione.conflitto.valore is EffettoConflitto.SOSTITUZIONE
    assert [criterio.tipo for criterio in regole.parita] == [
        TipoCriterio.MINOR_OFFERTA,
        TipoCriterio.ANZIANITA,
        TipoCriterio.PIU_GIOVANE,
        TipoCriterio.SORTEGGIO,
    ]


def test_what_the_catalogue_offers_is_what_the_rules_know():
    assert set(PARITA) - {"nessuno"} <= {tipo.value for tipo in TipoCriterio}


@pytest.mark.parametrize(
    ("scritto", "restano"),
    [
        ({"parita_1": "anzianita_istituto"}, ["anzianita_istituto", "piu_giovane", "sorteggio"]),
        ({"parita_2": "piu_anziano"}, ["minor_offerta", "piu_anziano", "sorteggio"]),
        ({"parita_1": "sorteggio"}, ["sorteggio"]),
        ({"parita_4": "nessuno"}, ["minor_offerta", "anzianita_istituto", "piu_giovane"]),
    ],
)
def test_a_default_gives_way_to_what_the_school_wrote(scritto, restano):
    regole = scritte(**scritto)
    assert [criterio.tipo for criterio in regole.parita] == restano
    assert list(contraddizioni_dei_criteri(regole.parita)) == []


def test_what_the_school_itself_wrote_wrong_is_shown_and_not_mended():
    regole = scritte(parita_1="sorteggio", parita_2="piu_giovane")
    assert [criterio.tipo for criterio in regole.parita] == ["sorteggio", "piu_giovane"]
    assert list(contraddizioni_dei_criteri(regole.parita))


def test_a_missing_parameter_is_not_made_up():
    valori = dict(profilo(PORTO_VENERE).parametri("selezioni.", OGGI))
    del valori["selezioni.contesa"]
    with pytest.raises(KeyError):
        regole_da(valori)


def test_the_source_of_each_rule_is_that_of_its_parameter():
    valori = dict(profilo(PORTO_VENERE).parametri("selezioni.", OGGI))
    chiave = "selezioni.reclamo_giorni"
    valori[chiave] = replace(
        valori[chiave], valore=7, fonte="R, art. 9", in_contrasto_con="Altro.",
        origine=Origine.REGOLAMENTO,
    )  # fmt: skip
    giorni = regole_da(valori).reclamo.giorni
    assert (giorni.valore, giorni.fonte, giorni.in_contrasto_con) == (7, "R, art. 9", "Altro.")
