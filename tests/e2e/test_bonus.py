"""The bonus in the browser: from the criteria at the albo to the outcome, with five people."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.bonus_scuola_piano import COMPONENTE, DOCENTE
from cpia.portale.dimostrazione.piano import Conto
from tests.e2e.accesso import TELEFONO, ricarica_finche_c_e, sta_nella_larghezza
from tests.e2e.persone import compagnia

pytestmark = pytest.mark.e2e

SCUOLA = "cpia-caltanissetta-enna"
BONUS = f"/{SCUOLA}/bonus/"
DIRIGENTE, SEGRETERIA = altre_scuole.PERSONE[SCUOLA]
COLLEGA = "Zagarella"
Come = Callable[[Conto], Page]


@pytest.fixture
def come(browser: Browser, browser_context_args: dict, portale: object) -> Iterator[Come]:
    """Each in an own browser, in the CPIA that assigns the bonus."""
    with compagnia(browser, browser_context_args, SCUOLA) as come:
        yield come


def contenuto(page: Page) -> Locator:
    return page.locator("#contenuto")


def guarda(page: Page, axe: Callable[[Page], None]) -> None:
    """The page wide and on a telephone."""
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def procedura(page: Page, di_chi: str = "docenti") -> str:
    """The address of the procedure of the year, from the menu."""
    page.goto(f"/{SCUOLA}/scrivania/")
    page.get_by_role("navigation").get_by_role("link", name="Bonus", exact=True).first.click()
    voce = contenuto(page).locator("dl > div", has_text=f"Procedura, {di_chi}")
    voce.get_by_role("link", name="Procedura", exact=True).first.click()
    return page.url


def conferma(page: Page, legame: str, verbo: str, axe: Callable[[Page], None]) -> None:
    """An act that asks to have been read again."""
    page.get_by_role("link", name=legame).click()
    dialogo = page.get_by_role("dialog")
    axe(page)
    dialogo.get_by_label("Ho riletto").check()
    dialogo.get_by_role("button", name=verbo).click()


def prepara_i_criteri(page: Page, axe: Callable[[Page], None]) -> str:
    """The office: a version for the ATA staff, which begins from that of the teachers."""
    page.goto(f"{BONUS}criteri/")
    guarda(page, axe)
    page.get_by_role("link", name="Prepara una versione").click()
    page.get_by_label("Di chi").select_option("ata")
    page.get_by_label("Da quali criteri si parte").select_option(index=0)
    guarda(page, axe)
    page.get_by_role("button", name="Prepara la bozza").click()
    expect(contenuto(page)).to_contain_text("Tabella A")
    scheda = page.url
    guarda(page, axe)
    for legame in ("Cambia titolo e livelli", "Cambia l’area A", "Nuovo criterio dell’area A"):
        page.get_by_role("link", name=legame).click()
        guarda(page, axe)
        page.goto(scheda)
    page.get_by_role("link", name="Cambia il 1º criterio di A1").click()
    page.locator("[name=testo]").fill("Cura con continuità il servizio")
    page.get_by_role("button", name="Registra il criterio").click()
    expect(contenuto(page)).to_contain_text("Cura con continuità il servizio")
    return scheda


def adotta_i_criteri(page: Page, scheda: str, axe: Callable[[Page], None]) -> None:
    """Who directs, on an act that is not in the portal; then everybody may read them."""
    page.goto(scheda)
    page.get_by_role("link", name="Registra l’adozione…").click()
    guarda(page, axe)
    page.get_by_role("button", name="Registra l’adozione").click()
    axe(page)
    page.get_by_label("Decreto del dirigente").fill("Contratto integrativo d’istituto, art. 20")
    page.get_by_label("Giorno del decreto o dell’atto").fill("2024-06-03")
    page.get_by_label("Ho riletto i criteri").check()
    page.get_by_role("button", name="Registra l’adozione").click()
    expect(contenuto(page)).to_contain_text("Contratto integrativo d’istituto, art. 20")
    ricarica_finche_c_e(page, page.get_by_role("link", name="Criteri in PDF"))
    conferma(page, "Pubblica all’albo…", "Pubblica i criteri", axe)
    expect(contenuto(page).locator(".bonus-adozione")).to_contain_text("n. 2/2024")
    guarda(page, axe)


def apre_le_richieste(page: Page, ufficio: Page, axe: Callable[[Page], None]) -> None:
    ufficio.goto(f"{BONUS}procedure/nuova/")
    guarda(ufficio, axe)
    ufficio.get_by_label("Fondo").select_option(index=1)
    criteri = ufficio.locator("[name=criteri]")
    ata = criteri.locator("option", has_text="personale ATA").get_attribute("value")
    criteri.select_option(ata)
    ufficio.get_by_label("Personale").select_option("ata")
    ufficio.get_by_role("button", name="Prepara la procedura").click()

    procedura(page, "personale ATA")
    page.get_by_role("link", name="Apri le richieste…").click()
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_label("Di ruolo in servizio").fill("9")
    dialogo.get_by_label("Ho riletto").check()
    axe(page)
    dialogo.get_by_role("button", name="Apri le richieste").click()
    expect(contenuto(page)).to_contain_text("Si può chiedere fino")
    guarda(page, axe)


def chiede(page: Page, axe: Callable[[Page], None]) -> None:
    """An activity, saved as one writes, and the request is sent."""
    procedura(page, "personale ATA")
    page.get_by_role("link", name="Chiedi di partecipare").click()
    guarda(page, axe)
    page.get_by_role("button", name="Comincia la richiesta").click()
    guarda(page, axe)
    page.get_by_role("link", name="Aggiungi un’attività").click()
    guarda(page, axe)
    page.get_by_role("button", name="Scegli").first.click()
    page.get_by_label("Attività", exact=True).fill("Riordino dell’archivio")
    page.get_by_label("Che cosa hai fatto").fill("Ho riordinato l’archivio degli iscritti.")
    page.get_by_label("Dal", exact=True).fill("2023-10-02")
    expect(page.locator("#salvato")).to_contain_text("alv")
    guarda(page, axe)
    page.get_by_role("button", name="Salva e torna alla richiesta").click()
    expect(contenuto(page)).to_contain_text("Riordino dell’archivio")
    guarda(page, axe)
    conferma(page, "Invia la richiesta…", "Invia la richiesta", axe)
    expect(contenuto(page)).to_contain_text("Inviata")
    ricarica_finche_c_e(page, page.get_by_role("link", name="La ricevuta con la griglia"))
    guarda(page, axe)
    conferma(page, "Riprendi per cambiarla…", "Riprendi la richiesta", axe)
    expect(contenuto(page)).to_contain_text("finché non la invii di nuovo non conta")
    conferma(page, "Ritira la richiesta…", "Ritira la richiesta", axe)
    expect(contenuto(page)).to_contain_text("Ritirata")


def test_dai_criteri_alla_richiesta(come: Come, axe: Callable[[Page], None]) -> None:
    """Of the ATA staff, for which nothing is there yet."""
    scheda = prepara_i_criteri(come(SEGRETERIA), axe)
    adotta_i_criteri(come(DIRIGENTE), scheda, axe)
    apre_le_richieste(come(DIRIGENTE), come(SEGRETERIA), axe)
    chiede(come(SEGRETERIA), axe)
    procedura(come(DIRIGENTE), "personale ATA")
    expect(contenuto(come(DIRIGENTE))).to_contain_text("Proroga il termine")


def legge_i_criteri(page: Page, axe: Callable[[Page], None]) -> None:
    """Who sits in the Comitato: the criteria that were adopted, and nothing on anybody."""
    dove = procedura(page)
    expect(contenuto(page)).not_to_contain_text(COLLEGA)
    contenuto(page).get_by_role("link", name="I criteri").click()
    expect(contenuto(page)).to_contain_text("Tabella A")
    expect(contenuto(page)).to_contain_text("delibera n. 1")
    guarda(page, axe)
    for pagina in ("quadro/", "requisiti/", "decreto/"):
        assert page.request.get(dove + pagina).status == 403


def valuta_chi_manca(page: Page, axe: Callable[[Page], None]) -> None:
    """The dirigente finishes what is on the board: the amounts stop being provisional."""
    quadro = procedura(page) + "quadro/"
    page.goto(quadro)
    expect(contenuto(page)).to_contain_text("20 su 22")
    expect(contenuto(page)).to_contain_text("Importi provvisori")
    guarda(page, axe)
    da_valutare = contenuto(page).get_by_role("link", name=re.compile("^Valuta "))
    for restano in (2, 1):
        expect(da_valutare).to_have_count(restano)
        da_valutare.first.click()
        _giudica_tutto(page)
        if restano == 2:
            guarda(page, axe)
        page.get_by_label("Motivazione").fill("Ha lavorato con cura, oltre i compiti ordinari.")
        with page.expect_navigation():
            page.get_by_role("button", name="Completa la valutazione").click()
        page.goto(quadro)
    expect(contenuto(page)).to_contain_text("22 su 22")
    expect(contenuto(page)).not_to_contain_text("Importi provvisori")


def _giudica_tutto(page: Page) -> None:
    """Whatever was not judged yet is confirmed, at the second level."""
    for numero in range(page.locator(".bonus-attivita").count()):
        voce = page.locator(".bonus-attivita").nth(numero)
        if not voce.get_by_text("da giudicare").count():
            continue
        voce.get_by_label("confermata", exact=True).check()
        voce.get_by_label("Punti, area").fill("10")
        voce.locator(".bonus-livelli label").nth(1).click()
        voce.get_by_role("button", name="Registra il giudizio").click()
        expect(voce).to_contain_text("registrato")


def decreta(page: Page, axe: Callable[[Page], None]) -> None:
    """Another method than that of the regulation, with its reason; then it is written."""
    dove = procedura(page)
    page.goto(f"{dove}decreto/?metodo=proporzionale")
    guarda(page, axe)
    firma = page.get_by_role("button", name="Firma il decreto")
    page.get_by_label("Ho riletto gli esiti").check()
    with page.expect_navigation():
        firma.click()
    axe(page)
    page.get_by_label("Perché questo metodo").fill(
        "Le quote uguali pagherebbero di più la fascia più bassa."
    )
    page.get_by_label("Ho riletto gli esiti").check()
    with page.expect_navigation():
        firma.click()
    page.goto(f"{dove}decreto/")
    ricarica_finche_c_e(page, page.get_by_role("link", name="Decreto (PDF)"))
    expect(contenuto(page)).to_contain_text("10.450,00")
    guarda(page, axe)


def legge_il_proprio_esito(page: Page, axe: Callable[[Page], None]) -> None:
    """Who took part: the own numbers, and nobody else’s."""
    dove = procedura(page)
    page.goto(f"{dove}esito/")
    expect(contenuto(page)).to_contain_text("90,5")
    expect(contenuto(page)).to_contain_text("La motivazione")
    expect(contenuto(page)).not_to_contain_text(COLLEGA)
    expect(page.get_by_role("link", name="La lettera (PDF)")).to_be_visible()
    guarda(page, axe)
    assert page.request.get(f"{dove}quadro/").status == 403


def pubblica(page: Page, axe: Callable[[Page], None]) -> None:
    dove = procedura(page)
    page.goto(f"{dove}pubblicazione/")
    expect(contenuto(page)).to_contain_text("Che cosa leggerà il pubblico")
    guarda(page, axe)
    page.locator("form.conferma").get_by_role("checkbox").check()
    page.get_by_role("button", name="Pubblica l’esito").click()
    expect(contenuto(page)).to_contain_text("repertorio")


def reclama(page: Page, axe: Callable[[Page], None]) -> None:
    page.goto(f"{procedura(page)}esito/")
    page.get_by_role("link", name="Presenta un reclamo").click()
    page.locator("[name=testo]").fill("Chiedo di rivedere il giudizio sulla prima attività.")
    guarda(page, axe)
    page.get_by_role("button", name="Presenta l’istanza").click()
    expect(contenuto(page)).to_contain_text("aspetta risposta")


def risponde(page: Page, axe: Callable[[Page], None]) -> None:
    page.goto(f"{procedura(page)}istanze/")
    contenuto(page).get_by_role("link", name=DOCENTE.cognome).click()
    guarda(page, axe)
    page.get_by_label("Esito").select_option("respinta")
    page.locator("[name=risposta]").fill("Il giudizio resta: la documentazione è stata letta.")
    page.get_by_role("button", name="Protocolla la risposta").click()
    expect(contenuto(page)).to_contain_text("respinta")


def test_dai_criteri_all_albo(come: Come, page: Page, axe: Callable[[Page], None]) -> None:
    legge_i_criteri(come(COMPONENTE), axe)
    valuta_chi_manca(come(DIRIGENTE), axe)

    ufficio = come(SEGRETERIA)
    dove = procedura(ufficio)
    ufficio.goto(f"{dove}requisiti/")
    expect(contenuto(ufficio)).to_contain_text("assenze oltre il limite")
    guarda(ufficio, axe)
    for pagina in ("quadro/", "decreto/"):
        assert ufficio.request.get(dove + pagina).status == 403

    decreta(come(DIRIGENTE), axe)
    legge_il_proprio_esito(come(DOCENTE), axe)
    pubblica(come(DIRIGENTE), axe)
    # Anybody, without signing in: the criteria and the outcome, without any amount by name.
    page.goto(f"/{SCUOLA}/albo/")
    expect(page.locator("main")).to_contain_text("Criteri")
    page.get_by_role("link", name=re.compile("^Esito")).click()
    expect(page.locator("main")).not_to_contain_text("€")
    axe(page)
    reclama(come(DOCENTE), axe)
    risponde(come(DIRIGENTE), axe)
    mia = come(DOCENTE)
    mia.reload()
    expect(contenuto(mia)).to_contain_text("la documentazione è stata letta")
