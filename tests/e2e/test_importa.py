"""The import as the segreteria meets it: at a desk and on a phone, accessible at every step."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione.piano import SEGRETERIA
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza
from tests.scuola.corpus import CARTELLA

pytestmark = pytest.mark.e2e

MISURE = {"scrivania": {"width": 1280, "height": 900}, "telefono": TELEFONO}


@pytest.fixture(params=MISURE)
def segreteria(page: Page, request) -> Page:
    """Signed in, on the page of a new import."""
    page.set_viewport_size(MISURE[request.param])
    entra(page, SEGRETERIA)
    page.goto("/iis-antonietti/importa/nuova/")
    return page


def carica(page: Page, tipo: str, nome: str) -> None:
    page.get_by_label(tipo, exact=True).check()
    page.locator("input[type=file]").set_input_files(CARTELLA / nome)
    page.get_by_role("button", name="Carica e guarda").click()


def test_a_file_goes_in_and_comes_out_again(segreteria: Page, axe):
    page = segreteria
    axe(page)
    carica(page, "Studenti", "studenti-giuaschool.csv")
    expect(page.get_by_role("heading", level=1)).to_have_text("Studenti 2023/24: anteprima")
    axe(page)
    assert sta_nella_larghezza(page)
    page.get_by_role("button", name="Importa 2 righe").click()
    expect(page.get_by_text("Importazione eseguita: 2 nuove.")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Annulla l’importazione…").click()
    dialogo = page.get_by_role("dialog")
    expect(dialogo).to_contain_text("Persone che si cancellano: 4")
    axe(page)
    dialogo.get_by_label("Ho riletto che cosa si perde").check()
    dialogo.get_by_role("button", name="Annulla l’importazione").click()
    expect(page.get_by_text("tutto è tornato com’era prima")).to_be_visible()


def test_columns_by_hand_then_wrong_rows(segreteria: Page, axe):
    page = segreteria
    carica(page, "Studenti", "colonne-ignote.csv")
    axe(page)
    assert sta_nella_larghezza(page)
    for colonna, campo in enumerate(["Cognome", "Nome", "Codice fiscale", "Classe"], 1):
        page.get_by_label(f"Campo{colonna}").select_option(label=campo)
    page.get_by_role("button", name="Guarda che cosa cambia").click()
    expect(page.get_by_role("button", name=re.compile("Importa 4 righe"))).to_be_visible()
    page.get_by_role("button", name="Scarta").click()
    expect(page.get_by_text("nulla è cambiato")).to_be_visible()

    page.goto("/iis-antonietti/importa/nuova/")
    carica(page, "Studenti", "studenti-errati.csv")
    page.locator(".esegui").get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("Non è stato cambiato nulla")
    page.get_by_role("link", name=re.compile("^Errate")).click()
    expect(page.locator(".anteprima")).to_contain_text("Codice fiscale: la lettera di controllo")
    axe(page)
    assert sta_nella_larghezza(page)


def cinquemila(cartella: Path) -> Path:
    """Five thousand invented students, each with an adult."""
    righe = ["cognome;nome;data di nascita;classe;resp1cognome;resp1nome"]
    for numero in range(5000):
        resto, ultima = divmod(numero, 26)
        sigla = f"{chr(97 + resto // 26)}{chr(97 + resto % 26)}{chr(97 + ultima)}"
        righe.append(f"Prova{sigla};Nome;03/05/2008;2A AFM;Adulto{sigla};Nome")
    percorso = cartella / "cinquemila.csv"
    percorso.write_text("\n".join(righe))
    return percorso


def aspetta_la_fine(page: Page, axe) -> None:
    """The bar is there and accessible; then it leads to what was done."""
    expect(page.locator("main").get_by_role("progressbar")).to_be_visible()
    axe(page)
    assert sta_nella_larghezza(page)
    page.get_by_role("link", name="Vedi il risultato").click(timeout=120_000)


def test_five_thousand_rows_go_in_and_out_behind_a_bar(page: Page, axe, tmp_path: Path):
    """In at a desk, out on a phone."""
    entra(page, SEGRETERIA)
    page.goto("/iis-antonietti/importa/nuova/")
    page.get_by_label("Studenti", exact=True).check()
    page.locator("input[type=file]").set_input_files(cinquemila(tmp_path))
    page.get_by_role("button", name="Carica e guarda").click()
    expect(page.get_by_text("pagina 1 di 25")).to_be_visible()
    page.get_by_role("button", name=re.compile(r"^Importa 5\.?000 righe$")).click()
    aspetta_la_fine(page, axe)
    expect(page.get_by_text(re.compile(r"Persone in più: 10\.000"))).to_be_visible()
    page.set_viewport_size(TELEFONO)
    page.get_by_role("link", name="Annulla l’importazione…").click()
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_label("Ho riletto che cosa si perde").check()
    dialogo.get_by_role("button", name="Annulla l’importazione").click()
    aspetta_la_fine(page, axe)
    expect(page.get_by_text(re.compile(r"Persone che|Aveva scritto")).first).to_be_visible()
    expect(page.locator("dl").first).to_contain_text("annullata")


def test_the_list_of_the_imports_leaves_as_a_sheet(segreteria: Page):
    page = segreteria
    page.goto("/iis-antonietti/importa/")
    with page.expect_download() as scaricato:
        page.get_by_role("link", name="CSV dell’elenco").click()
    foglio = Path(scaricato.value.path()).read_bytes()
    assert foglio.startswith('\ufeff"File";"Che cosa"'.encode())
    assert re.fullmatch(r"importazioni-\d{4}-\d\d-\d\d\.csv", scaricato.value.suggested_filename)


def test_a_file_that_is_no_sheet_is_told_at_its_field(segreteria: Page, axe):
    page = segreteria
    carica(page, "Docenti", "ostili/documento.pdf")
    expect(page.locator(".invalid-feedback")).to_contain_text("È un PDF")
    expect(page.get_by_label("Docenti", exact=True)).to_be_checked()
    axe(page)
