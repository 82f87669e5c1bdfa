"""A sitting of the Consiglio prepared in lawful time, by keyboard and by phone, up to who signs."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.organi_piano import CONTI
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

SEGRETERIA = altre_scuole.PERSONE["ic-pinocchio-montesicuro"][1]
ORGANI = "/ic-pinocchio-montesicuro/organi/"
GIUNTA = "Giunta esecutiva"
CHI = {conto.email: conto for conto in CONTI}


def test_from_the_first_word_to_who_signs(portale, page: Page, axe):
    entra(page, SEGRETERIA)
    comincia(page)
    fuori_termine(page, axe)
    usa_la_prima_data(page)
    scrive_l_ordine_del_giorno(page, axe)
    invita(page, axe)
    guarda_che_cosa_parte(page, axe)
    scrive_in_fretta(page)
    al_telefono(page, axe)
    due_insieme(page, portale.url)
    manda_alla_firma(page, axe)
    elimina(page)


def comincia(page: Page) -> None:
    """From the page of the organ: a sitting of the Giunta, which nobody else of the tests opens."""
    page.goto(ORGANI)
    page.get_by_role("link", name=GIUNTA).first.click()
    page.goto(re.sub(r"/organi/(\d+)/.*", r"/organi/\1/sedute/nuova/", page.url))
    page.get_by_role("button", name="Comincia la bozza").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Convocazione della Giunta")
    expect(page.get_by_text("Scegli il giorno: il termine si calcola da solo")).to_be_visible()


def fuori_termine(page: Page, axe) -> None:
    """Two days before is late: said at the field and in the panel, without leaving the page."""
    page.get_by_label("Luogo").fill("Presidenza")
    page.locator("#id_ora").fill("15:30")
    page.locator("#id_giorno").fill("2024-06-07")
    expect(page.locator("#termine")).to_contain_text("Fuori termine")
    expect(page.locator("#errore-giorno")).to_contain_text("in ritardo")
    expect(page.locator("#id_giorno")).to_have_attribute("aria-invalid", "true")
    axe(page)


def usa_la_prima_data(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Usa questa")).click()
    expect(page.locator("#termine")).to_contain_text("Nei termini")
    expect(page.locator("#errore-giorno")).to_be_empty()
    expect(page.locator("#id_giorno")).to_have_value("2024-06-10")
    expect(page.locator("#accanto")).to_contain_text("lunedì 10 giugno 2024 alle ore 15.30")
    expect(page.locator("#salvato")).to_contain_text("Bozza salvata alle")


def scrive_l_ordine_del_giorno(page: Page, axe) -> None:
    """By typing and Invio; then Alt and an arrow; then an item on persons and a paper awaited."""
    nuovo = page.locator("#nuovo-titolo")
    for quanti, titolo in enumerate(("Programma annuale", "Nomina di un delegato", "Varie"), 1):
        nuovo.fill(titolo)
        nuovo.press("Enter")
        expect(page.locator(".conv-punto")).to_have_count(quanti)
        expect(nuovo).to_be_focused()
    righe = page.locator(".conv-punto h3")
    maniglia = page.locator(".conv-punto", has_text="Nomina di un delegato").locator("summary")
    maniglia.focus()
    maniglia.press("Alt+ArrowUp")
    expect(righe.first).to_have_text("Nomina di un delegato")
    expect(maniglia).to_be_focused()
    expect(page.locator("#annunci")).to_contain_text("adesso è il punto 1 di 3")
    page.get_by_role("link", name="Nomina di un delegato").click()
    modulo = page.locator(".conv-modifica")
    modulo.get_by_label("Riguarda persone").check()
    modulo.get_by_role("button", name="Registra il punto").click()
    expect(modulo).to_contain_text("per chi legge l’albo, senza nomi")
    modulo.get_by_label("Titolo senza nomi").fill("Nomina")
    modulo.get_by_role("button", name="Registra il punto").click()
    expect(page.locator(".conv-punto").first).to_contain_text("seduta non pubblica")
    page.get_by_role("link", name="Allega al punto 2").click()
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_label("Titolo").fill("Relazione")
    dialogo.get_by_label(re.compile("si attende")).fill("2024-06-08")
    axe(page)
    dialogo.get_by_role("button", name="Allega").click()
    expect(page.get_by_text("manca: atteso entro sabato 8 giugno")).to_be_visible()
    axe(page)


def invita(page: Page, axe) -> None:
    """Somebody from outside, to one item: the notice says the quality and not the name."""
    page.get_by_role("link", name="Invita qualcuno").click()
    axe(page)
    page.get_by_label("Cognome", exact=True).fill("Sbarra")
    page.get_by_label("Nome", exact=True).fill("Ida")
    page.get_by_label("E-mail").fill("ida.sbarra@comune.example")
    page.get_by_label("In quale qualità").fill("delegata del Comune")
    page.get_by_label("2. Programma annuale").check()
    page.get_by_role("button", name="Invita", exact=True).click()
    accanto = page.locator("#accanto")
    expect(accanto).to_contain_text("Ida Sbarra, delegata del Comune al punto 2")
    foglio = page.locator(".conv-foglio")
    expect(foglio).to_contain_text("senza diritto di voto: delegata del Comune (punto 2)")
    expect(foglio).not_to_contain_text("Sbarra")


def guarda_che_cosa_parte(page: Page, axe) -> None:
    """The mail word for word, the event and the paper as files."""
    bozza = page.url
    pdf = page.get_by_role("link", name="PDF della bozza").get_attribute("href")
    carta = page.request.get(pdf)
    assert carta.headers["content-type"] == "application/pdf"
    page.get_by_role("link", name="E-mail", exact=True).click()
    expect(page.locator("main")).to_contain_text("A chi è invitato")
    axe(page)
    with page.expect_download() as scaricato:
        page.get_by_role("link", name="Evento di calendario").click()
    assert scaricato.value.suggested_filename.endswith(".ics")
    page.goto(bozza)


def scrive_in_fretta(page: Page) -> None:
    """Faster than the server keeps them: in the order of the typing, with «varie» last."""

    def con_calma(route: Route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/punti/**", con_calma)
    nuovo = page.locator("#nuovo-titolo")
    nuovo.click()
    for titolo in ("Uscite didattiche", "Mensa"):
        page.keyboard.type(titolo)
        page.keyboard.press("Enter")
    expect(page.locator(".conv-punto h3").nth(2)).to_have_text("Uscite didattiche")
    expect(page.locator(".conv-punto h3").nth(3)).to_have_text("Mensa")
    expect(nuovo).to_have_value("")
    page.unroute("**/punti/**")


def al_telefono(page: Page, axe) -> None:
    prima = page.viewport_size
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    page.set_viewport_size(prima)


def due_insieme(page: Page, base: str) -> None:
    """Another window writes the place first: both values are shown, one is chosen."""
    altra = page.context.new_page()
    altra.goto(page.url)
    altra.get_by_label("Luogo").fill("Sala professori")
    expect(altra.locator("[name=prima_luogo]")).to_have_value("Sala professori")
    page.get_by_label("Luogo").fill("Biblioteca")
    conflitto = page.locator("#conflitto")
    expect(conflitto).to_contain_text("Biblioteca")
    expect(conflitto).to_contain_text("Sala professori")
    conflitto.get_by_role("button", name="Tieni il mio").click()
    expect(page.locator("#conflitto")).to_be_empty()
    expect(page.get_by_label("Luogo")).to_have_value("Biblioteca")
    altra.close()


def manda_alla_firma(page: Page, axe) -> None:
    page.get_by_role("link", name=re.compile("^Manda alla firma")).click()
    dialogo = page.get_by_role("dialog")
    expect(dialogo).to_contain_text("1 allegato manca ancora")
    axe(page)
    dialogo.get_by_role("checkbox").check()
    dialogo.get_by_role("button", name="Manda alla firma").click()
    expect(page.get_by_text("L’avviso è alla firma.").first).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Riprendi la bozza").click()
    expect(page.locator("#nuovo-titolo")).to_be_visible()


def elimina(page: Page) -> None:
    """Nothing of this test is left for the others."""
    page.get_by_role("link", name="Elimina la bozza…").click()
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_role("checkbox").check()
    dialogo.get_by_role("button", name="Elimina la bozza").click()
    expect(page.get_by_text("La bozza è eliminata.")).to_be_visible()


def test_members_sign_the_request_of_a_sitting(portale, browser_context_args, browser, axe):
    """One opens it, another signs on the own page, who opened it withdraws it: nothing is left."""
    una, altra = (browser.new_context(**browser_context_args).new_page() for _ in range(2))
    entra(una, CHI["consigliera@pinocchio.example"])
    una.goto(ORGANI)
    consiglio = una.locator("main a:not([href*='sedute'])", has_text="Consiglio d’istituto")
    consiglio.first.click()
    una.get_by_role("link", name="Richieste e mozioni").click()
    una.get_by_role("link", name="Chiedi una seduta").click()
    axe(una)
    una.get_by_label("Argomenti da trattare").fill("Mensa\nScuolabus")
    una.get_by_role("button", name="Firma e raccogli le firme").click()
    expect(una.locator("main")).to_contain_text("1 su 7")
    entra(altra, CHI["vicepresidente@pinocchio.example"])
    altra.goto(una.url)
    axe(altra)
    altra.get_by_role("button", name="Firma la richiesta").click()
    expect(altra.locator("main")).to_contain_text("2 su 7")
    altra.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(altra)
    una.reload()
    una.get_by_role("button", name="Ritira la richiesta").click()
    expect(una.locator("main")).to_contain_text("l’ha ritirata")
    axe(una)
    for pagina in (una, altra):
        pagina.context.close()
