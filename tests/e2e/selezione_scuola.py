"""A call from the side of the school: published, its commission, its ranking, the contract."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from cpia.portale.dimostrazione import altre_scuole, selezioni_piano
from tests.e2e.accesso import TELEFONO, ricarica_finche_c_e, sta_nella_larghezza

SCUOLA = "ic-pinocchio-montesicuro"
SELEZIONI = f"/{SCUOLA}/selezioni/"
DIRIGENTE, SEGRETERIA = altre_scuole.PERSONE[SCUOLA]
RUOLO = selezioni_piano.ESPERTI.ruolo
SCADE = ("2024-06-21", "12:00")
RECLAMO_GIORNI = "7"
STAMPATA_ENTRO = 240  # seconds: two cores print what all the schools have left
Axe = Callable[[Page], None]


def contenuto(page: Page) -> Locator:
    return page.locator("#contenuto")


def guarda(page: Page, axe: Axe) -> None:
    """The page wide and on a telephone."""
    axe(page)
    page.set_viewport_size(TELEFONO)
    assert sta_nella_larghezza(page), page.url
    axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def aspetta_la_carta(page: Page, nome: str) -> Locator:
    """The link to a paper, once the worker has printed it: it may have others before."""
    carta = page.get_by_role("link", name=nome)
    ricarica_finche_c_e(page, carta, secondi=STAMPATA_ENTRO)
    return carta


def completa_l_avviso(page: Page, axe: Axe) -> str:
    """The draft for who does not work here, which two calls without result have led to."""
    page.goto(f"/{SCUOLA}/scrivania/")
    page.get_by_role("navigation").get_by_role("link", name="Selezioni", exact=True).first.click()
    bozze = contenuto(page).get_by_role("region", name="Bozze")
    riga = bozze.get_by_role("row").filter(has_text=RUOLO).filter(has_text="esterni")
    riga.get_by_role("link", name=RUOLO).click()
    avviso = urlsplit(page.url).path
    page.goto(f"{avviso}scrivi/")
    modulo = page.locator("#modulo-avviso")
    for nome, valore in zip(("Domande fino al", "alle ore"), SCADE, strict=True):
        modulo.get_by_label(nome, exact=True).fill(valore)
    modulo.get_by_label("Giorni per il reclamo").select_option(RECLAMO_GIORNI)
    modulo.get_by_label("Come si presenta la domanda").fill(
        "Nel portale della scuola, con il curriculum, entro il termine."
    )
    expect(page.locator("#prima")).to_contain_text("Non manca niente")
    guarda(page, axe)
    page.get_by_role("button", name="Registra la bozza").click()
    expect(contenuto(page)).to_contain_text("La bozza è registrata")
    return avviso


def pubblica_l_avviso(page: Page, avviso: str, axe: Axe) -> None:
    page.goto(f"{avviso}pubblica/")
    guarda(page, axe)
    page.get_by_label("Ho riletto").check()
    page.get_by_role("button", name="Pubblica l’avviso").click()
    expect(contenuto(page)).to_contain_text("L’avviso è all’albo")
    aspetta_la_carta(page, "L’avviso in PDF")
    guarda(page, axe)
