"""Who holds what and in whose place: given, held for another, withdrawn; and all of it told."""

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione.piano import DIRIGENTE, SEGRETERIA
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza
from tests.e2e.persone import ISTITUTO, accedi

pytestmark = pytest.mark.e2e

MISURE = {"scrivania": {"width": 1280, "height": 900}, "telefono": TELEFONO}
TITOLARE, SUPPLENTE = "Gatti Gaia", "Gheza Benedetta"
INCARICO = "Segretario verbalizzante"


@pytest.fixture(params=MISURE)
def misura(request):
    return MISURE[request.param]


def controlla(page: Page, axe) -> None:
    axe(page)
    assert sta_nella_larghezza(page)


def test_a_role_is_given_held_by_another_and_withdrawn(page: Page, misura, axe):
    page.set_viewport_size(misura)
    entra(page, SEGRETERIA)
    page.goto(f"/{ISTITUTO}/persone/")
    controlla(page, axe)
    page.get_by_role("link", name=TITOLARE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITOLARE)
    controlla(page, axe)

    page.get_by_role("link", name="Conferisci un incarico").click()
    controlla(page, axe)
    page.get_by_label("Quale incarico").select_option(label=INCARICO)
    page.get_by_role("button", name="Avanti").click()
    page.get_by_role("button", name="Conferisci l’incarico").click()
    expect(page.get_by_text("Scrivi l’atto che conferisce l’incarico.")).to_be_visible()
    controlla(page, axe)
    page.get_by_label("Dal").fill("2024-06-03")
    page.get_by_label("Atto di conferimento").fill("Decreto n. 21 del 3 giugno 2024")
    page.get_by_role("button", name="Conferisci l’incarico").click()
    expect(page.get_by_text("Incarico conferito: segretario verbalizzante.")).to_be_visible()

    page.get_by_role("link", name="Registra una sostituzione").click()
    controlla(page, axe)
    page.get_by_label(INCARICO).check()
    page.get_by_label("Chi sostituisce").select_option(label=SUPPLENTE)
    page.get_by_label("Dal").fill("2024-06-01")
    page.get_by_label("Fino al").fill("2024-06-12")
    page.get_by_label("Atto").fill("Decreto n. 22")
    page.get_by_role("button", name="Registra la sostituzione").click()
    expect(page.get_by_text("comincia dal 3 giugno 2024")).to_be_visible()
    expect(page.get_by_label("Atto")).to_have_value("Decreto n. 22")
    controlla(page, axe)
    page.get_by_label("Dal").fill("2024-06-04")
    page.get_by_role("button", name="Registra la sostituzione").click()
    expect(page.get_by_text("1 incarico affidato a Benedetta Gheza")).to_be_visible()
    riga = page.get_by_role("row").filter(has_text=INCARICO).first
    expect(riga).to_contain_text("in sospeso, lo sostituisce Benedetta Gheza")
    controlla(page, axe)

    riga.get_by_role("link", name="Storia").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(INCARICO)
    expect(page.get_by_text("ha registrato la sostituzione").first).to_be_visible()
    controlla(page, axe)
    page.go_back()

    riga.get_by_role("link", name="Revoca").click()
    dialogo = page.get_by_role("dialog")
    expect(dialogo).to_contain_text("chi lo sostituisce in questo incarico lo perde")
    axe(page)
    dialogo.get_by_label("Motivo").fill("Prova finita.")
    dialogo.get_by_label("Ho riletto chi perde che cosa").check()
    dialogo.get_by_role("button", name="Revoca l’incarico").click()
    expect(page.get_by_text("Incarico revocato: Segretario verbalizzante.")).to_be_visible()
    page.get_by_role("row").filter(has_text=INCARICO).first.scroll_into_view_if_needed()
    expect(page.get_by_role("row").filter(has_text=INCARICO).first).to_contain_text("revocato")


def test_the_register_is_searched_and_its_seals_are_checked(page: Page, misura, axe):
    page.set_viewport_size(misura)
    accedi(page, DIRIGENTE)
    page.goto(f"/{ISTITUTO}/registro/")
    controlla(page, axe)
    page.get_by_role("link", name="Ricontrolla tutti i sigilli").click()
    expect(page.get_by_text("Tutti i sigilli tornano.")).to_be_visible()
    controlla(page, axe)
    page.get_by_label("Al", exact=True).fill("2024-03-31")
    page.get_by_label("Che cosa ha fatto").select_option(label="ha registrato la sostituzione")
    page.get_by_role("button", name="Filtra").click()
    expect(page.get_by_text("2 operazioni")).to_be_visible()
    page.get_by_role("link", name="Apri").first.click()
    expect(page.get_by_text("Contratto n. 71")).to_be_visible()
    controlla(page, axe)
