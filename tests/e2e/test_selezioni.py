"""A call in the browser: its grid and its project, the draft judged live, the albo, the staff."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from cpia.portale.dimostrazione import altre_scuole, organi_piano, selezioni_piano
from cpia.portale.dimostrazione.piano import Conto
from tests.e2e.accesso import TELEFONO, ricarica_finche_c_e, sta_nella_larghezza
from tests.e2e.persone import compagnia

pytestmark = pytest.mark.e2e

SCUOLA = "ic-pinocchio-montesicuro"
SELEZIONI = f"/{SCUOLA}/selezioni/"
DIRIGENTE, SEGRETERIA = altre_scuole.PERSONE[SCUOLA]
DOCENTE = organi_piano.PINOCCHIO.conti[-1][1]
GRIGLIA, PROGETTO, RUOLO = "Progettisti del laboratorio", "Laboratorio di scienze", "Progettista"
SPEDITA = "ic-pinocchio-2018/progettista"
SPESA = "1 × 20 ore × 41,32 € = 826,40 €"
Come = Callable[[Conto], Page]
Axe = Callable[[Page], None]


@pytest.fixture
def come(browser: Browser, browser_context_args: dict, portale: object) -> Iterator[Come]:
    """Each in an own browser, in the school of the thirteen grids."""
    with compagnia(browser, browser_context_args, SCUOLA) as come:
        yield come


def contenuto(page: Page) -> Locator:
    return page.locator("#contenuto")


def guarda(page: Page, axe: Axe) -> None:
    """The page wide and on a telephone."""
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page)
    axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def dal_menu(page: Page) -> None:
    page.goto(f"/{SCUOLA}/scrivania/")
    page.get_by_role("navigation").get_by_role("link", name="Selezioni", exact=True).first.click()


def scrive_la_griglia(page: Page, axe: Axe) -> None:
    """From one of those shipped: one item is changed while its effect is seen, then it is tried."""
    dal_menu(page)
    guarda(page, axe)
    contenuto(page).get_by_role("link", name="Griglie", exact=True).click()
    guarda(page, axe)
    page.get_by_role("link", name="Prepara una griglia").click()
    page.get_by_label("Da quale griglia si parte").select_option(SPEDITA)
    page.get_by_label("Titolo").fill(GRIGLIA)
    guarda(page, axe)
    page.get_by_role("button", name="Prepara la griglia").click()
    expect(contenuto(page)).to_contain_text("Scrivi da quale atto viene la griglia")
    page.get_by_label("Da quale atto viene").fill(selezioni_piano.DELIBERA)
    page.get_by_role("button", name="Prepara la griglia").click()
    expect(contenuto(page)).to_contain_text("il controllo non trova niente che non torni")
    guarda(page, axe)
    cambia_una_voce(page, axe)
    prova_la_griglia(page, axe)


def cambia_una_voce(page: Page, axe: Axe) -> None:
    page.get_by_role("link", name="Cambia la voce 6").click()
    punti, effetto = page.get_by_label("Punti per ciascuno"), page.locator("#effetto")
    punti.fill("40")
    expect(effetto).to_contain_text("un solo titolo può valere 40 punti")
    guarda(page, axe)
    punti.fill("6")
    expect(effetto).to_contain_text("6 punti per ciascuno")
    expect(effetto).not_to_contain_text("un solo titolo può valere")
    page.get_by_role("button", name="Registra la voce").click()
    expect(page.locator("#voce-1-6")).to_contain_text("6 punti per ciascuno")


def prova_la_griglia(page: Page, axe: Axe) -> None:
    """Seven times six points are forty-two: the cap leaves thirty. Nothing is kept."""
    accanto = page.locator(".gri-anteprima")
    accanto.get_by_label("Ce l’ho").first.check()
    expect(accanto.locator("#conto")).to_contain_text("5 su 100")
    accanto.locator("[name=v6-quanti]").fill("7")
    expect(accanto.locator("#conto")).to_contain_text("35 su 100")
    expect(accanto.locator("#esito-v6")).to_contain_text("30")
    guarda(page, axe)
    page.get_by_role("link", name="A tutta pagina").click()
    expect(page.locator("#conto")).to_contain_text("0 su 100")
    guarda(page, axe)


def scrive_il_progetto(page: Page, axe: Axe) -> None:
    """With a CUP that lacks a figure: the draft will say so."""
    dal_menu(page)
    guarda(page, axe)
    contenuto(page).get_by_role("link", name="Progetti", exact=True).click()
    guarda(page, axe)
    page.get_by_role("link", name="Nuovo progetto").first.click()
    page.get_by_role("button", name="Registra il progetto").click()
    expect(contenuto(page)).to_contain_text("Scrivi il titolo")
    guarda(page, axe)
    page.get_by_label("Titolo").fill(PROGETTO)
    page.get_by_label("È pagato con fondi pubblici dedicati").check()
    page.get_by_label("CUP", exact=True).fill("J34D2400031001")
    page.get_by_label("Disponibilità per le persone, euro").fill("2.500")
    page.get_by_label("Finalità da raggiungere").fill("Un laboratorio di scienze in ogni plesso.")
    page.get_by_label("Attività da svolgere").fill("Scelta degli arredi e degli strumenti.")
    page.get_by_label("Prodotti finali").fill("Il progetto del laboratorio.")
    page.get_by_role("button", name="Registra il progetto").click()
    expect(page.get_by_role("heading", name=PROGETTO)).to_be_visible()
    guarda(page, axe)


def scrive_l_avviso(page: Page, axe: Axe) -> str:
    """What is missing goes away while one types; the rest is in the project."""
    page.get_by_role("link", name="Nuova selezione").click()
    page.get_by_label("Ruolo cercato").fill(RUOLO)
    guarda(page, axe)
    page.get_by_role("button", name="Prepara l’avviso").click()
    prima = page.locator("#prima")
    expect(prima).to_contain_text("Nell’avviso mancano i titoli di studio per partecipare")
    guarda(page, axe)
    _compila(page)
    expect(prima).to_contain_text(SPESA)
    expect(prima).to_contain_text("1 cosa da mettere a posto")
    expect(prima).to_contain_text("Il CUP ha 15 caratteri")
    page.get_by_role("button", name="Registra la bozza").click()
    expect(contenuto(page)).to_contain_text("La bozza è registrata")
    scrivi = page.url
    prima.get_by_role("link", name=re.compile("Il CUP ha 15 caratteri")).click()
    page.get_by_label("CUP", exact=True).fill("J34D24000310019")
    page.get_by_role("button", name="Registra il progetto").click()
    page.goto(scrivi)
    expect(prima).to_contain_text("Non manca niente")
    guarda(page, axe)
    return scrivi.removesuffix("scrivi/")


def _compila(page: Page) -> None:
    for nome, valore in (
        ("Ore per ogni persona", "20"),
        ("L’incarico comincia il", "2024-09-02"),
        ("e finisce il", "2024-11-29"),
        ("Ordine scolastico", "istituto comprensivo"),
        ("Compenso lordo per un’ora, da", "41,32"),
        ("fino a", "41,32"),
        ("Titoli di studio per partecipare", "Laurea o diploma coerente con il progetto."),
        ("Domande fino al", "2024-06-21"),
        ("alle ore", "12:00"),
        ("Come si presenta la domanda", "In segreteria, con il curriculum."),
    ):
        page.locator("#modulo-avviso").get_by_label(nome, exact=True).fill(valore)
    page.get_by_label("Griglia di valutazione").select_option(label=GRIGLIA)
    page.get_by_label("Responsabile del procedimento").select_option(
        label=f"{DIRIGENTE.nome} {DIRIGENTE.cognome}"
    )


def pubblica(page: Page, avviso: str, axe: Axe) -> None:
    """Who directs reads it again; nothing is left out of the albo."""
    page.goto(avviso)
    guarda(page, axe)
    page.get_by_role("link", name="Pubblica…").first.click()
    page.get_by_role("button", name="Pubblica l’avviso").click()
    expect(contenuto(page)).to_contain_text("Rileggi e spunta la casella")
    guarda(page, axe)
    page.get_by_label("Ho riletto").check()
    page.get_by_role("button", name="Pubblica l’avviso").click()
    expect(contenuto(page)).to_contain_text("L’avviso è all’albo")
    ricarica_finche_c_e(page, page.get_by_role("link", name="L’avviso in PDF"))
    guarda(page, axe)


def legge_chi_lavora_qui(page: Page, avviso: str, axe: Axe) -> None:
    """The published calls, and no draft; the acts are of others."""
    dal_menu(page)
    expect(contenuto(page)).not_to_contain_text("Bozze")
    guarda(page, axe)
    page.goto(avviso)
    expect(contenuto(page)).to_contain_text("41,32 €")
    expect(contenuto(page)).not_to_contain_text("Revoca")
    for pagina, stato in ((f"{avviso}revoca/", 403), (f"{SELEZIONI}griglie/", 403)):
        assert page.request.get(pagina).status == stato


def legge_chiunque(page: Page, axe: Axe) -> None:
    page.goto(f"/{SCUOLA}/albo/")
    page.get_by_role("link", name=re.compile(RUOLO)).first.click()
    expect(page.locator("main")).to_contain_text(RUOLO)
    axe(page)


def test_dalla_griglia_all_albo(come: Come, page: Page, axe: Axe) -> None:
    ufficio = come(SEGRETERIA)
    scrive_la_griglia(ufficio, axe)
    scrive_il_progetto(ufficio, axe)
    avviso = scrive_l_avviso(ufficio, axe)
    assert ufficio.request.get(f"{avviso}pubblica/").status == 403
    pubblica(come(DIRIGENTE), avviso, axe)
    legge_chi_lavora_qui(come(DOCENTE), avviso, axe)
    legge_chiunque(page, axe)


def test_chi_non_basta_e_chi_viene_dopo(come: Come, axe: Axe) -> None:
    """The sheet of a call that did not meet the need says why, and leads to the one after it."""
    page = come(DIRIGENTE)
    dal_menu(page)
    conclusi = contenuto(page).get_by_role("region", name="Conclusi")
    conclusi.get_by_role("link", name=selezioni_piano.ESPERTI.ruolo).last.click()
    expect(contenuto(page)).to_contain_text(selezioni_piano.ATTO)
    guarda(page, axe)
    page.get_by_role("link", name="Esterni", exact=True).click()
    expect(page.locator("#prima")).to_contain_text("Perché si può aprire")
    expect(page.locator("#prima")).to_contain_text(selezioni_piano.ALTRE_ATTO)
    guarda(page, axe)
