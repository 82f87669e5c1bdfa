"""The ranking of a call: formed, published, contested, answered, made final."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.selezione_candidata import CANDIDATA, pdf_in_parole
from tests.e2e.selezione_candidata import guarda as guarda_al_telefono
from tests.e2e.selezione_commissione import PERCHE, TOTALE
from tests.e2e.selezione_scuola import RUOLO, Axe, aspetta_la_carta, contenuto, guarda

RECLAMO = "Il livello del secondo attestato è scritto nella seconda pagina: chiedo che valga."
RISPOSTA = "La seconda pagina non è fra i documenti arrivati entro il termine."


def compie(page: Page, verbo: str) -> None:
    """An act on its own page, ticked as read again."""
    page.get_by_label("Ho riletto").check()
    page.locator("form.conferma").get_by_role("button", name=verbo, exact=True).click()


def pubblica_la_provvisoria(page: Page, avviso: str, axe: Axe) -> None:
    page.goto(f"{avviso}graduatoria/")
    guarda(page, axe)
    page.get_by_role("link", name="Forma la graduatoria…").click()
    guarda(page, axe)
    compie(page, "Forma la graduatoria")
    page.get_by_role("link", name="Approva e pubblica…").click()
    guarda(page, axe)
    compie(page, "Approva e pubblica")
    carta = aspetta_la_carta(page, "La graduatoria in PDF")
    guarda(page, axe)
    testo = pdf_in_parole(page, carta)
    for detto in ("provvisoria", RUOLO, CANDIDATA.cognome):
        assert detto.casefold() in testo.casefold()
    # Only the names are published: the points are of each.
    assert not re.search(rf"\b{TOTALE}\b", testo)


def legge_la_posizione(page: Page, avviso: str, axe: Axe) -> None:
    """The own place, why, and what the commission took away."""
    page.goto(avviso)
    guarda_al_telefono(page, axe)
    page.get_by_role("link", name="Il mio punteggio").click()
    expect(contenuto(page)).to_contain_text("1º")
    expect(page.get_by_role("region", name="Perché sono qui")).to_be_visible()
    expect(contenuto(page)).to_contain_text(PERCHE)
    guarda_al_telefono(page, axe)


def reclama(page: Page, axe: Axe) -> None:
    page.get_by_role("link", name="Presenta un reclamo").click()
    guarda_al_telefono(page, axe)
    page.get_by_label("Che cosa contesti").fill(RECLAMO)
    page.get_by_role("button", name="Presenta il reclamo").click()
    expect(contenuto(page)).to_contain_text("Il reclamo è protocollato")
    guarda_al_telefono(page, axe)


def risponde(page: Page, avviso: str, axe: Axe) -> None:
    page.goto(f"{avviso}reclami/")
    guarda(page, axe)
    page.get_by_role("link", name=CANDIDATA.cognome).click()
    guarda(page, axe)
    page.get_by_role("link", name="Rispondi").click()
    page.get_by_label("Esito").select_option("respinto")
    page.get_by_label("Risposta, con le ragioni").fill(RISPOSTA)
    guarda(page, axe)
    page.get_by_label("Ho riletto").check()
    page.get_by_role("button", name="Protocolla la risposta").click()
    expect(contenuto(page)).to_contain_text("La risposta è protocollata")


def non_e_ancora_definitiva(page: Page, avviso: str) -> None:
    """As long as one may complain it stays provisional."""
    page.goto(f"{avviso}graduatoria/")
    expect(contenuto(page).get_by_text("Rendi definitiva…")).to_be_visible()
    expect(page.get_by_role("link", name="Rendi definitiva…")).to_have_count(0)


def legge_la_risposta(page: Page, avviso: str, axe: Axe) -> None:
    """The answer in words and on paper."""
    page.goto(f"{avviso}posizione/")
    expect(contenuto(page)).to_contain_text(RISPOSTA)
    assert RISPOSTA in pdf_in_parole(page, aspetta_la_carta(page, "La risposta (PDF)"))
    guarda_al_telefono(page, axe)


def non_reclama_piu(page: Page, avviso: str, axe: Axe) -> None:
    """Once the term has passed what was answered stays, and nobody is late."""
    page.goto(f"{avviso}posizione/")
    expect(contenuto(page)).to_contain_text(RISPOSTA)
    expect(contenuto(page)).not_to_contain_text("In ritardo")
    expect(page.get_by_role("link", name="Presenta un reclamo")).to_have_count(0)
    guarda_al_telefono(page, axe)


def rende_definitiva(page: Page, avviso: str, axe: Axe) -> None:
    page.goto(f"{avviso}graduatoria/")
    guarda(page, axe)
    page.get_by_role("link", name="Rendi definitiva…").click()
    guarda(page, axe)
    compie(page, "Rendi definitiva")
    expect(contenuto(page)).to_contain_text("gli incarichi si propongono in quest’ordine")
    guarda(page, axe)
