"""The guide from the screens, wide and on a telephone; the Simulatore with its kinds."""

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.aiuto.pagine import DI_CHI
from cpia.portale.dimostrazione import piano
from tests.e2e.accesso import TELEFONO, attendi_che, entra, sta_nella_larghezza
from tests.e2e.persone import ISTITUTO, accedi

pytestmark = pytest.mark.e2e


def test_a_screen_leads_to_its_section(page: Page, axe):
    entra(page, piano.BRANDOLINI)
    page.goto(f"/{ISTITUTO}/competenze/")
    page.get_by_role("link", name="Guida", exact=True).first.click()
    expect(page.get_by_role("heading", name="Le mie classi")).to_be_in_viewport()
    assert page.url.endswith("/aiuto/docente/#le-mie-classi")
    page.get_by_role("navigation", name="In questa pagina").get_by_role(
        "link", name="Entro quando"
    ).click()
    expect(page.get_by_role("heading", name="Entro quando")).to_be_in_viewport()
    axe(page)
    page.set_viewport_size(TELEFONO)
    axe(page)
    assert sta_nella_larghezza(page)


def test_every_page_has_its_pictures_and_fits(page: Page):
    accedi(page, piano.DIRIGENTE)
    for nome in DI_CHI:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"/{ISTITUTO}/aiuto/{nome}/")
        for figura in page.locator("article img").all():
            figura.scroll_into_view_if_needed()
            attendi_che(page, "e => e.complete && e.naturalWidth > 0", figura.element_handle())
        page.set_viewport_size(TELEFONO)
        assert sta_nella_larghezza(page), nome


def test_the_guide_is_searched(page: Page):
    entra(page, piano.BRANDOLINI)
    page.goto(f"/{ISTITUTO}/aiuto/")
    page.get_by_label("Cerca nella guida").fill("compresenza")
    page.get_by_label("Cerca nella guida").press("Enter")
    page.get_by_role("main").get_by_role("link", name="Inserire i livelli").click()
    expect(page.get_by_role("heading", name="Inserire i livelli")).to_be_in_viewport()


def test_the_simulatore_asks_a_grid_item_by_item(page: Page, axe):
    entra(page, piano.BRANDOLINI)
    page.goto(f"/{ISTITUTO}/simulatore/?calcolo=griglia")
    page.get_by_label("Griglia", exact=True).select_option(
        "ic-pinocchio-2018/referente-valutazione"
    )
    page.get_by_role("button", name="Apri").click()
    voto = page.get_by_role("group", name="Voce 2:").get_by_label("Voto")
    voto.fill("111")
    page.get_by_role("group", name="Voce 1:").get_by_label("Si possiede").check()
    page.get_by_role("group", name="Voce 6:").get_by_label("Quanti").fill("7")
    page.get_by_role("button", name="Calcola", exact=True).click()
    expect(page.get_by_text("Il voto è un numero intero da 66 a 110")).to_be_visible()
    axe(page)
    voto.fill("108")
    page.get_by_role("button", name="Calcola", exact=True).click()
    expect(page.get_by_text("Totale: 30 punti")).to_be_visible()
    axe(page)
    page.set_viewport_size(TELEFONO)
    axe(page)
    assert sta_nella_larghezza(page)


def test_the_simulatore_answers_of_every_kind(page: Page, axe):
    entra(page, piano.BRANDOLINI)
    page.goto(f"/{ISTITUTO}/simulatore/")
    page.get_by_role("link", name="Numero legale").click()
    page.get_by_label("Con le regole di").select_option("ic-porto-venere")
    page.get_by_label("Organo").select_option("giunta_esecutiva")
    page.get_by_label("Componenti in carica").fill("4")
    page.get_by_label("Presenti").fill("cinque")
    page.get_by_role("button", name="Calcola", exact=True).click()
    expect(page.get_by_text("Ci vuole un numero intero")).to_be_visible()
    page.get_by_label("Presenti").fill("2")
    page.get_by_role("button", name="Calcola", exact=True).click()
    expect(page.get_by_role("rowheader", name="sì")).to_be_visible()
    axe(page)
    page.set_viewport_size(TELEFONO)
    axe(page)
    assert sta_nella_larghezza(page)
