"""Somebody enrols with a phone; the office takes the application and records the fee."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from cpia.portale.dimostrazione.altre_scuole import PERSONE
from cpia.portale.dimostrazione.patto_piano import SLUG
from cpia.scuola.rules import calcola_codice_fiscale
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

SEGRETERIA = PERSONE[SLUG][1]
PAGINA = f"/{SLUG}/patto/iscriviti/"
NASCITA = "1992-04-17"


@pytest.fixture
def telefono(portale: object, browser: Browser, browser_context_args: dict) -> Iterator[Page]:
    contesto = browser.new_context(**browser_context_args | {"viewport": TELEFONO})
    yield contesto.new_page()
    contesto.close()


@pytest.fixture
def documento(tmp_path: Path) -> Path:
    """A small picture, as a phone would send."""
    file = tmp_path / "carta d’identità.png"
    Image.new("RGB", (40, 30), "white").save(file)
    return file


def avanti(page: Page) -> None:
    page.get_by_role("button", name="Avanti").locator("visible=true").click()


def passo(page: Page, titolo: str) -> None:
    expect(page.get_by_role("heading", name=re.compile(titolo))).to_be_visible()


def test_an_adult_enrols_with_a_phone_and_the_office_completes_it(
    telefono: Page, page: Page, axe: Callable[[Page], None], documento: Path
) -> None:
    codice_fiscale = calcola_codice_fiscale(
        "Mensah", "Abena", date.fromisoformat(NASCITA), "F", "Z318"
    )
    telefono.goto(f"/{SLUG}/")
    telefono.get_by_role("link", name="Iscriviti").first.click()
    passo(telefono, "Il corso")
    axe(telefono)
    assert sta_nella_larghezza(telefono)
    expect(telefono.get_by_text("Casa Arcobaleno")).to_have_count(0)

    # Without a choice one does not go on.
    avanti(telefono)
    passo(telefono, "Il corso")
    telefono.get_by_label(re.compile("Sant’Anastasia.*Sera: lunedì", re.DOTALL)).check()
    telefono.get_by_label("Due anni").check()
    avanti(telefono)

    passo(telefono, "Chi si iscrive")
    telefono.get_by_label("Cognome*", exact=True).fill("MENSAH")
    telefono.get_by_label("Nome*", exact=True).fill("Abena")
    telefono.get_by_label("Femminile").check()
    telefono.get_by_label("Data di nascita").fill(NASCITA)
    telefono.get_by_label("Provincia di nascita").select_option("EE")
    telefono.get_by_label("Comune o Stato di nascita").fill("Ghana")
    telefono.get_by_label("Codice fiscale*").or_(
        telefono.get_by_label("Codice fiscale", exact=True)
    ).fill(codice_fiscale[:-1] + ("A" if codice_fiscale[-1] != "A" else "B"))
    axe(telefono)
    avanti(telefono)

    passo(telefono, "Cittadinanza")
    expect(telefono.get_by_label("Di quale Stato")).to_be_hidden()
    telefono.get_by_label("Di uno Stato fuori").check()
    telefono.get_by_label("Di quale Stato").fill("Ghana")
    axe(telefono)
    avanti(telefono)

    passo(telefono, "Come ti troviamo")
    telefono.get_by_label("Telefono").fill("333 555 0177")
    telefono.get_by_label("E-mail").fill("abena@posta.example")
    telefono.get_by_label("Lingua che leggi meglio").select_option("en")
    avanti(telefono)

    # Who is of age does not see the step of the minors.
    passo(telefono, "Gli studi")
    telefono.get_by_label("L’ultimo titolo di studio").select_option("elementare")
    telefono.get_by_label("Chiedo che si riconosca").check()
    avanti(telefono)

    passo(telefono, "I documenti")
    telefono.get_by_label("Documento d’identità").set_input_files(documento)
    axe(telefono)
    assert sta_nella_larghezza(telefono)
    telefono.get_by_role("button", name="Manda la domanda").click()

    # The wrong code is told at its place; what was typed and the file chosen are still there.
    passo(telefono, "Chi si iscrive")
    expect(telefono.get_by_text("lettera di controllo").first).to_be_visible()
    axe(telefono)
    telefono.get_by_label("Codice fiscale", exact=True).fill(codice_fiscale)
    for _ in range(4):
        avanti(telefono)
    passo(telefono, "I documenti")
    assert telefono.get_by_label("Documento d’identità").input_value().endswith(".png")
    telefono.get_by_role("button", name="Manda la domanda").click()

    expect(telefono.get_by_role("heading", name="La domanda è arrivata")).to_be_visible()
    codice = telefono.locator("[data-codice]").inner_text()
    axe(telefono)
    assert sta_nella_larghezza(telefono)
    expect(telefono.get_by_text("avviso di portarlo entro")).to_be_visible()

    # The office: the papers, the application, the fee.
    entra(page, SEGRETERIA)
    page.goto(f"/{SLUG}/patto/domande/?stato=presentata")
    axe(page)
    page.get_by_role("link", name="Mensah Abena").click()
    expect(page.get_by_text("Manca il permesso di soggiorno").first).to_be_visible()
    axe(page)
    with page.expect_download() as scaricato:
        page.get_by_role("link", name="carta d’identità.png").click()
    assert scaricato.value.suggested_filename.endswith(".png")
    page.get_by_role("button", name="Va bene").click()
    expect(page.get_by_text("verificato").first).to_be_visible()
    page.get_by_role("link", name="Accogli…").click()
    axe(page)
    page.get_by_role("button", name="Accogli la domanda").click()
    expect(page.get_by_text("accolta, manca la quota")).to_be_visible()

    telefono.goto(f"/{SLUG}/patto/iscriviti/segui/")
    axe(telefono)
    telefono.get_by_label("Codice della ricevuta").fill(codice.lower())
    telefono.get_by_label("Data di nascita").fill(NASCITA)
    telefono.get_by_role("button", name="Guarda").click()
    expect(telefono.get_by_text("Accolta: manca la quota")).to_be_visible()
    axe(telefono)

    page.get_by_role("link", name="Registra la quota…").click()
    page.get_by_label("Ricevuta, o motivo").fill("pagoPA 3020 0001")
    axe(page)
    page.get_by_role("button", name="Registra la quota").click()
    expect(page.get_by_text("Iscrizione completa da")).to_be_visible()
    expect(page.get_by_role("link", name="Apri il percorso")).to_be_visible()
    axe(page)
