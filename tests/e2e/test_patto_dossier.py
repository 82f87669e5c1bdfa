"""A dossier in the browser: filled by keyboard, the cuts seen while typing, attested; by phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.patto_piano import ADULTA, TUTOR
from tests.e2e.accesso import TELEFONO, entra, ricarica_finche_c_e, sta_nella_larghezza

pytestmark = pytest.mark.e2e

PATTO = "/cpia-napoli-provincia-2/patto/"
DIRIGENTE = altre_scuole.PERSONE["cpia-napoli-provincia-2"][0]
LARGO = {"width": 1280, "height": 900}


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
    page.set_viewport_size(LARGO)


def apri(page: Page, chi: str, scheda: str) -> str:
    """A page of a person from the list; its address."""
    page.goto(PATTO)
    page.get_by_role("link", name=chi).first.click()
    page.get_by_role("navigation", name="Il percorso di").get_by_role("link", name=scheda).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(scheda.lower())
    return page.url


def test_the_tutor_fills_it_by_keyboard_and_sees_the_cuts(
    page: Page, altrove: Page, axe: Callable[[Page], None]
) -> None:
    entra(page, TUTOR)
    dossier = apri(page, "Perera Dilshan", "Dossier")
    guarda(page, axe)
    dice_che_cosa_e(page, axe)
    aggiunge(page, axe)
    sposta(page)
    conclude_e_valuta(page, axe)
    vede_i_tagli(page, axe)
    attesta(altrove, page, dossier, axe)


def dice_che_cosa_e(page: Page, axe: Callable[[Page], None]) -> None:
    """What the person has brought by phone: the tutor says what it is, and it counts."""
    page.get_by_role("link", name="Attestato HACCP").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Che cosa è").select_option("non_formale")
    page.get_by_label("Ore di attività").fill("120")
    page.get_by_label("Competenza coerente").select_option("C14")
    expect(page.locator("#effetto")).to_contain_text("2 riconosciute su 2 ore chieste")
    expect(page.locator("#effetto")).to_contain_text("da verificare")
    guarda(page, axe)
    page.get_by_role("button", name="Registra l’evidenza").press("Enter")
    expect(page.locator("#contenuto")).to_contain_text("è registrata.")


def aggiunge(page: Page, axe: Callable[[Page], None]) -> None:
    """Hours beyond the path are told in place; the cut is seen before saving."""
    page.get_by_role("link", name="Aggiungi un’evidenza").press("Enter")
    page.get_by_label("Che cosa è").select_option("certificazione_italiano")
    page.get_by_label("Titolo").fill("CILS B1")
    primo = page.get_by_label("C1.", exact=False).first
    primo.fill("999")
    page.get_by_role("button", name="Registra l’evidenza").press("Enter")
    expect(page.locator("#errore-C1")).to_contain_text("C1 ha 70 ore nel percorso")
    expect(page.get_by_label("Titolo")).to_have_value("CILS B1")
    axe(page)
    primo.fill("")
    page.get_by_role("button", name="chiedi tutte").first.press("Enter")
    expect(page.locator("#effetto")).to_contain_text("tetto della riga")
    expect(page.locator("#effetto")).to_contain_text("49 su 70")
    guarda(page, axe)
    page.get_by_role("button", name="Registra l’evidenza").press("Enter")
    expect(page.locator("#contenuto")).to_contain_text("«CILS B1» è registrata.")


def sposta(page: Page) -> None:
    """Alt and an arrow: the evidence goes up and the focus with it."""
    voci = page.locator(".doss-voce h3")
    expect(voci.nth(3)).to_have_text("CILS B1")
    page.get_by_role("link", name="CILS B1", exact=True).focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(voci.nth(2)).to_have_text("CILS B1")
    expect(page.get_by_role("link", name="CILS B1", exact=True)).to_be_focused()
    page.get_by_role("button", name="Sposta giù: CILS B1").press("Enter")
    expect(voci.nth(3)).to_have_text("CILS B1")
    expect(page.locator("#salvato")).to_contain_text("Salvato alle")


def conclude_e_valuta(page: Page, axe: Callable[[Page], None]) -> None:
    page.get_by_role("button", name="Concludi l’identificazione").press("Enter")
    expect(page.locator("#contenuto")).to_contain_text("Identificazione conclusa")
    guarda(page, axe)
    for titolo, prova, esito in (
        ("G.C.E. Ordinary Level", "documenti", "Superata"),
        ("Aiuto cuoco", "pratica", "Superata"),
        ("Attestato HACCP", "colloquio", "Non superata"),
        ("CILS B1", "documenti", "Superata"),
    ):
        page.get_by_role("link", name=re.compile(f"^Valuta.*{titolo}")).click()
        page.get_by_label("Come si è accertata").select_option(prova)
        page.get_by_role("radio", name=esito, exact=True).check()
        if titolo == "Aiuto cuoco":
            guarda(page, axe)
        page.get_by_role("button", name="Registra la valutazione").press("Enter")
        expect(page.locator("#contenuto")).to_contain_text("Valutata «")


def vede_i_tagli(page: Page, axe: Callable[[Page], None]) -> None:
    page.get_by_role("link", name="Crediti e ore").last.click()
    conto = page.locator("#conto")
    expect(conto).to_contain_text("Non conta. La prova non è stata superata")
    expect(conto).to_contain_text("900 ore danno 18 crediti")
    expect(conto).to_contain_text("412,5")
    guarda(page, axe)
    page.locator(".cred-ric .perche").last.press("Enter")
    expect(page.locator("#cassetto")).to_contain_text("I numeri entrati")
    axe(page)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Prova con un altro ordine").press("Enter")
    prova = page.locator("#prova-ordine")
    expect(prova).to_contain_text("è l’ordine di adesso")
    prova.get_by_role("link", name="Prova più su: CILS B1").press("Enter")
    expect(prova).not_to_contain_text("è l’ordine di adesso")
    guarda(page, axe)


def attesta(altrove: Page, page: Page, dossier: str, axe: Callable[[Page], None]) -> None:
    """The dirigente releases the certificate; the papers come from the worker."""
    entra(altrove, DIRIGENTE)
    altrove.goto(dossier)
    altrove.get_by_role("link", name="Rilascia il certificato…").press("Enter")
    dialogo = altrove.locator("#dialogo")
    expect(dialogo).to_contain_text("Rilasciare il certificato dei crediti?")
    axe(altrove)
    dialogo.get_by_label("Ho riletto i crediti").check()
    dialogo.get_by_role("button", name="Rilascia il certificato").press("Enter")
    contenuto = altrove.locator("#contenuto")
    expect(contenuto).to_contain_text(
        "Scegli la delibera della sezione, o scrivine numero e organo"
    )
    axe(altrove)
    expect(contenuto.get_by_label("Ho riletto i crediti")).to_be_checked()
    contenuto.get_by_label("Numero e organo").fill("n. 4, Sezione di Sant’Anastasia")
    contenuto.get_by_label("Giorno della delibera").fill("2024-06-05")
    contenuto.get_by_role("button", name="Rilascia il certificato").press("Enter")
    expect(contenuto).to_contain_text("Certificato protocollato")
    carta = altrove.get_by_role("link", name="Certificato di riconoscimento dei crediti")
    ricarica_finche_c_e(altrove, carta)
    guarda(altrove, axe)
    page.goto(dossier)
    expect(page.get_by_role("link", name="Dossier personale", exact=True)).to_be_visible()


def test_an_adult_sees_what_is_recognised_by_phone(page: Page, axe: Callable[[Page], None]) -> None:
    page.set_viewport_size(TELEFONO)
    entra(page, ADULTA)
    page.goto(f"{PATTO}mio/")
    page.goto(page.locator("a[href$='/documenti/']").first.get_attribute("href") or "")
    expect(page.get_by_role("heading", level=1)).to_have_text("Quello che so già")
    expect(page.locator("#contenuto")).to_contain_text("Ti riconosciamo 200 ore")
    guarda(page, axe)
