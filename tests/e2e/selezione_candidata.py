"""Who comes from outside, with a phone: registered by two links of the mail; what she reads."""

import io
import re

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from cpia.portale.dimostrazione.piano import Conto
from cpia.portale.dimostrazione.scuola import PASSWORD
from tests.e2e.accesso import sta_nella_larghezza
from tests.e2e.selezione_scuola import RUOLO, SCUOLA, Axe
from tests.posta import Posta

CANDIDATA = Conto("costanza.ferretti@posta.example", "Ferretti", "Costanza", "F", "candidata")
NOME = f"{CANDIDATA.nome} {CANDIDATA.cognome}"
# Only the whole curriculum tells where she lives.
INDIRIZZO = "via dei Mille 3"
CODICE_FISCALE = "FRRCTN88C54A271V"


def guarda(page: Page, axe: Axe) -> None:
    axe(page)
    assert sta_nella_larghezza(page), page.url


def pdf_in_parole(page: Page, legame: Locator) -> str:
    pdf = page.request.get(str(legame.get_attribute("href"))).body()
    pagine = (pagina.extract_text() for pagina in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(" ".join(pagine).split())


def voce(scheda: Locator, nome: str) -> str:
    """What a sheet says beside a name."""
    riga = scheda.locator("dl > div").filter(has=scheda.page.get_by_text(nome, exact=True))
    return riga.locator("dd").inner_text()


def aspetta_la_posta(page: Page, posta: Posta, *parole: str) -> str:
    """The last mail to her with these words, once the worker has sent it."""
    for _ in range(300):
        for messaggio in reversed(posta_di(posta)):
            if all(parola in messaggio for parola in parole):
                return messaggio
        page.wait_for_timeout(700)
    raise AssertionError(f"no mail with {parole}")


def si_registra(page: Page, posta: Posta, axe: Axe) -> None:
    """From the public page to the first look at the portal, by two links."""
    page.goto(f"/{SCUOLA}/selezioni/esterni/")
    expect(page.locator("main")).to_contain_text(RUOLO)
    guarda(page, axe)
    page.get_by_role("link", name="Registrati").click()
    guarda(page, axe)
    page.get_by_role("button", name="Mandami il collegamento").click()
    expect(page.locator("main")).to_contain_text("Scrivi il codice fiscale")
    guarda(page, axe)
    for campo, valore in (
        ("cognome", CANDIDATA.cognome),
        ("nome", CANDIDATA.nome),
        ("codice_fiscale", CODICE_FISCALE.lower()),
        ("email", CANDIDATA.email),
    ):
        page.locator(f"[name={campo}]").fill(valore)
    page.get_by_role("button", name="Mandami il collegamento").click()
    expect(page.get_by_role("heading", name="Guarda la posta")).to_be_visible()
    guarda(page, axe)
    page.goto(collegamento(page, posta, "/conferma/"))
    guarda(page, axe)
    page.get_by_role("button", name="Conferma").click()
    guarda(page, axe)
    for campo in ("new_password1", "new_password2"):
        page.locator(f"[name={campo}]").fill(PASSWORD)
    page.get_by_role("button", name="Crea il mio accesso").click()
    page.wait_for_load_state()
    guarda(page, axe)


def collegamento(page: Page, posta: Posta, dentro: str) -> str:
    """The link of a mail to her that has these words in it."""
    messaggio = aspetta_la_posta(page, posta, dentro)
    return next(uno for uno in re.findall(r"https?://\S+", messaggio) if dentro in uno)


def posta_di(posta: Posta) -> list[str]:
    """What she has received, subject and text."""
    return [
        f"{m['Subject']}\n{m.get_body().get_content()}"
        for m in posta.messaggi
        if CANDIDATA.email in str(m["X-Destinatari"])
    ]
