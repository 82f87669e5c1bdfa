"""Appeals: to whom, until when, how they may end; the Statute gives what a school leaves out."""

from datetime import date

import pytest

from disciplina.cataloghi import catalogo
from disciplina.enums import EsitoRicorso, Giudice
from disciplina.rules.ricorsi import (
    contro_esito,
    contro_ricorso,
    in_vigore_dopo,
    reclamo_regionale,
    vie_aperte,
)
from tests.disciplina.scena import ISEO, NAPOLI, PINOCCHIO, PORTO_VENERE, SCUOLE, codici, termini

GARANZIA, TERRITORIALE, _ = Giudice
CONFERMATA, MODIFICATA, REVOCATA, INVITO = EsitoRicorso
COMUNICATA = date(2026, 6, 10)
QUINDICI, TRENTA = date(2026, 6, 25), date(2026, 7, 10)


def vie(slug, *, allontana, comunicata=COMUNICATA):
    suo = catalogo(slug) if slug in SCUOLE else None
    return vie_aperte(comunicata, suo, termini(slug), allontana=allontana)


@pytest.mark.parametrize(
    ("slug", "allontana", "attese"),
    [
        (PINOCCHIO, True, [(GARANZIA, QUINDICI, "via")]),
        (PINOCCHIO, False, [(GARANZIA, QUINDICI, "via_di_legge")]),
        (PORTO_VENERE, False, [(GARANZIA, QUINDICI, "via")]),
        (PORTO_VENERE, True, [(TERRITORIALE, TRENTA, "via"), (GARANZIA, QUINDICI, "via"),
                              (GARANZIA, QUINDICI, "via_di_legge")]),
        (NAPOLI, True, [(GARANZIA, QUINDICI, "via")]),
        (NAPOLI, False, [(GARANZIA, QUINDICI, "via")]),
        (ISEO, True, [(GARANZIA, QUINDICI, "via_di_legge")]),
    ],
)  # fmt: skip
def test_the_ways_of_appeal(slug, allontana, attese):
    aperte = vie(slug, allontana=allontana)
    assert [(a.giudice, a.entro.giorno, a.entro.perche[0].regola) for a in aperte] == attese


@pytest.mark.parametrize("slug", [*SCUOLE, ISEO])
def test_against_every_sanction_the_organ_of_guarantee_decides_in_full(slug):
    for allontana in (True, False):
        piene = [v for v in vie(slug, allontana=allontana) if REVOCATA in v.esiti]
        assert GARANZIA in [via.giudice for via in piene]


def test_a_term_that_ends_on_sunday_goes_on():
    [via] = vie(PINOCCHIO, allontana=True, comunicata=date(2026, 6, 13))
    assert via.entro.giorno == date(2026, 6, 29)


@pytest.mark.parametrize(
    ("giorno", "interesse", "contro"),
    [
        (QUINDICI, True, []),
        (date(2026, 6, 26), True, ["termine"]),
        (QUINDICI, False, ["interesse"]),
    ],
)
def test_who_may_appeal_and_until_when(giorno, interesse, contro):
    [via] = vie(PINOCCHIO, allontana=True)
    assert codici(contro_ricorso(giorno, via, interesse=interesse)) == contro


def test_at_napoli_the_sixth_day_is_in_time():
    """Five days by the organ's own rules, fifteen by art. 16 and by the Statute."""
    [via] = vie(NAPOLI, allontana=True)
    assert contro_ricorso(date(2026, 6, 16), via, interesse=True) == []


@pytest.mark.parametrize(
    ("esito", "motivo", "prima", "dopo", "contro"),
    [
        (CONFERMATA, "Le prove reggono.", 3, None, []),
        (REVOCATA, "Manca l’audizione.", 3, None, []),
        (REVOCATA, " ", 3, None, ["motivo"]),
        (MODIFICATA, "Sproporzionata.", 5, 2, []),
        (MODIFICATA, "Solo i giorni in cui comincia.", 5, 5, []),
        (MODIFICATA, "Più grave.", 5, 6, ["piu_grave"]),
        (INVITO, "Da rivedere.", 5, None, ["esito"]),
    ],
)
def test_how_an_appeal_ends(esito, motivo, prima, dopo, contro):
    [via] = vie(PINOCCHIO, allontana=True)
    trovate = list(contro_esito(esito, motivo, via, giorni=prima, nuovi_giorni=dopo))
    assert codici(trovate) == contro
    assert all(una.fonte for una in trovate)


def test_at_porto_venere_the_organ_may_only_invite_by_the_regulation():
    _, preventivo, di_legge = vie(PORTO_VENERE, allontana=True)
    assert preventivo.esiti == (INVITO,)
    assert codici(contro_esito(REVOCATA, "x", preventivo)) == ["esito"]
    assert codici(contro_esito(REVOCATA, "x", di_legge)) == []


@pytest.mark.parametrize(
    ("esito", "vale"),
    [(None, True), (CONFERMATA, True), (MODIFICATA, True), (INVITO, True), (REVOCATA, False)],
)
def test_a_revoked_sanction_is_no_longer_in_force(esito, vale):
    assert in_vigore_dopo(esito) is vale


def test_the_complaint_to_the_region():
    termine = reclamo_regionale(date(2026, 7, 1), termini(PINOCCHIO))
    assert termine.giorno == date(2026, 7, 16)
    assert "art. 5 c. 3" in termine.perche[0].fonte
