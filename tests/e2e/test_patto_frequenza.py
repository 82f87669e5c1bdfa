"""Attendance in the browser: a lesson by keyboard, hours to check, risk, silence."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.patto_piano import DOCENTE, TUTOR
from tests.e2e.accesso import TELEFONO, entra, ricarica_finche_c_e, sta_nella_larghezza

pytestmark = pytest.mark.e2e

PATTO = "/cpia-napoli-provincia-2/patto/"
SCRIVANIA = "/cpia-napoli-provincia-2/scrivania/"
DIRIGENTE, SEGRETERIA = altre_scuole.PERSONE["cpia-napoli-provincia-2"]


@pytest.fixture
def altrove(browser: Browser, browser_context_args: dict) -> Page:
    contesto = browser.new_context(**browser_context_args)
    yield contesto.new_page()
    contesto.close()


def guarda(page: Page, axe: Callable[[Page], None]) -> None:
    """The page wide and on a telephone."""
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def gruppo(page: Page) -> None:
    page.goto(f"{PATTO}gruppi/")
    page.get_by_role("link", name="Primo periodo, sera").click()


def test_una_lezione_dalla_tastiera(page: Page, axe: Callable[[Page], None]) -> None:
    entra(page, DOCENTE)
    gruppo(page)
    guarda(page, axe)
    page.get_by_role("link", name="Registra una lezione").click()
    expect(page.get_by_role("heading", name="Registra una lezione", level=1)).to_be_visible()
    page.get_by_label("Unità di apprendimento").select_option(index=1)
    page.get_by_label("Giorno").fill("2024-06-04")
    page.get_by_label("Argomento").fill("Problemi con le frazioni")
    campi = page.locator("[data-ore]:not([readonly])")
    expect(campi.first).to_be_visible()
    campi.first.focus()
    # Absent, then the next one leaves early, then down to the end without the mouse.
    page.keyboard.press("a")
    expect(campi.first).to_have_value("0")
    expect(campi.nth(1)).to_be_focused()
    page.keyboard.type("1,5")
    conto = page.locator("#appello-conto")
    expect(conto).to_contain_text("1 assente, 1 in parte")
    guarda(page, axe)
    campi.nth(1).focus()
    for _ in range(campi.count() - 1):
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Registra la lezione")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#contenuto")).to_contain_text("è a registro")
    expect(page.locator("#contenuto")).to_contain_text("Problemi con le frazioni")
    # Read again it says the same.
    page.get_by_role("link", name=re.compile("martedì 4 giugno")).first.click()
    expect(page.locator("[data-ore]").first).to_have_value("0")
    expect(page.locator("[data-riga]").nth(1)).to_contain_text("1,5 ore su 3")


def test_le_ore_dopo_la_lunghezza_della_lezione(page: Page) -> None:
    entra(page, DOCENTE)
    gruppo(page)
    page.get_by_role("link", name="Registra una lezione").click()
    primo = page.locator("[data-ore]:not([readonly])").first
    page.get_by_label("Ore di lezione").fill("2")
    expect(primo).to_have_value("2")
    primo.fill("4")
    page.get_by_role("button", name="Registra la lezione").click()
    expect(page.locator("#contenuto")).to_contain_text("Da 0 a 2 ore, quante ne ha la lezione.")
    expect(primo).to_have_value("4")


def test_le_ore_a_distanza_contano_dopo_la_verifica(
    page: Page, axe: Callable[[Page], None]
) -> None:
    entra(page, DOCENTE)
    page.goto(f"{PATTO}distanza/")
    guarda(page, axe)
    page.get_by_role("button", name="Scegli tutta la lezione").first.click()
    scelte = page.locator('input[name="presenze"]:checked').count()
    assert scelte
    page.get_by_label("Come si è verificata").fill("Test finale, 8 risposte su 10")
    page.get_by_role("button", name="Attesta le ore scelte").click()
    expect(page.locator("#contenuto")).to_contain_text("le ore contano")


def test_chi_viene_poco_e_il_tutor_lo_sa(
    page: Page, altrove: Page, axe: Callable[[Page], None]
) -> None:
    entra(page, TUTOR)
    page.goto(SCRIVANIA)
    ricarica_finche_c_e(page, page.get_by_text(re.compile("Frequenza a rischio di")))
    gruppo(page)
    page.get_by_role("link", name="Ponticelli Salvatore").click()
    pagina = page.locator("#contenuto")
    expect(pagina).to_contain_text("a rischio")
    guarda(page, axe)
    page.get_by_role("link", name="perché? è a rischio").click()
    expect(page.locator("#cassetto")).to_contain_text("75 per cento")
    axe(page)
    page.keyboard.press("Escape")
    expect(pagina).to_contain_text("aspetta il Collegio dei docenti")

    # The office writes down what the Collegio decides, and looks before it does.
    entra(altrove, SEGRETERIA)
    for atto in ("approva", "respingi"):
        altrove.goto(page.url)
        indirizzo = altrove.locator(f"a[href*='/deroghe/'][href$='/{atto}/']").get_attribute("href")
        altrove.goto(indirizzo or "")
        expect(altrove.locator("form.conferma, #contenuto form").first).to_be_visible()
        guarda(altrove, axe)


def test_chi_non_viene_piu_si_avvisa_prima(
    page: Page, altrove: Page, axe: Callable[[Page], None]
) -> None:
    entra(page, SEGRETERIA)
    page.goto(f"{PATTO}assenti/")
    riga = page.get_by_role("row", name=re.compile("Buonocore"))
    expect(riga).to_contain_text("da avvisare")
    guarda(page, axe)
    riga.get_by_role("link", name="Avvisa…").click()
    dialogo = page.locator("#dialogo")
    expect(dialogo).to_contain_text("Non si annulla.")
    axe(page)
    dialogo.get_by_label("Ho riletto").check()
    dialogo.get_by_role("button", name="Protocolla e avvisa").click()
    expect(page.locator("#contenuto")).to_contain_text("La comunicazione è protocollata e parte.")
    expect(riga).to_contain_text("avvisato")
    riga.get_by_role("rowheader").get_by_role("link").click()
    ricarica_finche_c_e(page, page.get_by_role("link", name=re.compile("Apri il PDF")))

    entra(altrove, DIRIGENTE)
    altrove.goto(f"{PATTO}assenti/")
    expect(altrove.get_by_role("link", name="Ritira…")).to_have_count(0)
    altrove.goto(f"{PATTO}esame/")
    guarda(altrove, axe)
