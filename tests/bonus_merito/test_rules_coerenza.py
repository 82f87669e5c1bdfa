"""Rules that do not hold together are told, and never stop a judgement half way."""

from dataclasses import replace
from fractions import Fraction

import pytest

from bonus_merito.enums import Area, FonteRisorse, Metodo
from bonus_merito.rules.coerenza import verifica_regole
from bonus_merito.rules.regole import DI_RUOLO, PREFISSO, regole_da, secondo_il_contratto
from cpia.norme.profili import profilo
from tests.bonus_merito.scena import GIORNO, REGOLE, con_metodo, importi, quadro


def cambiate(**altro):
    """The rules with other values: ``limiti``, ``pesi_fascia``, ``minimo``, ``massimo``, ``a``."""
    regole = REGOLE
    for nome, valore in altro.items():
        if nome == "a":
            pesi = {**regole.pesi, Area.A: replace(regole.pesi[Area.A], valore=valore)}
            regole = replace(regole, pesi=pesi)
        elif nome == "limiti":
            limiti = replace(regole.fasce.limiti, valore=valore)
            regole = replace(regole, fasce=replace(regole.fasce, limiti=limiti))
        elif nome == "pesi_fascia":
            pesi_fascia = replace(regole.riparto.pesi_fascia, valore=valore)
            regole = replace(regole, riparto=replace(regole.riparto, pesi_fascia=pesi_fascia))
        else:
            regole = replace(regole, **{nome: replace(getattr(regole, nome), valore=valore)})
    return regole


def test_the_shipped_rules_hold_together():
    assert verifica_regole(REGOLE) == []


@pytest.mark.parametrize(
    ("altro", "codici"),
    [
        ({"a": 50}, ["pesi"]),
        ({"limiti": (70, 50, 85)}, ["fasce"]),
        ({"limiti": (50, 70, 100)}, ["fasce"]),
        ({"pesi_fascia": (1, 2)}, ["pesi_fascia"]),
        ({"pesi_fascia": (1, 2, 3, 4)}, ["pesi_fascia"]),
        ({"pesi_fascia": (3, 2, 1)}, ["pesi_fascia"]),
        ({"pesi_fascia": (1, 1, 2)}, []),
        ({"massimo": Fraction(1)}, ["massimo"]),
        ({"minimo": Fraction(3, 4)}, ["minimo"]),
    ],
)
def test_what_does_not_hold_together(altro, codici):
    trovate = verifica_regole(cambiate(**altro))
    assert [violazione.codice for violazione in trovate] == codici
    assert all(violazione.fonte for violazione in trovate)


def test_a_band_without_a_weight_of_its_own_weighs_as_the_last():
    regole = con_metodo(Metodo.PESO, cambiate(pesi_fascia=(1, 2)))
    assert importi(quadro({"a": 90, "b": 80, "c": 60}, fondo=500, regole=regole)) == {
        "a": 200, "b": 200, "c": 100,
    }  # fmt: skip


def test_tenure_is_law_for_the_comitato_and_of_the_school_for_the_bargaining():
    valori = profilo("cpia-caltanissetta-enna").parametri(PREFISSO, GIORNO)
    assert regole_da(valori).esclusioni.di_ruolo == DI_RUOLO
    contrattato = regole_da(valori, FonteRisorse.CONTRATTO).esclusioni.di_ruolo
    assert contrattato.valore is False
    assert "L. 160/2019, art. 1 c. 249" in contrattato.fonte


def test_where_the_bargaining_decides_its_article_is_the_source_of_the_division():
    atto = "Contratto integrativo 2024, art. 22"
    riparto = secondo_il_contratto(REGOLE, atto).riparto
    assert {riparto.metodo.fonte, riparto.fascia_vuota.fonte, riparto.pesi_fascia.fonte} == {atto}
    assert secondo_il_contratto(REGOLE, "") is REGOLE
