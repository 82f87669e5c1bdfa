"""From the final ranking to the published contract."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.accesso import ricarica_finche_c_e
from tests.e2e.selezione_candidata import CANDIDATA, INDIRIZZO, NOME, pdf_in_parole
from tests.e2e.selezione_candidata import guarda as guarda_al_telefono
from tests.e2e.selezione_graduatoria import compie
from tests.e2e.selezione_scuola import (
    RUOLO,
    SCUOLA,
    SELEZIONI,
    Axe,
    aspetta_la_carta,
    contenuto,
    guarda,
)

COMPENSO = "2.100,00"
ALTRI, COMUNICAZIONE = "Consulente di una cooperativa sociale", "PerlaPA n. 4471"


def propone(page: Page, avviso: str, axe: Axe) -> None:
    page.goto(f"{avviso}incarichi/")
    guarda(page, axe)
    page.get_by_role("link", name="Proponi l’incarico…").click()
    expect(contenuto(page)).to_contain_text(CANDIDATA.cognome)
    guarda(page, axe)
    compie(page, "Proponi")
    expect(contenuto(page)).to_contain_text("si aspetta la risposta")


def accetta(page: Page, axe: Axe) -> None:
    """From the desk, where it waits for her."""
    page.goto(f"/{SCUOLA}/scrivania/")
    proposta = contenuto(page).get_by_role("link", name=re.compile("^Rispondi")).first
    ricarica_finche_c_e(page, proposta)
    guarda_al_telefono(page, axe)
    proposta.click()
    expect(contenuto(page)).to_contain_text(COMPENSO)
    guarda_al_telefono(page, axe)
    page.get_by_label("Accetto l’incarico").check()
    page.get_by_label("altri incarichi, cariche e attività professionali").fill(ALTRI)
    page.get_by_label("Ho letto ore, periodo e compenso").check()
    page.get_by_role("button", name="Rispondi").click()
    expect(contenuto(page)).to_contain_text("Hai accettato")
    guarda_al_telefono(page, axe)


def scrive_il_contratto(page: Page, avviso: str, axe: Axe) -> str:
    page.goto(f"{avviso}incarichi/")
    page.get_by_role("link", name=f"Scrivi l’incarico di {NOME}").click()
    expect(contenuto(page)).to_contain_text("Chi non lavora in una scuola firma un contratto")
    guarda(page, axe)
    page.get_by_label("Delibera del Collegio").fill("2024-05-02")
    page.get_by_role("button", name="Registra l’incarico").click()
    expect(contenuto(page)).to_contain_text("lo emette il dirigente")
    guarda(page, axe)
    return page.url


def emette(page: Page, incarico: str, axe: Axe) -> None:
    page.goto(incarico)
    page.get_by_role("link", name="Emetti l’incarico…").click()
    guarda(page, axe)
    page.get_by_label("Ho verificato che non ci sono conflitti di interessi").check()
    compie(page, "Emetti l’incarico")
    carta = aspetta_la_carta(page, "L’incarico in PDF")
    testo = pdf_in_parole(page, carta)
    for detto in (NOME, RUOLO, COMPENSO, "30 ore"):
        assert detto in testo, testo
    guarda(page, axe)


def firma_e_pubblica(page: Page, incarico: str, axe: Axe) -> None:
    page.goto(incarico)
    page.get_by_role("link", name="Registra la firma…").click()
    guarda(page, axe)
    page.get_by_label("La carta firmata è agli atti").check()
    page.get_by_role("button", name="Registra la firma").click()
    expect(contenuto(page)).to_contain_text("il contratto non ha effetto e non si può pagare")
    page.get_by_role("link", name="Pubblica l’incarico…").click()
    guarda(page, axe)
    compie(page, "Pubblica l’incarico")
    expect(contenuto(page)).to_contain_text("L’incarico è pubblicato")
    guarda(page, axe)


def comunica(page: Page, incarico: str, axe: Axe) -> None:
    """Without the Funzione pubblica knowing it, the contract has no effect."""
    page.goto(incarico)
    expect(contenuto(page)).to_contain_text("prima della comunicazione alla Funzione pubblica")
    page.get_by_role("link", name="Registra la comunicazione alla Funzione pubblica…").click()
    page.get_by_label("Numero della comunicazione").fill(COMUNICAZIONE)
    guarda(page, axe)
    compie(page, "Registra la comunicazione")
    expect(contenuto(page)).to_contain_text(COMUNICAZIONE)
    expect(contenuto(page)).to_contain_text("Ha effetto da")


def e_nel_registro(page: Page, avviso: str, axe: Axe) -> None:
    """The register has it, and the call has come to its end."""
    page.goto(f"{SELEZIONI}incarichi/")
    riga = page.get_by_role("row").filter(has_text=CANDIDATA.cognome)
    expect(riga).to_contain_text(COMPENSO)
    expect(riga).to_contain_text(RUOLO)
    guarda(page, axe)
    page.goto(avviso)
    expect(contenuto(page)).to_contain_text("Per questo avviso non c’è altro da fare")


def lo_legge_chiunque(page: Page, axe: Axe) -> None:
    """The register of those given, with the curriculum that says nothing personal."""
    page.goto(f"{SELEZIONI}incarichi-conferiti/")
    riga = page.get_by_role("row").filter(has_text=CANDIDATA.cognome)
    expect(riga).to_contain_text(COMPENSO)
    expect(riga).to_contain_text(ALTRI)
    expect(riga).to_contain_text("Conflitti di interessi")
    curriculum = riga.get_by_role("link", name="Curriculum")
    assert INDIRIZZO not in pdf_in_parole(page, curriculum)
    guarda_al_telefono(page, axe)


def legge_il_contratto(page: Page, incarico: str, axe: Axe) -> None:
    page.goto(incarico)
    assert COMPENSO in pdf_in_parole(page, page.get_by_role("link", name="L’incarico in PDF"))
    guarda_al_telefono(page, axe)
