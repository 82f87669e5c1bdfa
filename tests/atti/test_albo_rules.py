"""When an act may go on the albo, how long it stays, what is read of it: no database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.atti.albo import rules
from cpia.atti.albo.rules import Bozza, Ricerca, Stato

OGGI = date(2026, 6, 14)
UN_GIORNO = timedelta(days=1)
GIORNI = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def stato(dal, al, *, numerata=True, annullata=False, oggi=OGGI):
    return rules.stato(numerata=numerata, annullata=annullata, dal=dal, al=al, oggi=oggi)


@pytest.mark.parametrize(
    ("dal", "al", "atteso"),
    [
        (OGGI, OGGI, Stato.IN_CORSO),
        (OGGI - 15 * UN_GIORNO, OGGI, Stato.IN_CORSO),
        (OGGI - 16 * UN_GIORNO, OGGI - UN_GIORNO, Stato.CONCLUSA),
        (OGGI + UN_GIORNO, OGGI + 16 * UN_GIORNO, Stato.FUTURA),
    ],
)
def test_first_and_last_day_belong_to_the_publication(dal, al, atteso):
    assert stato(dal, al) is atteso
    assert stato(dal, al, numerata=False) is Stato.BOZZA
    assert stato(dal, al, annullata=True) is Stato.ANNULLATA


@pytest.mark.parametrize(
    ("al", "parole"),
    [
        (date(2026, 6, 27), "ancora 13 giorni"),
        (date(2026, 6, 16), "ancora 2 giorni"),
        (date(2026, 6, 15), "ancora 1 giorno"),
        (OGGI, "ultimo giorno"),
        (date(2026, 6, 13), ""),
    ],
)
def test_days_left_in_words(al, parole):
    assert rules.quanto_resta(al, OGGI) == parole


@given(GIORNI, st.integers(0, 400), GIORNI)
def test_words_and_state_agree(dal, durata, oggi):
    al = dal + durata * UN_GIORNO
    detto = rules.quanto_resta(al, oggi)
    assert bool(detto) == (stato(dal, al, oggi=oggi) is not Stato.CONCLUSA)
    assert (detto == "ultimo giorno") == (oggi == al)


@given(GIORNI, GIORNI, GIORNI)
def test_a_period_is_right_or_the_field_says_why(dal, al, oggi):
    campi = [v.campo for v in rules.giudica_periodo(dal, al, oggi)]
    lontani = ["dal"] * ((dal - oggi).days > 366) + ["al"] * ((al - dal).days > 5 * 366)
    assert campi == ["dal"] * (dal < oggi) + ["al"] * (al < dal) + lontani


def test_the_past_is_refused_with_the_article():
    [violazione] = rules.giudica_periodo(OGGI - UN_GIORNO, OGGI + UN_GIORNO, OGGI)
    assert "13/06/2026" in violazione.testo
    assert "L. 18 giugno 2009, n. 69, art. 32" in violazione.con_fonte


BUONA = {"dal": OGGI, "al": OGGI + 15 * UN_GIORNO, "file_pubblici": 1}


@pytest.mark.parametrize(
    ("campi", "parole"),
    [
        ({}, None),
        ({"file_pubblici": 0}, "Manca il file"),
        ({"file_pubblici": 0, "con_documento": True}, None),
        ({"con_documento": True, "documento_stampato": False}, "stampando"),
        ({"con_documento": True, "documento_riservato": True}, "riservato"),
        ({"con_documento": True, "documento_annullato": True}, "annullato"),
        ({"con_dati_personali": True}, "oggetto che resta"),
        ({"con_dati_personali": True, "oggetto_dopo": "Graduatoria"}, None),
        ({"con_dati_personali": True, "oggetto_dopo": "  "}, "oggetto che resta"),
        ({"dal": OGGI - UN_GIORNO}, "retrodata"),
    ],
)
def test_what_is_against_publishing(campi, parole):
    trovate = rules.giudica_pubblicazione(Bozza(**BUONA | campi), OGGI)
    assert (len(trovate) == 0) if parole is None else (parole in trovate[0].testo)


@pytest.mark.parametrize(
    ("attuale", "motivo", "va"),
    [
        (Stato.IN_CORSO, "L’importo era errato.", True),
        (Stato.FUTURA, "L’importo era errato.", True),
        (Stato.CONCLUSA, "L’importo era errato.", True),
        (Stato.BOZZA, "L’importo era errato.", False),
        (Stato.ANNULLATA, "L’importo era errato.", False),
        (Stato.IN_CORSO, "errore", False),
    ],
)
def test_annulling(attuale, motivo, va):
    assert (rules.giudica_annullamento(attuale, motivo) == []) is va


@pytest.mark.parametrize("attuale", Stato)
def test_only_what_is_over_is_attested_and_once(attuale):
    va = attuale is Stato.CONCLUSA
    assert (rules.giudica_attestazione(attuale, gia_attestata=False) == []) is va
    assert rules.giudica_attestazione(attuale, gia_attestata=True)
    assert rules.giudica_attestazione(attuale, gia_attestata=False, documento_stampato=False)


@given(st.booleans(), st.booleans(), GIORNI, GIORNI)
def test_a_name_is_read_only_while_its_days_last(personali, annullata, al, oggi):
    via = rules.nomi_via(con_dati_personali=personali, annullata=annullata, al=al, oggi=oggi)
    assert via == (personali and (annullata or oggi > al))


@pytest.mark.parametrize(
    ("digitato", "atteso"),
    [
        ("214", Ricerca(214)),
        (" 214/2026 ", Ricerca(214, 2026)),
        ("rep. 214 del 2026", Ricerca(214, 2026)),
        ("Prot. n. 4688", Ricerca(4688)),
        ("repertorio 214 / 2026", Ricerca(214, 2026)),
        ("calendario 2026", Ricerca(parole="calendario 2026")),
        ("seduta n. 22", Ricerca(parole="seduta n. 22")),
        ("12345678", Ricerca(parole="12345678")),
        ("", Ricerca()),
        ("a\0b", Ricerca(parole="a b")),
    ],
)
def test_what_was_typed_is_a_number_or_words(digitato, atteso):
    assert rules.leggi_ricerca(digitato) == atteso


@given(st.text(max_size=400))
def test_anything_can_be_typed(digitato):
    letto = rules.leggi_ricerca(digitato)
    assert len(letto.parole) <= 200
    assert "\0" not in letto.parole


@pytest.mark.parametrize(
    ("tipi", "omissis", "atteso"),
    [
        ([], False, ""),
        (["PDF"], False, "PDF"),
        (["PDF"] * 3, False, "3 PDF"),
        (["PDF", "P7M"], True, "PDF e P7M con omissis"),
        (["PDF", "PDF", "P7M", "DOCX"], False, "2 PDF, P7M e DOCX"),
    ],
)
def test_files_in_words(tipi, omissis, atteso):
    assert rules.file_in_parole(tipi, con_omissis=omissis) == atteso


@pytest.mark.parametrize(
    ("quanti", "atteso"),
    [
        (0, ""), (1, ""), (5, "Tutti i 5 atti."), (8, "Tutti gli 8 atti."),
        (11, "Tutti gli 11 atti."), (18, "Tutti i 18 atti."), (30, "Tutti i 30 atti."),
    ],
)  # fmt: skip
def test_all_of_them_in_words(quanti, atteso):
    assert rules.tutti_gli_atti(quanti) == atteso
