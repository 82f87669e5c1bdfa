"""The sheet to copy into the electronic register: right order, right words, same bytes."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from competenze.enums import Livello, StatoClasse
from competenze.models import ClasseRilevata, LivelloCertificato
from competenze.queries import certificati as lettura
from competenze.services.classi import congela_classe
from cpia.scuola.fogli import foglio_csv, foglio_xlsx
from cpia.scuola.models import Iscrizione, Persona
from cpia.scuola.tenancy import istituto_corrente
from tests.competenze.classe_di_prova import ADESSO, classe_di_prova, nuovo_istituto

COMPETENZE = [
    "Competenza alfabetica funzionale",
    "Competenza multilinguistica: francese",
    "Competenza multilinguistica: inglese",
    "Competenza multilinguistica: tedesco",
    "Competenza matematica e competenza in scienze, tecnologie e ingegneria",
    "Competenza digitale",
]


@pytest.fixture
def prova(db):
    istituto = nuovo_istituto()
    with istituto_corrente(istituto.pk):
        di_prova = classe_di_prova(istituto, studenti=3)
        di_prova.valuta("Italiano", "alfabetica", "ABC")
        di_prova.valuta("Inglese", "multilinguistica", "BBD")
        # The students are dealt to French and German in turn.
        di_prova.valuta("Francese", "multilinguistica", ["A", "", "D"])
        di_prova.valuta("Tedesco", "multilinguistica", ["", "C", ""])
        di_prova.valuta("Matematica", "digitale", ["A", "NV", "C"])
        di_prova.registra()
        congela_classe(
            autore=di_prova.come(di_prova.coordinatrice),
            adesso=ADESSO,
            rilevata_id=di_prova.rilevata.pk,
        )
        yield di_prova


def congelata(prova):
    return lettura.classe_congelata(ClasseRilevata.objects.get(pk=prova.rilevata.pk))


def righe(prova):
    return lettura.scheda(congelata(prova))


def chiama(prova, studente, cognome, nome="Ada"):
    Persona.objects.filter(pk=prova.iscrizioni[studente].persona_id).update(
        cognome=cognome, nome=nome
    )


def dal_csv(contenuto):
    return list(csv.reader(io.StringIO(contenuto.decode("utf-8-sig")), delimiter=";"))


def dal_xlsx(contenuto):
    foglio = load_workbook(io.BytesIO(contenuto)).active
    return [[cella or "" for cella in riga] for riga in foglio.iter_rows(values_only=True)]


def test_the_columns_follow_the_model_with_the_languages_apart(prova):
    intestazione = righe(prova)[0]
    assert intestazione[:3] == ["N.", "Cognome", "Nome"]
    assert intestazione[3:9] == COMPETENZE
    assert len(intestazione) == 3 + 8 - 1 + 3


def test_a_level_is_written_in_full_and_a_language_not_studied_is_empty(prova):
    primo, secondo, terzo = righe(prova)[1:]
    assert primo[:9] == [
        "1", "Alunno 00", "Primo", "Avanzato", "Avanzato", "Intermedio", "",
        "da definire in scrutinio", "Avanzato",
    ]  # fmt: skip
    assert secondo[4:7] == ["", "Intermedio", "Base"]
    assert terzo[4:7] == ["Iniziale", "Iniziale", ""]
    # Assessed by nobody: only «non valutato» was given.
    assert secondo[8] == "da definire in scrutinio"


def test_what_the_consiglio_does_not_certify_is_said(prova):
    LivelloCertificato.objects.filter(
        iscrizione=prova.iscrizioni[1], competenza=prova.competenze["digitale"]
    ).update(livello=Livello.NV, motivo="Assente.", origine="consiglio")
    assert righe(prova)[2][8] == "Non valutato"


def test_the_rows_are_in_alphabetical_order_and_numbered(prova):
    chiama(prova, 0, "Zani")
    chiama(prova, 2, "Agazzi")
    assert [riga[:2] for riga in righe(prova)[1:]] == [
        ["1", "Agazzi"], ["2", "Alunno 01"], ["3", "Zani"],
    ]  # fmt: skip


def test_who_left_before_the_scrutinio_is_not_on_the_sheet(prova):
    Iscrizione.objects.filter(pk=prova.iscrizioni[0].pk).update(al=date(2024, 6, 9))
    assert [riga[1] for riga in righe(prova)[1:]] == ["Alunno 01", "Alunno 02"]


def test_csv_and_xlsx_say_the_same(prova):
    scheda = righe(prova)
    assert dal_csv(foglio_csv(scheda)) == scheda
    assert dal_xlsx(foglio_xlsx("2ªB AFM", scheda)) == scheda


def test_the_sheet_opens_in_italian_excel(prova):
    contenuto = foglio_csv(righe(prova))
    assert contenuto.startswith(b"\xef\xbb\xbf")
    assert contenuto.split(b"\r\n")[0].count(b";") == 12
    libro = load_workbook(io.BytesIO(foglio_xlsx("2ªB AFM", righe(prova))))
    assert libro.active.title == "2ªB AFM"
    assert libro.active.freeze_panes == "A2"
    assert libro.active["A1"].font.bold


@pytest.mark.parametrize(
    "nome", ["=1+1", "+39 333", "-Rossi", "@SUM(A1)", "\t=1", '=HYPERLINK("x")']
)
def test_a_name_never_becomes_a_formula(prova, nome):
    chiama(prova, 0, nome)
    scheda = righe(prova)
    foglio = load_workbook(io.BytesIO(foglio_xlsx("2ªB AFM", scheda))).active
    celle = [cella for riga in foglio.iter_rows() for cella in riga]
    assert not any(cella.data_type == "f" for cella in celle)
    assert f"'{nome}" in [cella.value for cella in celle]
    assert f"'{nome}" in [cella for riga in dal_csv(foglio_csv(scheda)) for cella in riga]


def test_the_same_rows_give_the_same_bytes(prova):
    scheda = righe(prova)
    assert foglio_csv(scheda) == foglio_csv(righe(prova))
    assert foglio_xlsx("2ªB AFM", scheda) == foglio_xlsx("2ªB AFM", righe(prova))
    chiama(prova, 0, "Altro")
    assert foglio_xlsx("2ªB AFM", scheda) != foglio_xlsx("2ªB AFM", righe(prova))


def test_a_class_is_read_in_as_many_queries_whatever_its_students(prova):
    rilevata = ClasseRilevata.objects.select_related(
        "rilevazione__quadro", "rilevazione__anno_scolastico", "classe__corso"
    )
    with CaptureQueriesContext(connection) as di_tre:
        lettura.scheda(lettura.classe_congelata(rilevata.get(pk=prova.rilevata.pk)))
    altra = classe_di_prova(prova.istituto, studenti=30, sezione="C")
    altra.registra()
    congela_classe(
        autore=altra.come(altra.coordinatrice), adesso=ADESSO, rilevata_id=altra.rilevata.pk
    )
    with CaptureQueriesContext(connection) as di_trenta:
        scheda = lettura.scheda(lettura.classe_congelata(rilevata.get(pk=altra.rilevata.pk)))
    assert len(scheda) == 31
    assert len(di_tre) == len(di_trenta) <= 10


def test_an_open_class_has_no_frozen_levels(prova):
    aperta = classe_di_prova(prova.istituto, studenti=2, sezione="D")
    assert aperta.rilevata.stato == StatoClasse.APERTA
    assert len(lettura.scheda(lettura.classe_congelata(aperta.rilevata))) == 1
