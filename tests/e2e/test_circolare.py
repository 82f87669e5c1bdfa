"""Circular n. 417, step by step, each person with the own login; and what goes wrong, in words."""

import io
import re
from collections.abc import Callable, Iterator

import pytest
from openpyxl import load_workbook
from playwright.sync_api import APIResponse, Browser, Page, expect
from pypdf import PdfReader

from cpia.portale.dimostrazione.piano import (
    BRANDOLINI,
    CATTAFESTA,
    DALMONTE,
    DIRIGENTE,
    OTTOLENGHI,
    SEGRETERIA,
    Conto,
)
from tests.e2e.persone import ISTITUTO, compagnia

pytestmark = pytest.mark.e2e

COMPETENZE = f"/{ISTITUTO}/competenze/"
COLONNE_LICEO = [
    "N.", "Cognome", "Nome",
    "Competenza alfabetica funzionale",
    "Competenza multilinguistica: inglese",
    "Competenza matematica e competenza in scienze, tecnologie e ingegneria",
    "Competenza digitale",
    "Competenza personale, sociale e capacità di imparare a imparare",
    "Competenza in materia di cittadinanza",
    "Competenza imprenditoriale",
    "Competenza in materia di consapevolezza ed espressione culturali",
]  # fmt: skip
LIVELLI = {"Avanzato", "Intermedio", "Base", "Iniziale"}
Come = Callable[[Conto], Page]


@pytest.fixture
def come(portale: object, browser: Browser, browser_context_args: dict) -> Iterator[Come]:
    with compagnia(browser, browser_context_args) as persone:
        yield persone


def apri(page: Page, riga: str) -> Page:
    """From «Competenze» to what its row leads to."""
    page.goto(COMPETENZE)
    page.get_by_role("row", name=re.compile(riga)).get_by_role("link").last.click()
    return page


def dice(page: Page, testo: str | re.Pattern[str]) -> None:
    expect(page.get_by_text(testo).first).to_be_visible()


def conferma(page: Page, verbo: str) -> None:
    """Read the dialog, tick that it was read, go on."""
    finestra = page.get_by_role("dialog")
    finestra.get_by_role("checkbox").check()
    finestra.get_by_role("button", name=verbo).click()


def invia(page: Page, indirizzo: str, **campi: str) -> APIResponse:
    """What a form that was tampered with would send."""
    gettone = page.locator("meta[name=csrf]").get_attribute("content")
    return page.request.post(
        page.url.split(f"/{ISTITUTO}/")[0] + indirizzo,
        form=campi,
        headers={"X-CSRFToken": gettone, "Referer": page.url},
    )


def dove(page: Page) -> str:
    return "/" + page.url.split("/", 3)[3]


# --- A. entry by every teacher -------------------------------------------------------------


def prima_da_fare(page: Page):
    return page.get_by_role("row").filter(has_text=re.compile("da fare|in corso")).first


def test_a_the_teacher_chooses_class_and_subject_then_student_by_student(come):
    page = apri(come(BRANDOLINI), "2ªA TUR, Matematica")
    page.get_by_role("link", name=re.compile("scheda", re.IGNORECASE)).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2ªA TUR, Matematica")
    riga = prima_da_fare(page)
    studente = riga.get_by_role("rowheader").inner_text()
    riga.get_by_role("link", name="inserisci competenze").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(studente)
    elenco = page.locator("fieldset legend").all_inner_texts()
    # Only what mathematics assesses, in the order of the model.
    assert elenco == [COLONNE_LICEO[i] for i in (5, 6, 7, 9)]
    for gruppo in page.locator("fieldset").all():
        gruppo.get_by_role("radio", name=re.compile("Intermedio")).check()
    page.get_by_role("button", name="registra", exact=True).click()
    dice(page, f"Competenze registrate: {studente}.")
    expect(page.get_by_role("row", name=studente)).to_contain_text("completa")


@pytest.mark.parametrize(
    ("livello", "motivo", "messaggio"),
    [("Z", "", "Z"), ("NV", "", "motivo")],
)
def test_a_a_wrong_level_is_refused_in_words_and_nothing_is_saved(come, livello, motivo, messaggio):
    page = apri(come(BRANDOLINI), "2ªA TUR, Matematica")
    page.get_by_role("link", name=re.compile("scheda", re.IGNORECASE)).first.click()
    page.get_by_role("link", name="inserisci competenze").last.click()
    page.wait_for_load_state()
    campi = page.eval_on_selector_all(
        "form.lettura input[name]",
        "campi => Object.fromEntries(campi.filter(c => c.type !== 'radio' || c.checked)"
        ".map(c => [c.name, c.value]))",
    )
    livelli = [nome for nome in campi if nome.startswith("livello_")]
    scelto, altri = livelli[0], livelli[1:]
    prima = {nome: campi[nome] for nome in livelli}
    diversi = {nome: "D" if campi[nome] != "D" else "A" for nome in altri}
    risposta = invia(page, dove(page), **campi | diversi | {scelto: livello})
    assert risposta.status == 422
    assert messaggio in risposta.text()
    page.reload()
    dopo = page.eval_on_selector_all(
        "form.lettura input[type=radio]:checked",
        "campi => Object.fromEntries(campi.map(c => [c.name, c.value]))",
    )
    assert {nome: dopo.get(nome, "") for nome in livelli} == prima


def test_a_nobody_enters_for_another_class_subject_or_institute(come):
    page = apri(come(BRANDOLINI), "2ªA TUR, Matematica")
    proprio = dove(page)
    numero = int(re.search(r"inserimenti/(\d+)", proprio)[1])
    altrui = f"{COMPETENZE}inserimenti/{numero + 1}/"
    assert page.request.get(page.url.replace(proprio, altrui)).status == 404
    assert invia(page, f"{proprio}studenti/999999/").status == 404
    # A student of another class of the same teacher.
    altra = apri(page, "2ªB AFM, Matematica")
    page.goto(dove(altra) + "studenti/")
    estraneo = page.get_by_role("row").nth(1).get_by_role("link").get_attribute("href")
    iscrizione = re.search(r"studenti/(\d+)/", estraneo)[1]
    assert invia(page, f"{proprio}studenti/{iscrizione}/").status == 404
    altrove = proprio.replace(ISTITUTO, "ic-porto-venere")
    assert page.request.get(page.url.split(f"/{ISTITUTO}/")[0] + altrove).status == 404


# --- B. consultation by the coordinator ----------------------------------------------------


def test_b_the_coordinator_reads_who_has_entered_and_the_level_of_each_student(come):
    page = apri(come(BRANDOLINI), "2ªB AFM.*(in corso|inserimento)")
    expect(page.get_by_role("heading", level=1)).to_contain_text("quadro della classe")
    elenco = page.locator("#discipline")
    expect(elenco.get_by_role("listitem").filter(has_text="Economia aziendale")).to_contain_text(
        re.compile("manca|nessun|non", re.IGNORECASE)
    )
    expect(elenco.get_by_role("heading")).to_contain_text("su 12 discipline hanno registrato")
    casella = page.locator("table td a[data-perche]").first
    livello = casella.locator("b").inner_text()
    casella.click()
    cassetto = page.get_by_role("complementary", name="Perché?")
    expect(cassetto.get_by_text("I numeri entrati")).to_be_visible()
    assert livello in {"A", "B", "C", "D"}
    expect(cassetto).to_contain_text("Lingua e letteratura italiana")


@pytest.mark.parametrize("conto", [OTTOLENGHI, CATTAFESTA, SEGRETERIA])
def test_b_only_the_coordinator_and_the_dirigente_consult(come, conto):
    quadro = dove(apri(come(BRANDOLINI), "2ªB AFM.*(in corso|inserimento)"))
    page = come(conto)
    assert page.goto(quadro).status == 404
    assert come(DIRIGENTE).goto(quadro).status == 200


# --- C. certification ----------------------------------------------------------------------


def numero_classe(page: Page) -> str:
    return re.search(r"classi/(\d+)/", page.url)[1]


def test_c_the_sheet_to_copy_is_one_row_a_student_in_the_order_of_the_page(come):
    page = apri(come(CATTAFESTA), "2ªA LS")
    base = f"{COMPETENZE}classi/{numero_classe(page)}/stampe/"
    page.goto(base)
    foglio = {}
    for formato in ("XLSX", "CSV"):
        with page.expect_download() as atteso:
            page.get_by_role("link", name=formato, exact=True).click()
        foglio[formato] = atteso.value.path().read_bytes()
        assert atteso.value.suggested_filename.endswith(f".{formato.lower()}")
    righe = list(load_workbook(io.BytesIO(foglio["XLSX"])).active.iter_rows(values_only=True))
    assert list(righe[0]) == COLONNE_LICEO
    assert len(righe) == 26
    assert [riga[0] for riga in righe[1:]] == [str(n) for n in range(1, 26)]
    assert {cella for riga in righe[1:] for cella in riga[3:]} <= LIVELLI | {
        "da definire in scrutinio"
    }
    assert foglio["CSV"].decode("utf-8-sig").count("\r\n") == 26


def riapri(come: Come) -> Page:
    """The dirigente gives the frozen class back, with a reason."""
    page = come(DIRIGENTE)
    page.goto(f"{COMPETENZE}classi/{numero_classe(apri(come(CATTAFESTA), '2ªA LS'))}/")
    page.get_by_role("link", name="Riapri la classe…").click()
    finestra = page.get_by_role("dialog")
    finestra.get_by_role("textbox").fill("Manca un livello di scienze naturali.")
    finestra.get_by_role("button").first.click()
    expect(page.get_by_role("link", name="Riapri la classe…")).to_have_count(0)
    return page


def congela_senza(come: Come) -> Page:
    """A subject reopened blocks the freezing until there is a reason to go on without it."""
    page = apri(come(CATTAFESTA), "2ªA LS")
    page.get_by_role("link", name="Riapri… Scienze naturali").click()
    finestra = page.get_by_role("dialog")
    finestra.get_by_role("textbox").fill("Un livello da rivedere.")
    finestra.get_by_role("button").first.click()
    dice(page, "1 disciplina blocca il congelamento")
    expect(page.get_by_role("link", name="Congela la classe…")).to_have_count(0)
    page.get_by_role("link", name="Congela senza… Scienze naturali").click()
    finestra = page.get_by_role("dialog")
    finestra.get_by_role("textbox").fill("La docente è assente fino allo scrutinio.")
    finestra.get_by_role("button").first.click()
    dice(page, "Si congela senza: «La docente è assente fino allo scrutinio.»")
    page.get_by_role("link", name="Congela la classe…").click()
    conferma(page, "Congela la classe")
    dice(page, "La 2ªA LS è congelata: la proposta va allo scrutinio.")
    return page


def prova_a_certificare(page: Page) -> None:
    """Before the scrutinio nothing is certified, and the portal says why."""
    page.goto(f"{COMPETENZE}classi/{numero_classe(page)}/stampe/")
    page.get_by_role("link", name="Emetti i certificati…").click()
    conferma(page, "Emetti i certificati")
    dice(page, re.compile("Lo scrutinio è giovedì 6 giugno 2024: si certifica dopo la delibera"))


def anticipa_scrutinio(come: Come) -> None:
    """The segreteria brings the scrutinio of the class forward to this morning."""
    page = come(SEGRETERIA)
    page.goto(COMPETENZE)
    page.get_by_role("link", name=re.compile("fine obbligo")).click()
    page.get_by_role("link", name="Calendario degli scrutini").click()
    page.get_by_label("2ªA LS", exact=True).fill("2024-06-05T08:00")
    page.get_by_role("button", name="Registra il calendario").click()
    dice(page, "Il calendario degli scrutini è stato registrato.")


def delibera(page: Page) -> None:
    """The consiglio changes the first level, with the reason that the rule asks for."""
    page.goto(f"{COMPETENZE}classi/{numero_classe(page)}/")
    casella = page.locator("table td a[data-perche]").first
    prima = casella.locator("b").inner_text()
    nuovo = "C" if prima != "C" else "B"
    casella.click()
    modulo = page.locator("form.decidi")
    modulo.locator(f"#scelta-{nuovo}").check()
    modulo.get_by_role("button", name="Registra la delibera").click()
    expect(page.locator("#cassetto").get_by_role("alert")).to_contain_text("motivo")
    modulo.get_by_label("Motivo").fill("Il consiglio tiene conto della prova di maggio.")
    modulo.get_by_role("button", name="Registra la delibera").click()
    expect(page.locator("table td a[data-perche]").first.locator("b")).to_have_text(nuovo)


def certifica(page: Page) -> None:
    page.goto(f"{COMPETENZE}classi/{numero_classe(page)}/stampe/")
    page.get_by_role("link", name="Emetti i certificati…").click()
    conferma(page, "Emetti i certificati")
    dice(page, "Un file per ogni studente")
    # The bar grows by itself while the worker prints: 25 papers and the one of the class.
    expect(page.locator(".lavoro-testa")).to_contain_text("26 di 26", timeout=120_000)
    page.reload()
    expect(page.get_by_role("link", name=re.compile("^Scarica"))).to_have_count(25)


def controlla_carta(page: Page) -> tuple[str, str]:
    """The first student's PDF says who and what, and its code says that it is this one."""
    riga = page.get_by_role("row").nth(1)
    studente = riga.get_by_role("rowheader").inner_text()
    codice = riga.locator("code").inner_text()
    with page.expect_download() as atteso:
        riga.get_by_role("link", name=re.compile("^Scarica")).click()
    pdf = atteso.value.path().read_bytes()
    testo = " ".join(
        " ".join(pagina.extract_text() for pagina in PdfReader(io.BytesIO(pdf)).pages).split()
    )
    assert studente in testo
    assert codice in testo
    assert "inglese" in testo.lower()
    assert any(livello in testo for livello in LIVELLI)
    page.goto(f"/{ISTITUTO}/verifica/{codice}/")
    dice(page, "Il documento è autentico")
    assert studente not in page.content()
    page.go_back()
    return studente, codice


def annulla(come: Come, pk: str, codice: str) -> None:
    page = come(DIRIGENTE)
    page.goto(f"{COMPETENZE}classi/{pk}/stampe/")
    page.get_by_role("link", name="Annulla i certificati…").click()
    page.get_by_role("button", name="Annulla i certificati").click()
    dice(page, "Il motivo serve: resta agli atti.")
    page.get_by_label("Motivo").fill("Un nome scritto male.")
    page.get_by_role("button", name="Annulla i certificati").click()
    dice(page, "I certificati sono annullati: la classe è congelata.")
    page.goto(f"/{ISTITUTO}/verifica/{codice}/")
    dice(page, "Il documento è annullato")
    dice(page, "Il motivo è agli atti della scuola.")


def test_c_the_whole_way_of_a_class_from_reopening_to_annulled_certificates(come):
    riapri(come)
    page = congela_senza(come)
    prova_a_certificare(page)
    anticipa_scrutinio(come)
    delibera(page)
    certifica(page)
    _, codice = controlla_carta(page)
    annulla(come, numero_classe(page), codice)


def test_c_the_certified_class_of_the_demo_can_be_printed_by_the_office(come):
    base = f"{COMPETENZE}classi/{numero_classe(apri(come(DALMONTE), '2ªA MM'))}/stampe/"
    page = come(SEGRETERIA)
    page.goto(base)
    dice(page, re.compile(r"Protocollo n\. \d+ del"))
    expect(page.get_by_role("link", name="Emetti i certificati…")).to_have_count(0)
    expect(page.get_by_role("link", name="Annulla i certificati…")).to_have_count(0)
    page.get_by_role("button", name="Stampa il tabellone").click()
    scarica = page.get_by_role("link", name=re.compile("Scarica|Apri|Tabellone"))
    expect(scarica.first).to_be_visible(timeout=60_000)


# --- the campaign, prepared by the segreteria ----------------------------------------------


def nuova(page: Page, **campi: str) -> None:
    page.goto(f"{COMPETENZE}rilevazioni/nuova/")
    page.get_by_label("Titolo").fill(campi["titolo"])
    page.get_by_label("Anno scolastico").select_option(index=1)
    page.get_by_label("Classi").select_option(label=campi["classi"])
    page.get_by_label("Modello delle competenze").select_option(index=1)
    page.get_by_label("I docenti inseriscono dal").fill(campi["dal"])
    page.get_by_label("Il coordinatore consulta dal").fill(campi["consulta"])
    page.get_by_role("button", name="Prepara la bozza").click()


def test_the_office_is_told_what_is_wrong_beside_the_field_that_is_wrong(come):
    page = come(SEGRETERIA)
    nuova(page, titolo="Prime", classi="prime", dal="2024-06-05", consulta="2024-06-01")
    campo = page.get_by_label("Il coordinatore consulta dal")
    errore = page.locator(f"#{campo.get_attribute('aria-describedby').split()[0]}")
    expect(errore).to_contain_text("Si consulta dopo che si è cominciato a inserire")
    nuova(page, titolo="Prime", classi="prime", dal="2025-06-05", consulta="2025-06-06")
    dice(page, re.compile("fuori dall’anno scolastico 2023/24"))
    nuova(page, titolo="Seconde", classi="seconde", dal="2024-06-05", consulta="2024-06-06")
    dice(page, "C’è già una rilevazione per queste classi e questo modello.")
    page.goto(COMPETENZE)
    expect(page.get_by_role("link", name=re.compile("^(Prime|Seconde)$"))).to_have_count(0)


def test_the_office_prepares_the_campaign_and_reads_what_opening_does(come):
    page = come(SEGRETERIA)
    nuova(page, titolo="Competenze 2023/24, terze", classi="terze", dal="2024-06-05",
          consulta="2024-06-07")  # fmt: skip
    dice(page, "La rilevazione è in bozza: si completa e poi si apre.")
    bozza = page.url
    page.get_by_role("link", name="Apri la rilevazione…").click()
    finestra = page.get_by_role("dialog")
    expect(finestra).to_contain_text("Una rilevazione aperta non torna bozza")
    finestra.get_by_role("link", name="Torna indietro").click()
    expect(finestra).not_to_be_visible()
    page.goto(bozza)
    dice(page, "in bozza")


def test_the_office_is_told_of_a_scrutinio_before_the_opening(come):
    page = come(SEGRETERIA)
    page.goto(COMPETENZE)
    page.get_by_role("link", name=re.compile("fine obbligo")).click()
    page.get_by_role("link", name="Calendario degli scrutini").click()
    campo = page.get_by_label("2ªC LS", exact=True)
    prima = campo.input_value()
    campo.fill("2024-05-20T08:00")
    page.get_by_role("button", name="Registra il calendario").click()
    dice(page, "Lo scrutinio viene dopo l’inserimento, che si apre il 31/05/2024.")
    page.reload()
    page.goto(page.url)
    expect(page.get_by_label("2ªC LS", exact=True)).to_have_value(prima)


def test_a_closed_campaign_is_read_and_not_written(come):
    ufficio, docente = come(SEGRETERIA), apri(come(BRANDOLINI), "2ªA TUR, Matematica")
    docente.goto(dove(docente) + "studenti/")
    scheda = docente.get_by_role("link", name="inserisci competenze").last.get_attribute("href")
    ufficio.goto(COMPETENZE)
    ufficio.get_by_role("link", name=re.compile("fine obbligo")).click()
    ufficio.get_by_role("link", name="Chiudi…").click()
    ufficio.get_by_role("button", name="Chiudi la rilevazione").click()
    try:
        docente.goto(scheda)
        dice(docente, "La rilevazione è chiusa: i livelli si leggono e non si cambiano.")
        expect(docente.get_by_role("button", name="registra", exact=True)).to_have_count(0)
        assert invia(docente, scheda).status == 422
    finally:
        ufficio.get_by_role("link", name="Riapri…").click()
        ufficio.get_by_role("button", name="Riapri la rilevazione").click()
        dice(ufficio, "Il motivo serve: resta agli atti.")
        ufficio.get_by_label("Motivo").fill("Manca una classe.")
        ufficio.get_by_role("button", name="Riapri la rilevazione").click()
    docente.goto(scheda)
    expect(docente.get_by_role("button", name="registra", exact=True)).to_be_visible()
