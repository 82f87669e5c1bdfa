"""Minutes in the browser: those of 2018 with what is against them, and those in reading."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione.organi_piano import CONTI
from cpia.portale.dimostrazione.piano import Conto
from tests.e2e.accesso import TELEFONO, attendi_che, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e
ELENCO = "/ic-pinocchio-montesicuro/organi/"


def conto(casella: str) -> Conto:
    return next(trovato for trovato in CONTI if trovato.email == casella)


def al_registro(page: Page) -> None:
    page.goto(ELENCO)
    page.locator("#contenuto").get_by_role("link", name="Consiglio d’istituto", exact=True).click()
    expect(page.get_by_role("heading", name="Consiglio d’istituto", level=1)).to_be_visible()
    page.goto(f"{page.url}verbali/")
    expect(page.get_by_role("heading", name="Registro dei verbali", level=1)).to_be_visible()


def test_il_verbale_del_2018_e_le_sue_anomalie(page: Page, axe: Callable[[Page], None]) -> None:
    entra(page, conto("consigliera@pinocchio.example"))
    al_registro(page)
    axe(page)
    page.get_by_role("link", name="n. 14 del").click()
    contenuto = page.locator("#contenuto")
    expect(contenuto).to_contain_text("L’ordine del giorno ha 8 punti, il verbale ne tratta 10.")
    expect(contenuto).to_contain_text("€ 1.074,70")
    expect(contenuto).to_contain_text("La seduta è tolta alle ore 20,10")
    expect(contenuto).to_contain_text("DELIBERA n. 85")
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    al_registro(page)
    assert sta_nella_larghezza(page)


def test_il_rilievo_e_la_risposta(page: Page, axe: Callable[[Page], None]) -> None:
    entra(page, conto("segretario@pinocchio.example"))
    al_registro(page)
    page.get_by_role("link", name="n. 21 del").click()
    contenuto = page.locator("#contenuto")
    expect(contenuto).to_contain_text("Voto contro perché il criterio dei due posti")
    expect(contenuto).to_contain_text("Ci sono rilievi: la seduta che lo approva lo rilegge.")
    axe(page)
    page.get_by_role("link", name="Correggi il testo").click()
    note = page.get_by_label("Che cosa si è detto, punto 4")
    note.fill(f"{note.input_value()} Le associazioni si sentono entro il 30 giugno.")
    expect(page.locator("[data-salvato]").filter(has_text="salvato alle")).to_be_visible()
    page.reload()
    assert "entro il 30 giugno" in note.input_value()
    axe(page)
    # The line drops and the page is closed: the text is still in this browser, and goes by itself.
    page.context.set_offline(True)
    note.fill(f"{note.input_value()} Scritto senza linea.")
    expect(page.locator("[data-salvato]").filter(has_text="in questo browser")).to_be_visible()
    assert "Scritto senza linea" in page.evaluate("JSON.stringify(localStorage)")
    page.context.set_offline(False)
    page.reload()
    # It may have left while the page was being read, or leaves now: then nothing waits any more.
    attendi_che(page, "!Object.keys(localStorage).some((k) => k.startsWith('verbale-'))")
    page.reload()
    expect(note).to_have_value(re.compile("Scritto senza linea"))
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
