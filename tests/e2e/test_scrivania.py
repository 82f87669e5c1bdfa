"""The desk of a teacher of the demo: what is due, why, with the keyboard and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione import piano
from tests.e2e.accesso import TELEFONO, entra, ricarica_finche_c_e, sta_nella_larghezza

pytestmark = pytest.mark.e2e


def test_what_is_due_in_groups_with_its_reason_beside(portale, page: Page, axe):
    entra(page, piano.BRANDOLINI)
    in_ritardo = page.get_by_role("region", name="In ritardo")
    riga = in_ritardo.locator("[data-voce]", has_text="2ªA TUR, Matematica")
    expect(riga).to_contain_text("In ritardo di 1 giorno")
    expect(riga).to_contain_text(re.compile(r"\d+ caselle su 88"))
    axe(page)

    perche = riga.get_by_role("link", name="perché?")
    perche.click()
    cassetto = page.get_by_role("complementary", name="Perché?")
    expect(cassetto).to_contain_text("Perché entro martedì 4 giugno?")
    expect(cassetto).to_contain_text("almeno 3 giorni prima")
    expect(cassetto).to_contain_text("Circolare n. 417")
    axe(page)
    page.keyboard.press("Escape")
    expect(cassetto).to_be_hidden()
    expect(perche).to_be_focused()


def test_the_reason_has_a_page_of_its_own(portale, page: Page, axe):
    entra(page, piano.BRANDOLINI)
    indirizzo = page.get_by_role("link", name="perché?").first.get_attribute("href")
    page.goto(indirizzo)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Perché entro")
    axe(page)


def test_one_role_at_a_time(portale, page: Page):
    entra(page, piano.BRANDOLINI)
    page.get_by_role("link", name="Coordinatrice 2ªB AFM, 1").click()
    expect(page.locator("[data-voce]")).to_have_count(1)
    expect(page.locator("[data-voce]")).to_contain_text("Congela la 2ªB AFM")
    page.get_by_role("link", name=re.compile("^Tutto, 3")).click()
    expect(page.locator("[data-voce]")).to_have_count(3)


def test_rows_with_the_keyboard_alone(portale, page: Page):
    entra(page, piano.BRANDOLINI)
    righe = page.locator("[data-voce]")
    page.keyboard.press("j")
    expect(righe.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(righe.nth(1)).to_be_focused()
    page.keyboard.press("p")
    expect(page.get_by_role("complementary", name="Perché?")).to_contain_text("sabato 8 giugno")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.wait_for_url(re.compile("/competenze/"))
    page.go_back()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/competenze/"))


def test_on_a_phone_the_acts_take_the_width(portale, page: Page, axe):
    page.set_viewport_size(TELEFONO)
    entra(page, piano.BRANDOLINI)
    assert sta_nella_larghezza(page)
    for riga in page.locator("[data-voce]").all():
        riquadri = [atto.bounding_box() for atto in riga.locator(".atti .btn").all()]
        assert min(riquadro["height"] for riquadro in riquadri) >= 44
        assert sum(riquadro["width"] for riquadro in riquadri) >= 340
    expect(page.locator(".tasti-nota")).to_be_hidden()
    axe(page)


def test_a_notice_is_read_by_opening_it(portale, page: Page, axe):
    entra(page, piano.OTTOLENGHI)
    # The first tick of the scheduler writes to every teacher who has not finished.
    ricarica_finche_c_e(page, page.locator(".barra .quanti"))
    page.get_by_role("link", name=re.compile(r"^Avvisi \d+ da leggere")).click()
    da_leggere = page.locator(".da-leggere")
    quanti = da_leggere.count()
    assert quanti > 0
    axe(page)
    da_leggere.first.get_by_role("link").click()
    page.wait_for_url(re.compile("/competenze/"))
    page.goto("/iis-antonietti/avvisi/")
    expect(da_leggere).to_have_count(quanti - 1)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    if quanti > 1:
        page.get_by_role("button", name="Segna tutti letti").click()
    expect(page.get_by_text("Sono tutti letti.")).to_be_visible()


def test_who_asked_for_a_long_work_finds_that_it_is_over(portale, page: Page, axe):
    entra(page, piano.DALMONTE)
    pronto = page.get_by_role("link", name="Certificati della 2ªA MM: pronto")
    ricarica_finche_c_e(page, pronto)
    pronto.click()
    page.wait_for_url(re.compile(r"/lavori/\d+/"))
    lavoro = page.get_by_role("region", name="Certificati della 2ªA MM")
    expect(lavoro).to_contain_text("21 di 21")
    axe(page)
    page.get_by_role("link", name="Vedi il risultato").click()
    page.wait_for_url(re.compile("/stampe/"))
