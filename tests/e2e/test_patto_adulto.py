"""The agreement on a phone: an adult reads it in two languages, asks, signs; a mother signs."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione.patto_piano import ADULTA, GENITORE, SLUG
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

MIO = f"/{SLUG}/patto/mio/"
Axe = Callable[[Page], None]
# The browser of the tests has no voice: one that writes down what it would say, in two languages.
VOCE = """
window.dette = [];
speechSynthesis.getVoices = () => [{lang: "it-IT"}, {lang: "ar-MA"}];
window.SpeechSynthesisUtterance = class { constructor(testo) { this.text = testo; } };
speechSynthesis.speak = (frase) => window.dette.push([frase.lang, frase.text]);
speechSynthesis.cancel = () => {};
"""


def test_un_adulta_legge_chiede_e_firma(page: Page, axe: Axe) -> None:
    page.set_viewport_size(TELEFONO)
    page.add_init_script(VOCE)
    entra(page, ADULTA)
    page.goto(MIO)
    legge_in_arabo(page, axe)
    page.get_by_role("link", name="Italiano", exact=True).click()
    legge_in_italiano(page, axe)
    ascolta(page)
    chiede_perche(page, axe)
    chiede_di_cambiare(page, axe)
    legge_il_pdf(page)
    firma(page, axe)
    expect(page.locator(".momento")).to_contain_text("Hai firmato il patto")
    expect(page.get_by_role("link", name="Firma il patto…")).to_have_count(0)
    axe(page)


def legge_in_arabo(page: Page, axe: Axe) -> None:
    """Her own language comes first, from right to left, and says that nobody reviewed it."""
    mia = page.locator(".mia")
    expect(mia).to_have_attribute("lang", "ar")
    expect(mia).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", level=1)).to_have_text("اتفاقي التعليمي")
    expect(page.locator(".cortesia-nota")).to_contain_text("Traduzione di cortesia non riletta")
    expect(page.locator(".conto-piano .conto-cifra")).to_be_visible()
    assert sta_nella_larghezza(page)
    axe(page)


def legge_in_italiano(page: Page, axe: Axe) -> None:
    expect(page.get_by_role("heading", name="In parole semplici")).to_be_visible()
    expect(page.locator(".momento")).to_contain_text("Da firmare entro")
    cifre = [int(t.replace("− ", "-")) for t in page.locator(".conto-cifra").all_inner_texts()[:4]]
    assert sum(cifre[:3]) == cifre[3]
    assert sta_nella_larghezza(page)
    axe(page)


def ascolta(page: Page) -> None:
    tasto = page.get_by_role("button", name="Ascolta")
    tasto.click()
    dette = page.evaluate("window.dette")
    assert {lingua for lingua, _ in dette} == {"it-IT"}
    assert any("400 ore. Il corso intero." in testo for _, testo in dette)
    page.get_by_role("button", name="Ferma").click()
    expect(tasto).to_be_visible()


def chiede_perche(page: Page, axe: Axe) -> None:
    riga = page.locator(".conto-riga", has_text="Devi essere presente")
    riga.get_by_role("link", name=re.compile("^perché")).click()
    cassetto = page.locator("#cassetto")
    expect(cassetto).to_contain_text("per cento")
    axe(page)
    cassetto.get_by_role("button", name="Chiudi").click()
    expect(cassetto).to_be_hidden()


def chiede_di_cambiare(page: Page, axe: Axe) -> None:
    """What is empty is told at its place; what is written reaches the school."""
    page.get_by_role("link", name="Chiedi di cambiare qualcosa").click()
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_role("button", name="Manda la richiesta").click()
    expect(dialogo.get_by_role("alert")).to_contain_text("Scrivi che cosa vuoi cambiare.")
    axe(page)
    dialogo.get_by_label("La tua richiesta").fill("أريد الدروس في الصباح")
    dialogo.get_by_role("button", name="Manda la richiesta").click()
    expect(page.locator(".richiesta")).to_contain_text("أريد الدروس في الصباح")
    expect(page.locator(".avvisi-pagina")).to_contain_text("La richiesta è partita.")


def legge_il_pdf(page: Page) -> None:
    dove = page.get_by_role("link", name="Leggi il patto intero").get_attribute("href")
    risposta = page.request.get(dove)
    assert risposta.headers["content-type"] == "application/pdf"
    assert risposta.body().startswith(b"%PDF-")


def firma(page: Page, axe: Axe) -> None:
    """Not without the tick; the focus is on the way back."""
    page.get_by_role("link", name="Firma il patto…").click()
    dialogo = page.get_by_role("dialog")
    expect(dialogo.get_by_role("link", name="Torna indietro")).to_be_focused()
    axe(page)
    dialogo.get_by_role("button", name="Firma il patto").click()
    expect(dialogo).to_be_visible()
    dialogo.get_by_label("Ho riletto il patto").check()
    dialogo.get_by_role("button", name="Firma il patto").click()
    expect(page.locator(".avvisi-pagina")).to_contain_text("Hai firmato il patto.")


def test_una_madre_firma_per_il_figlio(page: Page, axe: Axe) -> None:
    page.set_viewport_size(TELEFONO)
    entra(page, GENITORE)
    page.goto(MIO)
    expect(page.locator(".mia")).to_have_attribute("lang", "uk")
    axe(page)
    page.get_by_role("link", name="Italiano", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Il patto di Danylo Hrytsenko")
    expect(page.locator("#contenuto")).to_contain_text("firmi tu")
    perche = page.locator(".sezione", has_text="firmi tu").get_by_role("link", name="perché?")
    perche.click()
    expect(page.locator("#cassetto")).to_contain_text("anche da uno dei genitori")
    page.locator("#cassetto").get_by_role("button", name="Chiudi").click()
    firma(page, axe)
    # The school had signed already: with hers the agreement is in force.
    expect(page.locator(".momento")).to_contain_text("Patto in corso")
    assert sta_nella_larghezza(page)
