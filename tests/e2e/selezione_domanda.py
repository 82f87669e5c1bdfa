"""An application on a phone: written step by step, signed, sent; too late, not any more."""

import io
import re
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.atti.caricati import pdf
from tests.e2e.selezione_candidata import (
    CODICE_FISCALE,
    INDIRIZZO,
    NOME,
    aspetta_la_posta,
    guarda,
    pdf_in_parole,
    voce,
)
from tests.e2e.selezione_scuola import RUOLO, SCUOLA, Axe, aspetta_la_carta, contenuto
from tests.posta import Posta

LAUREA, ESPERIENZE, CERTIFICATI = "#voce-2", "#voce-9", "#voce-12"


def una_foto(nome: str) -> FilePayload:
    foto = io.BytesIO()
    Image.new("RGB", (600, 400), "white").save(foto, "JPEG")
    return {"name": nome, "mimeType": "image/jpeg", "buffer": foto.getvalue()}


def un_pdf(nome: str, testo: str) -> FilePayload:
    return {"name": nome, "mimeType": "application/pdf", "buffer": pdf(testo)}


def comincia(page: Page, axe: Axe) -> str:
    """From the menu to the first step of the application; its address."""
    page.goto(f"/{SCUOLA}/scrivania/")
    guarda(page, axe)
    page.goto(f"/{SCUOLA}/selezioni/")
    guarda(page, axe)
    aperti = contenuto(page).get_by_role("region", name="Aperti")
    aperti.get_by_role("link", name=RUOLO).click()
    guarda(page, axe)
    page.get_by_role("link", name="Candidati", exact=True).click()
    guarda(page, axe)
    page.get_by_role("button", name="Comincia la domanda").click()
    expect(page).to_have_url(re.compile("/passi/dati/$"))
    guarda(page, axe)
    return urlsplit(page.url).path.removesuffix("passi/dati/")


def compila(page: Page, domanda: str, axe: Axe) -> None:
    """All the steps; what lacks is said until nothing does."""
    manca = page.locator("#mancano")
    expect(manca).to_contain_text("8 cose da completare")
    scrive_i_dati(page, axe)
    dichiara_i_titoli(page, axe)
    propone_il_progetto(page, axe)
    carica_i_curriculum(page, axe)
    page.goto(f"{domanda}invia/")
    expect(contenuto(page)).to_contain_text("manca qualcosa")
    expect(contenuto(page)).to_contain_text("Si prepara quando non manca più niente")
    guarda(page, axe)
    contenuto(page).get_by_role("link", name="Dichiarazioni").last.click()
    for campo in ("diritti_civili", "senza_condanne", "senza_procedimenti", "risponde_del_vero"):
        page.locator(f"[name={campo}]").check()
    expect(manca).to_contain_text("1 cosa da completare")
    guarda(page, axe)
    manca.get_by_role("link", name="Titoli").click()
    page.locator(CERTIFICATI).get_by_label("Quali sono").fill("EIPASS 2019 ed EIPASS 2022.")
    expect(manca).to_contain_text("Non manca niente")
    page.goto(f"{domanda}invia/")
    expect(contenuto(page)).to_contain_text("non manca niente")


def scrive_i_dati(page: Page, axe: Axe) -> None:
    page.get_by_label("Da dove ti candidi").select_option("privato")
    page.get_by_label("Cittadinanza").select_option("ue")
    page.get_by_label("Titolo di studio con cui partecipi").fill(
        "Laurea magistrale in ingegneria informatica, Ancona, 2013"
    )
    page.get_by_label("Ho una specializzazione universitaria").check()
    page.get_by_label("Giorni di servizio").fill("0")
    guarda(page, axe)
    page.get_by_role("button", name="Avanti: titoli").click()


def dichiara_i_titoli(page: Page, axe: Axe) -> None:
    """Fourteen experiences count as ten: the cap is seen while one types."""
    laurea, esperienze = page.locator(LAUREA), page.locator(ESPERIENZE)
    laurea.get_by_label("Voto").fill("110")
    laurea.get_by_role("group", name="Con lode").get_by_role("radio", name="Sì").check()
    expect(laurea.locator(".dom-punti")).to_contain_text("12")
    esperienze.get_by_label("Quanti").fill("14")
    expect(esperienze.locator(".dom-punti")).to_contain_text("10 su 10")
    expect(page.locator("#conto")).to_contain_text("14 punti: oltre il massimo non contano")
    esperienze.get_by_label("Quali sono").fill("Laboratori di robotica nelle scuole, 2018-2024.")
    page.locator(CERTIFICATI).get_by_label("Quanti").fill("2")
    expect(page.locator("#in-breve")).to_contain_text("24 su 100")
    guarda(page, axe)
    laurea.get_by_text("Carica un documento").tap()
    laurea.locator("[name=titolo]").fill("Certificato di laurea")
    laurea.locator("input[type=file]").set_input_files(una_foto("laurea.jpg"))
    laurea.get_by_role("button", name="Carica", exact=True).click()
    expect(laurea.get_by_role("link", name="Certificato di laurea")).to_be_visible()
    guarda(page, axe)
    page.locator(".dom-barra").get_by_role("link", name="Avanti: progetto").click()


def propone_il_progetto(page: Page, axe: Axe) -> None:
    page.get_by_label("La proposta").fill(
        "Dieci incontri di tre ore: programmazione a blocchi, robot a gruppi di quattro, una prova "
        "con le famiglie alla fine."
    )
    guarda(page, axe)
    page.get_by_role("button", name="Avanti: curriculum").click()


def carica_i_curriculum(page: Page, axe: Axe) -> None:
    """The fourth of the steps, which do not all fit beside each other: it is in sight."""
    expect(page.locator(".schede [aria-current]")).to_be_in_viewport()
    for nome, testo in (
        ("Curriculum completo", f"{NOME}, {INDIRIZZO}"),
        ("Curriculum senza dati personali", NOME),
    ):
        parte = page.get_by_role("region", name=nome)
        parte.locator("input[type=file]").set_input_files(un_pdf(f"{nome}.pdf", testo))
        parte.get_by_role("button", name="Carica il file").click()
        expect(page.get_by_role("region", name=nome)).to_contain_text(f"{nome}.pdf")
    guarda(page, axe)


def firma_e_invia(page: Page, axe: Axe) -> None:
    """The paper is downloaded, comes back signed by hand, and leaves."""
    page.get_by_role("button", name="Prepara il foglio da firmare").click()
    foglio = aspetta_la_carta(page, "La domanda in PDF")
    guarda(page, axe)
    domanda = pdf_in_parole(page, foglio)
    assert NOME in domanda
    assert CODICE_FISCALE in domanda
    assert "Laboratori di robotica nelle scuole" in domanda
    page.locator("#id_firmata_file").set_input_files(una_foto("firmata.jpg"))
    page.get_by_role("button", name="Carica la domanda firmata").click()
    expect(contenuto(page)).to_contain_text("documento d’identità")
    guarda(page, axe)
    page.locator("#id_identita_file").set_input_files(una_foto("carta.jpg"))
    page.get_by_role("button", name="Carica il documento d’identità").click()
    invia = page.get_by_role("button", name="Invia la domanda")
    expect(invia).to_be_visible()
    guarda(page, axe)
    invia.click()
    expect(contenuto(page)).to_contain_text("Rileggi e spunta la casella")
    page.get_by_label("Ho riletto").check()
    invia.click()
    expect(contenuto(page)).to_contain_text("La domanda è inviata")


def legge_la_ricevuta(page: Page, posta: Posta, axe: Axe) -> None:
    """Number of protocol and hash on the page and on the paper; the number in the mail."""
    ricevuta = aspetta_la_carta(page, "La ricevuta in PDF")
    guarda(page, axe)
    arrivo = page.locator(".sel-ricevuta")
    numero = voce(arrivo, "Protocollo")
    impronta = voce(arrivo, "Impronta SHA-256")
    assert re.fullmatch("[0-9a-f]{64}", impronta)
    testo = pdf_in_parole(page, ricevuta)
    for detto in (numero.partition("/")[0], RUOLO, NOME):
        assert detto in testo
    assert impronta in testo.replace(" ", "")
    aspetta_la_posta(page, posta, "La tua domanda è arrivata", numero, impronta)


def arriva_tardi(page: Page, domanda: str, axe: Axe) -> None:
    """After the term nothing is sent nor replaced."""
    page.goto(f"{domanda}invia/")
    expect(contenuto(page)).to_contain_text("Le domande si potevano inviare fino a")
    expect(page.get_by_role("button", name="Invia")).to_have_count(0)
    guarda(page, axe)
    page.goto(f"/{SCUOLA}/selezioni/candidature/")
    expect(contenuto(page)).to_contain_text("Il termine è passato")
    expect(contenuto(page).get_by_role("link", name="Cambia")).to_have_count(0)
    guarda(page, axe)
