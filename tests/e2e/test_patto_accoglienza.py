"""The welcome in the browser: an assembly for many, the tutors, the interview, the phases."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.patto_piano import COORDINATRICE, TUTOR
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

PATTO = "/cpia-napoli-provincia-2/patto/"
DIRIGENTE = altre_scuole.PERSONE["cpia-napoli-provincia-2"][0]


@pytest.fixture
def altrove(browser: Browser, browser_context_args: dict) -> Page:
    contesto = browser.new_context(**browser_context_args)
    yield contesto.new_page()
    contesto.close()


def guarda(page: Page, axe: Callable[[Page], None]) -> None:
    """The page wide and on a telephone."""
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def test_un_assemblea_e_i_tutor(page: Page, altrove: Page, axe: Callable[[Page], None]) -> None:
    entra(page, DIRIGENTE)
    page.goto(PATTO)
    expect(page.get_by_role("heading", name="Patto formativo", level=1)).to_be_visible()
    guarda(page, axe)
    sedi = page.locator(".patto-sedi")
    expect(sedi).to_contain_text("Casa Arcobaleno")

    entra(altrove, COORDINATRICE)
    altrove.goto(PATTO)
    expect(altrove.locator("#contenuto")).to_contain_text("Sant’Anastasia")
    expect(altrove.locator("#contenuto")).not_to_contain_text("Casa Arcobaleno")
    altrove.get_by_role("link", name="Registra un incontro").click()
    altrove.get_by_role("link", name="Primo incontro").click()
    guarda(altrove, axe)
    altrove.get_by_label("Giorno").fill("2024-06-04")
    altrove.get_by_label("Ora di inizio").fill("15:00")
    altrove.locator("[name=ore]").fill("1,5")
    altrove.get_by_label("Che cosa si è fatto").fill("offerta formativa e crediti")
    altrove.get_by_role("checkbox", name="Perera Dilshan").check()
    altrove.get_by_role("checkbox", name="D’Ambrosio Pasquale").check()
    expect(altrove.locator("[data-quanti]")).to_have_text("2 persone scelte")
    altrove.get_by_role("button", name="Registra l’incontro").click()
    expect(altrove.locator("#contenuto")).to_contain_text("L’incontro è registrato: 2 persone.")

    altrove.get_by_role("link", name="Assegna il tutor").click()
    guarda(altrove, axe)
    altrove.locator("[name=tutor]").select_option(index=1)
    altrove.get_by_role("button", name="Scegli tutti").click()
    altrove.get_by_role("button", name="Assegna il tutor").click()
    expect(altrove.locator("#contenuto")).to_contain_text("tutor")
    altrove.get_by_role("link", name="Perera Dilshan").click()
    expect(altrove.locator("#contenuto")).to_contain_text("offerta formativa e crediti")
    mio = altrove.locator(".patto-incontri li", has_text="offerta formativa e crediti")
    mio.first.get_by_role("link", name="Correggi l’incontro").click()
    guarda(altrove, axe)
    altrove.get_by_role("link", name="Togli l’incontro…").click()
    expect(altrove.locator("#dialogo")).to_contain_text("nel registro delle operazioni resta")
    axe(altrove)
    altrove.get_by_label("L’incontro non si è tenuto").check()
    altrove.locator("#dialogo").get_by_role("button", name="Togli l’incontro").click()
    expect(altrove.locator("#contenuto")).to_contain_text("L’incontro è tolto.")


def test_il_tutor_scrive_l_intervista_e_vede_le_fasi(
    page: Page, altrove: Page, axe: Callable[[Page], None]
) -> None:
    entra(page, TUTOR)
    page.goto(PATTO)
    guarda(page, axe)
    page.get_by_role("link", name="El Idrissi Youssef").click()
    contenuto = page.locator("#contenuto")
    expect(contenuto).to_contain_text("Fase 2, colloqui e prove")
    expect(contenuto).to_contain_text("serve un aiuto")
    guarda(page, axe)
    page.get_by_role("link", name="perché? colloqui e prove").click()
    expect(page.locator("#cassetto")).to_contain_text("Linee guida per l’accoglienza")
    axe(page)
    page.keyboard.press("Escape")

    page.get_by_role("link", name="Continua l’intervista").click()
    expect(page.get_by_role("heading", name="Intervista", level=1)).to_be_visible()
    guarda(page, axe)
    entra(altrove, TUTOR)
    altrove.goto(page.url)
    obiettivi = "Perché si è iscritta o iscritto? Che cosa vuole fare dopo?"
    page.get_by_label(obiettivi).fill("Vuole la licenza media.")
    expect(page.locator("#esito-obiettivi")).to_contain_text("Salvato alle")

    altrove.get_by_label(obiettivi).fill("Vuole lavorare in cucina.")
    esito = altrove.locator("#esito-obiettivi")
    expect(esito).to_contain_text("Vuole la licenza media.")
    axe(altrove)
    altrove.get_by_role("button", name="Tieni la mia").click()
    expect(esito).to_contain_text("Salvato alle")
    page.reload()
    expect(page.get_by_label(obiettivi)).to_have_value("Vuole lavorare in cucina.")

    page.get_by_role("link", name="Torna al percorso").click()
    page.get_by_role("link", name="Rinforzo o mediatore").click()
    guarda(page, axe)
    page.get_by_label("Percorso di rinforzo dell’italiano").check()
    page.get_by_label("Quale, quando, con chi").fill("gruppo A1 del lunedì")
    page.get_by_role("button", name="Registra").click()
    expect(contenuto).to_contain_text("gruppo A1 del lunedì")
    page.get_by_role("link", name="Rinforzo o mediatore").click()
    page.get_by_label("Niente").check()
    page.get_by_role("button", name="Registra").click()
    expect(contenuto).to_contain_text("serve un aiuto")
    page.get_by_role("link", name="Registra una prova").click()
    guarda(page, axe)
    page.get_by_role("button", name="Registra la prova").click()
    expect(page.locator("#errori")).to_contain_text("cose da correggere")
    page.locator("[name=tipo]").select_option("literacy")
    page.get_by_label("Superata in parte").check()
    page.get_by_role("button", name="Registra la prova").click()
    expect(contenuto).to_contain_text("La prova è registrata.")

    page.goto(PATTO)
    page.get_by_role("link", name="Kovalenko Iryna").click()
    page.get_by_role("link", name="Scrivi le ore in più").click()
    guarda(page, axe)
    page.get_by_label("Ore in più").fill("201")
    page.get_by_role("button", name="Registra").click()
    expect(page.locator("#errori")).to_contain_text("cose da correggere")
    expect(contenuto).to_contain_text("Le ore in più sono al più 200.")
