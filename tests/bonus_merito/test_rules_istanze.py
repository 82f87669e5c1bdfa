"""Who may complain and by when; when a procedure is put away or annulled."""

from datetime import date

import pytest

from bonus_merito.enums import EsitoIstanza, StatoProcedura, TipoIstanza
from bonus_merito.rules.istanze import (
    Momento,
    verifica_annullamento,
    verifica_archivio,
    verifica_istanza,
    verifica_rettifica,
    verifica_risposta,
)

S, T = StatoProcedura, TipoIstanza
ULTIMO = date(2024, 6, 20)


def codici(violazioni) -> list[str]:
    return [violazione.codice for violazione in violazioni]


@pytest.mark.parametrize(
    ("tipo", "momento", "attesi"),
    [
        (T.RECLAMO, Momento(ULTIMO, S.PUBBLICATA, True, ULTIMO), []),
        (T.RECLAMO, Momento(date(2024, 6, 21), S.PUBBLICATA, True, ULTIMO), ["termine"]),
        (T.RECLAMO, Momento(ULTIMO, S.DECRETATA, True, None), ["non_pubblicato"]),
        (T.RECLAMO, Momento(ULTIMO, S.PUBBLICATA, True, ULTIMO, True), ["gia_presentata"]),
        (T.RECLAMO, Momento(ULTIMO, S.IN_VALUTAZIONE, True, None), ["non_pubblicato"]),
        (T.RECLAMO, Momento(ULTIMO, S.ANNULLATA, True, None), ["annullata"]),
        (T.RECLAMO, Momento(ULTIMO, S.PUBBLICATA, False, ULTIMO), ["interesse"]),
        (T.ACCESSO, Momento(ULTIMO, S.APERTA, True, None), []),
        (T.ACCESSO, Momento(ULTIMO, S.DECRETATA, True, None), []),
        (T.ACCESSO, Momento(ULTIMO, S.ANNULLATA, True, None), []),
        (T.ACCESSO, Momento(date(2025, 6, 21), S.ARCHIVIATA, True, ULTIMO), []),
        (T.ACCESSO, Momento(ULTIMO, S.BOZZA, False, None), ["interesse"]),
    ],
)
def test_who_may_ask(tipo, momento, attesi):
    assert codici(verifica_istanza(tipo, momento)) == attesi


def test_an_answer_has_its_reasons_and_is_one():
    domanda = (T.RECLAMO, EsitoIstanza.RESPINTA)
    assert codici(verifica_risposta(*domanda, "Perché sì.", gia_risposta=False)) == []
    assert codici(verifica_risposta(*domanda, " \n", gia_risposta=False)) == ["risposta"]
    assert codici(verifica_risposta(*domanda, "No.", gia_risposta=True)) == ["gia_risposta"]


def test_it_is_put_away_after_the_term_when_all_have_an_answer():
    def con(oggi: date, aspettano: int, stato: StatoProcedura = S.PUBBLICATA) -> list[str]:
        return codici(verifica_archivio(stato, da_rispondere=aspettano, entro=ULTIMO, oggi=oggi))

    assert con(date(2024, 6, 21), 0) == []
    assert con(ULTIMO, 1) == ["termine", "istanze"]
    assert con(date(2024, 6, 21), 0, S.DECRETATA) == ["stato"]


@pytest.mark.parametrize(
    ("stato", "motivo", "attesi"),
    [
        (S.DECRETATA, "Errore", []),
        (S.ARCHIVIATA, "Errore", []),
        (S.PUBBLICATA, "", ["motivo"]),
        (S.IN_VALUTAZIONE, "Errore", ["stato"]),
        (S.ANNULLATA, "Errore", ["stato"]),
    ],
)
def test_a_decree_is_annulled_with_its_reason(stato, motivo, attesi):
    assert codici(verifica_annullamento(stato, motivo)) == attesi


@pytest.mark.parametrize(
    ("reclamo", "con_reclamo", "attesi"),
    [
        (None, False, []),
        (EsitoIstanza.ACCOLTA, True, []),
        (EsitoIstanza.ACCOLTA_IN_PARTE, True, []),
        (EsitoIstanza.RESPINTA, True, ["reclamo"]),
        (None, True, ["reclamo"]),
    ],
)
def test_an_outcome_is_judged_again_for_an_upheld_complaint(reclamo, con_reclamo, attesi):
    trovate = verifica_rettifica(S.PUBBLICATA, "Errore", reclamo, con_reclamo=con_reclamo)
    assert codici(trovate) == attesi


def test_to_judge_again_wants_a_decree_and_a_reason():
    assert codici(verifica_rettifica(S.IN_VALUTAZIONE, "X", None, con_reclamo=False)) == ["stato"]
    assert codici(verifica_rettifica(S.DECRETATA, "", None, con_reclamo=False)) == ["motivo"]
