"""The dirigente on the whole institute; anybody's calendar and settings of the notices."""

import re
import urllib.request

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione import piano
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza
from tests.e2e.persone import accedi

pytestmark = pytest.mark.e2e

LARGA = {"width": 1280, "height": 900}


def in_due_larghezze(page: Page, axe) -> None:
    """The page as it is, wide and on a telephone."""
    for misura in (LARGA, TELEFONO):
        page.set_viewport_size(misura)
        assert sta_nella_larghezza(page)
        axe(page)
    page.set_viewport_size(LARGA)


def test_where_the_institute_is_late_and_a_reminder_taken_back(portale, page: Page, axe):
    accedi(page, piano.DIRIGENTE)
    page.get_by_role("link", name="Tutto l’istituto").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stato dell’istituto")
    in_due_larghezze(page, axe)
    riga = page.get_by_role("row", name=re.compile("2ªA TUR, Matematica"))
    expect(riga).to_contain_text("O. Brandolini")
    expect(riga).to_contain_text("coordinatrice")
    riga.get_by_role("button", name="Sollecita").click()
    expect(riga).to_contain_text("parte alle")
    axe(page)
    riga.get_by_role("button", name="Annulla").click()
    expect(riga.get_by_role("button", name="Sollecita")).to_be_visible()
    tutti = page.get_by_role("button", name=re.compile(r"^Sollecita (i|le) \d+ "))
    tutti.click()
    esito = page.locator("#ritardi > .esito")
    expect(esito).to_have_text(re.compile(r"Promemoria a \d+ persone: parte alle"))
    page.get_by_role("button", name="Annulla tutti i promemoria").click()
    expect(tutti).to_be_visible()


def test_graphs_with_their_reason_and_figures_that_open_their_list(portale, page: Page, axe):
    accedi(page, piano.DIRIGENTE)
    page.goto("/iis-antonietti/scrivania/istituto/")
    barre = page.get_by_role("region", name="Competenze, classi seconde")
    expect(barre).to_contain_text(re.compile(r"\d+ su \d+, tardi"))
    carico = page.get_by_role("region", name="Scadenze, giorno per giorno")
    expect(carico.get_by_role("img")).to_have_accessible_name(re.compile(r"tardi.*: [1-9]"))
    carico.get_by_role("link", name=re.compile("^perché")).click()
    cassetto = page.get_by_role("complementary", name="Perché?")
    expect(cassetto).to_contain_text("ultimo giorno utile")
    in_due_larghezze(page, axe)
    page.keyboard.press("Escape")
    expect(cassetto).to_be_hidden()
    page.goto("/iis-antonietti/scrivania/istituto/perche/?di=scadenze")
    in_due_larghezze(page, axe)
    page.goto("/iis-antonietti/scrivania/istituto/")
    page.get_by_role("link", name=re.compile(r"^3\s*: Docenti")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Scadenze in ritardo: Docenti")
    expect(page.locator("[data-voce]")).to_have_count(3)
    in_due_larghezze(page, axe)


def test_the_summary_on_paper_has_no_buttons(portale, page: Page):
    accedi(page, piano.DIRIGENTE)
    page.goto("/iis-antonietti/scrivania/istituto/")
    stampa = page.get_by_role("button", name="Stampa il riepilogo")
    expect(stampa).to_be_visible()
    page.emulate_media(media="print")
    expect(stampa).to_be_hidden()
    for modulo in page.locator("#ritardi form").all():
        expect(modulo).to_be_hidden()
    expect(page.get_by_role("heading", name="Per applicazione")).to_be_visible()


def test_the_calendar_is_shown_once_read_and_revoked(portale, page: Page, axe):
    entra(page, piano.BRANDOLINI)
    page.get_by_role("link", name="Il mio calendario (iCal)").click()
    page.get_by_role("button", name="Crea l’indirizzo").click()
    indirizzo = page.get_by_label("Indirizzo del calendario").input_value()
    in_due_larghezze(page, axe)
    with urllib.request.urlopen(indirizzo) as risposta:
        letto = Calendar.from_ical(risposta.read())
    titoli = [str(evento["summary"]) for evento in letto.walk("VEVENT")]
    assert "2ªA TUR, Matematica: livelli di competenza" in titoli
    assert "Congela la 2ªB AFM prima dello scrutinio" in titoli
    page.goto("/iis-antonietti/avvisi/calendario/")
    expect(page.get_by_text("letto l’ultima volta")).to_be_visible()
    expect(page.get_by_label("Indirizzo del calendario")).to_have_count(0)
    in_due_larghezze(page, axe)
    page.get_by_role("button", name="Revoca").click()
    expect(page.get_by_text("non apre più nulla")).to_be_visible()
    assert page.request.get(indirizzo).status == 404


def test_one_mail_a_day_comes_at_the_hour_that_was_chosen(portale, page: Page, axe):
    """Chosen for the hour that has begun the first is of tomorrow; the preview says it now."""
    entra(page, piano.CATTAFESTA)
    page.get_by_role("link", name="Avvisi per e-mail: uno per uno").click()
    expect(page.get_by_role("heading", name="Il riepilogo direbbe così")).to_be_visible()
    in_due_larghezze(page, axe)
    page.get_by_label("uno al giorno, tutti insieme").check()
    page.get_by_label("Ora del riepilogo").select_option("ore 9")
    page.get_by_role("button", name="Salva").click()
    expect(page.get_by_text("arrivano uno al giorno, ore 9")).to_be_visible()
    expect(page.get_by_text("giovedì 6 giugno, ore 9")).to_be_visible()
    in_due_larghezze(page, axe)
    page.goto("/iis-antonietti/scrivania/")
    expect(page.get_by_role("link", name="Avvisi per e-mail: uno al giorno, ore 9")).to_be_visible()
    page.goto("/iis-antonietti/avvisi/impostazioni/")
    page.get_by_label("uno per uno, appena arrivano").check()
    page.get_by_role("button", name="Salva").click()
    expect(page.get_by_text("arrivano uno per uno")).to_be_visible()
