"""Pictures of the screens, taken from a demo that has just begun, as its people see them."""

import io
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

CARTELLA = Path("docs/immagini")
PASSWORD = "iseo-2024-prova"  # noqa: S105 -- the demo prints it
ISTITUTO = "iis-antonietti"
COMPRENSIVO = "ic-pinocchio-montesicuro"
CPIA = "cpia-napoli-provincia-2"
CPIA_BONUS = "cpia-caltanissetta-enna"
SCRIVANIA, TELEFONO = (1280, 900), (390, 844)
CLASSE = "2ªB AFM"
PESO_MASSIMO = 150_000  # bytes: a page of the guide that opens at once
ARGOMENTI = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync", "--lang=it-IT",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
# The notices of the first minutes leave at the ticks of the scheduler.
UN_BATTITO = 35_000  # ms
CHROMIUM = "/usr/bin/chromium-headless-shell"
# What is drawn by lot or follows the clock looks the same in every set of pictures.
UGUALI = {
    r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b": "7KQF-M3TX-9RLW",
    r"ore 10\.[0-5][0-9]": "ore 10.00",
}
SOSTITUISCI = """coppie => {
  const testi = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (testi.nextNode()) for (const [cerca, metti] of coppie)
    testi.currentNode.data = testi.currentNode.data.replace(new RegExp(cerca, "g"), metti);
}"""
# Headless, the browser writes days and hours as the English do; on an Italian desk they look so.
GIORNI_ITALIANI = """() => {
  for (const campo of document.querySelectorAll("input[type=date]")) {
    const giorno = campo.value.split("-").reverse().join("/");
    Object.assign(campo, {type: "text", value: giorno, placeholder: "gg/mm/aaaa"});
  }
  for (const campo of document.querySelectorAll("input[type=time]"))
    Object.assign(campo, {type: "text", value: campo.value.slice(0, 5), placeholder: "--:--"});
}"""
NESSUNO = ""
BRANDOLINI = "brandolini@antonietti.example"
DALMONTE = "dalmonte@antonietti.example"
DIRIGENTE = "dirigente@antonietti.example"
SEGRETERIA = "segreteria@antonietti.example"
UFFICIO_COMPRENSIVO = "segreteria@pinocchio.example"
VERBALIZZA = "segretario@pinocchio.example"
TUTOR = "tutor@cpiana2.example"
ADULTA = "naima@cpiana2.example"
VALUTA = "dirigente@cpiaclen.example"
HA_CHIESTO = "accardi@cpiaclen.example"


@dataclass(frozen=True)
class Scatto:
    """One picture: whose screen, at which address, and what to do there before it is taken."""

    nome: str
    chi: str
    indirizzo: str
    prepara: Callable[[Page], None] | None = None
    istituto: str = ISTITUTO
    grande: tuple[int, int] = SCRIVANIA


def griglia(pagina: Page) -> None:
    """The entry grid of mathematics, half filled."""
    _dalla_riga(pagina, f"{CLASSE}, Matematica")
    expect(pagina.locator("[data-riga] .cella button").first).to_be_enabled()


def quadro(pagina: Page) -> None:
    """The board of the class, with the subjects that have entered and the means."""
    _dalla_riga(pagina, f"{CLASSE}.*discipline|{CLASSE}.*registrate")
    expect(pagina.locator("#discipline")).to_be_visible()


def rilevazione(pagina: Page) -> None:
    """The state of all classes by course of study."""
    pagina.get_by_role("link", name=re.compile("fine obbligo")).first.click()
    expect(pagina.get_by_role("table").first).to_be_visible()


def stampe(pagina: Page) -> None:
    """The papers of a class that is certified, all printed."""
    pagina.get_by_role("main").get_by_role("row").last.get_by_role("link").last.click()
    pagina.get_by_role("link", name=re.compile("tampe|ertificati")).first.click()
    while pagina.get_by_text("Ferma", exact=True).count():
        pagina.wait_for_timeout(1_000)
        pagina.reload()
    pagina.wait_for_timeout(UN_BATTITO)
    pagina.reload()


def simulatore(pagina: Page) -> None:
    """A vote that is judged."""
    for nome, valore in (
        ("Con le regole di", "ic-pinocchio-montesicuro"),
        ("Organo", "collegio_docenti"),
        ("Voto", "palese"),
        ("Voto di chi presiede", "favorevole"),
    ):
        pagina.get_by_label(nome, exact=True).select_option(valore)
    for nome, valore in (
        ("Presenti", "40"),
        ("Favorevoli", "20"),
        ("Contrari", "15"),
        ("Astenuti", "5"),
    ):
        pagina.get_by_label(nome).fill(valore)
    pagina.get_by_role("button", name="Calcola", exact=True).click()
    expect(pagina.get_by_role("heading", name="Che cosa risulta")).to_be_visible()
    pagina.evaluate("scrollTo(0, 0)")


def primo_legame(pagina: Page) -> None:
    """Whatever comes first in the list of the page."""
    pagina.locator("main :is(tbody th, h3, .cerca-titolo) a").first.click()
    pagina.wait_for_load_state()


def convocazione(pagina: Page) -> None:
    """The draft of the notice of the Consiglio, with its term."""
    pagina.get_by_role("link", name="Consiglio d’istituto", exact=True).first.click()
    pagina.get_by_role("link", name=re.compile("^bozza")).first.click()
    pagina.get_by_role("link", name="Prepara la convocazione").click()
    expect(pagina.locator("#termine")).to_be_visible()


def seduta(pagina: Page) -> None:
    """The sitting that is under way, as who writes its minutes sees it."""
    pagina.get_by_role("link", name=re.compile("seduta n. 22")).first.click()
    pagina.locator("a[href$='/aula/']").first.click()
    pagina.wait_for_load_state()


def crediti(pagina: Page) -> None:
    """The credits of an adult: the equation, the bar with its cap, the evidence."""
    pagina.get_by_role("link", name=re.compile("Oulhaj")).first.click()
    pagina.locator("a[href$='/crediti/']").first.click()
    pagina.wait_for_load_state()


def quadro_bonus(pagina: Page) -> None:
    """The board of the bonus: who asked, what each is paid, another method beside."""
    pagina.get_by_role("link", name="Quadro del dirigente").first.click()
    expect(pagina.locator("#tabella-quadro")).to_be_visible()


def mia_richiesta(pagina: Page) -> None:
    """What a teacher declared, as it was sent."""
    pagina.get_by_role("link", name="La mia richiesta").first.click()
    while pagina.get_by_text("il PDF è in stampa").count():
        pagina.wait_for_timeout(1_000)
        pagina.reload()
    expect(pagina.get_by_role("heading", name="Le attività")).to_be_visible()


SCATTI = (
    # First: the others show how many notices are to be read, when all have come.
    Scatto("stampe", DALMONTE, "competenze/", stampe),
    Scatto("scrivania", BRANDOLINI, "scrivania/"),
    Scatto("griglia", BRANDOLINI, "competenze/", griglia),
    Scatto("quadro", BRANDOLINI, "competenze/", quadro),
    Scatto("rilevazione", SEGRETERIA, "competenze/", rilevazione),
    Scatto("cerca", SEGRETERIA, "cerca/?q=competenze"),
    Scatto("simulatore", BRANDOLINI, "simulatore/?calcolo=votazione", simulatore),
    Scatto("circolari", BRANDOLINI, "circolari/"),
    Scatto("circolari-ufficio", SEGRETERIA, "circolari/ufficio/"),
    Scatto("segreteria", SEGRETERIA, "segreteria/"),
    Scatto("importa", SEGRETERIA, "importa/"),
    Scatto("persone", SEGRETERIA, "persone/"),
    Scatto("persona", SEGRETERIA, "cerca/?q=brandolini&in=personale", primo_legame),
    Scatto("anno", SEGRETERIA, "anno/"),
    Scatto("albo", NESSUNO, "albo/"),
    Scatto("pubblicazioni", SEGRETERIA, "pubblicazioni/"),
    Scatto("regolamenti", SEGRETERIA, "regolamenti/"),
    Scatto("controllo", DIRIGENTE, "regolamenti/controllo/"),
    Scatto("istituto", DIRIGENTE, "scrivania/istituto/"),
    Scatto("organi", UFFICIO_COMPRENSIVO, "organi/", istituto=COMPRENSIVO),
    Scatto("convocazione", UFFICIO_COMPRENSIVO, "organi/", convocazione, COMPRENSIVO),
    Scatto("seduta", VERBALIZZA, "organi/", seduta, COMPRENSIVO),
    Scatto("delibere", UFFICIO_COMPRENSIVO, "organi/delibere/", istituto=COMPRENSIVO),
    Scatto("crediti", TUTOR, "patto/", crediti, CPIA),
    Scatto("gruppo", TUTOR, "patto/gruppi/", primo_legame, CPIA),
    Scatto("mio-patto", ADULTA, "patto/mio/", istituto=CPIA, grande=TELEFONO),
    Scatto("quadro-bonus", VALUTA, "bonus/", quadro_bonus, CPIA_BONUS),
    Scatto("richiesta-bonus", HA_CHIESTO, "bonus/", mia_richiesta, CPIA_BONUS, TELEFONO),
)


def _dalla_riga(pagina: Page, riga: str) -> None:
    pagina.get_by_role("row", name=re.compile(riga)).get_by_role("link").last.click()


def misure(grande: tuple[int, int]) -> ViewportSize:
    """Width and height as the browser takes them."""
    return {"width": grande[0], "height": grande[1]}


def apri(browser: Browser, base: str, email: str, istituto: str) -> Page:
    """A window in which this person, if it is somebody, has signed in."""
    contesto = browser.new_context(
        base_url=base,
        viewport=misure(SCRIVANIA),
        locale="it-IT",
        timezone_id="Europe/Rome",
        reduced_motion="reduce",
    )
    pagina = contesto.new_page()
    if email:
        pagina.goto(f"/accesso/login/?next=/{istituto}/scrivania/")
        pagina.fill("input[name=login]", email)
        pagina.fill("input[name=password]", PASSWORD)
        pagina.press("input[name=password]", "Enter")
        pagina.wait_for_url("**/scrivania/")
    return pagina


def scatta(pagina: Page, scatto: Scatto) -> bytes:
    """The screen once fonts and scripts have settled. Raises when it does not open."""
    pagina.set_viewport_size(misure(scatto.grande))
    risposta = pagina.goto(f"/{scatto.istituto}/{scatto.indirizzo}")
    if risposta is None or not risposta.ok:
        raise RuntimeError(f"{scatto.nome}: {scatto.indirizzo} non si apre")
    if scatto.prepara:
        scatto.prepara(pagina)
    pagina.wait_for_load_state("networkidle")
    pagina.evaluate("document.fonts.ready")
    pagina.evaluate("document.activeElement?.blur()")
    pagina.evaluate(SOSTITUISCI, list(UGUALI.items()))
    pagina.evaluate(GIORNI_ITALIANI)
    return leggera(pagina.screenshot(animations="disabled", caret="hide"))


def leggera(png: bytes) -> bytes:
    """The same picture in so many colours that it weighs no more than it may."""
    with Image.open(io.BytesIO(png)) as immagine:
        a_colori = immagine.convert("RGB")
    for colori in (128, 64, 32, 16):
        uscita = io.BytesIO()
        a_colori.quantize(colori).save(uscita, "PNG", optimize=True)
        if len(uscita.getvalue()) <= PESO_MASSIMO:
            return uscita.getvalue()
    raise RuntimeError("nemmeno con 16 colori la figura è leggera")


def main(base: str) -> int:
    """Take all the pictures, each person signing in once; return the exit status."""
    CARTELLA.mkdir(parents=True, exist_ok=True)
    argomenti = [*ARGOMENTI, *([] if os.geteuid() else ["--no-sandbox"])]
    with sync_playwright() as teatro:
        browser = teatro.chromium.launch(executable_path=CHROMIUM, args=argomenti)
        dove = {scatto.chi: scatto.istituto for scatto in SCATTI}
        pagine = {chi: apri(browser, base, chi, dove[chi]) for chi in sorted(dove)}
        for scatto in SCATTI:
            png = scatta(pagine[scatto.chi], scatto)
            file = CARTELLA / f"{scatto.nome}.png"
            file.write_bytes(png)
            print(f"{file}: {len(png) // 1000} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/")))
