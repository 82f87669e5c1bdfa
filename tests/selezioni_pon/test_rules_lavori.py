"""When the work of a commission may be closed, and when it may be opened again."""

from dataclasses import replace
from datetime import datetime

import pytest

from cpia.norme.rules.motivi import Valore
from cpia.scuola.parole import ROMA
from selezioni_pon.enums import EffettoConflitto
from selezioni_pon.rules.commissione import Commissario, Dichiarazione, RegoleCommissione
from selezioni_pon.rules.lavori import (
    Lavori,
    contro_la_chiusura,
    contro_la_nomina_a_vuoto,
    contro_la_riapertura,
)

QUANDO = datetime(2026, 3, 17, 9, 0, tzinfo=ROMA)
LIBERA = Dichiarazione(QUANDO)
CON_ADA = Dichiarazione(QUANDO, frozenset({"c1"}))
MEMBRI = (
    Commissario("m1", "Uno", presidente=True, dichiarazione=LIBERA),
    Commissario("m2", "Due", dichiarazione=LIBERA),
    Commissario("m3", "Tre", dichiarazione=LIBERA),
    Commissario("m4", "Quattro", supplente=True),
)
LAVORI = Lavori(MEMBRI, {"c1": "Ada Neri"})
ASTIENE = RegoleCommissione(conflitto=Valore(EffettoConflitto.ASTENSIONE, "prassi"))


def con(dichiarazione):
    return replace(LAVORI, membri=(replace(MEMBRI[0], dichiarazione=dichiarazione), *MEMBRI[1:]))


@pytest.mark.parametrize(
    ("lavori", "presidente", "attesi"),
    [
        (LAVORI, True, []),
        (LAVORI, False, ["presidente"]),
        (replace(LAVORI, da_chiudere=1), True, ["da_chiudere"]),
        (replace(LAVORI, chiusi=True), True, ["gia_chiusi"]),
        (con(None), True, ["dichiarazione"]),
        (con(CON_ADA), True, ["conflitto"]),
        (con(replace(LIBERA, senza_condanne=False)), True, ["condanne"]),
    ],
)
def test_the_work_is_closed_when_nothing_is_left(lavori, presidente, attesi):
    trovate = contro_la_chiusura(lavori, RegoleCommissione(), presidente=presidente)
    assert [una.codice for una in trovate] == attesi


def test_who_only_abstains_does_not_stop_the_end_of_the_work():
    assert contro_la_chiusura(con(CON_ADA), ASTIENE, presidente=True) == []


def test_what_is_left_says_how_many_and_who():
    [resta] = contro_la_chiusura(
        replace(LAVORI, da_chiudere=2), RegoleCommissione(), presidente=True
    )
    assert "2 domande" in resta.testo
    [manca] = contro_la_chiusura(con(None), RegoleCommissione(), presidente=True)
    assert manca.testo == "Uno: non ha ancora dichiarato di poter valutare."


@pytest.mark.parametrize(
    ("lavori", "motivo", "attesi"),
    [
        (replace(LAVORI, chiusi=True), "Reclamo accolto", []),
        (replace(LAVORI, chiusi=True), "  boh     ", ["motivo"]),
        (replace(LAVORI, chiusi=True, definitiva=True), "Reclamo accolto", ["definitiva"]),
        (LAVORI, "Reclamo accolto", ["gia_aperti"]),
    ],
)
def test_closed_work_is_opened_again_with_a_reason(lavori, motivo, attesi):
    assert [una.codice for una in contro_la_riapertura(lavori, motivo)] == attesi


def test_without_applications_nobody_is_named():
    [una] = contro_la_nomina_a_vuoto({})
    assert una.codice == "nessuna_domanda"
    assert contro_la_nomina_a_vuoto({"c1": "Ada Neri"}) == []
