"""The search with keyboard, on a telephone and without scripts."""

import pytest
from playwright.sync_api import Browser, Page, expect

from cpia.portale.dimostrazione import piano
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza
from tests.e2e.persone import ISTITUTO, accedi

pytestmark = pytest.mark.e2e


def test_the_keyboard_finds_and_opens(page: Page, axe):
    entra(page, piano.SEGRETERIA)
    campo = page.get_by_role("searchbox", name="Cerca nel portale")
    page.keyboard.press("/")
    expect(campo).to_be_focused()
    trovati = page.locator("#trovati-subito")
    page.keyboard.type("b")
    page.wait_for_timeout(600)
    expect(trovati).to_be_hidden()
    page.keyboard.type("randolini")
    expect(trovati.get_by_role("link", name="Brandolini Ottavia")).to_be_visible()
    axe(page)
    page.keyboard.press("ArrowDown")
    expect(trovati.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(trovati).to_be_hidden()
    expect(campo).to_be_focused()
    expect(campo).to_have_value("brandolini")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Cerca", exact=True).wait_for()
    page.get_by_role("main").get_by_role("link", name="Brandolini Ottavia").click()
    expect(page.get_by_role("heading", name="Brandolini").first).to_be_visible()


def test_accents_stems_and_numbers(page: Page):
    entra(page, piano.SEGRETERIA)
    principale = page.get_by_role("main")
    for testo, titolo in (
        ("dangelo", "D’Angelo"),
        ("circolari", "Inserimento delle competenze"),
        ("417", "Inserimento delle competenze"),
        ("2b afm", "2ªB AFM"),
    ):
        page.goto(f"/{ISTITUTO}/cerca/?q={testo}")
        expect(principale.get_by_role("link", name=titolo).first).to_be_visible()


def test_on_a_telephone_the_lens_leads_to_the_page(page: Page, axe):
    entra(page, piano.BRANDOLINI)
    page.set_viewport_size(TELEFONO)
    expect(page.get_by_role("searchbox", name="Cerca nel portale")).to_be_hidden()
    page.get_by_role("banner").get_by_role("link", name="Cerca").click()
    page.get_by_role("searchbox").fill("Zwxykovic")
    page.get_by_role("button", name="Cerca").click()
    expect(page.get_by_text("Nessun risultato.")).to_be_visible()
    page.get_by_role("searchbox").fill("scrutinio")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Guida")).to_be_visible()
    axe(page)
    assert sta_nella_larghezza(page)


def test_without_scripts_the_field_leads_to_the_page(browser: Browser, browser_context_args: dict):
    contesto = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = accedi(contesto.new_page(), piano.SEGRETERIA)
    page.get_by_role("searchbox", name="Cerca nel portale").fill("zani")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Studenti")).to_be_visible()
    contesto.close()
