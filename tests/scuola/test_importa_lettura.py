"""Reading files: what offices send is understood, what is something else is refused in time."""

import io
import random
import subprocess
import sys
import zipfile

import openpyxl
import pytest

from cpia.scuola.fogli import foglio_xlsx
from cpia.scuola.importazione.rules.foglio import MAX_RIGHE, FileNonLeggibile
from cpia.scuola.importazione.rules.intestazione import trova_tabella
from cpia.scuola.importazione.rules.lettura import leggi
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo
from tests.scuola.corpus import CARTELLA, file_di_prova

STUDENTI = TRACCIATI[Tipo.STUDENTI]
NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
INIZIO, FINE = b"<worksheet %s><sheetData>" % NS, b"</sheetData></worksheet>"
SERVE = "servono un file .csv o un file .xlsx di Excel."

# File -> rows below the header, number of the first one, columns recognised.
LEGGIBILI = {
    "studenti-giuaschool.csv": (2, 2, 18),  # comma, UTF-8, 34 columns
    "studenti-lampschool.csv": (4, 3, 6),  # semicolon, Windows-1252, empty lines
    "studenti-giada.csv": (3, 5, 17),  # UTF-8 with its mark, two rows of title
    "studenti-marconicc.txt": (4, 2, 7),  # tab, UTF-16 of «Testo Unicode»
    "studenti-barra.csv": (4, 2, 5),  # bars, ISO dates
    "studenti-lampschool-barra.txt": (4, 2, 5),  # slashes, Windows-1252, four ways to write a day
    "studenti-sep.csv": (4, 3, 4),  # Excel's own «sep=;»
    "studenti-excel.xlsx": (4, 4, 5),  # formulas, real dates, title, hidden sheet, ghost rows
    "colonne-ignote.csv": (4, 2, 0),
    "senza-intestazione.csv": (4, 1, 0),
}
OSTILI = {
    "documento.pdf": f"È un PDF, non un foglio di calcolo: {SERVE}",
    "vecchio.xls": "È un vecchio file .xls, o un file protetto da password: aprilo con Excel e "
    "salvalo come .xlsx, senza password.",
    "pagina.xls": "È una pagina web con il nome di un foglio di calcolo: aprila con Excel e "
    "salvala come .xlsx.",
    "foto.csv": f"È un’immagine, non un foglio di calcolo: {SERVE}",
    "binario.csv": f"Non è un foglio di calcolo: {SERVE}",
    "vuoto.csv": "Il file è vuoto.",
    "spazi.csv": "Il file è vuoto.",
    "virgolette.csv": "Intorno alla riga 3 le virgolette si aprono e non si chiudono: correggi "
    "quella riga, o salva il file come .xlsx.",
    "archivio.xlsx": "È un archivio compresso, non un foglio di calcolo: carica un file .csv o "
    ".xlsx.",
    "lettera.docx": "È un documento di Word: copia la tabella in Excel e salvala come .xlsx.",
    "foglio.ods": "È un file di LibreOffice: aprilo e salvalo come .xlsx o .csv.",
    "macro.xlsm": "Il file contiene macro: salvalo come .xlsx, senza macro.",
    "troncato.xlsx": "Il file .xlsx è rovinato o protetto: aprilo con Excel, salvalo di nuovo "
    "senza password e riprova.",
}


def tabella(nome):
    return trova_tabella(leggi(file_di_prova(nome)), STUDENTI)


def valori(nome, campo):
    letta = tabella(nome)
    return [riga.celle[letta.colonne[campo]] for riga in letta.righe]


@pytest.mark.parametrize(("nome", "attesa"), LEGGIBILI.items(), ids=LEGGIBILI)
def test_the_corpus_is_read(nome, attesa):
    letta = tabella(nome)
    assert (len(letta.righe), letta.righe[0].numero, len(letta.colonne)) == attesa


@pytest.mark.parametrize("nome", [n for n, (_, _, quante) in LEGGIBILI.items() if quante])
def test_accents_survive_every_encoding(nome):
    assert valori(nome, "cognome")[:2] in (["Rossi", "D'Angelo"], ["ROSSI", "D'ANGELO"])
    assert valori(nome, "nome")[1].capitalize() == "Nicolò"


SCRITTA = [("Cognome", "Nome", "Nato il", "Classe"), ("Rossi", "Nicolò", "03.05.2008", "2A")]
CODIFICHE = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
MARCHE = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


@pytest.mark.parametrize("codifica", CODIFICHE)
@pytest.mark.parametrize("separatore", [";", ",", "\t", "|", "/"])
def test_every_separator_in_every_encoding(separatore, codifica):
    testo = "\r\n".join(separatore.join(riga) for riga in SCRITTA)
    contenuto = MARCHE.get(codifica, b"") + testo.encode(codifica)
    assert [riga.celle for riga in leggi(contenuto).righe] == SCRITTA


@pytest.mark.parametrize(
    ("testo", "celle"),
    [
        ("Rossi;03/05/2008\nVerdi;04/05/2008", ("Rossi", "03/05/2008")),
        ("Rossi,03/05/2008\nVerdi,04/05/2008", ("Rossi", "03/05/2008")),
        ("sep=/\nRossi/Anna;Maria", ("Rossi", "Anna;Maria")),
        ('Rossi/"03/05/2008"\nVerdi/"04/05/2008"', ("Rossi", "03/05/2008")),
    ],
)
def test_the_slash_of_a_date_is_no_separator_where_there_is_another(testo, celle):
    assert leggi(testo.encode()).righe[0].celle == celle


def test_an_xlsx_gives_days_computed_values_and_rich_text():
    assert valori("studenti-excel.xlsx", "data_nascita")[:2] == ["2008-05-03", "2008-11-21"]
    assert valori("studenti-excel.xlsx", "codice_fiscale")[0] == "RSSNNA08E43B157T"
    assert valori("studenti-excel.xlsx", "nome") == ["Anna", "Nicolò", "Zoë", "Matteo"]
    assert valori("studenti-excel.xlsx", "classe") == ["2A AFM"] * 4


def test_the_sheet_that_was_read_is_named():
    avvisi = leggi(file_di_prova("studenti-excel.xlsx")).avvisi
    assert avvisi == ("Il file ha 2 fogli: è stato letto «Alunni».",)


def test_formulas_never_computed_are_told():
    (avviso,) = leggi(file_di_prova("studenti-formule-vuote.xlsx")).avvisi
    assert avviso.startswith("Alcune formule non hanno un valore salvato")


def test_days_counted_from_1904():
    contenuto = con_parte(
        foglio_xlsx("Prova", [["a", "b"]]),
        {
            "xl/worksheets/sheet1.xml": INIZIO
            + b'<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="9"><v>2</v></c></row>'
            + FINE,
            "xl/styles.xml": b'<styleSheet %s><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
            b"</cellXfs></styleSheet>" % NS,
            "xl/workbook.xml": b'<workbook %s xmlns:r="http://schemas.openxmlformats.org/'
            b'officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets>'
            b'<sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>' % NS,
        },
    )
    assert leggi(contenuto).righe[0].celle == ("1904-01-02", "2")


def test_what_openpyxl_writes_is_read():
    libro = openpyxl.Workbook()
    libro.active.append(["Cognome", 12, 3.5, True, "=A1"])
    uscita = io.BytesIO()
    libro.save(uscita)
    assert leggi(uscita.getvalue()).righe[0].celle == ("Cognome", "12", "3.5", "sì")


@pytest.mark.parametrize(("nome", "messaggio"), OSTILI.items(), ids=OSTILI)
def test_what_is_no_sheet_is_refused_in_italian(nome, messaggio):
    with pytest.raises(FileNonLeggibile) as rifiuto:
        leggi(file_di_prova(f"ostili/{nome}"))
    assert str(rifiuto.value) == messaggio


def test_every_hostile_file_of_the_corpus_is_tried():
    in_cartella = {percorso.name for percorso in (CARTELLA / "ostili").iterdir()}
    assert in_cartella == {*OSTILI, "solo-intestazione.csv"}


def test_a_header_with_nothing_below_is_refused():
    with pytest.raises(FileNonLeggibile, match="Il file ha solo l’intestazione"):
        tabella("ostili/solo-intestazione.csv")


@pytest.mark.parametrize("righe", [MAX_RIGHE, MAX_RIGHE + 1, MAX_RIGHE + 100])
def test_five_thousand_rows_and_no_more(righe):
    contenuto = b"cognome;nome\n" + b"Rossi;Anna\n" * righe
    if righe == MAX_RIGHE:
        assert len(trova_tabella(leggi(contenuto), STUDENTI).righe) == righe
    else:
        with pytest.raises(FileNonLeggibile, match=r"più di 5\.000 righe"):
            trova_tabella(leggi(contenuto), STUDENTI)


def test_a_hundred_columns_and_no_more():
    assert len(leggi(b";".join([b"a"] * 100)).righe[0].celle) == 100
    with pytest.raises(FileNonLeggibile, match="La riga 1 ha più di 100 colonne"):
        leggi(b";".join([b"a"] * 101))


def test_more_than_ten_megabytes_are_refused():
    with pytest.raises(FileNonLeggibile, match="supera i 10 MB"):
        leggi(b"a;b\n" * 3_000_000)


def con_parte(contenuto, parti):
    """The same workbook with some parts replaced."""
    uscita = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(contenuto)) as prima,
        zipfile.ZipFile(uscita, "w", zipfile.ZIP_DEFLATED) as dopo,
    ):
        for nome in {*prima.namelist(), *parti}:
            dopo.writestr(nome, parti.get(nome) or prima.read(nome))
    return uscita.getvalue()


def foglio(xml):
    return con_parte(foglio_xlsx("Prova", [["a"]]), {"xl/worksheets/sheet1.xml": xml})


def stringhe(xml):
    return con_parte(foglio_xlsx("Prova", [["a"]]), {"xl/sharedStrings.xml": xml})


BOMBE = {
    "nodes": lambda: foglio(b"<worksheet %s>" % NS + b"<a/>" * 8_000_000 + b"</worksheet>"),
    "text": lambda: foglio(
        INIZIO
        + b'<row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c></row>' % (b"A" * 45_000_000)
        + FINE
    ),
    "unpacked": lambda: foglio(INIZIO + b" " * 100_000_000 + FINE),
    "wide": lambda: foglio(
        INIZIO
        + b"".join(
            b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n) for n in range(1, 99_999)
        )
        + FINE
    ),
    "entities": lambda: foglio(
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' + INIZIO + FINE
    ),
    "external entity": lambda: stringhe(
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst %s><si><t>&a;</t></si></sst>'
        % NS
    ),
    "strings": lambda: stringhe(b"<sst %s>" % NS + b"<si><t>a</t></si>" * 600_000 + b"</sst>"),
    "rows": lambda: foglio(
        INIZIO
        + b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 200_000))
        + FINE
    ),
    "empty rows": lambda: foglio(
        INIZIO + b"".join(b'<row r="%d"/>' % n for n in range(1, 900_000)) + FINE
    ),
    "endless quotation": lambda: b'"' + b"a" * 10_000_000,
    "commas": lambda: (b"," * 200_000 + b"\n") * 50,
    "zeros": lambda: bytes(10_000_000),
}
MISURA = """
import pathlib, re, sys, time
from cpia.scuola.importazione.rules.lettura import FileNonLeggibile, leggi
contenuto = sys.stdin.buffer.read()
inizio = time.process_time()
sum(n * n for n in range(2_000_000))
metro = time.process_time() - inizio
inizio = time.process_time()
try:
    leggi(contenuto)
except FileNonLeggibile as rifiuto:
    print(rifiuto)
stato = pathlib.Path("/proc/self/status").read_text()
print((time.process_time() - inizio) / metro, re.search("VmHWM:\\s+(\\d+)", stato)[1])
"""


@pytest.mark.parametrize("nome", BOMBE)
def test_a_bomb_is_refused_within_two_seconds_and_200_megabytes(nome):
    """Seconds of a machine that squares two million numbers in a twelfth of one."""
    misura = subprocess.run(
        [sys.executable, "-c", MISURA], input=BOMBE[nome](), capture_output=True, check=True
    )
    *messaggio, figure = misura.stdout.decode().splitlines()
    metri, kilobyte = map(float, figure.split())
    assert len(messaggio) == 1, "the bomb was read as if it were a list"
    assert metri <= 2 * 12
    assert kilobyte <= 200 * 1024


def test_a_broken_xlsx_is_refused_however_it_is_broken():
    sano, caso = bytearray(file_di_prova("studenti-excel.xlsx")), random.Random(8)
    rifiuti = 0
    for _ in range(400):
        rotto = bytearray(sano)
        for _ in range(caso.randrange(1, 30)):
            rotto[caso.randrange(len(rotto))] = caso.randrange(256)
        try:
            leggi(bytes(rotto))
        except FileNonLeggibile:
            rifiuti += 1
    assert rifiuti > 100


def test_a_broken_sheet_inside_a_sound_archive_is_refused():
    with zipfile.ZipFile(io.BytesIO(file_di_prova("studenti-excel.xlsx"))) as archivio:
        parti = {nome: archivio.read(nome) for nome in archivio.namelist()}
    caso, rifiuti = random.Random(9), 0
    for _ in range(400):
        nome = caso.choice([n for n in parti if n.endswith(".xml")])
        rotta = bytearray(parti[nome])
        for _ in range(caso.randrange(1, 8)):
            rotta[caso.randrange(len(rotta))] = caso.choice(b'<>"&/0123456789 aZ\x00\xff')
        try:
            leggi(con_parte(file_di_prova("studenti-excel.xlsx"), {nome: bytes(rotta)}))
        except FileNonLeggibile:
            rifiuti += 1
    assert rifiuti > 100
