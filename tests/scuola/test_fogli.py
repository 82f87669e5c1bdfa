"""Sheets that leave: nothing computes, everything comes back, the bytes are always the same."""

import io
import time
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpia.scuola.fogli import foglio_csv, foglio_xlsx, neutralizza, ripristina
from cpia.scuola.importazione.rules.foglio import FileNonLeggibile
from cpia.scuola.importazione.rules.lettura import leggi

PERICOLOSI = ["=1+1", "+39 030", "-5", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"]
NASCOSTI = [" =1", "'=1", "''@x", "\u200b=1", "\ufeff+1", " '-1"]
# What PostgreSQL and XML hold; half of a surrogate pair is no text.
testi = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40
) | st.sampled_from(
    [*PERICOLOSI, *NASCOSTI, "#N/A", "_x000D_", "_x005F_x000D_", "_x0041\x01", "a;b,c\td|e"]
)
tabelle = st.lists(st.lists(testi, min_size=1, max_size=6), min_size=1, max_size=8)


def senza_vuote(righe):
    """As the import keeps them: no empty row, no empty cell at the end."""
    piene = []
    for riga in righe:
        celle = list(riga)
        while celle and not celle[-1].strip():
            celle.pop()
        if celle:
            piene.append(tuple(celle))
    return piene


def rilette(contenuto):
    return [riga.celle for riga in leggi(contenuto).righe]


@given(testi)
def test_a_neutralised_text_is_no_formula_and_comes_back(testo):
    scritto = neutralizza(testo)
    assert ripristina(scritto) == testo
    assert scritto[:1] not in set("=+-@\t\r＝＋－＠")


@pytest.mark.parametrize("testo", [*PERICOLOSI, *NASCOSTI])
def test_what_looks_like_a_formula_gets_an_apostrophe(testo):
    assert neutralizza(testo) == f"'{testo}"


def test_an_instant_keeps_its_hour_and_minutes():
    righe = [["Quando"], [datetime(2024, 6, 5, 10, 2)]]  # noqa: DTZ001
    assert foglio_csv(righe).endswith(b'"05/06/2024 10:02"\r\n')
    libro = openpyxl.load_workbook(io.BytesIO(foglio_xlsx("Prova", righe)))
    cella = libro.active["A2"]
    assert (cella.value, cella.number_format) == (righe[1][0], "dd/mm/yyyy hh:mm")


@pytest.mark.parametrize("testo", ["", "Rossi", "D'Angelo", "'ndrangheta", "a=1", "2-3"])
def test_other_texts_stay_as_they_are(testo):
    assert neutralizza(testo) == testo


@settings(deadline=None)
@given(tabelle)
def test_a_csv_comes_back_unchanged(righe):
    attese = senza_vuote(righe)
    if any(any(c < "\x20" and c not in "\t\n\r\x0b\x0c\x1b" for c in "".join(r)) for r in righe):
        # Control characters make a file that the import takes for something else.
        with pytest.raises(FileNonLeggibile):
            leggi(foglio_csv(righe))
    elif attese:
        assert rilette(foglio_csv(righe)) == attese


@settings(deadline=None, max_examples=40)
@given(tabelle)
def test_an_xlsx_comes_back_unchanged(righe):
    attese = senza_vuote(righe)
    if attese:
        assert rilette(foglio_xlsx("Prova", righe)) == attese


@settings(deadline=None, max_examples=40)
@given(tabelle)
def test_no_cell_of_an_xlsx_is_a_formula_or_an_error(righe):
    libro = openpyxl.load_workbook(io.BytesIO(foglio_xlsx("Prova", righe)))
    celle = [cella for riga in libro.active.iter_rows() for cella in riga if cella.value]
    assert {cella.data_type for cella in celle} <= {"s"}


def test_values_are_written_as_an_italian_office_reads_them():
    riga = [date(2008, 5, 3), Decimal("1234.50"), -7, True, None]
    assert foglio_csv([riga]) == '\ufeff"03/05/2008";"1234,50";"-7";"sì";""\r\n'.encode()
    libro = openpyxl.load_workbook(io.BytesIO(foglio_xlsx("Prova", [["a"] * 5, riga])))
    giorno, prezzo, numero, vero, vuota = libro.active[2]
    assert (giorno.is_date, giorno.number_format) == (True, "dd/mm/yyyy")
    assert (prezzo.value, numero.value, vero.value, vuota.value) == (1234.5, -7, "sì", None)


def test_the_same_rows_are_the_same_bytes_whatever_the_hour():
    righe = [["Cognome", "Nome"], ["Rossi", "Anna"]]
    prima = foglio_xlsx("Prova", righe)
    time.sleep(2.1)  # the resolution of the hour in a zip is two seconds
    assert foglio_xlsx("Prova", righe) == prima
    with zipfile.ZipFile(io.BytesIO(prima)) as archivio:
        assert {voce.date_time for voce in archivio.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_a_title_that_excel_refuses_is_made_good():
    titolo = "Certificati 2ªB AFM: [a/b]?*\\" + "x" * 40
    libro = openpyxl.load_workbook(io.BytesIO(foglio_xlsx(titolo, [["a"]])))
    assert len(libro.sheetnames[0]) <= 31
    assert libro.properties.title == titolo


def test_a_text_longer_than_a_cell_is_refused_and_not_cut():
    with pytest.raises(ValueError, match="cella"):
        foglio_xlsx("Prova", [["x" * 32_768]])
