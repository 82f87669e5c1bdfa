"""A certificate of the demo verified by who received it, without signing in."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from cpia.portale.dimostrazione import piano
from tests.e2e.accesso import TELEFONO, entra, ricarica_finche_c_e, sta_nella_larghezza

pytestmark = pytest.mark.e2e

CODICE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")


@pytest.fixture(scope="module")
def certificato(
    portale, browser: Browser, browser_context_args: dict, tmp_path_factory
) -> tuple[str, Path]:
    """Code and file of a certificate, taken from the portal by the coordinator of the class."""
    page = browser.new_page(**browser_context_args)
    entra(page, piano.DALMONTE)
    pronto = page.get_by_role("link", name="Certificati della 2ªA MM: pronto")
    page.goto("/iis-antonietti/avvisi/")
    ricarica_finche_c_e(page, pronto)
    pronto.click()
    page.get_by_role("link", name="Vedi il risultato").click()
    with page.expect_download() as attesa:
        page.get_by_role("link", name=re.compile("^Scarica il certificato di")).first.click()
    scaricato = attesa.value
    nome = scaricato.suggested_filename
    assert re.match(r"Certificazione delle competenze, prot\. \d+-2024, ", nome)
    file = tmp_path_factory.mktemp("scaricati") / "certificato.pdf"
    scaricato.save_as(file)
    assert file.read_bytes().startswith(b"%PDF-")
    page.context.close()
    return CODICE.search(nome)[0], file


def test_the_code_typed_in_small_letters_gives_the_verdict(certificato, page: Page, axe):
    codice, _ = certificato
    page.goto("/iis-antonietti/verifica/")
    axe(page)
    page.get_by_role("textbox").fill(codice.lower())
    page.get_by_role("button", name="Verifica").click()
    page.wait_for_url(f"**/verifica/{codice}/")
    expect(page.get_by_role("heading", name="Il documento è autentico")).to_be_visible()
    expect(page.get_by_text(re.compile(r"n\. \d+ del 4 giugno 2024"))).to_be_visible()
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)


def test_the_own_file_is_compared_here_and_not_sent(certificato, page: Page, tmp_path):
    codice, file = certificato
    page.goto(f"/iis-antonietti/verifica/{codice}/")
    partite: list[str] = []

    def nota(richiesta: Request) -> None:
        if richiesta.method != "GET" or "/static/" not in richiesta.url:
            partite.append(f"{richiesta.method} {richiesta.url}")

    page.on("request", nota)
    scelta = page.get_by_label("scegli un file")

    scelta.set_input_files(file)
    expect(page.get_by_text("Il file è identico all’originale.")).to_be_visible()
    diverso = page.get_by_text("non è l’originale, anche se cambia un solo carattere")
    expect(diverso).to_be_hidden()

    byte = bytearray(file.read_bytes())
    byte[-1] ^= 1
    cambiato = tmp_path / "cambiato.pdf"
    cambiato.write_bytes(byte)
    scelta.set_input_files(cambiato)
    expect(diverso).to_be_visible()
    expect(page.get_by_text("Il file è identico all’originale.")).to_be_hidden()
    assert partite == []


def test_a_code_never_given_says_how_to_look_again(portale, page: Page, axe):
    page.goto("/iis-antonietti/verifica/7KQF-M3TX-9RLW/")
    expect(page.get_by_role("heading", name="Codice sconosciuto")).to_be_visible()
    expect(page.get_by_text("O, I, zero e uno non si usano mai").first).to_be_visible()
    axe(page)
