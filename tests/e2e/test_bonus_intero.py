"""One bonus from the criteria to the albo and to the own outcome: of a year that has none yet."""

import io
import re
from collections.abc import Callable, Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.bonus_scuola_piano import DOCENTE
from cpia.portale.dimostrazione.piano import Conto
from tests.e2e.accesso import ricarica_finche_c_e
from tests.e2e.persone import compagnia

pytestmark = pytest.mark.e2e

SCUOLA = "cpia-caltanissetta-enna"
BONUS = f"/{SCUOLA}/bonus/"
ANNO = "2022/23"
DIRIGENTE, SEGRETERIA = altre_scuole.PERSONE[SCUOLA]
ORA = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})")
# Minutes: within them the teacher asks, then the call is over.
SI_CHIEDE = 4
Come = Callable[[Conto], Page]


@pytest.fixture
def come(browser: Browser, browser_context_args: dict, portale: object) -> Iterator[Come]:
    """Each in an own browser, in the CPIA of the criteria."""
    with compagnia(browser, browser_context_args, SCUOLA) as come:
        yield come


def contenuto(page: Page) -> Locator:
    return page.locator("#contenuto")


def compie(page: Page, pagina: str, verbo: str) -> None:
    """An act on its own page, ticked as read again."""
    page.goto(pagina)
    page.get_by_label("Ho riletto").check()
    with page.expect_navigation():
        page.locator("form.conferma").get_by_role("button", name=verbo).click()


def una_foto() -> bytes:
    foto = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(foto, "PNG")
    return foto.getvalue()


def pdf_in_parole(page: Page, legame: Locator) -> str:
    pdf = page.request.get(str(legame.get_attribute("href"))).body()
    pagine = (pagina.extract_text() for pagina in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(" ".join(pagine).split())


def prepara_i_criteri(page: Page) -> tuple[str, str]:
    """From those of the source; the address of the draft, and the id of the year."""
    page.goto(f"{BONUS}criteri/nuovi/")
    page.get_by_label("Anno scolastico").select_option(label=ANNO)
    anno = page.get_by_label("Anno scolastico").input_value()
    page.get_by_label("Da quali criteri si parte").select_option("spediti")
    with page.expect_navigation():
        page.get_by_role("button", name="Prepara la bozza").click()
    expect(contenuto(page)).to_contain_text("fino al 40 per cento")
    expect(contenuto(page)).to_contain_text("Art. 12. Clausola di salvaguardia")
    return page.url, anno


def adotta(page: Page, scheda: str) -> None:
    page.goto(f"{scheda}adotta/")
    page.locator("[name=atto]").fill("decreto n. 334, prot. n. 5279")
    page.locator("[name=adottati_il]").fill("2022-10-03")
    page.get_by_label("Ho riletto i criteri").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Registra l’adozione").click()
    expect(contenuto(page)).to_contain_text("decreto n. 334")


def scrive_il_fondo(page: Page, anno: str) -> None:
    page.goto(f"{BONUS}fondo/{anno}/")
    page.get_by_label("Fondo, euro").fill("1.000,00")
    page.get_by_label("Parte dei docenti, euro").fill("1.000,00")
    page.get_by_label("Chi dice come si usa").select_option("comitato")
    with page.expect_navigation():
        page.get_by_role("button", name="Registra il fondo").click()


def prepara_la_procedura(page: Page) -> str:
    page.goto(f"{BONUS}procedure/nuova/")
    for campo in ("fondo", "criteri"):
        scelta = page.locator(f"[name={campo}]")
        di_allora = scelta.locator("option", has_text=ANNO).first.get_attribute("value")
        scelta.select_option(di_allora)
    page.get_by_label("Personale").select_option("docenti")
    with page.expect_navigation():
        page.get_by_role("button", name="Prepara la procedura").click()
    assert re.search(r"/procedure/[0-9]+/$", page.url), page.url
    return page.url


def apre(page: Page, dove: str, adesso: tuple[int, int]) -> None:
    minuti = adesso[0] * 60 + adesso[1] + SI_CHIEDE
    page.goto(f"{dove}apri/")
    page.get_by_label("Si chiede fino al").fill("2024-06-05")
    page.locator("[name=ora]").fill(f"{minuti // 60:02}:{minuti % 60:02}")
    page.get_by_label("Di ruolo in servizio").fill("1")
    page.get_by_label("Ho riletto").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Apri le richieste", exact=True).click()
    expect(contenuto(page)).to_contain_text("Si può chiedere fino")


def chiede(page: Page, dove: str) -> None:
    """An activity of that year, with a file."""
    page.goto(f"{dove}mia/")
    page.get_by_role("button", name="Comincia la richiesta").click()
    page.get_by_label("Alfabetizzazione").check()
    page.get_by_role("button", name="Registra il gruppo").click()
    page.get_by_role("link", name="Aggiungi un’attività").click()
    page.get_by_role("button", name="Scegli").first.click()
    page.locator("[name=titolo]").first.fill("Laboratorio di lettura")
    page.get_by_label("Che cosa hai fatto").fill("Ho letto con gli adulti del livello A2.")
    page.locator("[name=dal]").fill("2022-10-10")
    expect(page.locator("#salvato")).to_contain_text("alv")
    page.get_by_text("Aggiungi un file").click()
    page.locator("input[type=file]").set_input_files(
        {"name": "cartellone.png", "mimeType": "image/png", "buffer": una_foto()}
    )
    page.get_by_role("button", name="Carica il file").click()
    expect(contenuto(page)).to_contain_text("cartellone.png")
    compie(page, f"{dove}mia/invia/", "Invia la richiesta")
    expect(contenuto(page)).to_contain_text("Inviata")


def scrive_i_requisiti(page: Page, dove: str) -> None:
    page.goto(f"{dove}requisiti/")
    contenuto(page).get_by_role("link", name=DOCENTE.cognome).first.click()
    page.get_by_label("Giorni di lavoro dell’anno").fill("200")
    page.get_by_label("Giorni di assenza").fill("4")
    page.get_by_label("di cui congedi").fill("0")
    with page.expect_navigation():
        page.get_by_role("button", name="Registra", exact=True).click()


def valuta(page: Page, dove: str) -> None:
    """Forty points of the area, and twenty for what was never formalised."""
    page.goto(f"{dove}quadro/")
    contenuto(page).get_by_role("link", name=re.compile("^Valuta ")).first.click()
    voce = page.locator(".bonus-attivita").first
    voce.get_by_label("confermata", exact=True).check()
    voce.get_by_label("Punti, area").fill("40")
    voce.locator(".bonus-livelli label").first.click()
    voce.get_by_role("button", name="Registra il giudizio").click()
    expect(voce).to_contain_text("registrato")
    page.get_by_label("Percentuale aggiuntiva").fill("20")
    page.get_by_label("Per quali compiti").fill("Accoglienza dei nuovi iscritti in estate.")
    page.get_by_label("Motivazione").fill("Ha lavorato con cura, oltre i compiti ordinari.")
    with page.expect_navigation():
        page.get_by_role("button", name="Completa la valutazione").click()


def decreta(page: Page, dove: str) -> None:
    page.goto(f"{dove}decreto/")
    page.get_by_label("Ho riletto").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Firma il decreto").click()
    page.goto(f"{dove}decreto/")
    ricarica_finche_c_e(page, page.get_by_role("link", name="Decreto (PDF)"))
    expect(contenuto(page)).to_contain_text("1.000,00")


def pubblica(page: Page, dove: str) -> str:
    """The address of the act on the albo."""
    page.goto(f"{dove}pubblicazione/")
    page.locator("form.conferma").get_by_role("checkbox").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Pubblica l’esito").click()
    repertorio = contenuto(page).locator(f"a[href^='/{SCUOLA}/albo/']")
    return str(repertorio.first.get_attribute("href"))


def legge_all_albo(page: Page, atto: str) -> None:
    """Without signing in: who, never how much."""
    page.goto(atto)
    legame = page.locator(".albo-file").get_by_role("link").first
    ricarica_finche_c_e(page, page.locator(".albo-file").get_by_role("link"))
    testo = pdf_in_parole(page, legame)
    assert DOCENTE.cognome in testo
    for importo in ("1.000,00", "€"):
        assert importo not in testo


def test_un_bonus_intero(come: Come, page: Page) -> None:
    ufficio, dirige = come(SEGRETERIA), come(DIRIGENTE)
    scheda, anno = prepara_i_criteri(ufficio)
    adotta(dirige, scheda)
    compie(ufficio, f"{scheda}pubblica/", "Pubblica i criteri")
    criteri = contenuto(ufficio).locator(f"a[href^='/{SCUOLA}/albo/']").first
    all_albo = str(criteri.get_attribute("href"))
    scrive_il_fondo(ufficio, anno)
    dove = prepara_la_procedura(ufficio)
    # The portal has a clock of its own: the register of the albo has just told the hour.
    page.goto(all_albo)
    registrato = page.locator("dl.scheda-dati > div", has_text="registrato").inner_text()
    ore, minuti = ORA.findall(registrato)[-1]
    apre(dirige, dove, (int(ore), int(minuti)))
    chiede(come(DOCENTE), dove)
    dirige.goto(dove)
    chiudi = dirige.get_by_role("link", name="Chiudi le richieste…")
    ricarica_finche_c_e(dirige, chiudi, secondi=60 * (SI_CHIEDE + 1))
    compie(dirige, f"{dove}chiudi/", "Chiudi e valuta")
    scrive_i_requisiti(ufficio, dove)
    valuta(dirige, dove)
    decreta(dirige, dove)
    legge_all_albo(page, pubblica(dirige, dove))
    mia = come(DOCENTE)
    mia.goto(f"{dove}esito/")
    expect(contenuto(mia)).to_contain_text("1.000,00")
    expect(contenuto(mia)).to_contain_text("La motivazione")
