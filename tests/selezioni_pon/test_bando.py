"""What a call must hold before it is published, and the money in it."""

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.scuola.parole import ROMA
from selezioni_pon.enums import Fase
from selezioni_pon.rules.bando import (
    da_ricontrollare,
    verifica_pubblicazione,
    voci_oltre_il_progetto,
)
from selezioni_pon.rules.contenuti import CONTENUTI
from selezioni_pon.rules.offerta import Compenso, spesa_massima, verifica_offerta
from selezioni_pon.rules.termine import Finestra, chiusura
from tests.selezioni_pon.scena_bandi import IDEA, PROGETTO, TITOLO, bando, codici, griglia, regole

REGOLE = regole()


def contro(**altro):
    return codici(verifica_pubblicazione(bando(**altro), REGOLE))


def test_a_complete_call_may_be_published():
    assert verifica_pubblicazione(bando(), REGOLE) == []
    assert da_ricontrollare(bando()) == ()


@pytest.mark.parametrize("contenuto", CONTENUTI, ids=lambda contenuto: contenuto.campo)
def test_whatever_must_be_written_is_missed_at_its_field(contenuto):
    nel_progetto = hasattr(PROGETTO, contenuto.campo)
    vuoto = {contenuto.campo: " "}
    altro = {"progetto": replace(PROGETTO, **vuoto)} if nel_progetto else vuoto
    [violazione] = verifica_pubblicazione(bando(**altro), REGOLE)
    assert violazione.codice == f"{contenuto.campo}_mancante"
    assert violazione.campo == contenuto.campo
    assert "art. 4 c. 4" in violazione.fonte
    assert violazione.testo.startswith("Nell’avviso manca")


def test_how_a_work_contract_is_paid_is_not_said_to_the_own_staff():
    altro = {"pagamento": "", "trattamento": ""}
    assert contro(**altro) == ["pagamento_mancante", "trattamento_mancante"]
    assert contro(fase=Fase.INTERNI, **altro) == []


@pytest.mark.parametrize(
    ("altro", "codice"),
    [
        ({"ore": Fraction(0)}, "ore"),
        ({"posti": 0}, "posti"),
        ({"dal": None}, "durata_mancante"),
        ({"al": None}, "durata_mancante"),
        ({"al": date(2026, 3, 31)}, "durata"),
        ({"compenso": None}, "compenso_mancante"),
        ({"compenso": Compenso(0, 7000)}, "compenso"),
        ({"compenso": Compenso(7000, 3000)}, "compenso"),
        ({"disponibilita": 419_999}, "oltre_la_disponibilita"),
        ({"finestra": None}, "termine_mancante"),
        ({"griglia": None}, "griglia_mancante"),
        ({"rilievi": 3}, "rilievi_da_leggere"),
        ({"reclamo_giorni": 6}, "reclamo_giorni"),
        ({"progetto": replace(PROGETTO, cup="")}, "cup_mancante"),
        ({"progetto": replace(PROGETTO, cup="G34")}, "cup_lunghezza"),
        ({"progetto": replace(PROGETTO, cig="B7E26B1DC8")}, "cig_controllo"),
        ({"progetto": replace(PROGETTO, codice="?")}, "codice_progetto"),
    ],
)
def test_what_is_wrong_is_said_once(altro, codice):
    assert contro(**altro) == [codice]


@pytest.mark.parametrize(
    "altro",
    [
        {"disponibilita": 420_000},
        {"compenso": Compenso(7000, 7000)},
        {"rilievi": 3, "rilievi_letti": True},
        {"reclamo_giorni": 5},
        {"reclamo_giorni": 15},
        {"progetto": replace(PROGETTO, cup="", finanziato=False)},
        {"progetto": replace(PROGETTO, cig="Z632F697B2")},
        {"progetto": replace(PROGETTO, codice="")},
        {"al": date(2026, 4, 1)},
    ],
)
def test_what_is_allowed(altro):
    assert contro(**altro) == []


@pytest.mark.parametrize(
    ("altro", "detto"),
    [
        ({"reclamo_giorni": 1}, "Il termine del reclamo è di 1 giorno:"),
        ({"disponibilita": 1}, "30 ore a 70,00 € per 2 posti fanno"),
        ({"disponibilita": 1, "ore": Fraction(1), "posti": 1}, "1 ora a 70,00 € per 1 posto fanno"),
    ],
)
def test_numbers_are_said_with_their_noun(altro, detto):
    [violazione] = verifica_pubblicazione(bando(**altro), REGOLE)
    assert detto in violazione.testo


def test_a_short_complaint_is_allowed_and_pointed_out():
    [motivo] = da_ricontrollare(bando(reclamo_giorni=7))
    assert (motivo.regola, motivo.fonte) == ("reclamo_breve", "D.P.R. 275/1999, art. 14 c. 7")
    assert "7 giorni" in motivo.testo


@pytest.mark.parametrize(("fase", "ultimo"), [(Fase.INTERNI, 9), (Fase.ESTERNI, 17)])
def test_each_phase_has_its_days(fase, ultimo):
    apre = datetime(2026, 3, 2, 9, tzinfo=ROMA)
    for giorno, atteso in ((ultimo, []), (ultimo - 1, ["avviso_breve"])):
        finestra = Finestra(apre, chiusura(date(2026, 3, giorno)))
        assert contro(fase=fase, finestra=finestra) == atteso


def test_where_points_are_for_projects_alone_a_grid_of_titles_is_refused():
    porto_venere = regole("ic-porto-venere")
    mista, sola = griglia(TITOLO, IDEA), griglia(IDEA)
    assert voci_oltre_il_progetto(mista) == ("1",)
    [violazione] = verifica_pubblicazione(bando(griglia=mista), porto_venere)
    assert violazione.codice == "griglia_oltre_i_progetti"
    assert "art. 4 c. 7" in violazione.fonte
    assert verifica_pubblicazione(bando(griglia=sola), porto_venere) == []


def test_an_empty_call_tells_everything_at_once():
    vuoto = bando(
        ruolo="", ore=Fraction(0), posti=0, compenso=None, finestra=None, dal=None, griglia=None
    )
    trovati = verifica_pubblicazione(vuoto, REGOLE)
    assert len({violazione.campo for violazione in trovati}) == len(trovati) == 7
    assert all(violazione.fonte for violazione in trovati)


@given(st.integers(1, 20_000), st.fractions(0, 500, max_denominator=4), st.integers(1, 20))
def test_the_expense_is_never_less_than_what_is_paid(compenso, ore, posti):
    spesa = spesa_massima(Compenso(compenso, compenso), ore, posti)
    assert 0 <= spesa - compenso * ore * posti < 1


@pytest.mark.parametrize(
    ("offerta", "compenso", "codice"),
    [
        (3000, Compenso(3000, 7000), []),
        (7000, Compenso(3000, 7000), []),
        (2999, Compenso(3000, 7000), ["offerta_fuori_misura"]),
        (7001, Compenso(3000, 7000), ["offerta_fuori_misura"]),
        (None, Compenso(3000, 7000), ["offerta_mancante"]),
        (None, Compenso(3500, 3500), []),
        (3500, Compenso(3500, 3500), []),
        (3400, Compenso(3500, 3500), ["offerta_non_chiesta"]),
    ],
)
def test_an_offer_stays_between_the_two_prices(offerta, compenso, codice):
    violazioni = verifica_offerta(offerta, compenso)
    assert codici(violazioni) == codice
    assert all(compenso.detto in violazione.testo for violazione in violazioni)
