"""Reminding from the desk in one click, and taking it back; nothing is left behind."""

import re

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione import piano
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e


def test_one_click_reminds_and_is_taken_back(portale, page: Page, axe):
    entra(page, piano.BRANDOLINI)
    riga = page.locator("[data-voce]", has_text="Congela la 2ªB AFM")
    riga.get_by_role("button", name="Sollecita i 3 docenti").click()
    expect(riga).to_contain_text(re.compile(r"Promemoria a 3 docenti, ore \d+\.\d\d"))
    expect(riga).to_contain_text("parte alle")
    expect(riga.get_by_role("button", name="Sollecita")).to_have_count(0)
    fatto_oggi = page.locator("#fatto-oggi")
    expect(fatto_oggi).to_contain_text("Promemoria a 3 docenti")
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    riga.get_by_role("button", name="Annulla").click()
    expect(riga.get_by_role("button", name="Sollecita i 3 docenti")).to_be_visible()
    expect(fatto_oggi).not_to_contain_text("Promemoria a 3 docenti")


def test_one_click_with_the_keyboard_keeps_the_place(portale, page: Page):
    entra(page, piano.BRANDOLINI)
    riga = page.locator("[data-voce]").nth(2)
    for n in range(3):
        page.keyboard.press("j")
        expect(page.locator("[data-voce]").nth(n)).to_be_focused()
    page.keyboard.press("s")
    expect(riga).to_contain_text("Promemoria a 3 docenti")
    expect(riga).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("[data-voce]").nth(1)).to_be_focused()
    # On the page read again it is still there, also beside, where it can be taken back.
    page.reload()
    page.locator("#fatto-oggi").get_by_role("button", name="Annulla").click()
    expect(page.get_by_text("Annullato: la scrivania è com’era prima.")).to_be_visible()
    expect(page.get_by_role("button", name="Sollecita i 3 docenti")).to_be_visible()


def test_one_click_without_scripts(portale, browser, browser_context_args):
    contesto = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = contesto.new_page()
    entra(page, piano.BRANDOLINI)
    page.get_by_role("button", name="Sollecita i 3 docenti").click()
    expect(page.get_by_text("fino ad allora si può annullare")).to_be_visible()
    page.locator("[data-voce]").get_by_role("button", name="Annulla").click()
    expect(page.get_by_role("button", name="Sollecita i 3 docenti")).to_be_visible()
    contesto.close()
