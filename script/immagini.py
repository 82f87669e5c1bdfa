"""Pictures of the screens, taken from a running demo as its people see them."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CARTELLA = Path("docs/immagini")
PASSWORD = "iseo-2024-prova"  # noqa: S105 -- the demo prints it
ARGOMENTI = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
             "--disable-background-networking", "--disable-component-update"]  # fmt: skip
SCATTI = (
    ("brandolini@antonietti.example", "scrivania"),
    ("brandolini@antonietti.example", "griglia"),
    ("brandolini@antonietti.example", "quadro"),
    ("segreteria@antonietti.example", "rilevazione"),
)
INDIRIZZI = {
    "griglia": 'a[href*="/competenze/inserimenti/"]',
    "quadro": 'a[href*="/competenze/classi/"]',
    "rilevazione": 'a[href*="/competenze/rilevazioni/"]:not([href*="nuova"])',
}


def entra(pagina: Page, base: str, email: str) -> None:
    """Sign in and land on the desk of the first school."""
    pagina.goto(f"{base}/accesso/login/")
    pagina.fill("input[name=login]", email)
    pagina.fill("input[name=password]", PASSWORD)
    pagina.press("input[name=password]", "Enter")
    pagina.wait_for_url("**/scrivania/")


def scatta(pagina: Page, base: str, nome: str) -> None:
    """Open the screen of this name and keep its picture."""
    pagina.goto(f"{base}/iis-antonietti/{'scrivania' if nome == 'scrivania' else 'competenze'}/")
    if nome in INDIRIZZI:
        riga = pagina.locator(INDIRIZZI[nome])
        della_classe = riga.filter(has_text="2ªB AFM")
        (della_classe if della_classe.count() else riga).first.click()
        pagina.wait_for_load_state("networkidle")
    pagina.screenshot(path=CARTELLA / f"{nome}.png")


def main(base: str) -> None:
    """Take all the pictures."""
    CARTELLA.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as teatro:
        argomenti = [*ARGOMENTI, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        browser = teatro.chromium.launch(executable_path="/usr/bin/chromium", args=argomenti)
        for email, nome in SCATTI:
            pagina = browser.new_context(
                viewport={"width": 1280, "height": 900}, locale="it-IT"
            ).new_page()
            entra(pagina, base, email)
            scatta(pagina, base, nome)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
