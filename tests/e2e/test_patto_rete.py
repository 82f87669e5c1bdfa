"""One agreement of two schools in the browser: the other school ratifies, a third finds nothing."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cpia.portale.dimostrazione import altre_scuole, piano
from cpia.portale.dimostrazione.patto_condivisi import ALTRA
from cpia.portale.dimostrazione.patto_piano import SLUG, TUTOR
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

TERZA = "ic-pinocchio-montesicuro"
LARGA = {"width": 1280, "height": 900}


@pytest.fixture
def altrove(browser: Browser, browser_context_args: dict) -> BrowserContext:
    contesto = browser.new_context(**browser_context_args)
    yield contesto
    contesto.close()


def in_ogni_misura(page: Page, axe: Callable[[Page], None]) -> None:
    """Nothing for axe to say, and no sideways scroll on a telephone."""
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    page.set_viewport_size(LARGA)


def test_due_scuole_un_patto(
    page: Page, altrove: BrowserContext, axe: Callable[[Page], None]
) -> None:
    # The other school: who sits in its section sees the agreement and nothing else of the CPIA.
    entra(page, piano.BRANDOLINI)
    page.goto(f"/{ALTRA}/patto/condivisi/")
    expect(page.get_by_role("heading", name="Patti condivisi")).to_be_visible()
    in_ogni_misura(page, axe)
    page.get_by_role("table").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Le ore", exact=True)).to_be_visible()
    in_ogni_misura(page, axe)
    numero = re.search(r"/condivisi/(\d+)/", page.url)
    assert numero is not None

    # A third school has no such agreement.
    terza = altrove.new_page()
    entra(terza, altre_scuole.PERSONE[TERZA][0])
    risposta = terza.goto(f"/{TERZA}/patto/condivisi/{numero[1]}/")
    assert risposta is not None
    assert risposta.status == 404
    terza.close()

    # Without the details of the sitting it is not ratified, and nothing typed is lost.
    page.get_by_label("non lo ratifica").check()
    page.get_by_role("button", name="Registra la risposta").click()
    expect(page.get_by_text("Scrivi che cosa non va").first).to_be_visible()
    in_ogni_misura(page, axe)
    page.get_by_label("ratifica il patto", exact=True).check()
    page.get_by_label("Verbale o delibera della sezione").fill("Verbale n. 2 del 5 giugno 2024")
    page.get_by_role("button", name="Registra la risposta").click()
    expect(page.get_by_text("Ratificato dalla sezione")).to_be_visible()
    expect(page.get_by_role("button", name="Registra la risposta")).to_have_count(0)
    in_ogni_misura(page, axe)

    # The CPIA reads the answer; its tutor can no longer take the agreement back.
    cpia = altrove.new_page()
    altrove.clear_cookies()
    entra(cpia, TUTOR)
    cpia.goto(f"/{SLUG}/patto/condivisi/")
    in_ogni_misura(cpia, axe)
    cpia.get_by_role("table").get_by_role("link").first.click()
    expect(cpia.get_by_text("Verbale n. 2 del 5 giugno 2024")).to_be_visible()
    expect(cpia.get_by_role("button", name="Ritira")).to_have_count(0)
    in_ogni_misura(cpia, axe)


def test_la_commissione(page: Page, axe: Callable[[Page], None]) -> None:
    entra(page, altre_scuole.PERSONE[SLUG][0])
    page.goto(f"/{SLUG}/patto/commissione/")
    expect(page.get_by_role("heading", name="Mediatori linguistici")).to_be_visible()
    expect(page.get_by_text("manca quella di fine anno")).to_be_visible()
    in_ogni_misura(page, axe)
    page.get_by_role("link", name="perché? servono due plenarie").click()
    expect(page.get_by_role("heading", name="Le sedute plenarie")).to_be_visible()
    axe(page)
    page.goto(f"/{SLUG}/patto/commissione/perche/?di=elenco")
    expect(page.get_by_role("heading", name="L’elenco dei componenti")).to_be_visible()
    axe(page)
