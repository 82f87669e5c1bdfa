"""The board as the coordinator meets it: keys, the drawer, a decision, a reminder, the freeze."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from cpia.portale.dimostrazione.piano import BRANDOLINI, CATTAFESTA
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

MOTIVO = "La prova autentica del 25 maggio mostra di più."


def di_brandolini(page: Page) -> Page:
    """The board of the class that Brandolini coordinates, from her page of the app."""
    entra(page, BRANDOLINI)
    page.goto("/iis-antonietti/competenze/")
    page.locator("a[href*='/competenze/classi/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2ªB AFM, quadro della classe")
    return page


def casella(page: Page, riga: int, colonna: int) -> Locator:
    return page.locator("#quadro tbody tr").nth(riga).locator("td").nth(colonna)


def titolo(page: Page) -> Locator:
    return page.locator("#cassetto h2")


def test_le_tre_viste_e_il_cassetto_sono_accessibili(
    page: Page, axe: Callable[[Page], None]
) -> None:
    di_brandolini(page)
    axe(page)
    casella(page, 0, 0).locator("a").click()
    expect(titolo(page)).to_be_focused()
    axe(page)
    page.get_by_role("link", name="Chi ha fatto cosa").click()
    expect(titolo(page)).to_have_text("Chi ha fatto cosa")
    axe(page)
    for vista in ("Mappa della classe", "Profili"):
        page.get_by_role("link", name=vista).click()
        expect(page.get_by_role("link", name=vista)).to_have_attribute("aria-current", "page")
        axe(page)


def test_con_la_sola_tastiera(page: Page) -> None:
    di_brandolini(page)
    # The script has run: before it every cell is in the tab order, and no arrow moves.
    expect(casella(page, 2, 1).locator("a")).to_have_attribute("tabindex", "-1")
    casella(page, 0, 0).locator("a").focus()
    for tasto in ("ArrowDown", "ArrowDown", "ArrowRight", "End", "Home", "ArrowRight"):
        page.keyboard.press(tasto)
    arrivo = casella(page, 2, 1).locator("a")
    expect(arrivo).to_be_focused()
    page.keyboard.press("Enter")
    expect(titolo(page)).to_contain_text("Perché")
    expect(arrivo).to_have_attribute("aria-expanded", "true")
    expect(titolo(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(arrivo).to_be_focused()
    page.keyboard.press("p")
    expect(titolo(page)).to_be_focused()


def test_decidere_e_tornare_alla_media(page: Page) -> None:
    di_brandolini(page)
    scelta = casella(page, 5, 3)
    prima = scelta.locator("b").inner_text()
    altra = next(livello for livello in "ABCD" if livello != prima)
    quanti = page.locator("#decisi .decisi li").count()
    scelta.locator("a").click()
    page.locator(f"#scelta-{altra}").check()
    page.locator("#cassetto").get_by_label("Motivo").fill(MOTIVO)
    page.locator("#cassetto").get_by_role("button", name="Decidi").click()
    expect(scelta.locator("b")).to_have_text(altra)
    expect(scelta).to_have_class(re.compile("deciso"))
    expect(page.locator("#decisi")).to_contain_text(MOTIVO)
    page.keyboard.press("Escape")
    expect(scelta.locator("a")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("#cassetto").get_by_role("button", name="Torna alla media").click()
    expect(scelta.locator("b")).to_have_text(prima)
    expect(page.locator("#decisi .decisi li")).to_have_count(quanti)


def test_la_decisione_si_vede_anche_nella_mappa(page: Page) -> None:
    di_brandolini(page)
    page.get_by_role("link", name="Mappa della classe").click()
    scelta = casella(page, 6, 3)
    altra = next(livello for livello in "ABCD" if livello != scelta.locator("b").inner_text())
    scelta.locator("a").click()
    page.locator(f"#scelta-{altra}").check()
    page.locator("#cassetto").get_by_label("Motivo").fill(MOTIVO)
    page.locator("#cassetto").get_by_role("button", name="Decidi").click()
    expect(scelta.locator("b")).to_have_text(altra)
    page.locator("#cassetto").get_by_role("button", name="Torna alla media").click()
    expect(scelta.locator("b")).not_to_have_text(altra)


def test_un_sollecito_con_un_clic_e_uno_solo_al_giorno(page: Page) -> None:
    di_brandolini(page)
    prima = page.locator(".disciplina").first
    nome = prima.locator("strong").inner_text()
    prima.get_by_role("button", name="Sollecita").click()
    expect(page.locator("#discipline [role=status]")).to_contain_text("Sollecito inviato")
    stessa = page.locator(".disciplina", has_text=nome).first
    expect(stessa).to_contain_text("sollecitata oggi")


def test_non_si_congela_finche_manca_qualcuno(page: Page) -> None:
    di_brandolini(page)
    bottone = page.get_by_role("button", name="Congela la classe…")
    expect(bottone).to_have_attribute("aria-disabled", "true")
    page.get_by_text("bloccano il congelamento").click()
    expect(page.locator(".impedimenti li").first).to_contain_text("non ha registrato")


def test_la_classe_congelata_si_legge_e_non_si_cambia(
    page: Page, axe: Callable[[Page], None]
) -> None:
    entra(page, CATTAFESTA)
    page.goto("/iis-antonietti/competenze/")
    page.locator("a[href*='/competenze/classi/']").first.click()
    expect(page.locator(".testata")).to_contain_text("Congelata")
    expect(page.get_by_role("button", name="Sollecita")).to_have_count(0)
    expect(page.get_by_role("link", name="Stampe della classe")).to_be_visible()
    axe(page)


def test_sul_telefono_le_caselle_sono_righe_e_il_cassetto_e_tutto_schermo(
    page: Page, axe: Callable[[Page], None]
) -> None:
    page.set_viewport_size(TELEFONO)
    di_brandolini(page)
    assert sta_nella_larghezza(page)
    axe(page)
    scelta = casella(page, 0, 0).locator("a")
    assert scelta.bounding_box()["height"] >= 44
    scelta.click()
    expect(titolo(page)).to_be_focused()
    expect(page.locator("#quadro")).to_be_hidden()
    assert sta_nella_larghezza(page)
    axe(page)
