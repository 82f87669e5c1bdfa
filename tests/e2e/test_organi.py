"""An organ in the office of a school: who lapses, who comes in, an election while one types."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.organi_piano import CONTI
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

SCUOLA = "ic-porto-venere"
SEGRETERIA = altre_scuole.PERSONE[SCUOLA][1]
CONSIGLIERA = next(conto for conto in CONTI if conto.email == "consigliera@pinocchio.example")


def guarda(page: Page, axe: Callable[[Page], None]) -> None:
    """Nothing that axe finds, at a desk and on a phone, and no sideways scroll."""
    axe(page)
    page.set_viewport_size(TELEFONO)
    axe(page)
    assert sta_nella_larghezza(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def test_at_the_third_absence_a_seat_is_vacated_and_taken(page: Page, axe):
    entra(page, SEGRETERIA)
    page.goto(f"/{SCUOLA}/organi/")
    expect(page.get_by_text("1 componente da dichiarare decaduto")).to_be_visible()
    expect(page.get_by_text("1 componente a un’assenza dalla decadenza")).to_be_visible()
    guarda(page, axe)
    page.get_by_role("link", name="Consiglio d’istituto", exact=True).click()
    expect(page.get_by_text("3 assenze ingiustificate di seguito su 3")).to_be_visible()
    expect(page.get_by_role("heading", name="Le regole di questo organo")).to_be_visible()
    guarda(page, axe)

    page.get_by_role("link", name=re.compile("Dichiara decadut[oa]")).click()
    guarda(page, axe)
    page.get_by_label("Atto").fill("Decreto n. 44 del 5 giugno 2024")
    page.get_by_role("button", name="Dichiara la decadenza").click()
    expect(page.get_by_text("il posto è vacante da oggi")).to_be_visible()
    expect(page.get_by_text("1 posto vacante")).to_be_visible()

    page.get_by_role("link", name="Fai subentrare").click()
    expect(page.get_by_text("lista «I – Scuola viva»")).to_be_visible()
    guarda(page, axe)
    page.get_by_label("Atto").fill("Decreto di surroga n. 45")
    page.get_by_role("button", name="Registra il subentro").click()
    expect(page.get_by_text("subentra in: Consiglio d’istituto")).to_be_visible()
    expect(page.get_by_text("1 posto vacante")).to_have_count(0)


def test_an_election_shows_its_result_while_the_votes_are_typed(page: Page, axe):
    entra(page, SEGRETERIA)
    page.goto(f"/{SCUOLA}/organi/")
    page.get_by_role("link", name="Consiglio d’istituto", exact=True).click()
    page.get_by_role("link", name="Apri un’elezione").click()
    guarda(page, axe)
    page.get_by_label("Componente").select_option("docenti")
    page.get_by_label("Posti").fill("1")
    page.get_by_role("button", name="Apri l’elezione").click()
    for posto in (1, 2):
        page.locator("[name=persona]").select_option(index=posto)
        page.get_by_role("button", name="Aggiungi", exact=True).click()
    voti = page.get_by_role("spinbutton", name="Voti:")
    expect(voti).to_have_count(2)
    voti.nth(0).fill("7")
    voti.nth(1).fill("7")
    expect(page.get_by_text("2 candidati con 7 voti per 1 posto")).to_be_visible()
    guarda(page, axe)
    voti.nth(1).fill("8")
    expect(page.locator(".eletti li")).to_have_count(1)
    expect(page.get_by_text("non ancora registrati")).to_be_visible()
    page.get_by_role("button", name="Registra i voti").click()
    expect(page.get_by_text("I voti sono registrati.")).to_be_visible()
    expect(page.get_by_role("button", name="Proclama gli eletti")).to_be_enabled()


def test_a_parent_reads_the_own_organ_on_a_phone(browser: Browser, browser_context_args, axe):
    page = browser.new_context(**browser_context_args | {"viewport": TELEFONO}).new_page()
    entra(page, CONSIGLIERA)
    page.goto("/ic-pinocchio-montesicuro/organi/")
    expect(page.get_by_role("heading", name="Organi collegiali")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Consiglio d’istituto", exact=True).click()
    expect(page.get_by_role("heading", name="Genitori")).to_be_visible()
    expect(page.get_by_role("link", name="Modifica")).to_have_count(0)
    assert sta_nella_larghezza(page)
    axe(page)
    page.context.close()
