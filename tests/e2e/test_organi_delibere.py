"""Deliberations in the browser: the register, a text written by two, the act of a commissario."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cpia.portale.dimostrazione import piano
from cpia.portale.dimostrazione.organi_piano import CONTI
from cpia.portale.dimostrazione.piano import Conto
from tests.e2e.accesso import TELEFONO, entra, ricarica_finche_c_e, sta_nella_larghezza

pytestmark = pytest.mark.e2e

SEGRETERIA = next(conto for conto in piano.CONTI if conto.email.startswith("segreteria@"))
PUNTO = "Calendario degli impegni di settembre"


def conto(casella: str) -> Conto:
    return next(trovato for trovato in CONTI if trovato.email == casella)


@pytest.fixture
def altrove(browser: Browser, browser_context_args: dict) -> BrowserContext:
    contesto = browser.new_context(**browser_context_args)
    yield contesto
    contesto.close()


def test_il_registro_dice_che_cosa_vale(page: Page, axe: Callable[[Page], None]) -> None:
    entra(page, conto("consigliera@pinocchio.example"))
    page.goto("/ic-pinocchio-montesicuro/organi/delibere/")
    expect(page.get_by_role("heading", name="Registro delle delibere")).to_be_visible()
    axe(page)
    page.get_by_label("Parole o numero").fill("contributo volontario")
    page.get_by_role("button", name="Cerca", exact=True).click()
    expect(page.get_by_role("row")).to_have_count(3)
    expect(page.get_by_role("row").nth(2)).to_contain_text("revocata dalla n. 108")
    page.get_by_role("link", name="Contributo volontario delle famiglie", exact=True).click()
    expect(page.locator("#contenuto")).to_contain_text("Revocata dalla n. 108 del 12 ottobre 2023")
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    page.goto("/ic-pinocchio-montesicuro/organi/delibere/")
    assert sta_nella_larghezza(page)


def va_al_testo(page: Page) -> None:
    """The editor of an item of the Collegio, from the card of its sitting."""
    page.goto("/iis-antonietti/cerca/?q=impegni+di+settembre")
    page.locator("#contenuto").get_by_role("link", name="Collegio dei docenti").first.click()
    page.get_by_role("link", name="Premesse e testo del punto 4").click()
    expect(page.get_by_role("heading", name=PUNTO, level=1)).to_be_visible()


def salvato(page: Page) -> None:
    expect(page.locator(".testo-esito")).to_contain_text("Salvato alle")


def test_un_testo_scritto_in_due(
    page: Page, altrove: BrowserContext, axe: Callable[[Page], None]
) -> None:
    entra(page, SEGRETERIA)
    va_al_testo(page)
    axe(page)
    altra = altrove.new_page()
    entra(altra, SEGRETERIA)
    altra.goto(page.url)

    page.get_by_text("Dal frasario").click()
    page.get_by_label("Cerca una frase").fill("piano triennale")
    page.get_by_role("button", name="il Piano triennale dell’offerta formativa").click()
    salvato(page)
    page.get_by_role("button", name="Aggiungi una premessa").click()
    page.keyboard.type("il calendario della Regione")
    page.keyboard.press("Alt+ArrowUp")
    anteprima = page.locator(".delibera-foglio")
    expect(anteprima.locator("p", has_text="Visto").first).to_contain_text("calendario")
    page.get_by_label("Il Collegio dei docenti delibera").fill("- di approvare\n- di pubblicare")
    expect(anteprima.get_by_role("listitem")).to_have_count(2)
    axe(page)

    # The other had the page open: both texts are there, nothing typed is lost.
    altra.get_by_label("Il Collegio dei docenti delibera").fill("di rinviare tutto")
    avviso = altra.locator(".testo-esito")
    expect(avviso).to_contain_text("qualcun altro ha scritto un altro testo")
    expect(avviso).to_contain_text("di pubblicare")
    campo = altra.get_by_label("Il Collegio dei docenti delibera")
    expect(campo).to_have_value("di rinviare tutto")
    axe(altra)
    altra.get_by_role("button", name="Tieni il mio").click()
    salvato(altra)
    altra.set_viewport_size(TELEFONO)
    altra.reload()
    expect(campo).to_have_value("di rinviare tutto")
    assert sta_nella_larghezza(altra)
    axe(altra)


def test_un_commissario_delibera_da_solo(page: Page, axe: Callable[[Page], None]) -> None:
    entra(page, conto("commissario@cpiana2.example"))
    page.goto("/cpia-napoli-provincia-2/organi/delibere/")
    page.get_by_role("link", name="Nuovo atto del commissario").click()
    axe(page)
    page.get_by_label("Oggetto", exact=False).first.fill("Acquisto di banchi")
    page.get_by_label("Continua con").first.fill("il Programma annuale")
    page.get_by_label("Che cosa delibera").fill("di acquistare trenta banchi")
    adotta = page.get_by_role("button", name="Adotta la delibera")
    adotta.click()
    expect(page.locator("#contenuto")).to_contain_text("Rileggi e spunta")
    expect(page.get_by_label("Continua con").first).to_have_value("il Programma annuale")
    page.get_by_label("Ho riletto").check()
    adotta.click()
    foglio = page.locator("article.delibera-foglio")
    expect(foglio).to_contain_text("Con i poteri del Consiglio d’istituto")
    page.get_by_role("button", name="Prepara l’estratto").click()
    ricarica_finche_c_e(page, page.get_by_role("link", name="Scarica l’estratto"))
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
