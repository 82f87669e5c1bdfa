"""The room of a sitting with two browsers at once: roll call, notes, a line that drops."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cpia.portale.dimostrazione.altre_scuole import PERSONE
from cpia.portale.dimostrazione.organi_piano import CONTI
from cpia.portale.dimostrazione.piano import Conto
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

SCUOLA = "ic-pinocchio-montesicuro"
DIRIGENTE = PERSONE[SCUOLA][0]
SEGRETARIO = next(conto for conto in CONTI if conto.email == "segretario@pinocchio.example")
TESTO = "La dirigente illustra la relazione."


def va_in_aula(page: Page, conto: Conto, organo: str, seduta: str = "5 giugno") -> None:
    """The room of the sitting of today, or of the one named, from the card of the organ."""
    entra(page, conto)
    page.goto(f"/{SCUOLA}/organi/")
    page.locator("#contenuto").get_by_role("link", name=organo, exact=True).first.click()
    page.locator("#contenuto").get_by_role("link", name=seduta).first.click()
    page.goto(page.url.rstrip("/") + "/aula/")
    expect(page.locator("#aula")).to_be_visible()


def chiama(page: Page, lettere: str) -> None:
    page.locator("#chi").fill(lettere)
    page.keyboard.press("Enter")


def presenti(page: Page, quanti: int) -> None:
    expect(page.locator("#aula-testa .quanti strong")).to_have_text(str(quanti))


def avvia(page: Page, numero: int) -> None:
    page.get_by_role("button", name=f"Avvia il punto {numero}").click()
    expect(page.locator("#discussione")).to_be_visible()


@pytest.fixture
def altrove(browser: Browser, browser_context_args: dict) -> BrowserContext:
    contesto = browser.new_context(**browser_context_args)
    yield contesto
    contesto.close()


def test_una_seduta_in_due(
    page: Page, altrove: BrowserContext, axe: Callable[[Page], None]
) -> None:
    va_in_aula(page, DIRIGENTE, "Collegio dei docenti")
    axe(page)
    # Roll call: without the number it does not open.
    chiama(page, "marchetti")
    presenti(page, 1)
    expect(page.locator("#aula-apertura")).to_contain_text("mancano al numero legale")
    expect(page.locator("#chi")).to_be_focused()
    page.get_by_role("button", name="Segna presenti tutti").click()
    expect(page.locator("#aula-testa")).to_contain_text("C’è il numero legale")
    page.locator("#verbalizza").select_option(label=f"{SEGRETARIO.cognome} {SEGRETARIO.nome}")
    page.get_by_role("button", name="Apri la seduta").click()
    expect(page.locator("#aula-testa")).to_contain_text("La seduta è valida")
    in_aula = int(page.locator("#aula-testa .quanti strong").inner_text())
    avvia(page, 1)

    # A second one who runs it sees what the first does, without reloading.
    altra = altrove.new_page()
    entra(altra, SEGRETARIO)
    altra.goto(page.url)
    presenti(altra, in_aula)
    page.locator("#discussione").fill(TESTO)
    expect(page.locator("[data-salvato]")).to_contain_text("salvato alle")
    expect(altra.locator("#discussione")).to_have_value(TESTO, timeout=10_000)
    chiama(page, "ghitti")
    presenti(page, in_aula - 1)
    presenti(altra, in_aula - 1)

    # The line drops: notes and a movement stay in the browser, and go by themselves.
    page.context.set_offline(True)
    page.locator("#discussione").fill(f"{TESTO} Si apre il dibattito.")
    chiama(page, "manenti")
    expect(page.locator("#linea-assente")).to_be_visible()
    expect(page.locator("[data-salvato]")).to_contain_text("in questo browser")
    assert "Si apre il dibattito" in page.evaluate("JSON.stringify(localStorage)")
    page.context.set_offline(False)
    presenti(page, in_aula - 2)
    expect(page.locator("#linea-assente")).to_be_hidden()
    expect(page.locator("[data-salvato]")).to_contain_text("salvato alle")
    expect(altra.locator("#discussione")).to_have_value(
        f"{TESTO} Si apre il dibattito.", timeout=10_000
    )

    # Both write: nobody's text is lost.
    altra.context.set_offline(True)
    altra.locator("#discussione").fill("Scritto dal segretario.")
    page.locator("#discussione").fill("Scritto dalla dirigente.")
    expect(page.locator("[data-salvato]")).to_contain_text("salvato alle")
    altra.context.set_offline(False)
    expect(altra.locator("[data-altrui]")).to_have_text("Scritto dalla dirigente.", timeout=15_000)
    axe(altra)
    altra.get_by_role("button", name="Metti insieme i due").click()
    insieme = "Scritto dalla dirigente.\n\nScritto dal segretario."
    expect(page.locator("#discussione")).to_have_value(insieme, timeout=10_000)

    # The sitting does not end while an item has no outcome: it names them.
    page.get_by_role("link", name="Chiudi la seduta…").click()
    expect(page.locator("#dialogo")).to_contain_text("Varie ed eventuali")
    page.locator("#dialogo").get_by_role("link", name="Torna all’aula").click()
    page.get_by_role("button", name="Verifica il numero legale").click()
    expect(page.locator("#aula-ordine")).to_contain_text("verificato il numero legale")


def test_il_consiglio_in_corso_e_la_proiezione(page: Page, axe: Callable[[Page], None]) -> None:
    va_in_aula(page, SEGRETARIO, "Consiglio d’istituto", "n. 22, ")
    presenti(page, 14)
    expect(page.locator("#aula-testa")).to_contain_text("19 : 2 = 9, più 1")
    axe(page)
    page.get_by_role("link", name="perché? il numero legale").click()
    expect(page.locator("#cassetto")).to_contain_text("Possono uscire ancora in 4")
    axe(page)
    page.keyboard.press("Escape")
    aula = page.url
    for per_pagina in ("sospendi", "chiudi", "aggiorna", "cariche"):
        page.goto(aula.replace("/aula/", f"/{per_pagina}/"))
        axe(page)
    page.goto(aula)
    page.locator(".appello-riga .ora").first.click()
    expect(page.locator("#dialogo")).to_contain_text("Entra alle")
    axe(page)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Proietta in sala").click()
    expect(page.locator("#proiezione")).to_contain_text("14 presenti su 19")
    expect(page.locator("#proiezione")).not_to_contain_text("Sostituzione di un consigliere")
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    page.goto(aula)
    assert sta_nella_larghezza(page)
    axe(page)
