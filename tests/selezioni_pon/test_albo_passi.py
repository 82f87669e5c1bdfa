"""The steps of an entry in the register of experts: when one may ask, from when, when to refuse."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.enums import SituazioneAlbo, StatoIscrizione
from selezioni_pon.rules.albo_passi import (
    OSSERVAZIONI,
    Richiesta,
    contro_il_rifiuto,
    contro_la_richiesta,
    decorrenza,
    situazione,
)

OGGI = date(2024, 6, 5)
SCADE = date(2024, 8, 31)
S, D = StatoIscrizione, SituazioneAlbo
BUONA = Richiesta(("Musica",), "Diploma")


@pytest.mark.parametrize(
    ("stato", "dal", "oggi", "dove"),
    [
        (S.CHIESTA, None, OGGI, D.DA_DECIDERE),
        (S.RIFIUTATA, None, OGGI, D.RIFIUTATA),
        (S.RITIRATA, None, OGGI, D.RITIRATA),
        (S.CANCELLATA, OGGI, OGGI, D.CANCELLATA),
        (S.ISCRITTA, OGGI, OGGI, D.VALIDA),
        (S.ISCRITTA, OGGI, SCADE, D.VALIDA),
        (S.ISCRITTA, OGGI, date(2024, 9, 1), D.SCADUTA),
        (S.ISCRITTA, date(2024, 6, 6), OGGI, D.FUTURA),
    ],
)
def test_where_it_stands(stato, dal, oggi, dove):
    assert situazione(stato, dal, SCADE if dal else None, oggi) is dove


@pytest.mark.parametrize(
    ("richiesta", "aperta", "scade", "codici"),
    [
        (BUONA, False, None, []),
        (BUONA, True, None, ["gia_chiesta"]),
        (BUONA, False, SCADE, []),
        (BUONA, False, date(2024, 9, 3), []),
        (BUONA, False, date(2024, 9, 4), ["gia_iscritto"]),
        (BUONA, True, date(2025, 8, 31), ["gia_chiesta"]),
        (Richiesta((), " "), False, None, ["senza_settori", "senza_competenza"]),
        (Richiesta("ABCDEFG", "Diploma"), False, None, ["troppi_settori"]),
        (Richiesta("ABCDEF", "Diploma"), False, None, []),
    ],
)
def test_when_one_may_ask(richiesta, aperta, scade, codici):
    contro = contro_la_richiesta(richiesta, aperta=aperta, scade=scade, oggi=OGGI)
    assert [una.codice for una in contro] == codici


@pytest.mark.parametrize(
    ("motivo", "preavviso", "codici"),
    [
        ("manca il titolo", date(2024, 5, 25), []),
        ("manca il titolo", date(2024, 5, 26), ["osservazioni"]),
        ("manca il titolo", None, ["preavviso"]),
        ("manca il titolo", date(2024, 4, 30), ["preavviso"]),
        ("manca il titolo", date(2024, 6, 6), ["preavviso"]),
        (" ", date(2024, 5, 25), ["motivo"]),
    ],
)
def test_a_refusal_comes_after_the_notice_of_its_reasons(motivo, preavviso, codici):
    contro = contro_il_rifiuto(motivo, preavviso, date(2024, 5, 1), OGGI)
    assert [una.codice for una in contro] == codici


@given(st.integers(0, 60), st.integers(-20, 400))
def test_a_renewal_leaves_no_day_out_and_counts_none_twice(prima, dopo):
    """It begins the day after the one that it follows, never before today."""
    oggi = SCADE - timedelta(days=prima)
    dal = decorrenza(oggi, SCADE + timedelta(days=dopo))
    assert dal >= oggi
    assert dal == oggi or dal == SCADE + timedelta(days=dopo + 1)
    assert decorrenza(oggi, None) == oggi


@given(st.integers(0, 40))
def test_ten_days_are_whole(quanti):
    preavviso = OGGI - timedelta(days=quanti)
    contro = contro_il_rifiuto("perché", preavviso, date(2024, 1, 1), OGGI)
    assert bool(contro) == (quanti <= OSSERVAZIONI.days)
