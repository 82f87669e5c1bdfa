"""The pages of the regulations: what each role reads, what a wrong input gets, how many queries."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from cpia.norme.models import Parametro, Regolamento
from cpia.norme.queries.indirizzi import indirizzo_parametro
from cpia.norme.queries.righe import scritto_di
from cpia.norme.services.versioni import adotta, prepara_versione
from cpia.scuola import orologio
from tests.factories.scuola import ADESSO
from tests.norme.scena_regolamenti import OGGI, PREAVVISO, TITOLO, browser, regolamento_di
from tests.norme.scena_regolamenti import scena as nuova_scena

pytestmark = pytest.mark.django_db
URGENTE = "organi.collegio_docenti.preavviso.urgente"


@pytest.fixture(autouse=True)
def _orario(monkeypatch, settings):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)


@pytest.fixture
def scena():
    return nuova_scena()


@pytest.fixture
def bozza(scena):
    return prepara_versione(autore=scena.autore, adesso=ADESSO, regolamento_id=scena.regolamento.pk)


def url(scena, nome, *argomenti):
    return reverse(nome, args=[scena.istituto.slug, *argomenti], urlconf="cpia.urls")


def leggi(scena, nome, *argomenti, chi=None, **domanda):
    return browser(chi or scena.segretaria).get(url(scena, nome, *argomenti), domanda)


def visto(bozza, chiave=PREAVVISO):
    return scritto_di(Parametro.objects.get(regolamento=bozza, chiave=chiave)).impronta


def riletta(pagina):
    return re.search(r'name="impronta" value="([0-9a-f]{64})"', pagina)[1]


def scritta(risposta):
    return " ".join(risposta.content.decode().split())


def test_everybody_reads_and_only_who_edits_sees_drafts(scena, bozza):
    docente = scritta(leggi(scena, "regolamenti", chi=scena.docente))
    assert TITOLO in docente
    for parola in ("In bozza", "Controllo:", "Regolamento nuovo"):
        assert parola not in docente
        assert parola in scritta(leggi(scena, "regolamenti"))
    assert "In bozza" in scritta(leggi(scena, "regolamenti", chi=scena.collaboratrice))
    assert leggi(scena, "regolamento", bozza.pk, chi=scena.docente).status_code == 404
    assert leggi(scena, "regolamento_bozza", bozza.pk, chi=scena.collaboratrice).status_code == 403


def test_as_it_was_on_a_day(scena):
    prima = scritta(leggi(scena, "regolamenti", giorno="2020-01-01"))
    assert "Nessun regolamento in vigore quel giorno" in prima
    allora = scritta(leggi(scena, "parametri_vigenti", giorno="2020-01-01", tema="albo"))
    assert "Nessun regolamento lo dice. Vale: D.P.R. 275/1999, art. 14 c. 7" in allora
    oggi = scritta(leggi(scena, "parametri_vigenti", tema="albo"))
    assert "art. 3, <a" in oggi
    assert "«parole»" in oggi


@pytest.mark.parametrize("giorno", ["ieri", "2024-13-01", "0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("nome", ["regolamenti", "parametri_vigenti", "controllo_regolamenti"])
def test_a_day_that_is_none_is_told_at_its_place(scena, nome, giorno):
    risposta = leggi(scena, nome, giorno=giorno)
    assert risposta.status_code == 422
    assert 'id="errore-giorno"' in scritta(risposta)


def test_every_parameter_has_an_address(scena):
    indirizzo = indirizzo_parametro(scena.istituto.slug, URGENTE, OGGI)
    pagina, _, ancora = indirizzo.partition("#")
    risposta = scritta(browser(scena.docente).get(pagina))
    assert ancora == URGENTE
    assert f'id="{URGENTE}"' in risposta
    assert "vale quello di «Collegio dei docenti: preavviso della seduta ordinaria»" in risposta


def test_the_checker_shows_both_sources(scena):
    regolamento_di(scena.istituto, {"albo.giorni": "10"}, titolo="Albo", dal=OGGI)
    risposta = scritta(leggi(scena, "controllo_regolamenti", chi=scena.dirigente))
    assert "Due regolamenti in vigore dicono cose diverse: 10 giorni e 15 giorni" in risposta
    assert "D.P.R. 8 marzo 1999, n. 275, art. 14 c. 7" in risposta
    assert "da verificare" in risposta
    ieri = leggi(scena, "controllo_regolamenti", giorno=str(OGGI - timedelta(days=1)))
    assert "dicono cose diverse" not in scritta(ieri)


def test_a_draft_is_written_rule_by_rule(scena, bozza):
    indirizzo = url(scena, "regolamento_regola", bozza.pk)
    client = browser(scena.segretaria)
    dati = {
        "chiave": PREAVVISO, "visto": visto(bozza), "valore": "6", "unita": "giorni_lavorativi",
        "articolo": "art. 4", "testo": "sei giorni lavorativi prima",
    }  # fmt: skip
    risposta = client.post(indirizzo, dati)
    assert risposta.status_code == 302
    riga = Parametro.objects.get(regolamento=bozza, chiave=PREAVVISO)
    assert (riga.valore, riga.articolo) == ("6 giorni lavorativi", "art. 4")
    pagina = scritta(client.get(risposta.url))
    assert "<del>5 giorni</del>" in pagina
    assert "<ins>6 giorni lavorativi</ins>" in pagina
    modulo = scritta(client.get(indirizzo, {"chiave": PREAVVISO}))
    assert 'value="6"' in modulo
    assert '<option value="giorni_lavorativi" selected>' in modulo


@pytest.mark.parametrize(
    ("cambiati", "messaggio"),
    [
        ({"valore": "cinque"}, "non è una durata"),
        ({"valore": ""}, "Il valore manca."),
        ({"unita": "mesi"}, "mesi"),
        ({"valore": "999"}, "La durata non può superare 366 giorni."),
        ({"articolo": " "}, "una regola senza articolo non si adotta"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_lost(scena, bozza, cambiati, messaggio):
    dati = {
        "chiave": PREAVVISO, "visto": visto(bozza), "valore": "7", "unita": "giorni",
        "articolo": "art. 4", "testo": "una frase da non perdere",
    }  # fmt: skip
    risposta = browser(scena.segretaria).post(
        url(scena, "regolamento_regola", bozza.pk), dati | cambiati
    )
    assert risposta.status_code == 422
    assert messaggio in scritta(risposta)
    assert "una frase da non perdere" in scritta(risposta)
    assert scritta(risposta).count('id="errori"') == 1
    assert Parametro.objects.get(regolamento=bozza, chiave=PREAVVISO).valore == "5 giorni"


def test_two_secretaries_at_the_same_rule(scena, bozza):
    client, indirizzo = browser(scena.segretaria), url(scena, "regolamento_regola", bozza.pk)
    dati = {
        "chiave": "albo.giorni", "visto": visto(bozza, "albo.giorni"), "valore": "30",
        "articolo": "art. 4",
    }  # fmt: skip
    Parametro.objects.filter(regolamento=bozza, chiave="albo.giorni").update(
        valore="20", articolo="art. 8", testo="venti giorni"
    )
    risposta = client.post(indirizzo, dati)
    assert risposta.status_code == 409
    detto = "Un’altra persona ha scritto intanto: 20 giorni, art. 8, «venti giorni»."
    assert detto in scritta(risposta)
    assert 'value="30"' in scritta(risposta)
    ora = visto(bozza, "albo.giorni")
    assert f'name="visto" value="{ora}"' in scritta(risposta)
    assert client.post(indirizzo, dati | {"visto": ora}).status_code == 302


def test_a_rule_is_taken_out_only_as_it_was_read(scena, bozza):
    client, indirizzo = browser(scena.segretaria), url(scena, "regolamento_togli", bozza.pk)
    pagina = scritta(client.get(url(scena, "regolamento_bozza", bozza.pk)))
    letto = visto(bozza, "albo.giorni")
    assert f'name="visto" value="{letto}"' in pagina
    Parametro.objects.filter(regolamento=bozza, chiave="albo.giorni").update(articolo="art. 8")
    for stantio in ({"visto": letto}, {}):
        risposta = client.post(indirizzo, {"chiave": "albo.giorni"} | stantio)
        assert risposta.status_code == 409
        assert "un’altra persona ha scritto intanto: 15 giorni, art. 8" in scritta(risposta)
    ora = visto(bozza, "albo.giorni")
    assert f'name="visto" value="{ora}"' in scritta(risposta)
    assert client.post(indirizzo, {"chiave": "albo.giorni", "visto": ora}).status_code == 302
    assert not Parametro.objects.filter(regolamento=bozza, chiave="albo.giorni").exists()


@pytest.mark.parametrize(
    ("chiave", "valore", "atteso"),
    [
        ("albo.giorni", "15", "Va d’accordo con gli altri regolamenti"),
        ("albo.giorni", "10", "Per D.P.R. 8 marzo 1999, n. 275, art. 14 c. 7: almeno 15 giorni"),
        ("albo.giorni", "x", "Non si legge: «x» non è un numero intero."),
        ("albo.giorni", "", "Non si legge: il valore manca."),
        ("organi.collegio_docenti.voto.persone", "palese", "art. 37 c. 4: segreto"),
        ("organi.collegio_docenti.voto.persone", "boh", "non è tra i valori ammessi"),
        (URGENTE, "6", "Una seduta urgente non può avere un preavviso più lungo"),
    ],
)
def test_a_value_is_judged_while_it_is_written(scena, bozza, chiave, valore, atteso):
    dati = {"chiave": chiave, "valore": valore, "unita": "giorni"}
    prima = list(Parametro.objects.values())
    risposta = browser(scena.segretaria).post(url(scena, "regolamento_verifica", bozza.pk), dati)
    assert risposta.status_code == 200
    assert atteso in scritta(risposta)
    assert "<html" not in scritta(risposta)
    assert list(Parametro.objects.values()) == prima


def test_a_value_is_judged_beside_the_other_regulations(scena, bozza):
    regolamento_di(scena.istituto, {"albo.giorni": "20"}, titolo="Albo", dal=OGGI)
    dati = {"chiave": "albo.giorni", "valore": "15"}
    risposta = browser(scena.segretaria).post(url(scena, "regolamento_verifica", bozza.pk), dati)
    assert "Due regolamenti in vigore dicono cose diverse" in scritta(risposta)


@pytest.mark.parametrize(
    "nome", ["regolamento_regola", "regolamento_verifica", "regolamento_togli"]
)
def test_an_unknown_rule_is_a_wrong_request(scena, bozza, nome):
    risposta = browser(scena.segretaria).post(url(scena, nome, bozza.pk), {"chiave": "che.cosa"})
    assert risposta.status_code == 400


def test_adoption(scena, bozza):
    client, indirizzo = browser(scena.dirigente), url(scena, "regolamento_adotta", bozza.pk)
    pagina = scritta(client.get(indirizzo))
    buona = {
        "atto": "delibera n. 8", "dal": "2024-07-01", "riletto": "on", "impronta": riletta(pagina),
    }  # fmt: skip
    for cambiati, messaggio in (
        ({"atto": ""}, "Scrivi l’atto"),
        ({"dal": "2022-09-01"}, "la nuova comincia dopo"),
        ({"dal": "1 luglio"}, "Scrivi il giorno come 05/06/2024"),
        ({"riletto": ""}, "bisogna aver riletto"),
    ):
        risposta = client.post(indirizzo, buona | cambiati)
        assert risposta.status_code == 422
        assert messaggio in scritta(risposta)
        if cambiati.get("atto") != "":
            assert 'value="delibera n. 8"' in scritta(risposta)
    assert client.post(indirizzo, buona).status_code == 302
    bozza.refresh_from_db()
    assert not bozza.bozza
    assert client.get(indirizzo).status_code == 404


def test_what_changed_while_one_was_reading_is_shown_again(scena, bozza):
    client, indirizzo = browser(scena.dirigente), url(scena, "regolamento_adotta", bozza.pk)
    letta = riletta(scritta(client.get(indirizzo)))
    Parametro.objects.filter(regolamento=bozza, chiave="albo.giorni").update(valore="20")
    buona = {"atto": "delibera n. 8", "dal": "2024-07-01", "riletto": "on", "impronta": letta}
    errata = client.post(indirizzo, buona | {"atto": ""})
    assert riletta(scritta(errata)) == letta
    for vecchia in ({}, {"impronta": ""}):
        risposta = client.post(indirizzo, buona | vecchia)
        assert risposta.status_code == 409
        assert "Un’altra persona ha cambiato la bozza" in scritta(risposta)
        assert "<ins>20 giorni</ins>" in scritta(risposta)
        assert 'value="delibera n. 8"' in scritta(risposta)
    nuova = {"impronta": riletta(scritta(risposta))}
    assert client.post(indirizzo, buona | nuova).status_code == 302


PROMESSA = "gli atti dei giorni passati tengono le regole di allora"


def test_the_dialog_promises_nothing_of_a_past_day(scena, bozza):
    client = browser(scena.dirigente)
    assert PROMESSA in scritta(client.get(url(scena, "regolamento_adotta", bozza.pk)))
    nuova = regolamento_di(
        scena.istituto, {"albo.giorni": "20"}, titolo="Nuovo", dal=OGGI, bozza=True
    )
    indirizzo = url(scena, "regolamento_adotta", nuova.pk)
    pagina = scritta(client.get(indirizzo))
    dati = {
        "atto": "delibera n. 1", "dal": "2023-09-01", "riletto": "on", "impronta": riletta(pagina),
    }  # fmt: skip
    risposta = client.post(indirizzo, dati)
    assert risposta.status_code == 422
    assert PROMESSA not in scritta(risposta)
    assert f"Giorni di pubblicazione all’albo ({TITOLO})" in scritta(risposta)


def test_an_adoption_to_come_goes_back_to_the_draft(scena, bozza):
    adotta(
        autore=scena.autore, adesso=ADESSO, bozza_id=bozza.pk, atto="delibera n. 8",
        dal=OGGI + timedelta(days=1),
    )  # fmt: skip
    assert "Riporta in bozza" not in scritta(leggi(scena, "regolamento", scena.regolamento.pk))
    assert "Riporta in bozza" in scritta(leggi(scena, "regolamento", bozza.pk))
    client = browser(scena.segretaria)
    risposta = client.post(url(scena, "regolamento_versione", bozza.pk))
    assert risposta.url == url(scena, "regolamento_bozza", bozza.pk)
    assert "è di nuovo una bozza" in scritta(client.get(risposta.url))
    assert 'value="delibera n. 8"' in scritta(leggi(scena, "regolamento_adotta", bozza.pk))


def test_a_stored_value_that_cannot_be_read_stops_no_page(scena):
    Parametro.objects.filter(regolamento=scena.regolamento).update(valore="tanti")
    for tema, errore in (("albo", "un numero intero"), ("collegio_docenti", "una durata")):
        pagina = leggi(scena, "parametri_vigenti", tema=tema)
        assert pagina.status_code == 200
        assert "<strong>«tanti»</strong>" in scritta(pagina)
        assert '<span class="marca">da correggere</span>' in scritta(pagina)
        assert f"«tanti» non è {errore}" in scritta(pagina)
    assert scritta(pagina).count("da correggere</span>") == 5  # and those that follow it
    csv = leggi(scena, "parametri_vigenti", formato="csv").content.decode("utf-8-sig")
    assert "«tanti» (da correggere)" in csv
    assert "metà più uno" in csv


def test_the_calculator_says_which_rule_it_cannot_read(scena):
    Parametro.objects.filter(regolamento=scena.regolamento).update(valore="9999 giorni")
    domanda = {"conto": "ordinaria", "organo": "collegio_docenti", "giorno": "2024-06-20"}
    risposta = leggi(scena, "termine_regolamenti", **domanda)
    assert risposta.status_code == 422
    assert "La regola registrata non si legge: la durata non può superare" in scritta(risposta)


def test_a_draft_is_thrown_away_only_after_the_tick(scena, bozza):
    client, indirizzo = browser(scena.segretaria), url(scena, "regolamento_scarta", bozza.pk)
    assert client.post(indirizzo).status_code == 422
    assert Regolamento.objects.filter(pk=bozza.pk).exists()
    assert client.post(indirizzo, {"riletto": "si"}).status_code == 302
    assert not Regolamento.objects.filter(pk=bozza.pk).exists()


def test_a_second_draft_leads_to_the_first(scena, bozza):
    risposta = browser(scena.segretaria).post(
        url(scena, "regolamento_versione", scena.regolamento.pk)
    )
    assert risposta.url == url(scena, "regolamento_bozza", bozza.pk)


def test_two_sides(scena, bozza):
    Parametro.objects.filter(regolamento=bozza, chiave="albo.giorni").update(valore="20")
    lati = {
        "primo": f"versione:{scena.regolamento.pk}", "secondo": f"versione:{bozza.pk}",
        "differenze": "on",
    }  # fmt: skip
    risposta = scritta(leggi(scena, "confronto_regolamenti", **lati))
    assert "1 regola diversa" in risposta
    assert "Giorni di pubblicazione all’albo" in risposta
    assert "Preavviso della seduta ordinaria" not in risposta
    scuola = leggi(
        scena, "confronto_regolamenti", primo="scuola", secondo="profilo:cpia-napoli-provincia-2"
    )
    assert "Dirigente scolastico; Consiglio di Istituto" in scritta(scuola)


def test_the_rows_of_another_institute_are_never_a_side(scena, bozza):
    altra = nuova_scena()
    nuova = regolamento_di(altra.istituto, {"albo.giorni": "33"}, titolo="Altro")
    for lato in (f"versione:{nuova.pk}", "profilo:iis-altro", f"profilo:{altra.istituto.slug}"):
        risposta = leggi(scena, "confronto_regolamenti", primo="scuola", secondo=lato)
        assert risposta.status_code == 422
        assert "Scegli un regolamento o una scuola." in scritta(risposta)
    docente = leggi(
        scena, "confronto_regolamenti", chi=scena.docente, primo="scuola",
        secondo=f"versione:{bozza.pk}",
    )  # fmt: skip
    assert docente.status_code == 422


def test_the_last_useful_day(scena):
    domanda = {"conto": "ordinaria", "organo": "collegio_docenti", "giorno": "2024-06-20"}
    mio = scritta(leggi(scena, "termine_regolamenti", **domanda))
    assert "sabato 15 giugno" in mio
    assert f"{TITOLO}, art. 3 (delibera n. 1)" in mio
    comitato = domanda | {
        "organo": "comitato_valutazione", "scuola": "cpia-napoli-provincia-2",
    }  # fmt: skip
    assert "lunedì 10 giugno" in scritta(leggi(scena, "termine_regolamenti", **comitato))


def test_a_past_event_keeps_the_rules_of_its_day(scena):
    """The regulation holds from September 2022: before it there is only the law."""
    Parametro.objects.filter(chiave=PREAVVISO).update(valore="7 giorni")
    domanda = {"conto": "ordinaria", "organo": "collegio_docenti"}
    prima = scritta(leggi(scena, "termine_regolamenti", **domanda, giorno="2020-06-18"))
    assert "sabato 13 giugno 2020" in prima
    assert "giorno=2020-06-18" in prima
    dopo = scritta(leggi(scena, "termine_regolamenti", **domanda, giorno="2023-06-15"))
    assert "giovedì 8 giugno 2023" in dopo
    futuro = scritta(leggi(scena, "termine_regolamenti", **domanda, giorno="2025-06-19"))
    assert "giovedì 12 giugno 2025" in futuro
    assert f"giorno={OGGI}" in futuro
    altra = domanda | {"organo": "comitato_valutazione", "scuola": "cpia-napoli-provincia-2"}
    spedita = scritta(leggi(scena, "termine_regolamenti", **altra, giorno="2020-06-18"))
    assert "sabato 13 giugno 2020" in spedita


@pytest.mark.parametrize(
    "sbagliata",
    [{"giorno": "x"}, {"giorno": "1500-01-01"}, {"conto": "y"}, {"organo": ""}, {"scuola": "z"}],
)
def test_a_wrong_question_keeps_what_was_written(scena, sbagliata):
    domanda = {"conto": "ordinaria", "organo": "giunta_esecutiva", "giorno": "2024-06-20"}
    risposta = leggi(scena, "termine_regolamenti", **(domanda | sbagliata))
    assert risposta.status_code == 422


@pytest.mark.parametrize(
    ("nome", "domanda", "parola"),
    [
        ("regolamenti", {}, TITOLO),
        ("regolamento", {}, "15 giorni"),
        ("parametri_vigenti", {}, "metà più uno"),
        ("controllo_regolamenti", {}, "manca"),
        ("confronto_regolamenti",
         {"primo": "scuola", "secondo": "profilo:iis-antonietti"}, "solo a sinistra"),
    ],
)  # fmt: skip
def test_every_list_leaves_as_a_file(scena, nome, domanda, parola):
    argomenti = [scena.regolamento.pk] if nome == "regolamento" else []
    csv = leggi(scena, nome, *argomenti, **domanda, formato="csv")
    assert parola in csv.content.decode("utf-8-sig")
    xlsx = leggi(scena, nome, *argomenti, **domanda, formato="xlsx")
    celle = [cella.value for riga in load_workbook(BytesIO(xlsx.content)).active for cella in riga]
    assert parola in celle


def quante(scena, nome, *argomenti, **domanda):
    with CaptureQueriesContext(
        connection,
    ) as query:
        assert leggi(scena, nome, *argomenti, **domanda).status_code == 200
    return len(query)


def test_as_many_queries_for_one_regulation_as_for_thirty(scena, bozza):
    confronto = {"primo": "scuola", "secondo": f"versione:{bozza.pk}"}
    pagine = [
        ("regolamenti", [], {}), ("regolamento", [scena.regolamento.pk], {}),
        ("parametri_vigenti", [], {"tema": "albo"}), ("controllo_regolamenti", [], {}),
        ("confronto_regolamenti", [], confronto), ("regolamento_bozza", [bozza.pk], {}),
    ]  # fmt: skip
    prima = [quante(scena, nome, *a, **d) for nome, a, d in pagine]
    for n in range(30):
        regolamento_di(
            scena.istituto, {"albo.giorni": "20", URGENTE: "1 giorno"}, titolo=f"Regolamento {n}",
            dal=OGGI,
        )  # fmt: skip
    assert [quante(scena, nome, *a, **d) for nome, a, d in pagine] == prima
