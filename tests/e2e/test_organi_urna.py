"""A Collegio elects its Comitato: a ballot by phone, the box counted at the desk, the elected."""

import re

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione import altre_scuole
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza

pytestmark = pytest.mark.e2e

SCUOLA = "cpia-napoli-provincia-2"
DIRIGENTE = altre_scuole.PERSONE[SCUOLA][0]
COMPUTER = {"width": 1280, "height": 900}
SCELTO = 2


def test_a_ballot_by_phone_and_the_count_at_the_desk(portale, page: Page, axe):
    entra(page, DIRIGENTE)
    page.goto(f"/{SCUOLA}/organi/")
    page.get_by_role("link", name=re.compile("Collegio dei docenti, seduta")).first.click()
    seduta = re.search(r"/sedute/(\d+)/", page.url)[1]
    chi = vota(page, axe, seduta)
    non_resta_traccia(page, chi)
    spiega(page, axe)
    guarda_le_elezioni(page, axe, seduta)
    urna = conta(page, axe, seduta, chi)
    proclama(page, seduta)
    controlla(page, axe, urna, chi)
    su_carta(page, axe, seduta)


def vota(page: Page, axe, seduta: str) -> str:
    """From the own place to the box; without the tick nothing goes in and the choice is kept."""
    page.set_viewport_size(TELEFONO)
    page.goto(f"/{SCUOLA}/organi/sedute/{seduta}/posto/")
    page.get_by_role("link", name="Vota in segreto").click()
    expect(page.get_by_text("Hanno votato in 30 su 37")).to_be_visible()
    sta_nella_larghezza(page)
    voce = page.locator(".urna-voce").nth(SCELTO)
    chi = voce.inner_text()
    voce.click()
    axe(page)
    page.get_by_role("button", name="Metti la scheda").click()
    expect(page.get_by_role("heading", name="Voto segreto")).to_be_visible()
    expect(page.locator("[name=scelte]").nth(SCELTO)).to_be_checked()
    page.get_by_label("Ho riletto").check()
    page.get_by_role("button", name="Metti la scheda").click()
    expect(page.get_by_text("Hai votato.")).to_be_visible()
    expect(page.get_by_text("Hanno votato in 31 su 37")).to_be_visible()
    axe(page)
    return chi


def non_resta_traccia(page: Page, chi: str) -> None:
    """Neither on the page nor behind the back button."""
    expect(page.locator("body")).not_to_contain_text(chi)
    page.go_back()
    expect(page.locator("body")).not_to_contain_text(chi)
    expect(page.locator("[name=scelte]")).to_have_count(0)
    page.go_forward()
    expect(page.get_by_text("Hai votato.")).to_be_visible()


def spiega(page: Page, axe) -> None:
    page.get_by_role("link", name="come resta segreto?").click()
    expect(page.get_by_text("Non protegge da chi amministra il server")).to_be_visible()
    sta_nella_larghezza(page)
    axe(page)


def guarda_le_elezioni(page: Page, axe, seduta: str) -> None:
    """What can be elected, and the form; nothing is opened while another vote is."""
    page.set_viewport_size(COMPUTER)
    page.goto(f"/{SCUOLA}/organi/punti/{_punto(page, seduta)}/elezione/")
    expect(page.get_by_role("heading", name="Che cosa si elegge?")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Segretario, Collegio dei docenti").click()
    page.get_by_role("button", name="Apri la votazione").click()
    expect(page.get_by_text("Segna chi si candida.").first).to_be_visible()
    page.locator(".candidati .urna-voce").first.click()
    page.get_by_role("button", name="Apri la votazione").click()
    expect(page.get_by_text("Prima si conclude la votazione aperta")).to_be_visible()
    axe(page)
    page.set_viewport_size(TELEFONO)
    sta_nella_larghezza(page)


def conta(page: Page, axe, seduta: str, chi: str) -> str:
    """The address of the ballot, where the voter will check."""
    page.set_viewport_size(COMPUTER)
    page.goto(f"/{SCUOLA}/organi/sedute/{seduta}/aula/?punto={_punto(page, seduta)}")
    page.get_by_role("link", name="Chiudi l’urna e conta").click()
    expect(page.get_by_text("6 presenti non hanno ancora votato")).to_be_visible()
    expect(page.get_by_text("il risultato dirà come ha votato ciascuno")).to_be_visible()
    axe(page)
    page.set_viewport_size(TELEFONO)
    sta_nella_larghezza(page)
    page.set_viewport_size(COMPUTER)
    page.get_by_label("Ho riletto").check()
    page.get_by_role("button", name="Chiudi e conta").click()
    expect(page.get_by_role("heading", name="L’urna è contata")).to_be_visible()
    expect(page.get_by_text("31 schede, 31 votanti")).to_be_visible()
    expect(page.get_by_role("row", name=chi)).to_contain_text("6")
    expect(page.locator(".spoglio-esito")).to_contain_text(chi)
    axe(page)
    page.set_viewport_size(TELEFONO)
    sta_nella_larghezza(page)
    page.set_viewport_size(COMPUTER)
    return page.url.replace("/spoglio/", "/urna/")


def _punto(page: Page, seduta: str, titolo: str = "Elezione dei docenti") -> str:
    """An item at which persons are elected, from the agenda of the room."""
    page.goto(f"/{SCUOLA}/organi/sedute/{seduta}/aula/")
    voce = page.locator("#aula-ordine a", has_text=titolo)
    return re.search(r"punto=(\d+)", voce.first.get_attribute("href"))[1]


def proclama(page: Page, seduta: str) -> None:
    """From the room: the agenda says so at once."""
    expect(page.get_by_role("link", name="Torna alla seduta per proclamare")).to_be_visible()
    page.goto(f"/{SCUOLA}/organi/sedute/{seduta}/aula/?punto={_punto(page, seduta)}")
    page.get_by_role("link", name="Proclama").click()
    page.get_by_label("Ho riletto").check()
    page.get_by_role("button", name=re.compile("^Proclama")).last.click()
    expect(page.get_by_text("eletti proclamati")).to_be_visible()


def controlla(page: Page, axe, urna: str, chi: str) -> None:
    """The member's own check: the name among the voters, as many ballots as voters."""
    page.set_viewport_size(TELEFONO)
    page.goto(urna)
    expect(page.get_by_role("row", name=chi)).to_contain_text("eletto")
    page.get_by_text("tante schede quanti votanti").click()
    expect(page.get_by_text("31 votanti, 31 schede contate")).to_be_visible()
    expect(page.locator(".urna-nomi .io")).to_have_count(1)
    sta_nella_larghezza(page)
    axe(page)


def su_carta(page: Page, axe, seduta: str) -> None:
    """Another election, on paper: figures that do not add up are kept and said at their place."""
    page.set_viewport_size(COMPUTER)
    punto = _punto(page, seduta, "Scelta del segretario")
    page.goto(f"/{SCUOLA}/organi/punti/{punto}/elezione/?elegge=segretario")
    page.locator(".candidati .urna-voce").nth(1).click()
    page.get_by_text("Schede di carta").click()
    page.get_by_role("button", name="Apri la votazione").click()
    page.goto(f"/{SCUOLA}/organi/sedute/{seduta}/aula/?punto={punto}")
    page.get_by_role("link", name="Scrivi lo spoglio").click()
    for campo, cifra in {"votanti": "37", "bianche": "1", "nulle": "1"}.items():
        page.locator(f"[name={campo}]").fill(cifra)
    page.locator("[name^=proposta_]").fill("36")
    page.get_by_label("Primo scrutatore").select_option(index=2)
    page.get_by_label("Secondo").select_option(index=3)
    page.get_by_role("button", name="Registra lo spoglio").click()
    expect(page.get_by_text("Qualcuno ha più voti")).to_be_visible()
    expect(page.locator("[name=votanti]")).to_have_value("37")
    axe(page)
    page.set_viewport_size(TELEFONO)
    sta_nella_larghezza(page)
    page.locator("[name=nulle]").fill("0")
    page.get_by_role("button", name="Registra lo spoglio").click()
    expect(page.get_by_text("37 schede, 37 votanti; seggio")).to_be_visible()
    expect(page.get_by_role("heading", name="Risulta eletto")).to_be_visible()
    sta_nella_larghezza(page)
