"""A sitting of the Comitato convened by three persons: signed, sent, answered, postponed."""

import re
from email.message import EmailMessage

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect
from servizi.processes import wait_until

from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.organi_piano import CONTI
from tests.e2e.accesso import TELEFONO, entra, ricarica_finche_c_e, sta_nella_larghezza

pytestmark = pytest.mark.e2e

DIRIGENTE, SEGRETERIA = altre_scuole.PERSONE["ic-pinocchio-montesicuro"][:2]
CONSIGLIERA = next(conto for conto in CONTI if conto.email.startswith("consigliera@pinocchio"))
ORGANI = "/ic-pinocchio-montesicuro/organi/"


def test_from_the_signature_to_the_postponement(
    portale, browser: Browser, browser_context_args, axe
):
    segreteria, dirigente = (
        browser.new_context(**browser_context_args).new_page() for _ in range(2)
    )
    entra(segreteria, SEGRETERIA)
    entra(dirigente, DIRIGENTE)
    scheda = manda_alla_firma(segreteria)
    firma(dirigente, scheda, axe)
    invia(segreteria, scheda, axe)
    risponde(dirigente, scheda, axe)
    arriva_l_evento(portale)
    rinvia(segreteria, dirigente, scheda, axe)
    segreteria.context.close()
    dirigente.context.close()


def manda_alla_firma(page: Page) -> str:
    """The draft, through its own screens; the address of the card."""
    page.goto(ORGANI)
    page.get_by_role("link", name=re.compile("^Comitato")).first.click()
    page.goto(re.sub(r"/organi/(\d+)/.*", r"/organi/\1/sedute/nuova/", page.url))
    page.get_by_role("button", name="Comincia la bozza").click()
    page.get_by_label("Luogo").fill("Presidenza")
    page.locator("#id_ora").fill("15:30")
    page.locator("#id_giorno").fill("2024-06-25")
    expect(page.locator("#termine")).to_contain_text("Nei termini")
    page.locator("#nuovo-titolo").fill("Parere sull’anno di prova")
    page.locator("#nuovo-titolo").press("Enter")
    expect(page.locator(".conv-punto")).to_have_count(1)
    expect(page.locator("#salvato")).to_contain_text("Bozza salvata")
    page.get_by_role("link", name=re.compile("^Manda alla firma")).click()
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_role("checkbox").check()
    dialogo.get_by_role("button").first.click()
    expect(page.get_by_text("L’avviso è alla firma").first).to_be_visible()
    return re.sub(r"(sedute/\d+/).*", r"\1", page.url)


def firma(page: Page, scheda: str, axe) -> None:
    """The exact words, then the signature."""
    page.goto(scheda)
    axe(page)
    page.get_by_role("link", name="Leggi e firma…").click()
    expect(page.get_by_role("article")).to_contain_text("martedì 25 giugno 2024 alle ore 15.30")
    axe(page)
    page.get_by_label("Ho riletto il testo").check()
    page.get_by_role("button", name="Firma", exact=True).click()
    expect(page.get_by_text("Firmato. Ora l’avviso può partire.")).to_be_visible()


def invia(page: Page, scheda: str, axe) -> None:
    page.goto(scheda)
    page.get_by_role("link", name="Protocolla e invia…").click()
    dialogo = page.get_by_role("dialog")
    expect(dialogo).to_contain_text("la seduta prende il numero 1")
    expect(dialogo).to_contain_text("oggi stesso va all’albo")
    axe(page)
    dialogo.get_by_label("Ho riletto l’avviso che parte").check()
    dialogo.get_by_role("button", name="Protocolla e invia").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("seduta n. 1")
    expect(page.get_by_text(re.compile(r"Protocollo n\. \d+/2024"))).to_be_visible()
    ricarica_finche_c_e(page, page.get_by_role("link", name="Scarica l’avviso"))
    axe(page)
    page.get_by_role("link", name=re.compile("^albo n")).click()
    expect(page.get_by_role("main")).to_contain_text("Convocazione del Comitato")
    page.goto(scheda)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def risponde(page: Page, scheda: str, axe) -> None:
    """Not without a reason, then with it, then after all yes."""
    page.goto(scheda)
    page.locator("summary", has_text="Non potrò esserci").click()
    page.get_by_role("button", name="Manda la giustificazione").click()
    expect(page.get_by_text("Scrivi in due parole perché")).to_be_visible()
    axe(page)
    page.get_by_label("Perché non potrai esserci").fill("Conferenza di servizi")
    page.get_by_role("button", name="Manda la giustificazione").click()
    expect(page.get_by_text("Registrato: non potrai esserci.")).to_be_visible()
    page.get_by_role("button", name="Cambio: ci sarò").click()
    expect(page.get_by_text("Registrato: ci sarai.")).to_be_visible()


def arriva_l_evento(portale) -> None:
    """The mail of the dirigente, which leaves with the next tick, carries the event."""

    def lettere() -> list[EmailMessage]:
        return [
            m
            for m in portale.posta.messaggi
            if DIRIGENTE.email in m["To"] and "Convocazione del Comitato" in m["Subject"]
        ]

    assert wait_until(lambda: bool(lettere()), 60)
    [allegato] = list(lettere()[0].iter_attachments())
    calendario = Calendar.from_ical(allegato.get_content())
    assert str(calendario["method"]) == "REQUEST"
    assert calendario.walk("VEVENT")[0]["location"] == "Presidenza"


def rinvia(segreteria: Page, dirigente: Page, scheda: str, axe) -> None:
    """Too near is told before it leaves; another day leaves."""
    segreteria.goto(scheda)
    segreteria.get_by_role("link", name="Rinvia a un altro giorno").click()
    axe(segreteria)
    segreteria.get_by_label("Nuovo giorno").fill("2024-06-27")
    segreteria.get_by_label("Ora").fill("16:00")
    segreteria.get_by_role("button", name="Prepara il rinvio").click()
    expect(segreteria.get_by_text("Scrivi perché: lo si legge nell’avviso.")).to_be_visible()
    segreteria.get_by_label("Perché si rinvia").fill("Concomitanza con gli esami")
    segreteria.get_by_role("button", name="Prepara il rinvio").click()
    expect(segreteria.get_by_role("heading", name="Rinvio: aspetta la firma")).to_be_visible()
    axe(segreteria)
    dirigente.goto(f"{scheda}firma/")
    expect(dirigente.get_by_role("article")).to_contain_text("è rinviata a giovedì 27 giugno")
    dirigente.get_by_label("Ho riletto il testo").check()
    dirigente.get_by_role("button", name="Firma", exact=True).click()
    segreteria.goto(f"{scheda}invia/")
    axe(segreteria)
    segreteria.get_by_label("Ho riletto l’avviso che parte").check()
    segreteria.get_by_role("button", name="Protocolla e invia").click()
    expect(segreteria.get_by_text("Giovedì 27 giugno 2024, ore 16.00")).to_be_visible()
    dirigente.goto(scheda)
    expect(dirigente.get_by_role("heading", name="Ci sarai?")).to_be_visible()


def test_on_a_phone_a_member_reads_and_answers(portale, page: Page, axe):
    page.set_viewport_size(TELEFONO)
    entra(page, CONSIGLIERA)
    page.goto(ORGANI)
    page.get_by_role("link", name="Consiglio d’istituto, seduta n. 23").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Consiglio d’istituto, seduta n. 23")
    assert sta_nella_larghezza(page)
    axe(page)
    with page.expect_download() as scaricato:
        page.get_by_role("link", name="Relazione di verifica").click()
    assert scaricato.value.suggested_filename == "Relazione di verifica.pdf"
    bottone = page.locator("summary", has_text="non potrò esserci")
    assert bottone.bounding_box()["height"] >= 44
    bottone.click()
    page.get_by_label("Perché non potrai esserci").fill("Turno")
    page.get_by_role("button", name="Manda la giustificazione").click()
    expect(page.get_by_text("Registrato: non potrai esserci.")).to_be_visible()
    page.get_by_role("button", name="Cambio: ci sarò").click()
    expect(page.get_by_text("Registrato: ci sarai.")).to_be_visible()
