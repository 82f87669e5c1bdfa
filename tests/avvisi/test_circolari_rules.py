"""What the rules of circulars answer: refusals, states in words, numbers, recipients."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.rules import Situazione

OGGI = date(2024, 6, 5)
IERI, DOMANI = OGGI - timedelta(days=1), OGGI + timedelta(days=1)
BOZZA = Situazione(riscontro="presa_visione", entro=DOMANI)
USCITA = Situazione(pubblicata=True, riscontro="presa_visione", entro=OGGI)
DOMANDA = Situazione(pubblicata=True, riscontro="si_no", entro=OGGI)
ANNULLATA = Situazione(pubblicata=True, annullata=True, riscontro="presa_visione", entro=OGGI)


def codici(violazioni):
    return [violazione.codice for violazione in violazioni]


@pytest.mark.parametrize(
    ("riscontro", "entro", "attesi"),
    [
        ("nessuno", None, []),
        ("nessuno", IERI, []),
        ("presa_visione", None, ["entro_mancante"]),
        ("presa_visione", OGGI, []),
        ("si_no", IERI, ["entro_passato"]),
        ("adesione", DOMANI, []),
        ("si_no", date(2025, 8, 31), []),
        ("si_no", date(2025, 9, 1), ["entro_lontano"]),
        ("presa_visione", date.max, ["entro_lontano"]),
        ("nessuno", date.max, []),
    ],
)
def test_what_asks_says_by_when(riscontro, entro, attesi):
    assert codici(rules.verifica_riscontro(riscontro, entro, OGGI)) == attesi


@pytest.mark.parametrize(
    ("situazione", "fatti", "attesi"),
    [
        (BOZZA, {}, []),
        (USCITA, {}, ["gia_pubblicata"]),
        (BOZZA, {"persone": 0}, ["senza_destinatari"]),
        (BOZZA, {"firma": False}, ["senza_dirigente"]),
        (BOZZA, {"anno": False}, ["senza_anno"]),
        (Situazione(riscontro="si_no", entro=IERI), {}, ["entro_passato"]),
        (
            Situazione(riscontro="si_no"),
            {"persone": 0, "firma": False, "anno": False},
            ["entro_mancante", "senza_destinatari", "senza_dirigente", "senza_anno"],
        ),
    ],
)
def test_what_is_against_publishing(situazione, fatti, attesi):
    fatti = {"persone": 3, "firma": True, "anno": True, "oggi": OGGI} | fatti
    assert codici(rules.verifica_pubblicazione(situazione, **fatti)) == attesi


@pytest.mark.parametrize(
    ("situazione", "motivo", "attesi"),
    [
        (USCITA, "Data sbagliata.", []),
        (USCITA, "   ", ["motivo_mancante"]),
        (BOZZA, "Data sbagliata.", ["in_bozza"]),
        (ANNULLATA, "Data sbagliata.", ["gia_annullata"]),
    ],
)
def test_what_is_annulled(situazione, motivo, attesi):
    assert codici(rules.verifica_annullo(situazione, motivo)) == attesi


@pytest.mark.parametrize(
    ("situazione", "risposta", "attesi"),
    [
        (USCITA, "", []),
        (USCITA, "si", ["risposta_non_chiesta"]),
        (DOMANDA, "", ["risposta_mancante"]),
        (DOMANDA, "si", []),
        (DOMANDA, "forse", ["risposta_non_chiesta"]),
        (BOZZA, "", ["non_in_vigore"]),
        (ANNULLATA, "", ["non_in_vigore"]),
        (Situazione(pubblicata=True), "", []),
    ],
)
def test_what_may_be_answered(situazione, risposta, attesi):
    assert codici(rules.verifica_riscontro_dato(situazione, risposta)) == attesi


def test_what_was_said_is_taken_back_until_the_last_day():
    assert codici(rules.verifica_ritiro(USCITA, OGGI)) == []
    [violazione] = rules.verifica_ritiro(USCITA, DOMANI)
    assert (violazione.codice, "mercoledì 5 giugno" in violazione.testo) == (
        "termine_passato",
        True,
    )
    assert codici(rules.verifica_ritiro(ANNULLATA, OGGI)) == ["non_in_vigore"]
    assert codici(rules.verifica_ritiro(Situazione(pubblicata=True), OGGI)) == ["nulla_da_ritirare"]


@pytest.mark.parametrize(
    ("situazione", "mancano", "gia_oggi", "attesi"),
    [
        (USCITA, 3, False, []),
        (USCITA, 3, True, ["gia_sollecitata"]),
        (USCITA, 0, False, ["nessuno_manca"]),
        (Situazione(pubblicata=True), 3, False, ["nulla_da_sollecitare"]),
        (ANNULLATA, 3, False, ["nulla_da_sollecitare"]),
    ],
)
def test_who_is_missing_is_reminded_once_a_day(situazione, mancano, gia_oggi, attesi):
    esito = rules.verifica_sollecito(situazione, mancano=mancano, gia_oggi=gia_oggi)
    assert codici(esito) == attesi


@pytest.mark.parametrize(
    ("situazione", "letta", "risposta", "risposta_del", "oggi", "atteso"),
    [
        (USCITA, None, "", None, OGGI, ("da-fare", "manca la presa visione", False)),
        (
            USCITA, None, "", None, OGGI + timedelta(days=2),
            ("manca", "manca la presa visione, in ritardo di 2 giorni", True),
        ),
        (USCITA, OGGI, "", None, DOMANI, ("fatto", "letta", False)),
        (USCITA, DOMANI, "", None, DOMANI, ("fatto", "letta, 1 giorno dopo il termine", True)),
        (DOMANDA, OGGI, "", None, OGGI, ("da-fare", "letta, manca la risposta", False)),
        (DOMANDA, OGGI, "no", OGGI, OGGI, ("fatto", "no", False)),
        (
            Situazione(pubblicata=True, riscontro="adesione", entro=IERI), OGGI, "si", OGGI, OGGI,
            ("fatto", "aderisco, 1 giorno dopo il termine", True),
        ),
        (Situazione(pubblicata=True), OGGI, "", None, OGGI, ("fatto", "letta", False)),
        (
            Situazione(pubblicata=True), None, "", None, OGGI,
            ("da-fare", "non segnata come letta", False),
        ),
    ],
)  # fmt: skip
def test_how_somebody_stands_in_words(situazione, letta, risposta, risposta_del, oggi, atteso):
    stato = rules.stato(situazione, letta, risposta, risposta_del, oggi)
    assert (stato.codice, stato.testo, stato.in_ritardo) == atteso


@pytest.mark.parametrize(
    ("situazione", "letta", "atteso"),
    [
        (USCITA, None, ("chiuso", "non più dovuta", False)),
        (DOMANDA, IERI, ("chiuso", "non più dovuta", False)),
        (USCITA, IERI, ("fatto", "letta", False)),
        (Situazione(pubblicata=True), None, ("da-fare", "non segnata come letta", False)),
    ],
)
def test_who_has_no_role_any_more_owes_nothing(situazione, letta, atteso):
    stato = rules.stato(situazione, letta, "", None, OGGI + timedelta(days=9), tenuta=False)
    assert (stato.codice, stato.testo, stato.in_ritardo) == atteso


def test_a_reminder_says_what_is_missing():
    assert rules.sollecito("presa_visione") == "Manca ancora la tua presa visione."
    assert rules.sollecito("si_no") == "Manca ancora la tua risposta."


@given(
    entro=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    dopo=st.integers(-400, 400),
    chiede=st.sampled_from(rules.CHIEDONO),
)
def test_late_is_who_is_past_the_last_day_and_nobody_else(entro, dopo, chiede):
    situazione = Situazione(pubblicata=True, riscontro=chiede, entro=entro)
    giorno = entro + timedelta(days=dopo)
    manca = rules.stato(situazione, None, "", None, giorno)
    detto = rules.stato(situazione, giorno, "si", giorno, giorno + timedelta(days=30))
    assert manca.in_ritardo == detto.in_ritardo == (dopo > 0)
    if dopo > 0:
        assert str(dopo) in manca.testo
        assert str(dopo) in detto.testo


@given(st.lists(st.just(None), max_size=30), st.integers(1, 500))
def test_numbers_leave_no_gap(atti, primo):
    numeri: list[int] = []
    for _ in atti:
        numeri.append(rules.numero_seguente(numeri[-1] if numeri else None, primo))
    assert numeri == list(range(primo, primo + len(atti)))


def test_numbers_begin_at_one_or_later():
    assert rules.numero_seguente(None) == 1
    assert rules.numero_seguente(7, 400) == 8
    with pytest.raises(ValueError, match="0"):
        rules.numero_seguente(None, 0)


def test_recipients_in_words():
    assert rules.descrivi_destinatari({"docente": [], "dsga": []}) == "Docenti e DSGA"
    assert (
        rules.descrivi_destinatari(
            {"docente": ["2ªA TUR", "2ªB AFM"], "studente": ["2ªA TUR", "2ªB AFM"], "dsga": []}
        )
        == "Docenti e studenti (2ªA TUR e 2ªB AFM); DSGA"
    )


def test_each_line_that_says_something_is_a_paragraph():
    assert rules.capoversi("Primo.\r\n\r\n  Secondo. \n\n\n") == ("Primo.", "Secondo.")
