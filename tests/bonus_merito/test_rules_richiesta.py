"""What may be declared, until when, what a request lacks; the same evidence twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonus_merito.rules.doppi import Usata, gemelle, segno_di
from bonus_merito.rules.requisiti import Accertati, contro_i_requisiti
from bonus_merito.rules.richiesta import (
    Dichiarata,
    contro_i_giorni,
    contro_il_termine,
    contro_l_invio,
    contro_la_scadenza,
)

OGGI = date(2024, 5, 20)
FINE = date(2024, 8, 31)
ADESSO = datetime(2024, 5, 20, 10, tzinfo=UTC)
INTERA = Dichiarata(1, "Lettura", "Dieci incontri.", date(2023, 11, 6), None)
IN_REGOLA = Accertati(True, 200, 40, 0, None, "")


def codici(violazioni) -> list[str]:
    return [violazione.codice for violazione in violazioni]


@pytest.mark.parametrize(
    ("dal", "al", "attesi"),
    [
        (None, None, []),
        (date(2023, 9, 1), date(2024, 5, 20), []),
        (date(2023, 8, 31), None, ["fuori_anno"]),
        (date(2024, 5, 21), None, ["da_fare"]),
        (date(2024, 5, 20), date(2024, 8, 31), []),
        (date(2023, 10, 1), date(2024, 9, 1), ["fuori_anno"]),
        (date(2024, 3, 1), date(2024, 2, 1), ["al_prima"]),
        (None, date(2024, 2, 1), ["senza_inizio"]),
    ],
)
def test_only_what_was_done_this_school_year(dal, al, attesi):
    assert codici(contro_i_giorni(dal, al, inizio=2023, oggi=OGGI)) == attesi


@given(st.dates(), st.none() | st.dates())
def test_any_day_is_judged(dal, al):
    for violazione in contro_i_giorni(dal, al, inizio=2023, oggi=OGGI):
        assert violazione.campo in {"dal", "al"}
        assert "art. 3" in violazione.fonte


def test_the_term_counts_to_the_instant():
    assert not contro_il_termine(ADESSO + timedelta(seconds=1), ADESSO)
    assert codici(contro_il_termine(ADESSO, ADESSO)) == ["termine"]
    assert codici(contro_il_termine(None, ADESSO)) == ["termine"]


def test_a_term_is_to_come_and_is_moved_forward():
    dopo = ADESSO + timedelta(days=5)
    assert not contro_la_scadenza(dopo, adesso=ADESSO)
    assert codici(contro_la_scadenza(ADESSO, adesso=ADESSO)) == ["passata"]
    assert codici(contro_la_scadenza(dopo, adesso=ADESSO, prima=dopo)) == ["indietro"]


def _invio(*attivita, gruppo="primo_periodo", serve_gruppo=True):
    return contro_l_invio(
        attivita, gruppo=gruppo, serve_gruppo=serve_gruppo, inizio=2023, oggi=OGGI
    )


def test_what_a_request_lacks_is_told_activity_by_activity():
    assert not _invio(INTERA)
    assert codici(_invio()) == ["vuota"]
    senza = replace(INTERA, numero=2, testo=" ", dal=None)
    contro = _invio(INTERA, senza)
    assert codici(contro) == ["incompleta"]
    assert contro[0].testo == "Attività 2: manca che cosa si è fatto e da quando."


def test_the_group_is_asked_only_where_the_list_has_parts():
    assert codici(_invio(INTERA, gruppo="")) == ["gruppo"]
    assert not _invio(INTERA, gruppo="", serve_gruppo=False)


def test_a_day_of_another_year_stops_the_sending():
    assert codici(_invio(replace(INTERA, dal=date(2022, 10, 1)))) == ["fuori_anno"]


@pytest.mark.parametrize(
    ("dati", "campi"),
    [
        (IN_REGOLA, []),
        (replace(IN_REGOLA, giorni_lavorativi=0, assenze=0), ["giorni_lavorativi"]),
        (replace(IN_REGOLA, assenze=201), ["assenze"]),
        (replace(IN_REGOLA, congedi=41), ["congedi"]),
        (replace(IN_REGOLA, sanzione_il=OGGI), ["atto_sanzione"]),
        (replace(IN_REGOLA, atto_sanzione="prot. 1"), ["sanzione_il"]),
        (
            replace(IN_REGOLA, sanzione_il=date(2024, 5, 21), atto_sanzione="prot. 1"),
            ["sanzione_il"],
        ),
    ],
)
def test_what_the_office_writes_holds_together(dati, campi):
    assert [violazione.campo for violazione in contro_i_requisiti(dati, OGGI, FINE)] == campi


def test_the_same_file_or_act_under_another_activity_is_found():
    file, atto = segno_di("a" * 64, None), segno_di("", 7)
    usate = [
        Usata(file, 1, 10, 100, 5), Usata(file, 2, 11, 100, 5), Usata(atto, 3, 10, 100, 5),
        Usata(atto, 4, 20, 200, 6), Usata(segno_di("b" * 64, None), 5, 10, 100, 5),
    ]  # fmt: skip
    trovate = gemelle(usate)
    assert {prova: [una.prova for una in altre] for prova, altre in trovate.items()} == {
        1: [2], 2: [1], 3: [4], 4: [3],
    }  # fmt: skip
