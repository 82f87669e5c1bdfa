"""The albo, from the draft of the office to the page that anybody reads, wide and narrow."""

import re

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione import piano
from tests.atti import caricati
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

SCUOLA = "/iis-antonietti"
MISURE = {"scrivania": {"width": 1280, "height": 900}, "telefono": TELEFONO}


@pytest.fixture(params=MISURE)
def pagina(page: Page, request) -> Page:
    page.set_viewport_size(MISURE[request.param])
    return page


def guarda(page: Page, axe) -> None:
    axe(page)
    assert sta_nella_larghezza(page)


def test_anybody_reads_searches_and_finds_the_annulled_one(portale, pagina: Page, axe, tmp_path):
    pagina.goto(f"{SCUOLA}/albo/")
    guarda(pagina, axe)
    expect(pagina.locator("meta[name=robots]").first).to_have_attribute(
        "content", re.compile("noindex")
    )
    expect(pagina.get_by_text("ultimo giorno", exact=True)).to_be_visible()
    expect(pagina.get_by_text("l’importo orario era errato")).to_be_visible()
    pagina.get_by_label("Cerca nell’oggetto").fill("delibere del calendario")
    pagina.get_by_role("button", name="Cerca", exact=True).click()
    expect(pagina.get_by_role("heading", level=2).first).to_contain_text("1 atto")
    guarda(pagina, axe)
    pagina.get_by_role("link", name=re.compile("Delibera n. 41")).click()
    guarda(pagina, axe)
    legame = pagina.get_by_role("link", name=re.compile("Atto integrale"))
    scaricato = pagina.request.get(portale.url + legame.get_attribute("href"))
    assert scaricato.headers["x-content-type-options"] == "nosniff"
    file = tmp_path / "atto.pdf"
    file.write_bytes(scaricato.body())
    pagina.get_by_label("scegli un file").set_input_files(file)
    expect(pagina.get_by_text("Il file è identico all’originale.")).to_be_visible()


def test_in_the_archive_no_name_and_no_file(portale, pagina: Page, axe):
    pagina.goto(f"{SCUOLA}/albo/?scheda=archivio")
    guarda(pagina, axe)
    expect(pagina.get_by_text("Ferrari")).to_have_count(0)
    pagina.get_by_role("link", name=re.compile("Graduatoria definitiva")).click()
    expect(pagina.get_by_text("i file non sono più qui")).to_be_visible()
    expect(pagina.get_by_role("link", name=re.compile("PDF"))).to_have_count(0)
    guarda(pagina, axe)


@pytest.mark.parametrize("dove", ["", "privacy/", "accessibilita/", "note-legali/", "segnala/"])
def test_the_public_pages_can_be_used_by_everybody(portale, page: Page, axe, dove):
    for misura in MISURE.values():
        page.set_viewport_size(misura)
        page.goto(f"{SCUOLA}/{dove}")
        guarda(page, axe)


def test_the_menu_opens_with_the_keyboard(portale, page: Page, axe):
    page.goto(f"{SCUOLA}/")
    page.locator("#menu summary", has_text="Novità").focus()
    page.keyboard.press("Enter")
    axe(page)
    page.locator("#menu").get_by_role("link", name="Albo online").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Albo online")


def test_a_report_is_sent(portale, page: Page, axe):
    page.goto(f"{SCUOLA}/segnala/")
    page.get_by_role("button", name="Manda la segnalazione").click()
    expect(page.get_by_text("Scrivi che cosa succede.")).to_be_visible()
    axe(page)
    page.get_by_label("Che cosa succede").fill("Il collegamento al calendario non si apre.")
    page.get_by_role("button", name="Manda la segnalazione").click()
    expect(page.get_by_text("Segnalazione mandata alla segreteria.")).to_be_visible()
    axe(page)


def test_from_the_draft_to_the_albo_and_back_by_annulling(portale, pagina: Page, axe, tmp_path):
    page, oggetto = pagina, f"Bando di prova a {pagina.viewport_size['width']} punti"
    file = tmp_path / "bando.pdf"
    file.write_bytes(caricati.pdf("Bando di prova"))
    ostile = tmp_path / "ostile.pdf"
    ostile.write_bytes(caricati.pdf_con(caricati.azione("/JavaScript", JS="app.alert(1)")))
    entra(page, piano.SEGRETERIA)
    page.goto(f"{SCUOLA}/pubblicazioni/nuova/")
    guarda(page, axe)
    page.get_by_label("Oggetto*").fill(oggetto)
    page.get_by_label("Categoria").select_option(label="Bandi e gare")
    page.get_by_label("In pubblicazione dal").fill("2024-06-01")
    page.get_by_label("L’oggetto o i file contengono dati personali").uncheck()
    page.get_by_role("button", name="Registra la bozza").click()
    expect(page.get_by_text("non si retrodata. Si può scegliere da oggi")).to_be_visible()
    expect(page.get_by_label("Oggetto*")).to_have_value(oggetto)
    guarda(page, axe)
    page.get_by_label("In pubblicazione dal").fill("2024-06-05")
    page.get_by_role("button", name="Registra la bozza").click()
    expect(page.get_by_text("Prima di pubblicare")).to_be_visible()
    guarda(page, axe)
    page.locator("input[type=file]").set_input_files(ostile)
    page.get_by_role("button", name="Aggiungi il file").click()
    expect(page.get_by_text("Il PDF contiene JavaScript")).to_be_visible()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Aggiungi il file").click()
    page.get_by_role("link", name="Pubblica…").click()
    dialogo = page.get_by_role("dialog")
    expect(dialogo).to_contain_text("prende il prossimo numero di repertorio")
    axe(page)
    dialogo.get_by_label("Ho riletto l’anteprima").check()
    dialogo.get_by_role("button", name="Pubblica", exact=True).click()
    expect(page.get_by_text(re.compile(r"All’albo: repertorio \d+ del 2024"))).to_be_visible()
    guarda(page, axe)
    page.get_by_role("link", name="Annulla…").click()
    page.get_by_role("textbox", name="Motivo").fill("Il bando era una prova della segreteria.")
    page.get_by_label("Ho riletto il motivo").check()
    guarda(page, axe)
    page.get_by_role("button", name="Annulla la pubblicazione").click()
    expect(page.get_by_text("Il bando era una prova della segreteria").first).to_be_visible()
    page.goto(f"{SCUOLA}/albo/?scheda=annullati")
    expect(page.get_by_role("link", name=oggetto)).to_be_visible()
