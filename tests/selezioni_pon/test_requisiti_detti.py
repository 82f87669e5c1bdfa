"""What a call asks of whoever applies: the same that the judge of admissions wants."""

from dataclasses import replace

import pytest

from selezioni_pon.enums import Cittadinanza, Cittadini, Deroga, Fase, OrdineAvvisi, Provenienza
from selezioni_pon.rules.requisiti import Requisiti, verifica_ammissione
from selezioni_pon.rules.requisiti_detti import TIPICO, requisiti_detti
from tests.selezioni_pon.scena_bandi import regole

REGOLE = regole().avviso
PORTO_VENERE = regole("ic-porto-venere").avviso
DICHIARATI = ["diritti_civili", "senza_condanne", "senza_procedimenti"]


def campi(fase, regole_avviso=REGOLE, titoli=""):
    return [uno.campo for uno in requisiti_detti(fase, regole_avviso, titoli)]


@pytest.mark.parametrize(
    ("fase", "attesi"),
    [
        (Fase.INTERNI, ["provenienza", *DICHIARATI]),
        (Fase.ALTRE_SCUOLE, ["provenienza", *DICHIARATI]),
        (Fase.ESTERNI, ["cittadinanza", *DICHIARATI, "specializzazione"]),
    ],
)
@pytest.mark.parametrize("regole_avviso", [REGOLE, PORTO_VENERE])
def test_each_circle_is_asked_what_the_judge_wants(fase, attesi, regole_avviso):
    assert campi(fase, regole_avviso) == attesi


@pytest.mark.parametrize("fase", Fase)
@pytest.mark.parametrize("regole_avviso", [REGOLE, PORTO_VENERE])
def test_who_has_all_that_is_asked_is_admitted(fase, regole_avviso):
    chi = Requisiti(TIPICO[fase], Cittadinanza.UE, True, True, True, True)
    assert verifica_ammissione(chi, fase, regole_avviso) == []


def test_the_degrees_of_the_call_come_last_as_they_are_written():
    ultimo = requisiti_detti(Fase.INTERNI, REGOLE, "  laurea in matematica ")[-1]
    assert (ultimo.campo, ultimo.testo) == ("titoli_di_studio", "laurea in matematica")
    assert "art. 4 c. 4" in ultimo.fonte


@pytest.mark.parametrize(
    ("cittadini", "parole"),
    [(Cittadini.UE, "Unione europea"), (Cittadini.EQUIPARATI, "protezione sussidiaria")],
)
def test_the_citizenship_is_that_of_the_parameter(cittadini, parole):
    regole_avviso = regole(cittadinanza=cittadini.value).avviso
    [cittadinanza] = [
        uno for uno in requisiti_detti(Fase.ESTERNI, regole_avviso) if uno.campo == "cittadinanza"
    ]
    assert parole in cittadinanza.testo
    assert cittadinanza.fonte == regole_avviso.cittadini.fonte


def test_where_anybody_may_apply_no_citizenship_is_asked():
    assert "cittadinanza" not in campi(Fase.ESTERNI, regole(cittadinanza="tutti").avviso)


def test_a_source_that_says_otherwise_is_shown():
    cittadinanza = requisiti_detti(Fase.ESTERNI, PORTO_VENERE)[0]
    assert "italiani o stranieri" in cittadinanza.altra_fonte


def test_when_the_degree_is_not_needed_is_said_with_every_source_once():
    specializzazione = requisiti_detti(Fase.ESTERNI, REGOLE)[-1]
    for deroga in Deroga:
        if deroga is not Deroga.NESSUNA:
            assert deroga.etichetta in specializzazione.testo
    assert "L. 69/2009" in specializzazione.fonte
    assert specializzazione.fonte.count("lett. e") == 1
    fonti = specializzazione.fonte.split("; ")
    assert len(fonti) == len(set(fonti))


def test_one_call_for_all_says_what_the_staff_is_not_asked():
    unico = replace(REGOLE, ordine=replace(REGOLE.ordine, valore=OrdineAvvisi.UNICO))
    detti = {uno.campo: uno.testo for uno in requisiti_detti(Fase.ESTERNI, unico)}
    assert "provenienza" not in detti
    assert detti["specializzazione"].endswith("(non si chiede a chi lavora in questa scuola)")
    assert "non si chiede" not in detti["senza_condanne"]
    assert set(TIPICO.values()) <= set(Provenienza)
