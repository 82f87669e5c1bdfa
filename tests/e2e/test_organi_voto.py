"""Votes of a sitting: two phones and a secretary, figures that do not add up, a count repeated."""

import re

import pytest
from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione.altre_scuole import PERSONE
from cpia.portale.dimostrazione.organi_piano import CONTI
from tests.e2e.accesso import TELEFONO, sta_nella_larghezza
from tests.e2e.persone import compagnia

pytestmark = pytest.mark.e2e

SCUOLA = "ic-pinocchio-montesicuro"
DIRIGENTE = PERSONE[SCUOLA][0]
SEGRETARIO, GENITORE = (
    next(conto for conto in CONTI if conto.email == f"{chi}@pinocchio.example")
    for chi in ("segretario", "presidente")
)


def test_the_votes_of_a_sitting(portale, browser, browser_context_args, axe):
    with compagnia(browser, browser_context_args, SCUOLA) as come:
        segretario, genitore, dirigente = come(SEGRETARIO), come(GENITORE), come(DIRIGENTE)
        for telefono in (genitore, dirigente):
            telefono.set_viewport_size(TELEFONO)
        seduta = va_in_aula(segretario)
        genitore.goto(f"{seduta}posto/")
        dirigente.goto(f"{seduta}posto/")
        chiede_un_punto(segretario, axe)
        numero = vota_per_nome(segretario, genitore, dirigente, axe)
        legge_che_cosa_e_deciso(genitore, numero, axe)
        conta_le_mani(segretario, axe)
        troppo_tardi(segretario)
        parla_ed_esce(segretario, genitore, axe)


def va_in_aula(page: Page) -> str:
    page.goto(f"/{SCUOLA}/organi/")
    page.locator("#contenuto").get_by_role(
        "link", name="Giunta esecutiva", exact=True
    ).first.click()
    page.locator("#contenuto").get_by_role("link", name="5 giugno").first.click()
    page.goto(page.url.rstrip("/") + "/aula/")
    expect(page.locator("#aula")).to_be_visible()
    return page.url.removesuffix("aula/")


def avvia(page: Page, numero: int) -> None:
    page.get_by_role("button", name=f"Avvia il punto {numero}").click()
    expect(page.get_by_role("button", name="Metti ai voti")).to_be_visible()


def vota_per_nome(segretario: Page, genitore: Page, dirigente: Page, axe) -> str:
    """Each from the own place, the others called by name; nobody sees how it is going."""
    avvia(segretario, 1)
    voto = segretario.locator("#aula-voto")
    axe(segretario)
    voto.get_by_label("per nome", exact=True).check()
    voto.get_by_role("button", name="Metti ai voti").click()
    expect(voto).to_contain_text("Nessuno parla più.")
    si = genitore.get_by_role("button", name="Favorevole")
    expect(si).to_be_visible()
    si.click()
    expect(genitore.locator("#posto")).to_contain_text("Puoi cambiarlo finché")
    genitore.get_by_role("button", name="Contrario").click()
    expect(genitore.get_by_role("button", name="Contrario")).to_have_attribute(
        "aria-pressed", "true"
    )
    si.click()
    expect(si).to_have_attribute("aria-pressed", "true")
    expect(genitore.locator("#posto")).to_contain_text("Il risultato si vede solo")
    axe(genitore)
    assert sta_nella_larghezza(genitore)
    dirigente.get_by_role("button", name="Favorevole").click()
    expect(voto).to_contain_text("Hanno votato in 2 su 5")
    voto.locator("summary", has_text="Appello nominale").click()
    for scelta in voto.locator("select").all():
        scelta.select_option("contrario")
    voto.get_by_role("button", name="Registra le risposte").click()
    expect(voto).to_contain_text("Hanno votato in 5 su 5")
    voto.get_by_role("button", name="Chiudi la votazione").click()
    expect(voto).to_contain_text("Non approvata, per un voto")
    axe(segretario)
    ripete(segretario)
    return proclama_l_unanimita(segretario)


def ripete(page: Page) -> None:
    """The count is made again, with a reason that stays."""
    page.locator("#aula-voto").get_by_role("link", name="Ripeti il conteggio").click()
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_label("Perché").fill("All’appello una risposta è stata capita male")
    dialogo.get_by_role("button", name="Annulla e vota di nuovo").click()
    expect(page.locator("#aula-voto")).to_contain_text("Hanno votato in 0 su 5")


def proclama_l_unanimita(page: Page) -> str:
    voto = page.locator("#aula-voto")
    voto.locator("summary", has_text="Appello nominale").click()
    for scelta in voto.locator("select").all():
        scelta.select_option("favorevole")
    voto.get_by_role("button", name="Registra le risposte").click()
    expect(voto).to_contain_text("Hanno votato in 5 su 5")
    voto.get_by_role("button", name="Chiudi la votazione").click()
    expect(voto).to_contain_text("Approvata all’unanimità")
    return proclama(page)


def proclama(page: Page) -> str:
    """The number is the one promised by the button."""
    bottone = page.locator("#aula-voto").get_by_role("link", name=re.compile("^Proclama"))
    trovato = re.search(r"n\. (\d+)", bottone.inner_text())
    bottone.click()
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_label("Ho riletto le cifre").check()
    dialogo.get_by_role("button", name=re.compile("^Proclama")).click()
    detto = page.get_by_role("main").get_by_text(re.compile("^(Proclamata:|L’esito è proclamato)"))
    expect(detto).to_be_visible()
    page.wait_for_load_state()
    return trovato[1] if trovato else ""


def legge_che_cosa_e_deciso(page: Page, numero: str, axe) -> None:
    """On the phone, without touching it."""
    expect(page.locator("#posto")).to_contain_text(f"delibera n. {numero}")
    expect(page.locator(".si-vota")).to_have_count(0)
    axe(page)


def conta_le_mani(page: Page, axe) -> None:
    """Three figures that must add up; the tie asks how who presides voted."""
    avvia(page, 2)
    voto = page.locator("#aula-voto")
    voto.get_by_role("button", name="Metti ai voti").click()
    voto.get_by_label("Favorevoli").fill("2")
    voto.get_by_label("Contrari").fill("2")
    voto.get_by_label("Astenuti").fill("0")
    expect(voto.locator("#voto-prova")).to_contain_text("ne manca 1")
    voto.get_by_role("button", name="Chiudi la votazione").click()
    expect(voto.locator("#errore-astenuti")).to_contain_text("qui va 1.")
    expect(voto.get_by_label("Favorevoli")).to_have_value("2")
    axe(page)
    voto.get_by_label("Astenuti").fill("1")
    expect(voto).to_contain_text("Parità: come ha votato chi presiede?")
    voto.get_by_label("a favore", exact=True).check()
    expect(voto).to_contain_text("Approvata, a parità di voti")
    axe(page)
    voto.get_by_role("button", name="Chiudi la votazione").click()
    expect(voto.get_by_role("link", name=re.compile("^Proclama: delibera"))).to_be_visible()
    voto.get_by_role("link", name="la regola, passo per passo").click()
    expect(page.locator("#cassetto")).to_contain_text("art. 37 c. 3")
    axe(page)
    page.locator("#cassetto").get_by_role("button", name="Chiudi").click()
    assert proclama(page)


def chiede_un_punto(page: Page, axe) -> None:
    """By unanimity, at the start: not admitted, and the agenda says how many were missing."""
    page.get_by_role("link", name="Aggiungi un punto…").click()
    dialogo = page.get_by_role("dialog")
    expect(dialogo).to_contain_text("unanimità dei presenti")
    axe(page)
    dialogo.get_by_label("Argomento").fill("Uso della palestra")
    dialogo.get_by_role("button", name="Metti ai voti l’ammissione").click()
    voto = page.locator("#aula-voto")
    voto.get_by_label("Favorevoli").fill("4")
    voto.get_by_label("Contrari").fill("1")
    voto.get_by_label("Astenuti").fill("0")
    expect(voto).to_contain_text("Non ammesso")
    voto.get_by_role("button", name="Chiudi la votazione").click()
    proclama(page)
    expect(page.locator("#aula-ordine")).to_contain_text("non ammesso: 4 sì, ne servivano 5")


def troppo_tardi(page: Page) -> None:
    """What was typed stays in the dialog that refuses it."""
    page.get_by_role("link", name="Aggiungi un punto…").click()
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_label("Argomento").fill("Gita di fine anno")
    dialogo.get_by_role("button", name="Metti ai voti l’ammissione").click()
    expect(dialogo).to_contain_text("solo all’inizio della seduta")
    expect(dialogo.get_by_label("Argomento")).to_have_value("Gita di fine anno")
    dialogo.get_by_role("link", name="Torna all’aula").click()
    expect(dialogo).to_be_hidden()


def parla_ed_esce(segretario: Page, genitore: Page, axe) -> None:
    """The word, a statement to the letter, and the way out."""
    avvia(segretario, 3)
    # Until the phone knows of it, the button asks for the word on the item before.
    punto = genitore.locator("#posto li", has_text="Calendario delle prossime riunioni")
    expect(punto).to_contain_text("in discussione")
    chiedi = genitore.get_by_role("button", name="Chiedi la parola")
    expect(chiedi).to_be_visible()
    chiedi.click()
    expect(genitore.locator("#posto")).to_contain_text("Hai chiesto la parola alle")
    genitore.get_by_role("link", name="Detta una dichiarazione a verbale").click()
    genitore.get_by_role("button", name="Metti a verbale").click()
    expect(genitore.get_by_text("Scrivi la dichiarazione.")).to_be_visible()
    axe(genitore)
    genitore.get_by_label(re.compile("Le tue parole")).fill("Chiedo che si avvisino le famiglie.")
    genitore.get_by_role("button", name="Metti a verbale").click()
    expect(genitore.get_by_text("parola per parola").first).to_be_visible()
    genitore.get_by_role("link", name="Devo uscire").click()
    expect(genitore.get_by_role("dialog")).to_contain_text("restano in 4")
    axe(genitore)
    genitore.get_by_role("dialog").get_by_role("button", name="Esco").click()
    expect(genitore.locator("#posto")).to_contain_text("Sei uscito alle")
    expect(segretario.locator("#aula-testa .quanti strong")).to_have_text("4")
