"""The paper of stay: an adult without it is warned and has a term, a minor is never refused."""

from datetime import date

import pytest

from cpia.norme.rules.motivi import Valore
from patto_formativo.rules.permesso import Esito, Soggiorno, Titolo, giudica_soggiorno

OGGI = date(2024, 6, 5)
ADULTO, MINORE = date(1990, 1, 1), date(2007, 1, 1)


def giudica(titolo=None, scade=None, *, nascita=ADULTO, serve=True):
    soggiorno = Soggiorno(titolo, scade) if titolo else None
    return giudica_soggiorno(soggiorno, serve=serve, nascita=nascita, oggi=OGGI)


@pytest.mark.parametrize(
    ("titolo", "scade", "esito", "entro", "detto"),
    [
        (Titolo.PERMESSO, date(2025, 1, 1), Esito.IN_ORDINE, None, "valido fino al 1º gennaio"),
        (Titolo.PERMESSO, date(2024, 8, 5), Esito.IN_ORDINE, None, "5 agosto 2024"),
        (Titolo.PERMESSO, date(2024, 8, 4), Esito.IN_SCADENZA, date(2024, 8, 4), "4 agosto"),
        (Titolo.PERMESSO, OGGI, Esito.IN_SCADENZA, OGGI, "5 giugno 2024"),
        (Titolo.RINNOVO, None, Esito.IN_ORDINE, None, "Ricevuta della domanda di rinnovo"),
        (Titolo.PROTEZIONE, date(2025, 1, 1), Esito.IN_ORDINE, None, "protezione, valida fino"),
        # The thirtieth day is 5 July, a Friday.
        (Titolo.PERMESSO, date(2024, 6, 4), Esito.MANCA, date(2024, 7, 5), "scaduto il 4 giugno"),
        (None, None, Esito.MANCA, date(2024, 7, 5), "Manca il permesso di soggiorno"),
    ],
)
def test_the_paper_of_an_adult(titolo, scade, esito, entro, detto):
    giudizio = giudica(titolo, scade)
    assert (giudizio.esito, giudizio.entro) == (esito, entro)
    assert detto in giudizio.perche.testo
    assert giudizio.perche.fonte


@pytest.mark.parametrize(("titolo", "scade"), [(None, None), (Titolo.PERMESSO, date(2024, 1, 1))])
def test_a_minor_is_enrolled_whatever_the_papers(titolo, scade):
    giudizio = giudica(titolo, scade, nascita=MINORE)
    assert (giudizio.esito, giudizio.entro) == (Esito.MINORE, None)
    assert "si iscrive in ogni caso" in giudizio.perche.testo


def test_a_citizen_of_the_union_needs_none():
    giudizio = giudica(serve=False)
    assert giudizio.esito == Esito.NON_SERVE
    assert giudizio.perche.testo.startswith("Cittadinanza italiana o dell’Unione europea")


def test_the_regulation_wants_a_valid_one_and_the_portal_warns():
    assert "lo vuole in corso di validità; il portale non rifiuta" in giudica().perche.fonte


@pytest.mark.parametrize(
    ("mostrato", "esito", "entro", "detto"),
    [
        (date(2024, 4, 7), Esito.IN_ORDINE, None, "mostrata il 7 aprile 2024"),
        # Sixty days have gone by: it is asked again, and who holds it stays in order.
        (date(2024, 4, 6), Esito.DA_RICHIEDERE, OGGI, "resta in regola"),
        (date(2023, 10, 2), Esito.DA_RICHIEDERE, date(2023, 12, 1), "dal 1º dicembre 2023"),
    ],
)
@pytest.mark.parametrize("titolo", [Titolo.RINNOVO, Titolo.PROTEZIONE])
def test_a_receipt_without_an_end_is_asked_again(titolo, mostrato, esito, entro, detto):
    giudizio = giudica_soggiorno(
        Soggiorno(titolo, None, mostrato), serve=True, nascita=ADULTO, oggi=OGGI
    )
    assert (giudizio.esito, giudizio.entro) == (esito, entro)
    assert detto in giudizio.perche.testo
    assert "da verificare" in giudizio.perche.fonte


def test_a_permit_without_an_end_and_a_receipt_with_one_are_not():
    for soggiorno in (
        Soggiorno(Titolo.PERMESSO, None, date(2020, 1, 1)),
        Soggiorno(Titolo.RINNOVO, date(2025, 1, 1), date(2020, 1, 1)),
    ):
        giudizio = giudica_soggiorno(soggiorno, serve=True, nascita=ADULTO, oggi=OGGI)
        assert giudizio.esito == Esito.IN_ORDINE


def test_the_days_are_those_of_the_school():
    giudizio = giudica_soggiorno(
        Soggiorno(Titolo.RINNOVO, None, date(2024, 4, 6)), serve=True, nascita=ADULTO, oggi=OGGI,
        ricontrollo=Valore(90, "art. 2"),
    )  # fmt: skip
    assert giudizio.esito == Esito.IN_ORDINE


def test_a_receipt_says_that_its_law_is_to_verify():
    assert "da verificare" in giudica(Titolo.RINNOVO).perche.fonte
