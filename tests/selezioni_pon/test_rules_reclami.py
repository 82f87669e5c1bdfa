"""Complaints: the term, the answer, the new version, and when the ranking becomes final."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Valore
from selezioni_pon.enums import EsitoReclamo
from selezioni_pon.rules.definitiva import esamina_definitiva, serve_nuova_versione
from selezioni_pon.rules.reclami import (
    Momento,
    Reclamo,
    avverti_giorni,
    entro_quando_si_decide,
    termine,
    verifica_giorni,
    verifica_reclamo,
    verifica_risposta,
)

E = EsitoReclamo
ALBO = date(2026, 3, 2)
ENTRO = date(2026, 3, 17)
MOMENTO = Momento(ENTRO, ALBO, interessato=True)


def codici(violazioni):
    return [una.codice for una in violazioni]


@pytest.mark.parametrize(
    ("albo", "giorni", "fine"),
    [
        (ALBO, 15, ENTRO),
        (ALBO, 5, date(2026, 3, 7)),
        (ALBO, 7, date(2026, 3, 9)),
        # the last day is Easter Monday: the next one
        (date(2026, 3, 22), 15, date(2026, 4, 7)),
        # the last day is a Sunday
        (date(2026, 3, 7), 15, date(2026, 3, 23)),
    ],
)
def test_the_term(albo, giorni, fine):
    contato = termine(albo, Valore(giorni, "avviso, art. 9"))
    assert contato.giorno == fine
    assert contato.perche[0].fonte == "avviso, art. 9"
    assert f"{giorni} giorni" in contato.perche[0].testo


def test_the_term_of_the_law():
    assert termine(ALBO).perche[0].testo == (
        "Si reclama entro 15 giorni dall’albo: fino al 17 marzo 2026."
    )


def test_a_call_chooses_among_the_terms_that_the_school_allows():
    assert [n for n in range(1, 20) if not verifica_giorni(n)] == [5, 7, 15]
    assert verifica_giorni(10)[0].testo == (
        "I giorni per reclamare che un avviso può dare sono 5, 7 e 15: non 10."
    )
    assert not avverti_giorni(15)
    assert "15" in avverti_giorni(5)[0].testo


@pytest.mark.parametrize(
    ("momento", "testo", "attesi"),
    [
        (MOMENTO, "Il master c’è", []),
        (replace(MOMENTO, oggi=ENTRO + timedelta(days=1)), "c’è", ["termine"]),
        (replace(MOMENTO, interessato=False), "c’è", ["interesse"]),
        (replace(MOMENTO, data_albo=None), "c’è", ["non_pubblicata"]),
        (replace(MOMENTO, definitiva=True), "c’è", ["definitiva"]),
        (replace(MOMENTO, aperto=True), " ", ["testo", "gia_presentato"]),
    ],
)
def test_who_may_complain_now(momento, testo, attesi):
    entro = termine(ALBO) if momento.data_albo else None
    assert codici(verifica_reclamo(momento, testo, entro)) == attesi


def test_whoever_has_an_interest_may_complain():
    (una,) = verifica_reclamo(replace(MOMENTO, interessato=False), "c’è", termine(ALBO))
    assert una.testo.startswith("Può reclamare chi vi ha interesse")


def test_the_answer_is_one_and_has_a_reason():
    reclamo = Reclamo("r1", date(2026, 3, 10))
    assert entro_quando_si_decide(reclamo).giorno == date(2026, 4, 9)
    assert not verifica_risposta(reclamo, E.RESPINTO, "Il master dura meno di un anno.")
    assert verifica_risposta(reclamo, E.RESPINTO, "")[0].testo == (
        "Scrivi perché il reclamo è respinto."
    )
    chiuso = replace(reclamo, esito=E.RESPINTO)
    assert codici(verifica_risposta(chiuso, E.ACCOLTO, "anzi")) == ["gia_risposto"]


APERTO = Reclamo("r1", date(2026, 3, 10))
DOPO = ENTRO + timedelta(days=1)


@pytest.mark.parametrize(
    ("reclami", "oggi", "contro", "motivi"),
    [
        ([], DOPO, [], ["definitiva"]),
        ([], ENTRO, ["termine"], []),
        ([APERTO], DOPO, ["reclamo_aperto"], []),
        ([APERTO], date(2026, 4, 9), ["reclamo_aperto"], []),
        ([APERTO], date(2026, 4, 10), [], ["silenzio", "definitiva"]),
        ([replace(APERTO, esito=E.RESPINTO)], DOPO, [], ["definitiva"]),
        ([replace(APERTO, esito=E.INAMMISSIBILE)], DOPO, [], ["definitiva"]),
        ([replace(APERTO, esito=E.ACCOLTO)], DOPO, ["nuova_versione"], []),
        ([replace(APERTO, esito=E.ACCOLTO_IN_PARTE)], DOPO, ["nuova_versione"], []),
        ([replace(APERTO, esito=E.ACCOLTO, recepito=True)], DOPO, [], ["definitiva"]),
    ],
)
def test_when_the_ranking_becomes_final(reclami, oggi, contro, motivi):
    esame = esamina_definitiva(reclami, ENTRO, oggi)
    assert codici(esame.violazioni) == contro
    assert [motivo.regola for motivo in esame.motivi] == motivi


def test_a_new_version_is_asked_only_by_what_is_accepted():
    assert not serve_nuova_versione([APERTO, replace(APERTO, esito=E.RESPINTO)])
    assert serve_nuova_versione([APERTO, replace(APERTO, esito=E.ACCOLTO)])


@given(st.dates(date(2024, 1, 1), date(2028, 1, 1)), st.sampled_from([5, 7, 15]))
def test_nobody_has_fewer_days_than_the_call_says(albo, giorni):
    fine = termine(albo, Valore(giorni, "avviso")).giorno
    assert fine >= albo + timedelta(days=giorni)
    in_tempo = Momento(fine, albo, interessato=True)
    assert not verifica_reclamo(in_tempo, "perché", termine(albo, Valore(giorni, "avviso")))
