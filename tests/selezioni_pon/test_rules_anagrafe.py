"""What is told of an assignment: to the Funzione pubblica, to the employer, to everybody."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.enums import Provenienza, TipoContratto
from selezioni_pon.rules import anagrafe

P, T = Provenienza, TipoContratto
OGGI = date(2026, 3, 10)
GIORNO = timedelta(days=1)


def codici(violazioni):
    return [una.codice for una in violazioni]


@pytest.mark.parametrize(
    ("tipo", "provenienza", "esente", "condizione"),
    [
        (T.CONTRATTO, P.PRIVATO, False, True),
        (T.CONTRATTO, P.COOPERATIVA, False, True),
        (T.CONTRATTO, P.ALTRA_AMMINISTRAZIONE, False, False),
        (T.CONTRATTO, P.ALTRA_AMMINISTRAZIONE, True, None),
        (T.LETTERA, P.ALTRA_SCUOLA, False, False),
        (T.LETTERA, P.INTERNO, False, False),
        # Where nobody wrote it: the strictest for a contract, nothing for a letter.
        (T.CONTRATTO, None, False, True),
        (T.LETTERA, None, False, None),
    ],
)
def test_on_whom_the_communication_hangs(tipo, provenienza, esente, condizione):
    obbligo = anagrafe.obbligo_di(tipo, provenienza, esente=esente)
    assert (obbligo and obbligo.condizione) is condizione
    if obbligo:
        atteso = anagrafe.CONDIZIONE if condizione else anagrafe.CONFERITI
        assert obbligo.perche.fonte == atteso


def test_effect_and_pay_from_the_day_of_the_communication():
    assert anagrafe.verifica_comunicato(OGGI, OGGI) == []
    for comunicato in (None, OGGI + GIORNO):
        [contro] = anagrafe.verifica_comunicato(comunicato, OGGI)
        assert (contro.codice, contro.fonte) == ("comunicazione", anagrafe.CONDIZIONE)


@pytest.mark.parametrize(
    ("giorno", "modo", "attesi"),
    [
        (OGGI, "PerlaPA 123", []),
        (OGGI - 3 * GIORNO, "PerlaPA 123", []),
        (OGGI - 4 * GIORNO, "PerlaPA 123", ["giorno"]),
        (OGGI + GIORNO, " ", ["giorno", "modo"]),
    ],
)
def test_a_communication_is_of_a_day_since_the_signature_and_says_how(giorno, modo, attesi):
    contro = anagrafe.verifica_comunicazione(OGGI - 3 * GIORNO, giorno, modo, OGGI)
    assert codici(contro) == attesi


def test_only_who_signs_a_contract_attests_that_there_is_no_conflict():
    assert not anagrafe.verifica_attestazione(T.LETTERA, attestato=False)
    assert not anagrafe.verifica_attestazione(T.CONTRATTO, attestato=True)
    [contro] = anagrafe.verifica_attestazione(T.CONTRATTO, attestato=False)
    assert (contro.codice, contro.campo) == ("conflitto", "senza_conflitti")


def test_what_everybody_reads():
    assert anagrafe.detti_altri("  ") == "nessuno"
    assert anagrafe.detti_altri("Revisore del Comune") == "Revisore del Comune"
    assert anagrafe.detta_attestazione(None) == ""
    assert "10 marzo 2026" in anagrafe.detta_attestazione(OGGI)


PAGATI = [(OGGI, 100), (OGGI + GIORNO, 0), (OGGI + 5 * GIORNO, 200)]


@pytest.mark.parametrize(
    ("comunicati", "importo", "dal"),
    [(0, 300, OGGI), (99, 201, OGGI), (100, 200, OGGI + 5 * GIORNO), (300, None, None)],
)
def test_what_was_paid_is_told_within_fifteen_days_of_the_first_not_told(comunicati, importo, dal):
    dovuti = anagrafe.compensi_da_comunicare(PAGATI, comunicati)
    if importo is None:
        assert dovuti is None
    else:
        assert (dovuti.importo, dovuti.dal) == (importo, dal)
        assert dovuti.entro >= dal + 15 * GIORNO
    assert anagrafe.compensi_da_comunicare([], 0) is None


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 500)), max_size=6), st.integers(0, 12))
def test_who_tells_all_that_was_paid_by_a_day_owes_only_what_came_later(righe, quando):
    pagati = [(OGGI + GIORNO * n, importo) for n, importo in sorted(righe)]
    giorno = OGGI + GIORNO * quando
    resto = anagrafe.compensi_da_comunicare(pagati, anagrafe.pagati_al(pagati, giorno))
    dopo = sum(importo for quando, importo in pagati if quando > giorno)
    assert (resto.importo if resto else 0) == dopo
    assert resto is None or resto.dal > giorno


def test_amounts_are_told_once_paid_and_not_tomorrow():
    dovuti = anagrafe.compensi_da_comunicare(PAGATI, 0)
    assert not anagrafe.verifica_compensi(dovuti, OGGI, OGGI)
    assert codici(anagrafe.verifica_compensi(None, OGGI, OGGI)) == ["niente_da_comunicare"]
    for giorno in (OGGI - GIORNO, OGGI + GIORNO):
        assert codici(anagrafe.verifica_compensi(dovuti, giorno, OGGI)) == ["giorno"]
