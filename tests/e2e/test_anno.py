"""The year of a small school passes, in four steps, at a desk and on a phone.

It is the school of the first cycle, so that nothing moves under the other browser tests.
"""

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione import altre_scuole
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

SCUOLA = "ic-pinocchio-montesicuro"
SEGRETERIA = altre_scuole.PERSONE[SCUOLA][1]
VECCHIE = ("anno/", "classi/?anno=2023", "competenze/", "persone/", "importa/", "scrivania/")


def guarda(page: Page, axe) -> None:
    """Nothing that axe finds, at a desk and on a phone, and no sideways scroll."""
    axe(page)
    page.set_viewport_size(TELEFONO)
    axe(page)
    assert sta_nella_larghezza(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def indirizzi(page: Page) -> list[str]:
    """The pages of the old year: those that are always there, and each of its classes."""
    page.goto(f"/{SCUOLA}/classi/?anno=2023")
    classi = page.locator("tbody th a").evaluate_all("nodi => nodi.map(n => n.pathname)")
    assert len(classi) == 3
    return [*(f"/{SCUOLA}/{pagina}" for pagina in VECCHIE), *classi]


def stati(page: Page, dove: list[str]) -> dict[str, int]:
    return {indirizzo: page.request.get(indirizzo).status for indirizzo in dove}


def test_the_year_of_a_school_passes_and_the_old_pages_still_open(page: Page, axe):
    entra(page, SEGRETERIA)
    vecchie = indirizzi(page)
    prima = stati(page, vecchie)
    assert set(prima.values()) == {200}

    page.goto(f"/{SCUOLA}/anno/")
    guarda(page, axe)
    page.get_by_role("link", name="il passaggio dal 2023/24").click()
    guarda(page, axe)
    page.get_by_role("button", name="Crea le classi segnate").click()
    expect(page.get_by_text("3 classi create.")).to_be_visible()

    page.get_by_role("link", name="2. Studenti").click()
    guarda(page, axe)
    page.get_by_role("link", name="Decidi 2ªA SEC").click()
    ripete, sospeso = page.locator("tbody tr").nth(0), page.locator("tbody tr").nth(1)
    ripete.get_by_text("ripete").click()
    chi_ripete = ripete.get_by_role("rowheader").inner_text()
    chi_aspetta = sospeso.get_by_role("rowheader").inner_text()
    page.get_by_role("button", name="Registra gli esiti").click()
    expect(page.get_by_text("1 esito registrato.")).to_be_visible()
    page.get_by_role("button", name="Ammetti tutti gli altri").click()
    sospeso.get_by_text("da decidere").click()
    page.get_by_role("button", name="Registra gli esiti").click()
    expect(page.get_by_text("1 esito registrato.")).to_be_visible()
    guarda(page, axe)
    page.get_by_role("link", name="Tutte le classi").first.click()
    page.get_by_role("button", name="Proponi l’esito a tutti").click()
    page.goto(page.url.partition("?")[0] + "?classe=")
    page.get_by_label("Cerca uno studente").fill(chi_aspetta)
    page.get_by_role("button", name="Cerca", exact=True).click()
    page.get_by_role("row", name=chi_aspetta).get_by_text("da decidere").click()
    page.get_by_role("button", name="Registra gli esiti").click()

    page.get_by_role("link", name="3. Incarichi").click()
    guarda(page, axe)
    page.get_by_role("button", name="Segna tutto, tranne gli uffici").click()
    page.get_by_role("link", name="Scegli Uffici").click()
    guarda(page, axe)
    for ufficio in page.get_by_role("checkbox").all():
        ufficio.check()
    page.get_by_role("button", name="Registra le scelte").click()

    page.get_by_role("link", name="4. Anteprima").click()
    guarda(page, axe)
    page.get_by_role("link", name="Compi il passaggio…").click()
    dialogo = page.get_by_role("dialog")
    expect(dialogo).to_contain_text("14 studenti nelle classi del 2024/25 dal 01/09/2024")
    expect(dialogo).to_contain_text("1 studente resta da decidere")
    expect(dialogo.get_by_role("link", name="Torna indietro")).to_be_focused()
    axe(page)
    dialogo.get_by_label("Ho riletto l’anteprima").check()
    dialogo.get_by_role("button", name="Compi il passaggio").click()
    expect(page.get_by_text("Passaggio compiuto: 20 studenti passati")).to_be_visible()
    expect(page.get_by_text("quello che è deciso è già passato")).to_be_visible()
    guarda(page, axe)

    assert stati(page, vecchie) == prima
    page.goto(f"/{SCUOLA}/classi/?anno=2024")
    page.get_by_role("link", name="2ªA SEC").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2ªA SEC, 2024/25")
    studenti = page.locator(".studenti-classe tbody tr")
    expect(studenti).to_have_count(9)
    expect(studenti.filter(has_text=chi_ripete)).to_have_count(1)
    guarda(page, axe)
