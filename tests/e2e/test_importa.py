"""The import as the segreteria meets it: at a desk and on a phone, accessible at every step."""

import re

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


def test_a_file_that_is_no_sheet_is_told_at_its_field(segreteria: Page, axe):
    page = segreteria
    carica(page, "Docenti", "ostili/documento.pdf")
    expect(page.locator(".invalid-feedback")).to_contain_text("È un PDF")
    expect(page.get_by_label("Docenti", exact=True)).to_be_checked()
    axe(page)
