"""A circular from the draft to the answer and to its annulment, by three persons at their desks."""

import re

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione import piano
from tests.e2e.accesso import TELEFONO, entra, ricarica_finche_c_e, sta_nella_larghezza
from tests.e2e.persone import compagnia

pytestmark = pytest.mark.e2e

CIRCOLARI = "/iis-antonietti/circolari/"
OGGETTO = "Prova di evacuazione: i tutor dicono se ci saranno"


def test_from_the_draft_to_the_answer(portale, browser, browser_context_args, axe):
    with compagnia(browser, browser_context_args) as come:
        segreteria, dirigente = come(piano.SEGRETERIA), come(piano.DIRIGENTE)
        tutor = come(piano.OTTOLENGHI)
        bozza = scrive_la_bozza(segreteria, axe)
        pubblica(dirigente, bozza, axe)
        risponde_dalla_scrivania(tutor, axe)
        vede_chi_manca(segreteria, bozza, axe)
        annulla(dirigente, bozza, axe)
        legge_che_e_annullata(tutor)


def scrive_la_bozza(page: Page, axe) -> str:
    """The secretary forgets the subject, is told so at its place, and loses nothing."""
    page.goto(f"{CIRCOLARI}nuova/")
    page.get_by_label("Testo").fill("La prova si tiene lunedì 10 giugno.\nPortare il registro.")
    page.get_by_role("checkbox", name="Tutor").check()
    page.get_by_role("radio", name="Risposta sì o no").check()
    page.get_by_label("Entro il giorno").fill("2024-06-07")
    page.get_by_role("button", name="Prepara la bozza").click()
    expect(page.get_by_text("Scrivi l’oggetto: di che cosa parla la circolare.")).to_be_visible()
    expect(page.get_by_label("Testo")).to_have_value(re.compile("Portare il registro"))
    axe(page)
    page.get_by_label("Oggetto").fill(OGGETTO)
    page.get_by_role("button", name="Prepara la bozza").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(OGGETTO)
    expect(page.get_by_text("12 persone")).to_be_visible()
    expect(page.get_by_text("La pubblica chi dirige l’istituto.")).to_be_visible()
    axe(page)
    return page.url


def pubblica(page: Page, bozza: str, axe) -> None:
    """The dirigente reads what will happen, then publishes."""
    page.goto(bozza)
    page.get_by_role("link", name="Pubblica…").click()
    dialogo = page.get_by_role("dialog")
    expect(dialogo).to_contain_text("prende il numero 420")
    expect(dialogo).to_contain_text("arriva a 12 persone")
    axe(page)
    dialogo.get_by_role("checkbox", name="Ho riletto testo, destinatari e allegati").check()
    dialogo.get_by_role("button", name="Pubblica la circolare").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Circolare n. 420: {OGGETTO}")
    ricarica_finche_c_e(page, page.get_by_role("link", name="Scarica il PDF"))
    axe(page)


def risponde_dalla_scrivania(page: Page, axe) -> None:
    """One click on the desk, without opening the circular."""
    page.goto("/iis-antonietti/scrivania/")
    riga = page.locator("[data-voce]", has_text=OGGETTO)
    expect(riga).to_contain_text("Si risponde sì o no.")
    axe(page)
    riga.get_by_role("button", name=re.compile("^Sì")).click()
    expect(page.get_by_text("Risposta alla circolare n. 420: sì.").first).to_be_visible()
    page.goto(CIRCOLARI)
    voce = page.locator("[data-voce]", has_text=OGGETTO)
    expect(voce.locator(".stato")).to_have_text("sì")


def vede_chi_manca(page: Page, circolare: str, axe) -> None:
    """Eleven of twelve have not answered: they are reminded, once."""
    page.goto(f"{circolare}ricevute/")
    expect(page.get_by_role("link", name="Mancano, 11")).to_be_visible()
    page.get_by_role("button", name="Sollecita chi manca").click()
    expect(page.get_by_text("Sollecito inviato a 11 persone.")).to_be_visible()
    expect(page.get_by_text("Oggi il sollecito è già partito")).to_be_visible()
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)


def annulla(page: Page, circolare: str, axe) -> None:
    """The day was wrong."""
    page.goto(circolare)
    page.get_by_role("link", name="Annulla la circolare…").click()
    expect(page.get_by_role("button", name="Annulla la circolare")).to_be_visible()
    axe(page)
    page.get_by_label("Motivo").fill("La prova è rinviata.")
    page.get_by_role("button", name="Annulla la circolare").click()
    expect(page.get_by_text("Motivo: La prova è rinviata.")).to_be_visible()


def legge_che_e_annullata(page: Page) -> None:
    """It is on the desk no more, and the notice says why; read, it waits for nobody else's test."""
    page.goto("/iis-antonietti/scrivania/")
    expect(page.locator("[data-voce]", has_text=OGGETTO)).to_have_count(0)
    page.goto("/iis-antonietti/avvisi/")
    avviso = page.get_by_role("link", name=f"Annullata: Circolare n. 420: {OGGETTO}")
    ricarica_finche_c_e(page, avviso)
    avviso.click()
    expect(page.get_by_text("Motivo: La prova è rinviata.")).to_be_visible()


def test_on_a_phone_one_reads_and_says_it(portale, page: Page, axe):
    page.set_viewport_size(TELEFONO)
    entra(page, piano.OTTOLENGHI)
    page.goto(CIRCOLARI)
    page.get_by_role("link", name="Tutor: relazione finale sui moduli di orientamento").click()
    expect(page.get_by_text("In ritardo di 2 giorni")).to_be_visible()
    assert sta_nella_larghezza(page)
    axe(page)
    ho_letto = page.get_by_role("button", name="Ho letto")
    assert ho_letto.bounding_box()["height"] >= 44
    ho_letto.click()
    expect(page.get_by_text("letta, 2 giorni dopo il termine")).to_be_visible()
    axe(page)


def test_anybody_reads_the_public_ones(portale, page: Page, axe):
    page.goto("/iis-antonietti/novita/circolari/")
    expect(page.locator(".voce-lista")).to_have_count(2)
    axe(page)
    page.get_by_role("link", name=re.compile("^Termine delle lezioni")).click()
    expect(page.get_by_text("Le lezioni terminano sabato 8 giugno 2024")).to_be_visible()
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
