"""The commission of a call: named, declared, titles verified, points given, work closed."""

from collections.abc import Sequence

from playwright.sync_api import Page, expect

from cpia.portale.dimostrazione import organi_piano
from tests.e2e.selezione_candidata import CANDIDATA
from tests.e2e.selezione_scuola import DIRIGENTE, SEGRETERIA, Axe, contenuto, guarda

# Who directs presides, a teacher and the office sit beside.
PRESIEDE, DOCENTE = DIRIGENTE, organi_piano.PINOCCHIO.conti[-1][1]
COMMISSIONE = (PRESIEDE, DOCENTE, SEGRETERIA)
# What each gives alone to the three items of the project, out of five.
PUNTI = (("4", "3", "4"), ("5", "3", "4"), ("3", "3", "4"))
CRITERI = (16, 17, 18)
# Twelve of the degree, ten of the experiences, one certificate of two; eleven of the project.
ACCETTATI, TOTALE = "23", "34"
PERCHE = "Uno dei due attestati non dice il livello: vale soltanto l’altro."


def nomina(page: Page, avviso: str, axe: Axe) -> None:
    page.goto(avviso)
    guarda(page, axe)
    page.get_by_role("link", name="Nomina la commissione…").click()
    guarda(page, axe)
    caselle = ("presidente", "componente_2", "componente_3")
    for casella, chi in zip(caselle, COMMISSIONE, strict=True):
        page.locator(f"[name={casella}]").select_option(label=f"{chi.cognome} {chi.nome}")
    page.get_by_role("button", name="Nomina la commissione").click()
    expect(contenuto(page)).to_contain_text("Rileggi e spunta la casella")
    page.get_by_label("Ho riletto i nomi").check()
    page.get_by_role("button", name="Nomina la commissione").click()
    expect(contenuto(page)).to_contain_text("La commissione è nominata")
    guarda(page, axe)


def dichiara(page: Page, avviso: str, axe: Axe | None = None) -> None:
    """Before the declaration there are the names, and nothing else to open."""
    page.goto(f"{avviso}verifica/")
    expect(page.get_by_role("button", name="Dichiara")).to_be_visible()
    expect(contenuto(page)).to_contain_text(CANDIDATA.cognome)
    expect(contenuto(page)).not_to_contain_text("punti")
    if axe:
        guarda(page, axe)
    page.get_by_label("Non ho condanne").check()
    page.get_by_label("Non ho conflitti di interessi").check()
    page.get_by_label("Dichiaro sotto la mia responsabilità").check()
    page.get_by_role("button", name="Dichiara").click()
    expect(contenuto(page)).to_contain_text("La dichiarazione è resa")
    if axe:
        guarda(page, axe)


def verifica_i_titoli(page: Page, avviso: str, axe: Axe) -> str:
    """One accepted, one reduced with the reason, one accepted; the running sum follows."""
    page.goto(f"{avviso}verifica/")
    guarda(page, axe)
    contenuto(page).get_by_role("link", name="Verifica ").first.click()
    domanda = page.url
    guarda(page, axe)
    laurea, esperienze, certificati = (
        page.locator("tbody.ver-titolo").filter(has_text=testo)
        for testo in ("Laurea specialistica", "Esperienze professionali", "EIPASS")
    )
    laurea.get_by_role("button", name="Accetta").click()
    expect(laurea.get_by_role("button", name="Accetta")).to_have_attribute("aria-pressed", "true")
    certificati.get_by_role("link", name="Riduci").click()
    certificati.locator("[name=v12-quanti]").fill("1")
    certificati.get_by_role("button", name="Riduci").click()
    expect(certificati).to_contain_text("1 cosa da correggere")
    guarda(page, axe)
    certificati.get_by_label("Perché").fill(PERCHE)
    certificati.get_by_role("button", name="Riduci").click()
    expect(certificati).to_contain_text(PERCHE)
    esperienze.get_by_role("button", name="Accetta").click()
    expect(page.locator(".ver-totale dd")).to_have_text(ACCETTATI)
    guarda(page, axe)
    return domanda


def da_i_punti(page: Page, domanda: str, punti: Sequence[str], axe: Axe | None = None) -> None:
    """One's own, without those of the others."""
    page.goto(domanda)
    for criterio, dati in zip(CRITERI, punti, strict=True):
        voce = page.locator(f"#voce-{criterio}")
        voce.get_by_label("Punti dati").fill(dati)
        voce.get_by_role("button", name="Dai i tuoi punti").click()
        expect(voce.get_by_role("button", name="Dai i tuoi punti")).to_have_count(0)
    if axe:
        expect(page.locator(f"#voce-{CRITERI[0]}")).to_contain_text("Li hanno dati 1 su 3")
        expect(page.locator(f"#voce-{CRITERI[0]}")).not_to_contain_text("La media propone")
        guarda(page, axe)


def concorda_i_punti(page: Page, domanda: str, axe: Axe) -> None:
    """Now the single ones are seen; the mean is taken but once, with the reason."""
    page.goto(domanda)
    prima = page.locator(f"#voce-{CRITERI[0]}")
    for _chi, punti in zip(COMMISSIONE, PUNTI, strict=True):
        expect(prima.locator(".ver-singoli")).to_contain_text(punti[0])
    guarda(page, axe)
    for criterio in CRITERI:
        voce = page.locator(f"#voce-{criterio}")
        voce.get_by_role("button", name="Registra i punti concordati").click()
        expect(voce).to_contain_text("Concordati")
    expect(page.locator(".ver-totale dd")).to_have_text(TOTALE)
    guarda(page, axe)


def chiude(page: Page, avviso: str, domanda: str, axe: Axe) -> None:
    """The application, then the work: by who presides."""
    page.goto(domanda)
    page.get_by_role("button", name="Chiudi la verifica").click()
    expect(contenuto(page)).to_contain_text("Ogni domanda è verificata")
    guarda(page, axe)
    page.goto(f"{avviso}commissione/")
    guarda(page, axe)
    page.get_by_role("link", name="Chiudi i lavori…").click()
    guarda(page, axe)
    page.get_by_label("Ho riletto").check()
    page.get_by_role("button", name="Chiudi i lavori").click()
    expect(contenuto(page)).to_contain_text("si può formare la graduatoria")
    guarda(page, axe)
