"""Funzioni strumentali: who may apply, and the Commission that none of them may sit in."""

from dataclasses import replace
from datetime import date

import pytest

from cpia.norme.rules.motivi import Valore
from selezioni_pon.rules.funzioni_strumentali.commissione import chi_siede, contro_la_commissione
from selezioni_pon.rules.funzioni_strumentali.domande import ammetti_domande, contro_l_incarico
from tests.selezioni_pon.scena_altri_casi import AL, FUNZIONI, domanda

TRE_ANNI_ESATTI, UN_GIORNO_MENO = date(2022, 10, 15), date(2022, 10, 16)
GIOVANE = date(2024, 9, 1)


def con(**altro):
    return replace(FUNZIONI, parametri=replace(FUNZIONI.parametri, **altro))


def esiti(*domande, commissari=(), regole=FUNZIONI):
    return {
        una.domanda.docente: [contro.codice for contro in una.violazioni]
        for una in ammetti_domande(domande, commissari, AL, regole)
    }


@pytest.mark.parametrize(
    ("altro", "codici"),
    [
        ({}, []),
        ({"dal": TRE_ANNI_ESATTI}, []),
        ({"a_tempo_indeterminato": False}, ["non_di_ruolo"]),
        ({"area": "9"}, ["area_ignota"]),
        ({"collaboratore": True}, []),
    ],
)
def test_one_application_alone(altro, codici):
    assert esiti(domanda("anna", **altro)) == {"anna": codici}


def test_three_years_to_the_day_where_somebody_has_them():
    assert esiti(domanda("anna"), domanda("bruno", dal=UN_GIORNO_MENO)) == {
        "anna": [],
        "bruno": ["permanenza"],
    }


def test_fewer_years_do_where_nobody_has_them_in_that_area():
    ammissioni = ammetti_domande(
        [domanda("anna", "1"), domanda("bruno", "2", dal=GIOVANE)], (), AL, FUNZIONI
    )

    assert [(una.ammessa, una.di_ripiego) for una in ammissioni] == [(True, False), (True, True)]
    assert ammissioni[1].motivi[0].regola == "ripiego"


def test_an_application_that_does_not_hold_shuts_nobody_out():
    assert esiti(domanda("anna"), domanda("bruno", dal=GIOVANE), commissari={"anna"}) == {
        "anna": ["in_commissione"],
        "bruno": [],
    }


def test_a_school_without_the_fallback_refuses():
    regole = con(ripiego=Valore(False, "altro"))

    assert esiti(domanda("bruno", dal=GIOVANE), regole=regole) == {"bruno": ["permanenza"]}


def test_two_areas_refuse_both_applications():
    ammissioni = ammetti_domande([domanda("anna", "1"), domanda("anna", "3")], (), AL, FUNZIONI)

    assert [[v.codice for v in una.violazioni] for una in ammissioni] == [["piu_aree"]] * 2
    assert "1 e 3" in ammissioni[0].violazioni[0].testo


def test_who_works_with_the_dirigente_must_leave_before_having_it():
    (contro,) = contro_l_incarico(domanda("anna", collaboratore=True), FUNZIONI)

    assert contro.codice == "collaboratore"
    assert contro_l_incarico(domanda("anna"), FUNZIONI) == []


@pytest.mark.parametrize(
    ("effettivi", "supplenti", "richiedenti", "codici"),
    [
        ("abc", "def", "x", []),
        ("ab", "def", "x", ["numero_effettivi"]),
        ("abc", "de", "x", ["numero_supplenti"]),
        ("abc", "cde", "x", ["componente_ripetuto"]),
        ("abc", "def", "fx", ["componente_richiedente"]),
        ("abcd", "de", "a", [
            "numero_effettivi", "numero_supplenti", "componente_ripetuto", "componente_richiedente",
        ]),
    ],
)  # fmt: skip
def test_the_commission(effettivi, supplenti, richiedenti, codici):
    trovate = contro_la_commissione(list(effettivi), list(supplenti), set(richiedenti), FUNZIONI)

    assert [una.codice for una in trovate] == codici


@pytest.mark.parametrize(
    ("assenti", "siedono", "codici"),
    [
        ("", "abc", []),
        ("b", "acd", []),
        ("bd", "ace", []),
        ("abc", "def", []),
        ("abcd", "ef", ["commissione_incompleta"]),
        ("f", "abc", []),
    ],
)
def test_substitutes_sit_only_for_who_is_absent(assenti, siedono, codici):
    seduta = chi_siede(list("abc"), list("def"), set(assenti), FUNZIONI)

    assert "".join(seduta.presenti) == siedono
    assert [una.codice for una in seduta.violazioni] == codici
    assert bool(seduta.motivi) is bool(set(assenti) & set("abc"))
