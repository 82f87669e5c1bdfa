"""Funzioni strumentali: where a procedure stands, and what the Commission says of the titles."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import EsitoTitolo, PassoFunzioni
from selezioni_pon.rules.funzioni_strumentali.domande import Ammissione
from selezioni_pon.rules.funzioni_strumentali.esame import (
    TITOLI_MASSIMI,
    DecisioneTitolo,
    contro_i_titoli,
    contro_l_esame,
    contro_la_chiusura,
    punti,
    si_esamina,
)
from selezioni_pon.rules.funzioni_strumentali.passi import (
    Momento,
    contro_l_apertura,
    contro_la_domanda,
    passo,
)
from tests.selezioni_pon.scena_altri_casi import domanda

ORA = datetime(2024, 10, 1, 8, tzinfo=UTC)
SCADE = ORA + timedelta(days=7)
SECONDO = timedelta(seconds=1)
P, E = PassoFunzioni, EsitoTitolo
CHIUSA = Momento(SCADE + SECONDO, ORA, SCADE, chiusi_i_lavori=True, senza_esito=2, domande=3)


@pytest.mark.parametrize(
    ("cambio", "atteso"),
    [
        ({"aperta_il": None, "scade": None}, P.BOZZA),
        ({"adesso": ORA}, P.APERTA),
        ({"adesso": SCADE}, P.APERTA),
        ({"adesso": SCADE + timedelta(milliseconds=900)}, P.APERTA),
        ({"chiusi_i_lavori": False}, P.ESAME),
        ({"chiusi_i_lavori": False, "domande": 0}, P.ATTRIBUZIONE),
        ({}, P.ATTRIBUZIONE),
        ({"senza_esito": 0}, P.CONCLUSA),
    ],
)
def test_where_a_procedure_stands(cambio, atteso):
    assert passo(replace(CHIUSA, **cambio)) is atteso


@pytest.mark.parametrize(
    ("adesso", "codici"),
    [
        (ORA - SECONDO, ["non_aperto"]),
        (ORA, []),
        (SCADE, []),
        (SCADE + SECONDO, ["fuori_termine"]),
    ],
)
def test_the_clock_decides_of_an_application_to_the_second(adesso, codici):
    assert [una.codice for una in contro_la_domanda(adesso, ORA, SCADE)] == codici
    assert [una.codice for una in contro_la_domanda(adesso, None, None)] == ["non_aperte"]


def test_what_is_opened_has_areas_and_a_term_to_come():
    assert contro_l_apertura(4, SCADE, ORA) == []
    trovate = contro_l_apertura(0, ORA, ORA)
    assert [una.codice for una in trovate] == ["senza_aree", "termine_passato"]


@pytest.mark.parametrize(
    ("testi", "codice"),
    [
        ([], "senza_titoli"),
        (["a"] * 2, "titolo_ripetuto"),
        (["Corso  RAV", "corso rav"], "titolo_ripetuto"),
        ([str(n) for n in range(TITOLI_MASSIMI + 1)], "troppi_titoli"),
    ],
)
def test_titles_that_cannot_be_taken(testi, codice):
    assert [una.codice for una in contro_i_titoli(testi)] == [codice]


def test_as_many_titles_as_one_may_write_are_taken():
    assert contro_i_titoli([str(n) for n in range(TITOLI_MASSIMI)]) == []


@given(st.lists(st.sampled_from([E.ACCETTATO, E.RIFIUTATO])))
def test_a_point_for_each_title_that_counts(esiti):
    assert punti(esiti) == esiti.count(E.ACCETTATO)
    assert punti([*esiti, E.ACCETTATO]) == punti(esiti) + 1


@pytest.mark.parametrize(
    ("decisioni", "idoneo", "motivo", "campi"),
    [
        ([(E.ACCETTATO, "")], True, "", []),
        ([(E.ACCETTATO, ""), (None, "")], True, "", ["esito_2"]),
        ([(E.ACCETTATO, ""), (E.RIFIUTATO, " ")], True, "", ["motivo_2"]),
        ([(E.RIFIUTATO, "altro tema")], True, "", ["idoneo"]),
        ([(E.RIFIUTATO, "altro tema")], False, "", ["motivo"]),
        ([(E.RIFIUTATO, "altro tema")], False, "nessun titolo attinente", []),
    ],
)
def test_every_title_has_a_decision_and_every_no_its_reason(decisioni, idoneo, motivo, campi):
    scritte = [DecisioneTitolo(n, *una) for n, una in enumerate(decisioni, start=1)]
    trovate = contro_l_esame(scritte, idoneo=idoneo, motivo=motivo)
    assert [una.campo for una in trovate] == campi


def test_the_work_ends_when_nothing_is_open_and_with_its_minutes():
    assert contro_la_chiusura(0, "verbale n. 1") == []
    trovate = contro_la_chiusura(1, " ")
    assert [una.codice for una in trovate] == ["da_esaminare", "senza_verbale"]
    assert "1 domanda:" in trovate[0].testo


@pytest.mark.parametrize(
    ("codici", "si"),
    [([], True), (["permanenza"], True), (["in_commissione"], False), (["non_di_ruolo"], False)],
)
def test_who_is_only_short_of_years_is_examined_all_the_same(codici, si):
    violazioni = tuple(Violazione(uno, "", "") for uno in codici)
    assert si_esamina(Ammissione(domanda("anna"), violazioni)) is si
