"""Answers, letters and contracts, equal posts, where an assignment stands, what may be paid."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.enums import (
    Provenienza,
    Rimedio,
    StatoAutorizzazione,
    StatoIncarico,
    StatoProposta,
    TipoContratto,
)
from selezioni_pon.rules.contratti import Contratto, Offerta, Presupposti, verifica_contratto
from selezioni_pon.rules.efficacia import compensi_dovuti, efficace_dal
from selezioni_pon.rules.risposte import (
    verifica_cessazione,
    verifica_giorno,
    verifica_risposta,
    verifica_scaduta,
)
from selezioni_pon.rules.stipula import (
    Fatti,
    compenso_di,
    tipo_di,
    verifica_fatti,
    verifica_firma,
)
from selezioni_pon.rules.svolgimento import Passo, Vicenda, stato_incarico, verifica_controllo

F = Fraction
S, DOVE, R, P = StatoProposta, StatoIncarico, Rimedio, Provenienza
OGGI = date(2026, 3, 10)
GIORNO = timedelta(days=1)
DAL, AL = date(2026, 4, 1), date(2026, 6, 8)
OFFERTA = Offerta(DAL, AL, 210_000)
IN_REGOLA = Presupposti(True, date(2025, 10, 2), StatoAutorizzazione.NON_SERVE)
POSTO = Contratto("avviso 1", "ada", DAL, AL, 210_000)


def codici(violazioni):
    return [una.codice for una in violazioni]


# Answers


@pytest.mark.parametrize(
    ("stato", "giorno", "attesi"),
    [
        (S.IN_ATTESA, OGGI, []),
        (S.IN_ATTESA, OGGI - 2 * GIORNO, []),
        (S.IN_ATTESA, OGGI - 3 * GIORNO, ["giorno_prima"]),
        (S.IN_ATTESA, OGGI + GIORNO, ["giorno_futuro"]),
        (S.ACCETTATA, OGGI, ["gia_risposta"]),
        (S.SCADUTA, OGGI, ["gia_risposta"]),
    ],
)
def test_the_day_of_an_answer(stato, giorno, attesi):
    contro = verifica_risposta(stato, OGGI - 2 * GIORNO, OGGI, giorno, OGGI)
    assert codici(contro) == attesi


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_one_answers_in_time_exactly_while_it_is_not_expired(dopo, durata, oggi):
    """On the portal: of every day either one may still answer, or it may be declared expired."""
    proposta = OGGI
    entro, adesso = proposta + GIORNO * (durata + 1), proposta + GIORNO * oggi
    risponde = not verifica_risposta(S.IN_ATTESA, proposta, entro, adesso, adesso)
    assert risponde == (adesso <= entro)
    assert risponde != (not verifica_scaduta(S.IN_ATTESA, entro, adesso))
    giorno = proposta + GIORNO * dopo
    assert (verifica_giorno(giorno, adesso) == []) == (giorno > adesso)


def test_only_who_accepted_is_let_go_and_with_a_reason():
    assert codici(verifica_cessazione(S.ACCETTATA, "Ha un altro incarico")) == []
    assert codici(verifica_cessazione(S.IN_ATTESA, " ")) == ["non_accettata", "motivo"]
    assert codici(verifica_scaduta(S.RIFIUTATA, OGGI, OGGI + GIORNO)) == ["gia_risposta"]


# What is signed


@pytest.mark.parametrize(
    ("provenienza", "tipo"),
    [
        (Provenienza.INTERNO, TipoContratto.LETTERA),
        (Provenienza.ALTRA_SCUOLA, TipoContratto.LETTERA),
        (Provenienza.ALTRA_AMMINISTRAZIONE, TipoContratto.CONTRATTO),
        (Provenienza.PRIVATO, TipoContratto.CONTRATTO),
        (Provenienza.COOPERATIVA, TipoContratto.CONTRATTO),
    ],
)
def test_a_letter_or_a_contract(provenienza, tipo):
    trovato, motivo = tipo_di(provenienza)
    assert trovato is tipo
    assert motivo.fonte


def test_the_pay_of_the_hours_is_rounded_once():
    assert compenso_di(3_333, F("2.5")) == 8_333
    assert compenso_di(3_500, F(30)) == 105_000


def test_figures_and_days_at_their_field():
    giusti = Fatti(DAL, AL, F(30), F(30), OGGI, OGGI)
    assert verifica_fatti(giusti, OGGI) == []
    assert verifica_fatti(replace(giusti, risposto=True, atto="nota n. 120"), OGGI) == []
    sbagliati = Fatti(AL, DAL, F(31), F(30), OGGI + GIORNO, OGGI + GIORNO, risposto=True, atto=" ")
    campi = [una.campo for una in verifica_fatti(sbagliati, OGGI)]
    assert campi == ["ore", "al", "delibera_il", "chiesta_il", "atto"]
    assert not verifica_firma(OGGI, OGGI, OGGI)
    assert codici(verifica_firma(OGGI, OGGI - GIORNO, OGGI)) == ["firmato_il"]


def test_who_asked_less_than_the_call_pays_is_not_given_more():
    offerta = replace(OFFERTA, chiesto=150_000)
    assert codici(verifica_contratto(POSTO, offerta, [], IN_REGOLA)) == ["oltre_l_offerta"]
    suo = replace(POSTO, compenso=150_000)
    assert verifica_contratto(suo, offerta, [], IN_REGOLA) == []


def altro(chi, dal, al):
    return replace(POSTO, persona=chi, dal=dal, al=al)


@pytest.mark.parametrize(
    ("altri", "posti", "occupato"),
    [
        ([altro("ugo", DAL, AL)], 2, False),
        ([altro("ugo", DAL, AL), altro("eva", DAL, AL)], 2, True),
        # One after the other they hold one post.
        ([altro("ugo", DAL, date(2026, 5, 1)), altro("eva", date(2026, 5, 2), AL)], 2, False),
        ([altro("ugo", DAL, date(2026, 5, 2)), altro("eva", date(2026, 5, 2), AL)], 2, True),
        ([altro("ugo", AL + GIORNO, AL + 9 * GIORNO)], 1, False),
    ],
)
def test_equal_posts_hold_as_many_contracts_on_one_day(altri, posti, occupato):
    contro = codici(verifica_contratto(POSTO, OFFERTA, altri, IN_REGOLA, posti))
    assert contro == (["posto_occupato"] if occupato else [])


# Where it stands


LETTERA = {"tipo": TipoContratto.LETTERA, "provenienza": P.INTERNO}
VICENDA = Vicenda(
    TipoContratto.CONTRATTO,
    emesso=True,
    firmato=True,
    pubblicato_il=DAL,
    fine=AL,
    ore=F(30),
    provenienza=Provenienza.PRIVATO,
    comunicato_il=DAL,
)


def passi(*quali):
    return tuple(Passo(*uno) for uno in quali)


@pytest.mark.parametrize(
    ("altro", "oggi", "atteso"),
    [
        ({"emesso": False, "firmato": False}, DAL, DOVE.BOZZA),
        ({"firmato": False}, DAL, DOVE.DA_FIRMARE),
        ({"pubblicato_il": None}, DAL, DOVE.DA_PUBBLICARE),
        ({"comunicato_il": None}, DAL, DOVE.DA_COMUNICARE),
        ({"comunicato_il": None, "provenienza": P.ALTRA_AMMINISTRAZIONE}, DAL, DOVE.IN_CORSO),
        ({"comunicato_il": None, **LETTERA}, DAL, DOVE.IN_CORSO),
        ({}, AL, DOVE.IN_CORSO),
        ({}, AL + GIORNO, DOVE.DA_VERIFICARE),
        ({"chiuso": True, "fine": DAL}, DAL, DOVE.DA_VERIFICARE),
        ({"passi": passi((DAL, R.LIQUIDAZIONE, F(10), 1))}, DAL, DOVE.IN_CORSO),
        ({"passi": passi((DAL, R.LIQUIDAZIONE, F(30), 1))}, DAL, DOVE.LIQUIDATO),
        ({"passi": passi((AL + GIORNO, R.LIQUIDAZIONE, F(10), 1))}, AL + GIORNO, DOVE.LIQUIDATO),
        ({"passi": passi((DAL, R.LIQUIDAZIONE_PARZIALE, F(10), 1))}, DAL, DOVE.LIQUIDATO),
        ({"passi": passi((DAL, R.INTEGRAZIONE, F(10), 0))}, DAL, DOVE.DA_INTEGRARE),
        ({"passi": passi((DAL, R.RISOLUZIONE, F(0), 0)), "chiuso": True}, DAL, DOVE.RISOLTO),
        # A phase that was paid before one left is not the last word.
        (
            {"passi": passi((DAL, R.LIQUIDAZIONE, F(10), 1)), "chiuso": True, "fine": AL - GIORNO},
            AL, DOVE.DA_VERIFICARE,
        ),
        (
            {"passi": passi((DAL, R.LIQUIDAZIONE, F(10), 1)), "chiuso": True, "fine": DAL},
            DAL, DOVE.LIQUIDATO,
        ),
    ],
)  # fmt: skip
def test_where_an_assignment_stands(altro, oggi, atteso):
    assert stato_incarico(replace(VICENDA, **altro), oggi) is atteso


@pytest.mark.parametrize(
    ("altro", "rimedio", "svolte", "attesi"),
    [
        ({}, R.LIQUIDAZIONE, 30, []),
        ({"pubblicato_il": None}, R.LIQUIDAZIONE, 30, ["pubblicazione"]),
        ({"pubblicato_il": None}, R.INTEGRAZIONE, 30, []),
        ({"pubblicato_il": None, **LETTERA}, R.LIQUIDAZIONE, 30, []),
        ({"comunicato_il": None}, R.LIQUIDAZIONE, 30, ["comunicazione"]),
        ({"comunicato_il": AL}, R.LIQUIDAZIONE, 30, ["comunicazione"]),
        ({"comunicato_il": None}, R.INTEGRAZIONE, 30, []),
        ({"comunicato_il": None, **LETTERA}, R.LIQUIDAZIONE, 30, []),
        (
            {"comunicato_il": None, "provenienza": P.ALTRA_AMMINISTRAZIONE},
            R.LIQUIDAZIONE,
            30,
            [],
        ),
        (
            {"comunicato_il": None, "pubblicato_il": None},
            R.LIQUIDAZIONE,
            30,
            ["pubblicazione", "comunicazione"],
        ),
        ({"firmato": False}, R.INTEGRAZIONE, 30, ["non_firmato"]),
        ({}, R.LIQUIDAZIONE, 31, ["troppe_ore"]),
        ({"passi": passi((DAL, R.LIQUIDAZIONE, F(10), 1))}, R.LIQUIDAZIONE, 9, ["meno_ore"]),
        ({"passi": passi((DAL, R.LIQUIDAZIONE, F(30), 1))}, R.LIQUIDAZIONE, 30, ["gia_chiuso"]),
    ],
)
def test_what_is_against_a_check(altro, rimedio, svolte, attesi):
    vicenda = replace(VICENDA, **altro)
    assert codici(verifica_controllo(vicenda, rimedio, F(svolte), DAL, senza_oneri=True)) == attesi


@pytest.mark.parametrize(
    ("altro", "atteso"),
    [
        ({}, DAL),
        ({"comunicato_il": DAL + GIORNO}, DAL + GIORNO),
        ({"pubblicato_il": DAL + GIORNO}, DAL + GIORNO),
        ({"comunicato_il": None}, None),
        ({"pubblicato_il": None}, None),
        ({"comunicato_il": None, "provenienza": P.ALTRA_AMMINISTRAZIONE}, DAL),
        (LETTERA, None),
    ],
)
def test_since_when_a_contract_has_effect(altro, atteso):
    assert efficace_dal(replace(VICENDA, **altro)) == atteso


@pytest.mark.parametrize(
    ("altro", "importo"),
    [
        ({"provenienza": P.ALTRA_SCUOLA}, 500),
        ({"provenienza": P.ALTRA_AMMINISTRAZIONE, "compensi_comunicati": 200}, 300),
        ({"provenienza": P.ALTRA_AMMINISTRAZIONE, "esente": True}, None),
        ({"provenienza": P.INTERNO}, None),
        ({"provenienza": P.PRIVATO}, None),
    ],
)
def test_of_whom_the_employer_is_told_what_was_paid(altro, importo):
    pagata = replace(VICENDA, passi=passi((DAL, R.LIQUIDAZIONE, F(10), 500)), **altro)
    dovuti = compensi_dovuti(pagata)
    assert (dovuti and dovuti.importo) == importo


def test_before_paying_one_looks_for_other_costs():
    contro = verifica_controllo(VICENDA, R.LIQUIDAZIONE, F(30), DAL, senza_oneri=False)
    assert codici(contro) == ["oneri"]
