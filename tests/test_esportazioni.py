"""Every list of the portal leaves as a file: the pages are found by walking the addresses."""

import csv
import io
import re
from datetime import date, datetime

import openpyxl
import pytest

from competenze.models import Rilevazione
from cpia.avvisi.models import Notifica
from cpia.scuola import tenancy
from cpia.scuola.fogli import SI_NO, ripristina
from cpia.scuola.models import Importazione, Persona
from tests.accessi.scena import chiedi, indirizzo, uno
from tests.accessi.tabella import TABELLA

pytest_plugins = ["tests.accessi.fixture"]

ELENCO = re.compile(r'<table class="tabella|data-voci')
FILE = re.compile(r'href="(\?[^"]*formato=(?:csv|xlsx)[^"]*)"')
ZERI = re.compile(r"(?<=\d),0+$|(?<=,\d)0+$")
PERICOLO = re.compile(r"[=+\-@\t\r＝＋－＠]")
COGNOME, NOME, TITOLO, NOME_FILE, OGGETTO = "=1+1", "+39 030", "@SUM(A1)", "-2+3", "＝A1"
# Pages with a table that is no list of things, and what it is.
SENZA_FILE = {
    "abbinamenti": "a form",
    "anno": "counts, each of which leads to its classes",
    "anno_classi": "a step of the passage: a form",
    "anno_incarichi": "a step of the passage: a form",
    "anno_studenti": "a step of the passage: a form",
    "calendario": "a form",
    "importazione_colonne": "a form: the columns of a file that one has already",
    "importazione": "the preview of a file that one has already; the wrong rows are a file",
    "inserimento": "a form: what is entered leaves from the list of the students",
    "organi:modifica": "a form",
    "selezioni:commissione": "three or five members, whom the act of nomination names",
    "patto:piano": "the plan of one person, most of it a form",
    "patto:condiviso": "one agreement, as another school sees it",
    "patto:condividi": "a form, with what another school would see",
    "patto:crediti": "one person",
    "patto:frequenza": "one person",
    "patto:gruppo_membri": "a form",
    "patto:lezione": "a form",
    "patto:lezione_nuova": "a form",
    "persona": "one person",
    "pubblicazione": "one act with its files",
    "selezioni:graduatoria_definitiva": "a form; the ranking leaves from its page",
    "selezioni:graduatoria_forma": "a form; the ranking leaves from its page",
    "selezioni:graduatoria_perche": "one person",
    "selezioni:graduatoria_pubblica": "a form; the ranking leaves from its page",
    "selezioni:posizione": "one person",
    "selezioni:infanzia_anticipi": "read again before an act: the rows leave from the list",
    "selezioni:infanzia_definitivo": "read again before an act: the rows leave from the list",
    "selezioni:infanzia_provvisorio": "read again before an act: the rows leave from the list",
    "selezioni:infanzia_scorri": "read again before an act: the rows leave from the list",
    "selezioni:avviso": "one call; its grid leaves as a file from its own page",
    "selezioni:verifica_domanda": "one application",
    "scrivania": "what one has to do leaves as a calendar",
    "simulatore": "a form and its answer",
    "stato_istituto": "figures, each of which leads to its list",
}
# Who opens it, the one with more on the page first.
CHI = ("dirigente", "segretaria", "coordinatrice", "docente")
PAGINE = sorted(
    nome for nome, voce in TABELLA.items() if "GET" in voce.metodi and voce.si and not voce.pubblica
)


@pytest.fixture
def ostile(mondi):
    """Texts that a spreadsheet would compute, wherever somebody can write."""
    tenancy.imposta(istituto_id=mondi.qui.istituto.pk)
    Persona.objects.update(cognome=COGNOME, nome=NOME)
    Rilevazione.objects.update(titolo=TITOLO)
    Importazione.objects.update(nome_file=NOME_FILE)
    Notifica.objects.update(oggetto=OGGETTO)
    return mondi


def pagina(mondi, nome, domanda=""):
    """What the first of those who may open it gets."""
    voce = TABELLA[nome]
    chi = next((nome for nome in CHI if nome in voce.si), min(voce.si))
    dove = indirizzo(nome, mondi.qui, uno(voce, mondi.qui))
    return chiedi(mondi.browser[chi], "GET", dove + domanda)


def indirizzi_dei_file(risposta):
    """The addresses of the files that a page offers."""
    return [trovato.replace("&amp;", "&") for trovato in FILE.findall(risposta.content.decode())]


def breve(nome):
    return nome.rpartition(":")[2]


@pytest.mark.parametrize("nome", PAGINE)
def test_a_page_with_a_list_offers_it_as_a_file(mondi, nome):
    risposta = pagina(mondi, nome)
    if risposta.status_code != 200 or "html" not in risposta["Content-Type"]:
        return
    elenco = bool(ELENCO.search(risposta.content.decode()))
    offre = bool(indirizzi_dei_file(risposta))
    if {nome, breve(nome)} & SENZA_FILE.keys():
        assert (elenco, offre) == (True, False)
    else:
        assert offre or not elenco


@pytest.mark.parametrize("nome", PAGINE)
def test_csv_and_xlsx_hold_the_same_rows_and_no_formula(ostile, nome):
    risposta = pagina(ostile, nome)
    if risposta.status_code != 200 or "html" not in risposta["Content-Type"]:
        return
    trovati = indirizzi_dei_file(risposta)
    for per_csv, per_xlsx in zip(trovati[::2], trovati[1::2], strict=True):
        primo, secondo = pagina(ostile, nome, per_csv), pagina(ostile, nome, per_xlsx)
        assert primo["Content-Disposition"].startswith("attachment")
        righe = righe_csv(primo.content)
        assert len(righe) >= 1
        assert len({len(riga) for riga in righe}) == 1
        assert _senza_zeri(righe_xlsx(secondo.content)) == _senza_zeri(righe)
        assert [cella for riga in righe for cella in riga if PERICOLO.match(cella)] == []


@pytest.mark.parametrize(
    ("nome", "scritti"),
    [
        ("persone", {COGNOME, NOME}),
        ("importazioni", {NOME_FILE}),
        ("avvisi", {OGGETTO}),
        ("competenze:elenco", {TITOLO}),
        ("competenze:quadro", {f"{COGNOME} {NOME}"}),
        ("competenze:studenti", {f"{COGNOME} {NOME}"}),
    ],
)
def test_what_was_written_comes_back_unchanged(ostile, nome, scritti):
    righe = righe_csv(pagina(ostile, nome, "?formato=csv").content)
    assert scritti <= {ripristina(cella) for riga in righe[1:] for cella in riga}


def righe_csv(contenuto):
    assert contenuto.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(contenuto.decode("utf-8-sig"), newline=""), delimiter=";"))


def righe_xlsx(contenuto):
    libro = openpyxl.load_workbook(io.BytesIO(contenuto))
    celle = [cella for riga in libro.active.iter_rows() for cella in riga]
    assert {cella.data_type for cella in celle} <= {"s", "inlineStr", "n", "d", "b"}
    return [[_testo(cella.value) for cella in riga] for riga in libro.active.iter_rows()]


def _testo(valore):
    """As the CSV writes it."""
    if isinstance(valore, bool):
        return SI_NO[valore]
    if isinstance(valore, datetime):
        return f"{valore:%d/%m/%Y}" if _senza_ora(valore) else f"{valore:%d/%m/%Y %H:%M}"
    if isinstance(valore, date):
        return f"{valore:%d/%m/%Y}"
    if isinstance(valore, float):
        return str(valore).replace(".", ",")
    return "" if valore is None else str(valore)


def _senza_zeri(righe):
    """Figures without the last zeros of their decimals: a number of a spreadsheet has none."""
    return [[ZERI.sub("", cella) for cella in riga] for riga in righe]


def _senza_ora(istante):
    """openpyxl gives midnight to a cell that holds a day."""
    return (istante.hour, istante.minute, istante.second) == (0, 0, 0)
