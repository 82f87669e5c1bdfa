"""A whole sitting with three browsers at once, from the convocation to the albo.

The office convenes it for today, the president signs and follows it live, the secretary runs the
room, a member answers and votes from a phone, anybody reads at the end. It is an urgent sitting
of its own: those that the demo already has are left alone.
"""

import re
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from cpia.portale.dimostrazione.altre_scuole import PERSONE
from cpia.portale.dimostrazione.organi_piano import CONTI
from tests.e2e.accesso import TELEFONO, ricarica_finche_c_e, sta_nella_larghezza
from tests.e2e.persone import compagnia

pytestmark = pytest.mark.e2e

SCUOLA = "ic-pinocchio-montesicuro"
ROMA = ZoneInfo("Europe/Rome")
UFFICIO = PERSONE[SCUOLA][1]
PRESIDENTE, SEGRETARIO, CONSIGLIERA = (
    next(conto for conto in CONTI if conto.email == f"{chi}@pinocchio.example")
    for chi in ("presidente", "segretario", "consigliera")
)
# The hour of the notice is so many minutes from now: time to sign, to send and to call the roll.
FRA_MINUTI = 3
# What another browser does is seen without reloading: the heart beats every three seconds.
DAL_VIVO = 20_000
URGENZA = "La ditta della mensa chiede una risposta entro oggi"
MENSA = "Proroga del servizio di mensa"
USCITA = "Uscita alla mole Vanvitelliana"
PERSONA = "Candelaresi"
RECLAMO = f"Reclamo del signor Ubaldo {PERSONA}"
SENZA_NOMI = "Reclamo di un genitore"
TESTO = "di prorogare il servizio di mensa fino al 28 giugno 2024"
DETTO = "Il Presidente riferisce la proposta della ditta."
RILIEVO = "Al punto 2 manca la mia proposta di andare con il treno."
Axe = Callable[[Page], None]


def test_una_seduta_dalla_convocazione_all_albo(
    portale, browser: Browser, browser_context_args: dict, page: Page, axe: Axe
) -> None:
    with compagnia(browser, browser_context_args, SCUOLA) as come:
        ufficio, presidente = come(UFFICIO), come(PRESIDENTE)
        segretario, consigliera = come(SEGRETARIO), come(CONSIGLIERA)
        consigliera.set_viewport_size(TELEFONO)
        scheda, ora = prepara(ufficio, axe)
        firma(presidente, scheda, axe)
        avviso = invia(ufficio, scheda, axe)
        risponde(consigliera, scheda, axe)
        apre(segretario, presidente, scheda, ora, axe)
        for chi in (presidente, consigliera):
            chi.goto(f"{scheda}posto/")
        mensa = delibera_per_alzata(segretario, consigliera, axe)
        senza_numero_legale(segretario, presidente, consigliera, axe)
        uscita = delibera_per_nome(segretario, presidente, consigliera)
        reclamo = delibera_in_segreto(segretario, presidente, consigliera, axe)
        assert (uscita, reclamo) == (mensa + 1, mensa + 2)
        chiude(segretario, consigliera)
        atti = {n: indirizzo(consigliera, n) for n in (mensa, reclamo)}
        verbale(segretario, consigliera, scheda, axe)
        pubblica(ufficio, portale.url, atti, mensa, reclamo)
    legge_chiunque(page, avviso, mensa, reclamo, axe)


# The office and the president, before the sitting


def prepara(page: Page, axe: Axe) -> tuple[str, str]:
    """An ordinary notice is late, an urgent one says why; the card of the sitting and its hour."""
    page.goto(f"/{SCUOLA}/organi/")
    page.locator("#contenuto").get_by_role("link", name="Consiglio d’istituto", exact=True).click()
    page.wait_for_url(re.compile(r"/organi/\d+/$"))
    page.goto(f"{page.url}sedute/nuova/")
    page.get_by_role("button", name="Comincia la bozza").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Convocazione del Consiglio")
    ora = fra_poco(page)
    page.get_by_label("Luogo").fill("Aula magna «Collodi»")
    page.locator("#id_ora").fill(ora)
    page.locator("#id_giorno").fill("2024-06-05")
    expect(page.locator("#termine")).to_contain_text("Fuori termine")
    expect(page.locator("#errore-giorno")).to_contain_text("in ritardo di 5 giorni")
    page.get_by_role("button", name="Convoca d’urgenza").click()
    expect(page.locator("#termine")).to_contain_text("nella stessa giornata della riunione")
    expect(page.locator("#perche-no")).to_contain_text("Scrivi perché è urgente")
    page.get_by_label("Perché è urgente").fill(URGENZA)
    expect(page.locator("#perche-no")).not_to_contain_text("Scrivi perché è urgente")
    scrive_l_ordine_del_giorno(page)
    axe(page)
    page.get_by_role("link", name=re.compile("^Manda alla firma")).click()
    conferma(page, "Manda alla firma")
    expect(page.get_by_text("L’avviso è alla firma").first).to_be_visible()
    return re.sub(r"(sedute/\d+/).*", r"\1", page.url), ora


def fra_poco(page: Page) -> str:
    """An hour that is about to come, by the clock of the portal."""
    ore, minuto = re.search(r"alle (\d+)\.(\d\d)", page.locator("#salvato").inner_text()).groups()
    quando = int(ore) * 60 + int(minuto) + FRA_MINUTI
    return f"{quando // 60:02d}:{quando % 60:02d}"


def scrive_l_ordine_del_giorno(page: Page) -> None:
    """Four items; the third is on a person, and reserved."""
    punti, nuovo = page.locator(".conv-punto"), page.locator("#nuovo-titolo")
    # What waits for a sitting is there by itself: this one has an agenda of its own.
    for restano in reversed(range(punti.count())):
        punti.first.locator("summary").click()
        punti.first.get_by_role("button", name=re.compile("^Togli")).last.click()
        expect(punti).to_have_count(restano)
    for quanti, titolo in enumerate((MENSA, USCITA, RECLAMO, "Varie ed eventuali"), 1):
        nuovo.fill(titolo)
        nuovo.press("Enter")
        expect(punti).to_have_count(quanti)
        expect(nuovo).to_be_focused()
    punti.get_by_role("link", name=RECLAMO).click()
    modulo = page.locator(".conv-modifica")
    modulo.get_by_label("Riguarda persone").check()
    modulo.get_by_label("Titolo senza nomi").fill(SENZA_NOMI)
    modulo.get_by_label("Punto riservato").check()
    modulo.get_by_role("button", name="Registra il punto").click()
    expect(punti.nth(2)).to_contain_text("seduta non pubblica")


def conferma(page: Page, verbo: str) -> None:
    """The tick and the button of the dialog that says what follows."""
    dialogo = page.get_by_role("dialog")
    dialogo.get_by_role("checkbox").check()
    dialogo.get_by_role("button", name=verbo).click()


def firma(page: Page, scheda: str, axe: Axe) -> None:
    """Who presides reads the exact words."""
    page.goto(scheda)
    page.get_by_role("link", name="Leggi e firma…").click()
    expect(page.get_by_role("article")).to_contain_text("mercoledì 5 giugno 2024")
    expect(page.get_by_role("article")).to_contain_text(URGENZA)
    axe(page)
    page.get_by_label("Ho riletto il testo").check()
    page.get_by_role("button", name="Firma", exact=True).click()
    expect(page.get_by_text("Firmato. Ora l’avviso può partire.")).to_be_visible()


def invia(page: Page, scheda: str, axe: Axe) -> str:
    """Protocol, albo and mails in one act; where anybody reads the notice."""
    page.goto(scheda)
    page.get_by_role("link", name="Protocolla e invia…").click()
    conferma(page, "Protocolla e invia")
    expect(page.get_by_text(re.compile(r"Protocollo n\. \d+/2024"))).to_be_visible()
    axe(page)
    return page.get_by_role("link", name=re.compile("^albo n")).get_attribute("href")


def risponde(page: Page, scheda: str, axe: Axe) -> None:
    """On a phone, from the card."""
    page.goto(scheda)
    page.get_by_role("button", name="Ci sarò", exact=True).click()
    expect(page.get_by_text("Registrato: ci sarai.")).to_be_visible()
    guarda_sul_telefono(page, axe)


def guarda_sul_telefono(page: Page, axe: Axe) -> None:
    axe(page)
    assert sta_nella_larghezza(page)


# The roll call


def apre(segretario: Page, presidente: Page, scheda: str, ora: str, axe: Axe) -> None:
    """Three are not enough, ten are; not before the hour; the president sees it all live."""
    for page in (segretario, presidente):
        page.goto(f"{scheda}aula/")
        expect(page.locator("#aula")).to_be_visible()
    for quanti, conto in enumerate((PRESIDENTE, SEGRETARIO, CONSIGLIERA), 1):
        segretario.locator("#chi").fill(conto.cognome.split()[0].lower())
        segretario.keyboard.press("Enter")
        presenti(segretario, quanti)
    apertura = segretario.locator("#aula-apertura")
    expect(apertura).to_contain_text("3 presenti su 10 che occorrono: 7 presenze mancano")
    expect(apertura.get_by_role("button", name="Apri la seduta")).to_have_attribute(
        "aria-disabled", "true"
    )
    axe(segretario)
    presenti(presidente, 3)
    docenti = segretario.get_by_role("group", name="Docenti")
    for quanti in range(4, 11):
        docenti.locator(".appello-riga.fuori .muovi").first.click()
        presenti(segretario, quanti)
    expect(segretario.locator("#aula-testa")).to_contain_text("C’è il numero legale")
    presenti(presidente, 10)
    aspetta(segretario, ora)
    verbalizza = f"{SEGRETARIO.cognome} {SEGRETARIO.nome}"
    segretario.locator("#verbalizza").select_option(label=verbalizza)
    segretario.get_by_role("button", name="Apri la seduta").click()
    expect(segretario.locator("#aula-testa")).to_contain_text("La seduta è valida")
    expect(presidente.locator("#aula-testa")).to_contain_text("aperta alle", timeout=DAL_VIVO)


def presenti(page: Page, quanti: int) -> None:
    expect(page.locator("#aula-testa .quanti strong")).to_have_text(str(quanti), timeout=DAL_VIVO)


def aspetta(page: Page, ora: str) -> None:
    """Before the hour of the notice the sitting does not open, and says so."""
    page.reload()
    adesso = int(page.locator("#aula").get_attribute("data-adesso"))
    ore, minuto = map(int, ora.split(":"))
    mancano = datetime(2024, 6, 5, ore, minuto, tzinfo=ROMA).timestamp() - adesso
    if mancano > 5:
        verbalizza = f"{SEGRETARIO.cognome} {SEGRETARIO.nome}"
        page.locator("#verbalizza").select_option(label=verbalizza)
        page.get_by_role("button", name="Apri la seduta").click()
        expect(page.locator("#aula-avviso")).to_contain_text("prima di allora non si apre")
    page.wait_for_timeout(max(0, mancano + 1) * 1000)


# The items


def avvia(page: Page, numero: int) -> Locator:
    """Begin an item: its panel of the vote."""
    page.get_by_role("button", name=f"Avvia il punto {numero}").click()
    expect(page.locator("#discussione")).to_be_visible()
    return page.locator("#aula-voto")


def delibera_per_alzata(segretario: Page, consigliera: Page, axe: Axe) -> int:
    """Discussed, written, voted: hands that are too many are told at their place."""
    voto = avvia(segretario, 1)
    dal_posto = consigliera.locator("#posto")
    expect(dal_posto.locator("li", has_text=MENSA)).to_contain_text(
        "in discussione", timeout=DAL_VIVO
    )
    segretario.locator("#discussione").fill(DETTO)
    expect(segretario.locator("[data-salvato]")).to_contain_text("salvato alle")
    scrive_il_testo(segretario)
    voto.get_by_label("Che cosa si vota").fill(TESTO)
    voto.get_by_role("button", name="Metti ai voti").click()
    expect(dal_posto).to_contain_text("Si vota per alzata di mano", timeout=DAL_VIVO)
    for campo, cifra in {"Favorevoli": "9", "Contrari": "2", "Astenuti": "0"}.items():
        voto.get_by_label(campo).fill(cifra)
    voto.get_by_role("button", name="Chiudi la votazione").click()
    expect(voto.locator("#errore-favorevoli")).to_contain_text("sono 11 e i presenti 10")
    expect(voto.get_by_label("Contrari")).to_have_value("2")
    expect(voto).to_contain_text("art. 37 c. 3")
    axe(segretario)
    voto.get_by_label("Favorevoli").fill("7")
    voto.get_by_label("Astenuti").fill("1")
    expect(voto.locator("#voto-prova")).to_contain_text("7 + 2 + 1 = 10")
    voto.get_by_role("button", name="Chiudi la votazione").click()
    numero = proclama(segretario)
    expect(dal_posto).to_contain_text(f"delibera n. {numero}", timeout=DAL_VIVO)
    return numero


def scrive_il_testo(page: Page) -> None:
    """Premises and text, beside the discussion."""
    testo = page.locator("#aula-testo")
    testo.locator("summary").first.click()
    testo.get_by_label("Continua con").first.fill("il preventivo della ditta, protocollo 2201")
    delibera = testo.get_by_label("Il Consiglio d’istituto delibera")
    delibera.fill(TESTO)
    expect(testo.locator(".testo-esito")).to_contain_text("Salvato alle")
    # The room is read again as somebody comes in: not under the hands of who writes.
    rilegge(page)
    expect(testo.locator(".testo-esito")).to_contain_text("Salvato alle")
    expect(delibera).to_be_focused()
    # Once the hands are elsewhere it is, and stays open as it was.
    page.locator("#discussione").focus()
    rilegge(page)
    expect(delibera).to_have_value(TESTO)
    expect(delibera).to_be_visible()


def rilegge(page: Page) -> None:
    """The room is read again, as after a change of somebody else."""
    with page.expect_response(lambda risposta: risposta.url.endswith("/aula/")):
        page.evaluate("document.body.dispatchEvent(new CustomEvent('seduta-cambiata'))")


def proclama(page: Page) -> int:
    """The number is the one promised by the button."""
    bottone = page.locator("#aula-voto").get_by_role("link", name=re.compile("^Proclama"))
    expect(bottone).to_contain_text("delibera n.")
    promesso = int(re.search(r"n\. (\d+)", bottone.inner_text())[1])
    bottone.click()
    conferma(page, f"Proclama: delibera n. {promesso}")
    detto = page.get_by_role("main").get_by_text(f"Proclamata: delibera n. {promesso}.")
    expect(detto).to_be_visible()
    page.wait_for_load_state()
    return promesso


def senza_numero_legale(segretario: Page, presidente: Page, consigliera: Page, axe: Axe) -> None:
    """A member goes out from the phone and nothing is voted until she is back."""
    voto = avvia(segretario, 2)
    consigliera.get_by_role("link", name="Devo uscire").click()
    dialogo = consigliera.get_by_role("dialog")
    expect(dialogo).to_contain_text("e verrà a mancare")
    dialogo.get_by_role("button", name="Esco").click()
    expect(consigliera.locator("#posto")).to_contain_text("Sei uscito alle")
    presenti(segretario, 9)
    expect(segretario.locator(".barra-numero")).to_contain_text("Manca il numero legale dalle")
    expect(voto).to_contain_text("Non si vota. 9 presenti su 10 che occorrono")
    expect(voto.get_by_role("button", name="Metti ai voti")).to_have_count(0)
    axe(segretario)
    expect(presidente.locator("#posto")).to_contain_text("Manca il numero legale", timeout=DAL_VIVO)
    rientra = f"rientra {CONSIGLIERA.cognome}"
    segretario.get_by_role("button", name=re.compile(f"^{rientra}")).click()
    presenti(segretario, 10)
    expect(consigliera.locator("#posto")).to_contain_text("Sei presente", timeout=DAL_VIVO)


def delibera_per_nome(segretario: Page, presidente: Page, consigliera: Page) -> int:
    """Each of the three from an own browser, the others called by name."""
    voto = segretario.locator("#aula-voto")
    voto.get_by_label("per nome", exact=True).check()
    voto.get_by_label("Che cosa si vota").fill("di autorizzare l’uscita del 7 giugno 2024")
    voto.get_by_role("button", name="Metti ai voti").click()
    expect(voto).to_contain_text("Hanno votato in 0 su 10")
    vota(presidente, "Favorevole")
    vota(consigliera, "Contrario")
    mio = segretario.context.new_page()
    mio.goto(segretario.url.replace("/aula/", "/posto/"))
    vota(mio, "Favorevole")
    mio.close()
    expect(voto).to_contain_text("Hanno votato in 3 su 10", timeout=DAL_VIVO)
    voto.locator("summary", has_text="Appello nominale").click()
    risposte = ["favorevole"] * 5 + ["astenuto"] * 2
    for scelta, risposta in zip(voto.locator("select").all(), risposte, strict=True):
        scelta.select_option(risposta)
    voto.get_by_role("button", name="Registra le risposte").click()
    expect(voto).to_contain_text("Hanno votato in 10 su 10")
    voto.get_by_role("button", name="Chiudi la votazione").click()
    expect(voto).to_contain_text("Servono 5 voti favorevoli, ce ne sono 7.")
    return proclama(segretario)


def vota(page: Page, come: str) -> None:
    bottone = page.get_by_role("button", name=come)
    expect(bottone).to_be_visible(timeout=DAL_VIVO)
    bottone.click()
    expect(bottone).to_have_attribute("aria-pressed", "true")


def delibera_in_segreto(segretario: Page, presidente: Page, consigliera: Page, axe: Axe) -> int:
    """On a person: three ballots from three browsers, counted together; the text has no figures."""
    voto = avvia(segretario, 3)
    expect(voto).to_contain_text("Il punto riguarda persone: il voto è segreto.")
    voto.get_by_label("Che cosa si vota").fill("di accogliere il reclamo")
    voto.get_by_role("button", name="Metti ai voti").click()
    expect(voto).to_contain_text("Hanno votato in 0 su 10")
    mio = segretario.context.new_page()
    mio.goto(segretario.url.replace("/aula/", "/posto/"))
    for page in (presidente, consigliera, mio):
        page.get_by_role("link", name="Vota in segreto").click(timeout=DAL_VIVO)
        page.locator(".urna-voce").first.click()
        page.get_by_label("Ho riletto").check()
        if page is consigliera:
            guarda_sul_telefono(page, axe)
        page.get_by_role("button", name="Metti la scheda").click()
        expect(page.get_by_text("Hai votato.")).to_be_visible()
    mio.close()
    voto.get_by_role("link", name="Chiudi l’urna e conta").click()
    expect(segretario.locator(".spoglio-quanti")).to_contain_text("3 hanno votato su 10")
    expect(segretario.locator("#spoglio-conto")).to_contain_text("con meno di 5 votanti")
    segretario.get_by_label("Ho riletto").check()
    segretario.get_by_role("button", name="Chiudi e conta").click()
    expect(segretario.get_by_role("heading", name="L’urna è contata")).to_be_visible()
    expect(segretario.get_by_text("3 schede, 3 votanti")).to_be_visible()
    axe(segretario)
    segretario.get_by_role("link", name="Torna alla seduta per proclamare").click()
    return proclama(segretario)


def chiude(segretario: Page, consigliera: Page) -> None:
    """Not while an item has no outcome: it is named."""
    segretario.get_by_role("link", name="Chiudi la seduta…").click()
    dialogo = segretario.locator("#dialogo")
    expect(dialogo).to_contain_text("non si può ancora chiudere")
    expect(dialogo).to_contain_text("4. Varie ed eventuali")
    dialogo.get_by_role("link", name="Torna all’aula").click()
    avvia(segretario, 4)
    expect(segretario.get_by_role("button", name="Metti ai voti")).to_have_count(0)
    segretario.get_by_role("button", name="Concludi il punto").click()
    ordine = segretario.locator("#aula-ordine li", has_text="Varie ed eventuali")
    expect(ordine).to_contain_text("trattato")
    segretario.get_by_role("link", name="Chiudi la seduta…").click()
    dialogo.get_by_role("checkbox").check()
    dialogo.get_by_role("button").first.click()
    expect(segretario.get_by_text("il verbale è aperto, in bozza")).to_be_visible()
    consigliera.goto(segretario.url + "posto/")
    expect(consigliera.locator("#posto")).to_contain_text("La seduta è chiusa")


def indirizzo(page: Page, numero: int) -> str:
    """Where a deliberation is read, from the own place of a member."""
    return page.get_by_role("link", name=f"delibera n. {numero}").get_attribute("href")


# After the sitting


def verbale(segretario: Page, consigliera: Page, scheda: str, axe: Axe) -> None:
    """What was recorded is already written; the members read it, one remarks."""
    segretario.goto(f"{scheda}verbale/")
    foglio = segretario.get_by_role("article", name="Testo del verbale")
    for parole in (DETTO, TESTO, RECLAMO):
        expect(foglio).to_contain_text(parole)
    segretario.get_by_role("button", name="Manda in lettura").click()
    expect(segretario.get_by_text("Il verbale è in lettura").first).to_be_visible()
    axe(segretario)
    consigliera.goto(segretario.url)
    consigliera.get_by_label("Che cosa va corretto").fill(RILIEVO)
    consigliera.get_by_role("button", name="Presenta il rilievo").click()
    expect(consigliera.get_by_text("Il rilievo è presentato")).to_be_visible()
    guarda_sul_telefono(consigliera, axe)
    segretario.reload()
    expect(segretario.get_by_text(RILIEVO)).to_be_visible()
    expect(segretario.get_by_role("button", name="Accogli")).to_be_visible()


def pubblica(page: Page, base: str, atti: dict[int, str], mensa: int, reclamo: int) -> None:
    """The office puts one on the albo; the reserved one it does not even open."""
    assert page.goto(base + atti[reclamo]).status in {403, 404}
    page.goto(atti[mensa])
    page.get_by_role("link", name="Pubblica all’albo…").click()
    page.get_by_label("Ho riletto l’estratto").check()
    page.get_by_role("button", name="Pubblica all’albo").click()
    expect(page.get_by_text(f"La delibera n. {mensa} è all’albo.")).to_be_visible()


def legge_chiunque(page: Page, avviso: str, mensa: int, reclamo: int, axe: Axe) -> None:
    """Without a login: the deliberation with its words, of the reserved item nothing."""
    page.goto(f"/{SCUOLA}/albo/")
    axe(page)
    niente_di_riservato(page.locator("body").inner_text(), reclamo)
    page.get_by_role("link", name=re.compile(f"delibera n. {mensa} del")).click()
    expect(page.get_by_role("main")).to_contain_text(MENSA)
    carta = legge_la_carta(page)
    assert "di prorogare il servizio di mensa" in carta
    assert "7 favorevoli, 2 contrari, 1 astenuto" in carta
    niente_di_riservato(carta, reclamo)
    page.set_viewport_size(TELEFONO)
    guarda_sul_telefono(page, axe)
    page.goto(avviso)
    carta = legge_la_carta(page)
    assert MENSA in carta
    niente_di_riservato(carta, reclamo)


def legge_la_carta(page: Page) -> str:
    """The words of the paper of an act, as soon as the worker has printed it."""
    legame = page.get_by_role("link", name=re.compile("Atto integrale|PDF")).first
    ricarica_finche_c_e(page, legame)
    risposta = page.request.get(legame.get_attribute("href"))
    pagine = PdfReader(BytesIO(risposta.body())).pages
    return " ".join(" ".join(pagina.extract_text() for pagina in pagine).split())


def niente_di_riservato(testo: str, reclamo: int) -> None:
    assert PERSONA not in testo
    assert f"delibera n. {reclamo} " not in testo
