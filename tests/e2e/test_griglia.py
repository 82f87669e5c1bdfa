"""The entry grid as a teacher meets it: keys, autosave, lost line, conflict, phone, no script."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.e2e

PASSWORD = "iseo-2024-prova"
DOCENTE = "brandolini@antonietti.example"
COLLEGA = "ottolenghi@antonietti.example"
CHIUSA = "dalmonte@antonietti.example"
CLASSE = "2ªB AFM, Matematica"
TELEFONO = {"width": 390, "height": 844}


def entra(page: Page, email: str) -> None:
    page.goto("/accesso/login/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(re.compile(r"/iis-antonietti/"))


def apri(page: Page, email: str = DOCENTE) -> Page:
    """From the landing page of the app to the grid, as a teacher goes."""
    entra(page, email)
    page.goto("/iis-antonietti/competenze/")
    page.get_by_role("row", name=re.compile(CLASSE)).get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CLASSE)
    return page


def pronta(page: Page) -> Page:
    """The page once its script listens."""
    expect(casella(page, 0).locator("button").first).to_be_enabled()
    return page


def casella(page: Page, riga: int, colonna: int = 0) -> Locator:
    return page.locator("[data-riga]").nth(riga).locator(".cella").nth(colonna)


def scegli(page: Page, riga: int, livello: str, colonna: int = 0) -> Locator:
    """Click a level and hand back its cell."""
    dove = casella(page, riga, colonna)
    dove.locator(f"[data-l={livello}]").click()
    return dove


def diverso(dove: Locator, *, da: str = "") -> str:
    """A level that the cell does not hold, and that is not ``da`` either."""
    esclusi = {dove.get_attribute("data-livello"), da}
    return next(livello for livello in "ABCD" if livello not in esclusi)


def salvata(dove: Locator, livello: str) -> None:
    expect(dove).to_have_attribute("data-stato", "salvata")
    expect(dove).to_have_attribute("data-livello", livello)


@pytest.fixture
def griglia(page: Page) -> Page:
    return pronta(apri(page))


@pytest.fixture
def altra_pagina(browser: Browser, browser_context_args: dict) -> Callable[..., Page]:
    """Another person's browser."""
    contesti = []

    def nuova(**argomenti: object) -> Page:
        contesti.append(browser.new_context(**(browser_context_args | argomenti)))
        return contesti[-1].new_page()

    yield nuova
    for contesto in contesti:
        contesto.close()


@pytest.mark.parametrize("misure", [{"width": 1280, "height": 900}, TELEFONO])
def test_ogni_pagina_e_accessibile_e_non_scorre_di_lato(page: Page, axe, misure):
    page.set_viewport_size(misure)
    apri(page)
    base = page.url
    for pagina in ("", "studenti/", "livelli/", "storia/", "registra/"):
        page.goto(base + pagina)
        axe(page)
        largo = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert largo == 0, pagina
    page.goto("/iis-antonietti/competenze/")
    axe(page)


def test_un_tasto_segna_salva_e_scende(griglia: Page):
    dove = casella(griglia, 0)
    livello = diverso(dove)
    dove.locator("[tabindex='0']").focus()
    griglia.keyboard.press(livello.lower())
    expect(casella(griglia, 1).locator(":focus")).to_have_count(1)
    salvata(dove, livello)
    expect(griglia.locator("#salvato")).to_contain_text("Tutto salvato alle")
    griglia.reload()
    salvata(casella(griglia, 0), livello)


def test_numeri_frecce_canc_e_annulla(griglia: Page):
    prima = casella(griglia, 2, 1)
    com_era = prima.get_attribute("data-livello")
    casella(griglia, 1, 0).locator("button").first.focus()
    griglia.keyboard.press("ArrowDown")
    griglia.keyboard.press("ArrowRight")
    griglia.keyboard.press("4" if com_era != "A" else "1")
    salvata(prima, "A" if com_era != "A" else "D")
    griglia.keyboard.press("ArrowUp")
    griglia.keyboard.press("Delete")
    expect(prima).to_have_attribute("data-stato", "vuota")
    griglia.keyboard.press("Control+z")
    griglia.keyboard.press("Control+z")
    salvata(prima, com_era)


def test_non_valutato_chiede_il_motivo_una_volta_per_studente(griglia: Page):
    riga = 5
    casella(griglia, riga, 2).locator("button").first.focus()
    griglia.keyboard.press("n")
    campo = griglia.get_by_label(re.compile("non è valutabile"))
    expect(campo).to_be_focused()
    campo.fill("inserita in classe a maggio")
    campo.press("Enter")
    salvata(casella(griglia, riga, 2), "NV")
    sotto = griglia.locator(".sotto .motivo", has_text="inserita in classe a maggio")
    expect(sotto).to_contain_text("Non valutato")
    casella(griglia, riga, 3).locator("button").first.focus()
    griglia.keyboard.press("n")
    salvata(casella(griglia, riga, 3), "NV")
    expect(sotto).to_contain_text(" e ")
    griglia.keyboard.press("Control+z")
    griglia.keyboard.press("Control+z")
    expect(sotto).to_have_count(0)


def test_due_valori_diversi_si_scelgono(griglia: Page, altra_pagina, axe):
    collega = altra_pagina()
    pronta(apri(collega, COLLEGA))
    suo = diverso(casella(griglia, 9, 1))
    salvata(scegli(collega, 9, suo, 1), suo)
    mio = diverso(casella(griglia, 9, 1), da=suo)
    dove = scegli(griglia, 9, mio, 1)
    expect(dove).to_have_attribute("data-stato", "scegli")
    striscia = griglia.locator(".conflitto")
    expect(striscia).to_contain_text("due valori diversi")
    expect(striscia).to_contain_text("D. Ottolenghi aveva segnato")
    expect(striscia.locator("[data-scrivi]")).to_have_attribute("href", re.compile("^mailto:"))
    expect(griglia.locator("#salvato")).to_contain_text("1 da scegliere")
    expect(dove.locator(f"[data-l={suo}]")).to_have_attribute("aria-checked", "true")
    axe(griglia)
    griglia.get_by_role("button", name=f"Tieni {mio}, il mio").click()
    salvata(dove, mio)
    expect(striscia).to_have_count(0)
    griglia.goto(griglia.url + "storia/")
    expect(griglia.get_by_role("row", name=re.compile("voleva segnare")).first).to_be_visible()


def test_si_prende_il_valore_dell_altro(griglia: Page, altra_pagina):
    collega = altra_pagina()
    pronta(apri(collega, COLLEGA))
    suo = diverso(casella(griglia, 10, 1))
    salvata(scegli(collega, 10, suo, 1), suo)
    dove = scegli(griglia, 10, diverso(casella(griglia, 10, 1), da=suo), 1)
    griglia.get_by_role("button", name=f"Prendi {suo}").click()
    salvata(dove, suo)


def test_senza_linea_i_livelli_aspettano_e_partono_da_soli(griglia: Page):
    griglia.context.set_offline(True)
    livelli = [diverso(casella(griglia, riga)) for riga in (12, 13)]
    for riga, livello in zip((12, 13), livelli, strict=True):
        expect(scegli(griglia, riga, livello)).to_have_attribute("data-stato", "browser")
    expect(griglia.locator("#linea-assente")).to_contain_text(
        re.compile(
            r"Linea assente dalle \d+\.\d\d\. Si può continuare: 2 livelli sono nel computer"
        )
    )
    conservato = griglia.evaluate("JSON.stringify(localStorage)")
    cognome = griglia.locator("[data-riga]").nth(12).locator("[id^='s-']").inner_text().split()[0]
    assert cognome not in conservato
    griglia.context.set_offline(False)
    for riga, livello in zip((12, 13), livelli, strict=True):
        salvata(casella(griglia, riga), livello)
    expect(griglia.locator("#linea-assente")).to_be_hidden()
    assert griglia.evaluate("localStorage.length") == 0


def test_quello_che_aspetta_sopravvive_a_un_ricaricamento(griglia: Page):
    griglia.route("**/celle/", lambda richiesta: richiesta.abort())
    livello = diverso(casella(griglia, 14))
    expect(scegli(griglia, 14, livello)).to_have_attribute("data-stato", "browser")
    griglia.unroute("**/celle/")
    griglia.on("dialog", lambda dialogo: dialogo.accept())
    griglia.reload()
    salvata(casella(griglia, 14), livello)


def test_a_inserimento_chiuso_dice_quali_livelli_non_sono_arrivati(page: Page):
    """Closed while this browser still held a level: the page says which one."""
    entra(page, CHIUSA)
    page.goto("/iis-antonietti/competenze/")
    page.get_by_role("row", name=re.compile("2ªA MM.*registrato")).get_by_role("link").last.click()
    dove = casella(page, 0)
    livello = diverso(dove)
    coda = page.locator("#griglia").get_attribute("data-coda")
    page.evaluate(
        "([coda, chiave, l]) => localStorage.setItem(coda, JSON.stringify({[chiave]: {l, v: 0}}))",
        [coda, dove.get_attribute("data-casella"), livello],
    )
    page.reload()
    avviso = page.locator("#rimasti")
    expect(avviso).to_contain_text(f": {livello}")
    avviso.get_by_role("button", name="Scartali").click()
    expect(avviso).to_be_hidden()
    assert page.evaluate("coda => localStorage.getItem(coda)", coda) is None


def test_una_risposta_persa_non_e_un_conflitto_con_se_stessi(griglia: Page):
    """The server saved, the answer never came, the person went on."""
    primo = diverso(casella(griglia, 15))
    secondo = diverso(casella(griglia, 15), da=primo)
    griglia.route("**/celle/", lambda richiesta: (richiesta.fetch(), richiesta.abort()))
    expect(scegli(griglia, 15, primo)).to_have_attribute("data-stato", "browser")
    griglia.unroute("**/celle/")
    dove = scegli(griglia, 15, secondo)
    griglia.evaluate("dispatchEvent(new Event('online'))")
    salvata(dove, secondo)
    expect(griglia.locator(".conflitto")).to_have_count(0)


def test_a_sessione_finita_si_rientra_e_si_invia(griglia: Page):
    contesto = griglia.context
    contesto.clear_cookies(name="sessionid")
    livello = diverso(casella(griglia, 16))
    expect(scegli(griglia, 16, livello)).to_have_attribute("data-stato", "browser")
    expect(griglia.locator("#sessione-scaduta")).to_be_visible()
    altrove = contesto.new_page()
    entra(altrove, DOCENTE)
    altrove.close()
    griglia.locator("#sessione-scaduta [data-invia]").click()
    salvata(casella(griglia, 16), livello)
    expect(griglia.locator("#sessione-scaduta")).to_be_hidden()


INCOLLA = """testo => {
  const dati = new DataTransfer();
  dati.setData("text/plain", testo);
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: dati, bubbles: true, cancelable: true }));
}"""


def test_un_blocco_incollato_mostra_prima_che_cosa_cambia(griglia: Page, axe):
    casella(griglia, 18).locator("button").first.focus()
    griglia.evaluate(INCOLLA, "A\tottimo")
    finestra = griglia.get_by_role("dialog", name="Incollare il blocco?")
    expect(finestra).to_contain_text("«ottimo» non è un livello")
    griglia.keyboard.press("Escape")
    casella(griglia, 18).locator("button").first.focus()
    livelli = [diverso(casella(griglia, riga)) for riga in (18, 19)]
    griglia.evaluate(INCOLLA, "\n".join(livelli))
    expect(finestra).to_contain_text("Cambiano 2 caselle")
    expect(finestra.locator("tbody tr")).to_have_count(2)
    axe(griglia)
    finestra.get_by_role("button", name="Incolla", exact=True).click()
    for riga, livello in zip((18, 19), livelli, strict=True):
        salvata(casella(griglia, riga), livello)


def test_riempi_tocca_solo_le_caselle_vuote(griglia: Page):
    piena, vuota = casella(griglia, 20, 2), casella(griglia, 21, 2)
    com_era = piena.get_attribute("data-livello") or "A"
    scegli(griglia, 20, com_era, 2)
    vuota.locator("[tabindex]").first.focus()
    griglia.keyboard.press("Delete")
    expect(vuota).to_have_attribute("data-stato", "vuota")
    livello = diverso(piena)
    griglia.get_by_role("button", name=re.compile("^riempi")).nth(2).click()
    finestra = griglia.get_by_role("dialog", name=re.compile("Riempire la colonna"))
    finestra.locator(f"#riempi-{livello}").check(force=True)
    finestra.get_by_role("button", name="Riempi").click()
    salvata(vuota, livello)
    salvata(piena, com_era)


def test_registra_elenca_cio_che_manca_e_porta_alla_casella(griglia: Page, axe):
    vuota = casella(griglia, 22, 3)
    vuota.locator("[tabindex]").first.focus()
    griglia.keyboard.press("Delete")
    griglia.get_by_role("link", name="Registra e chiudi…").click()
    finestra = griglia.locator("#dialogo")
    expect(finestra).to_contain_text("non si può ancora registrare")
    axe(griglia)
    nome = griglia.locator("[data-riga]").nth(22).locator("[id^='s-']").inner_text()
    finestra.get_by_role("link", name=nome).click()
    expect(finestra).to_be_hidden()
    expect(vuota.locator(":focus")).to_have_count(1)
    griglia.keyboard.press("Control+z")
    expect(vuota).to_have_attribute("data-stato", "salvata")


def test_sul_telefono_una_competenza_alla_volta(page: Page, axe):
    page.set_viewport_size(TELEFONO)
    pronta(apri(page))
    scheda = page.get_by_role("group", name="Competenza mostrata").get_by_role("button").nth(1)
    scheda.click()
    expect(scheda).to_have_attribute("aria-pressed", "true")
    expect(casella(page, 0, 0).locator("button").first).to_be_hidden()
    visibile = casella(page, 0, 1)
    for bottone in visibile.get_by_role("radio").all():
        misure = bottone.bounding_box()
        assert min(misure["width"], misure["height"]) >= 44
    livello = diverso(visibile)
    salvata(scegli(page, 0, livello, 1), livello)
    expect(page.locator(".griglia-piede")).to_contain_text(
        re.compile("in questa competenza|competenza è completa")
    )
    axe(page)


def test_senza_script_resta_la_scheda_della_circolare(altra_pagina, axe):
    pagina = altra_pagina(java_script_enabled=False)
    apri(pagina)
    expect(pagina.locator("noscript .riquadro")).to_be_visible()
    pagina.get_by_role("link", name="Scheda per studente", exact=True).click()
    pagina.get_by_role("link", name=re.compile("^inserisci competenze")).first.click()
    gruppo = pagina.locator(".scheda-competenza").first
    gruppo.get_by_role("radio", name=re.compile("^D")).check(force=True)
    pagina.get_by_role("button", name="registra", exact=True).click()
    expect(pagina.get_by_text("Competenze registrate:")).to_be_visible()
