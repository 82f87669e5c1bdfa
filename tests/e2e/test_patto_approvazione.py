"""The agreement in the browser: a plan is finished, the section approves in bulk, one is signed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.patto_piano import TUTOR
from tests.e2e.accesso import TELEFONO, entra, ricarica_finche_c_e, sta_nella_larghezza

pytestmark = pytest.mark.e2e

PATTO = "/cpia-napoli-provincia-2/patto/"
DIRIGENTE, SEGRETERIA = altre_scuole.PERSONE["cpia-napoli-provincia-2"]
IN_BOZZA, PROPOSTA = "D’Ambrosio", "Kovalenko"


@pytest.fixture
def altre(browser: Browser, browser_context_args: dict) -> Callable[[], Page]:
    aperti = []

    def nuova() -> Page:
        contesto = browser.new_context(**browser_context_args)
        aperti.append(contesto)
        return contesto.new_page()

    yield nuova
    for contesto in aperti:
        contesto.close()


def guarda(page: Page, axe: Callable[[Page], None]) -> None:
    """The page wide and on a telephone."""
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def va_da(page: Page, cognome: str, scheda: str) -> None:
    """One of the tabs of a person, from the list."""
    page.goto(PATTO)
    page.locator("#contenuto").get_by_role("link", name=cognome).first.click()
    page.locator("nav.schede").get_by_role("link", name=scheda).click()


def finisce_il_piano(page: Page, axe: Callable[[Page], None]) -> None:
    va_da(page, IN_BOZZA, "Quadro orario e UdA")
    contenuto = page.locator("#contenuto")
    aggiorna = page.get_by_role("button", name="Aggiorna le ore")
    if aggiorna.count():
        aggiorna.click()
    page.get_by_role("button", name="Riempi le ore che restano").click()
    expect(contenuto).to_contain_text("il conto torna")
    guarda(page, axe)

    riga = page.locator(".piano-riga").first
    campo = riga.get_by_label("Prova")
    campo.fill("")
    expect(riga).to_contain_text("Scrivi con quale prova si certifica.")
    axe(page)
    campo.fill("prova scritta e colloquio")
    expect(riga).not_to_contain_text("Scrivi con quale prova")
    expect(page.locator("#salvato")).to_contain_text("Salvato alle")
    page.reload()
    expect(campo).to_have_value("prova scritta e colloquio")

    page.get_by_role("link", name="Proponi alla Commissione…").click()
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_label("Sezione funzionale").select_option(index=0)
    axe(page)
    dialogo.get_by_role("button", name="Proponi alla sezione").click()
    expect(contenuto).to_contain_text("Il patto è proposto alla sezione.")
    guarda(page, axe)


def attesta(page: Page, cognome: str) -> None:
    """The certificate of the credits, deliberated: without it no agreement is approved."""
    va_da(page, cognome, "Dossier")
    page.goto(f"{page.url}certifica/")
    page.get_by_role("checkbox").first.check()
    page.get_by_label("Delibera della sezione o della Commissione").select_option(index=1)
    page.locator("form.conferma").get_by_role("button").first.click()
    expect(page.locator("#contenuto")).to_contain_text("Certificato protocollato")


def test_la_sezione_approva_e_si_firma(
    page: Page, altre: Callable[[], Page], axe: Callable[[Page], None]
) -> None:
    entra(page, TUTOR)
    finisce_il_piano(page, axe)

    dirige = altre()
    entra(dirige, DIRIGENTE)
    for cognome in (IN_BOZZA, PROPOSTA):
        attesta(dirige, cognome)
    dirige.goto(f"{PATTO}da-approvare/")
    guarda(dirige, axe)
    dirige.get_by_role("link", name="Sezione funzionale di Sant’Anastasia").click()
    tabella = dirige.locator(".patti-approva")
    for cognome in (IN_BOZZA, PROPOSTA):
        expect(tabella.get_by_role("row", name=cognome)).to_contain_text("in ordine")
    guarda(dirige, axe)
    approva = dirige.get_by_role("button", name="Approva i patti scelti")
    approva.click()
    expect(dirige.locator("#contenuto")).to_contain_text("Scegli la delibera")
    axe(dirige)
    dirige.get_by_label("Delibera della sezione").select_option(index=1)
    approva.click()
    # Yesterday's sitting had one of them before it; the other was proposed today.
    riga = tabella.get_by_role("row", name=IN_BOZZA)
    expect(riga).to_contain_text("è di prima della proposta")
    axe(dirige)
    riga.get_by_role("checkbox").uncheck()
    riga.get_by_role("textbox").fill("Si delibera nella prossima seduta")
    approva.click()
    expect(dirige.locator("#contenuto")).to_contain_text("1 patto approvato")
    ricarica_finche_c_e(dirige, dirige.get_by_role("link", name=f"Scarica il patto di {PROPOSTA}"))
    guarda(dirige, axe)

    va_da(page, PROPOSTA, "Patto")
    guarda(page, axe)
    page.get_by_role("link", name="Firma per la scuola…").click()
    dialogo = page.get_by_role("dialog")
    axe(page)
    dialogo.get_by_label("Ho letto il patto e sono d’accordo").check()
    dialogo.get_by_role("button", name="Firma").click()
    expect(page.locator("#contenuto")).to_contain_text("La firma è registrata.")
    expect(page.locator("#contenuto")).to_contain_text("Chi studia")

    ufficio = altre()
    entra(ufficio, SEGRETERIA)
    ufficio.goto(f"{PATTO}da-firmare/")
    guarda(ufficio, axe)
    ufficio.get_by_role("button", name=f"Avvisa chi manca per {PROPOSTA}").click()
    expect(ufficio.locator("#contenuto")).to_contain_text("avvisa")
    ufficio.locator("#contenuto").get_by_role("link", name=PROPOSTA).click()
    ufficio.get_by_role("link", name="Registra una firma su carta…").click()
    dialogo = ufficio.get_by_role("dialog")
    dialogo.get_by_label("chi studia").check()
    dialogo.get_by_label("Firmato il").fill("2024-06-05")
    dialogo.get_by_label("La copia firmata").check()
    axe(ufficio)
    dialogo.get_by_role("button", name="Registra la firma").click()
    expect(ufficio.locator("#contenuto")).to_contain_text("in corso")
    expect(ufficio.locator("#contenuto")).to_contain_text("sulla copia stampata")


def test_quanti_patti_sono_in_vigore(page: Page, axe: Callable[[Page], None]) -> None:
    entra(page, SEGRETERIA)
    page.goto(f"{PATTO}rapporto/")
    expect(page.locator("#contenuto")).to_contain_text("Primo livello, secondo periodo didattico")
    guarda(page, axe)
    page.goto(f"{PATTO}due-anni/")
    expect(page.locator("#contenuto")).to_contain_text("Buonocore")
    guarda(page, axe)
