"""Pictures of the screens, taken from a demo that has just begun, as its people see them."""

import io
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

CARTELLA = Path("docs/immagini")
PASSWORD = "iseo-2024-prova"  # noqa: S105 -- the demo prints it
ISTITUTO = "iis-antonietti"
CLASSE = "2ªB AFM"
PESO_MASSIMO = 250_000  # bytes: a README that opens at once
COLORI = 128
ARGOMENTI = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync", "--lang=it-IT",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
Percorso = Callable[[Page], None]


def scrivania(pagina: Page) -> None:
    """The desk of who teaches and coordinates."""
    expect(pagina.get_by_role("heading", name="Cosa c’è da fare")).to_be_visible()


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
    pagina.goto(f"/{ISTITUTO}/competenze/")
    pagina.get_by_role("link", name=re.compile("fine obbligo")).click()
    expect(pagina.get_by_role("table").first).to_be_visible()


SCATTI: dict[Percorso, str] = {
    scrivania: "brandolini@antonietti.example",
    griglia: "brandolini@antonietti.example",
    quadro: "brandolini@antonietti.example",
    rilevazione: "segreteria@antonietti.example",
}


def _dalla_riga(pagina: Page, riga: str) -> None:
    pagina.goto(f"/{ISTITUTO}/competenze/")
    pagina.get_by_role("row", name=re.compile(riga)).get_by_role("link").last.click()


def entra(browser: Browser, base: str, email: str) -> Page:
    """A window in which this person has signed in."""
    contesto = browser.new_context(
        base_url=base,
        viewport={"width": 1280, "height": 900},
        locale="it-IT",
        timezone_id="Europe/Rome",
        reduced_motion="reduce",
    )
    pagina = contesto.new_page()
    pagina.goto(f"/accesso/login/?next=/{ISTITUTO}/scrivania/")
    pagina.fill("input[name=login]", email)
    pagina.fill("input[name=password]", PASSWORD)
    pagina.press("input[name=password]", "Enter")
    pagina.wait_for_url("**/scrivania/")
    return pagina


def fotografa(pagina: Page) -> bytes:
    """The screen once fonts and scripts have settled, as a PNG light enough for a README."""
    pagina.wait_for_load_state("networkidle")
    pagina.evaluate("document.fonts.ready")
    grezza = pagina.screenshot(animations="disabled")
    return grezza if len(grezza) <= PESO_MASSIMO else _leggera(grezza)


def _leggera(png: bytes) -> bytes:
    uscita = io.BytesIO()
    with Image.open(io.BytesIO(png)) as immagine:
        immagine.convert("RGB").quantize(COLORI).save(uscita, "PNG", optimize=True)
    return uscita.getvalue()


def main(base: str) -> int:
    """Take all the pictures; return the exit status."""
    CARTELLA.mkdir(parents=True, exist_ok=True)
    argomenti = [*ARGOMENTI, *([] if os.geteuid() else ["--no-sandbox"])]
    with sync_playwright() as teatro:
        browser = teatro.chromium.launch(executable_path="/usr/bin/chromium", args=argomenti)
        for percorso, email in SCATTI.items():
            pagina = entra(browser, base, email)
            percorso(pagina)
            png = fotografa(pagina)
            file = CARTELLA / f"{percorso.__name__}.png"
            file.write_bytes(png)
            print(f"{file}: {len(png) // 1000} kB")
            pagina.context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/")))
