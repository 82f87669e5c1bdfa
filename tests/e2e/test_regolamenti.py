"""The regulations as the office writes them and as everybody reads them, at a desk and a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from cpia.portale.dimostrazione import altre_scuole, piano
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza
from tests.e2e.persone import ISTITUTO, compagnia

pytestmark = pytest.mark.e2e

MISURE = {"scrivania": {"width": 1280, "height": 900}, "telefono": TELEFONO}
PINOCCHIO = "ic-pinocchio-montesicuro"


@pytest.fixture(params=MISURE)
def larghezza(page: Page, request) -> str:
    page.set_viewport_size(MISURE[request.param])
    return request.param


def guarda(page: Page, axe, indirizzo: str) -> None:
    page.goto(indirizzo)
    axe(page)
    assert sta_nella_larghezza(page)


def test_everybody_reads_compares_and_computes(page: Page, axe, larghezza):
    entra(page, piano.OTTOLENGHI)
    guarda(page, axe, f"/{ISTITUTO}/regolamenti/")
    expect(page.get_by_text("Controllo:")).to_have_count(0)
    page.get_by_role("link", name="Tutte le regole in vigore").click()
    page.get_by_role("link", name="Disciplina").click()
    axe(page)
    riga = page.locator("[id='disciplina.ricorso_giorni']")
    expect(riga).to_contain_text("15 giorni")
    page.get_by_label("Come era il").fill("2021-03-01")
    page.get_by_role("button", name="Mostra").click()
    expect(riga).to_contain_text("Nessun regolamento lo dice. Vale: D.P.R. 249/1998")

    guarda(page, axe, f"/{ISTITUTO}/regolamenti/confronto/")
    page.get_by_label("A destra").select_option(label="CPIA Napoli Provincia 2")
    page.get_by_label("Solo le differenze").check()
    page.get_by_role("button", name="Confronta").click()
    expect(page.get_by_role("status")).to_contain_text("regole diverse o da una parte sola")
    expect(page.locator("tr.esito-diverso").first).to_be_visible()
    expect(page.locator("tr.esito-uguale")).to_have_count(0)
    axe(page)
    assert sta_nella_larghezza(page)

    guarda(page, axe, f"/{ISTITUTO}/regolamenti/termine/")
    page.get_by_label("Termine").select_option(label="Convocare una seduta ordinaria")
    page.get_by_label("Organo").select_option(label="Consiglio d’istituto")
    page.get_by_label("Giorno").fill("2024-06-20")
    page.get_by_role("button", name="Calcola").click()
    expect(
        page.get_by_role("heading", name="Ultimo giorno utile: sabato 15 giugno")
    ).to_be_visible()
    axe(page)
    assert sta_nella_larghezza(page)


def test_a_version_is_written_checked_and_adopted(page: Page, axe, larghezza):
    """Each width has a school of its own: what is adopted cannot be taken back."""
    scuola = PINOCCHIO if larghezza == "scrivania" else "cpia-napoli-provincia-2"
    entra(page, altre_scuole.PERSONE[scuola][1])
    guarda(page, axe, f"/{scuola}/regolamenti/controllo/")
    expect(page.get_by_role("heading", name=re.compile("^Diverso dalla legge, "))).to_be_visible()

    page.goto(f"/{scuola}/regolamenti/")
    page.get_by_role("link", name="Regolamento nuovo").click()
    page.get_by_label("Titolo del regolamento").fill("Regolamento dell’albo e delle riunioni")
    axe(page)
    page.get_by_role("button", name="Prepara la bozza").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("bozza")

    page.get_by_label("Aggiungi una regola").select_option(value="albo.giorni")
    page.get_by_role("button", name="Scrivi").click()
    page.get_by_label("Valore").fill("tanti")
    expect(page.locator("#verifica")).to_contain_text("«tanti» non è un numero intero")
    page.get_by_label("Valore").fill("10")
    expect(page.locator("#verifica")).to_contain_text("art. 14 c. 7: almeno 15 giorni")
    axe(page)
    assert sta_nella_larghezza(page)
    page.get_by_label("Parole del regolamento").fill("per dieci giorni interi")
    page.get_by_role("button", name="Registra nella bozza").click()
    expect(page.locator("#error_1_id_articolo, .invalid-feedback").first).to_contain_text(
        "articolo"
    )
    expect(page.get_by_label("Parole del regolamento")).to_have_value("per dieci giorni interi")
    page.get_by_label("Valore").fill("15")
    expect(page.locator("#verifica")).to_contain_text("Va d’accordo")
    page.get_by_label("Articolo", exact=False).first.fill("art. 2")
    page.get_by_role("button", name="Registra nella bozza").click()
    expect(page.locator("ins")).to_have_text("15 giorni")
    axe(page)
    assert sta_nella_larghezza(page)

    page.get_by_role("link", name="Adotta…").click()
    dialogo = page.get_by_role("dialog")
    expect(dialogo).to_contain_text("1 regola cambia")
    axe(page)
    dialogo.get_by_label("Atto di adozione").fill("delibera n. 9 del Consiglio d’istituto")
    dialogo.get_by_label("In vigore dal").fill("2024-06-05")
    dialogo.get_by_label("Ho riletto che cosa cambia").check()
    dialogo.get_by_role("button", name="Adotta", exact=True).click()
    expect(page.get_by_text("Regolamento adottato: vale da")).to_be_visible()
    axe(page)
    page.goto(f"/{scuola}/regolamenti/parametri/?tema=albo#albo.giorni")
    expect(page.locator("[id='albo.giorni']")).to_contain_text("art. 2")


def test_a_draft_is_thrown_away_and_the_version_in_force_stays(page: Page, axe):
    entra(page, altre_scuole.PERSONE[PINOCCHIO][1])
    page.goto(f"/{PINOCCHIO}/regolamenti/")
    page.get_by_role("link", name="Regolamento di disciplina").click()
    page.get_by_role("button", name="Prepara una versione nuova").click()
    expect(page.get_by_text("La bozza dice ancora le stesse cose.")).to_be_visible()
    page.get_by_role("link", name="Scarta…").click()
    dialogo = page.get_by_role("dialog")
    axe(page)
    dialogo.get_by_label("Scarto le modifiche").check()
    dialogo.get_by_role("button", name="Scarta la bozza").click()
    expect(
        page.get_by_text("Bozza scartata: Regolamento di disciplina resta com’era.")
    ).to_be_visible()


def test_what_if_in_the_drawer_of_the_board(browser: Browser, browser_context_args: dict, axe):
    with compagnia(browser, browser_context_args) as come:
        page = come(piano.BRANDOLINI)
        page.goto(f"/{ISTITUTO}/competenze/")
        page.locator("a[href*='/competenze/classi/']").first.click()
        page.locator("#quadro tbody tr").first.locator("td a").first.click()
        cassetto = page.locator("#cassetto")
        expect(cassetto.get_by_text("Con le regole di")).to_be_visible()
        cassetto.get_by_label("Valutazioni che bastano").fill("25")
        cassetto.get_by_role("button", name="Prova", exact=True).click()
        expect(cassetto.locator("#prova-regole")).to_contain_text("ne servono almeno 25")
        cassetto.get_by_label("Valutazioni che bastano").fill("mille")
        cassetto.get_by_role("button", name="Prova", exact=True).click()
        expect(cassetto.locator("#prova-regole")).to_contain_text("Scrivi un numero intero.")
        axe(page)
