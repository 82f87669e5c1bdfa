"""The pages of who assesses: what they show, what they refuse at its place, what they keep."""

import csv
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bonus_merito.enums import Area, StatoProcedura
from bonus_merito.models import Attivita, Parita, Procedura
from tests.bonus_merito.scena_quadro import figura, punti, valutazione, vuota
from tests.conftest import come_proprietario
from tests.factories.scuola import ADESSO

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def _oggi(monkeypatch, settings):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def casa():
    return figura()


@pytest.fixture
def browser(casa):
    return entra(casa)


def entra(casa) -> Client:
    browser = Client()
    browser.force_login(casa.dirigente.utente)
    return browser


def dove(casa, nome: str, pk: int | None = None) -> str:
    chiave = casa.procedura.pk if pk is None else pk
    return reverse(f"bonus:{nome}", args=[casa.istituto.slug, chiave])


def cella(casa, cognome: str, area: str, scritti: str) -> dict[str, str]:
    return {"cella": f"{casa.richieste[cognome].pk}-{area}", "punti": scritti}


# The board


def test_the_board_by_name_with_amounts_that_make_the_fund(casa, browser):
    pagina = browser.get(dove(casa, "quadro")).text

    nomi = [pagina.index(cognome) for cognome in ("Accardi", "Farruggia", "Milazzo", "Zagarella")]
    assert nomi == sorted(nomi)
    assert "da valutare: 1 attività" in pagina
    assert "assenza del 23 % dei giorni" in pagina
    assert "pagata di più: 1.741,66 € a testa la 51–70, contro 435,41 € della 86–100" in pagina
    assert "10.450,00" in pagina
    assert "2 persone restano da valutare" in pagina
    assert dove(casa, "decreto") not in pagina


@pytest.mark.parametrize(
    ("filtro", "si", "no"),
    [
        ("da-valutare", "Tedesco", "Accardi"), ("beneficiari", "Accardi", "Vaccaro"),
        ("esclusi", "Milazzo", "Accardi"), ("niente", "Accardi", "Nessuno,"),
    ],
)  # fmt: skip
def test_filters(casa, browser, filtro, si, no):
    pagina = browser.get(dove(casa, "quadro"), {"mostra": filtro}).text
    tabella = pagina[pagina.index("<tbody>") : pagina.index("</tbody>")]

    assert si in tabella
    assert no not in tabella


def test_the_number_of_queries_does_not_grow(casa, browser):
    sola = vuota()
    sola.aggiungi("Solo", ("30", "20", "20"))
    quante = []
    for di_chi in (casa, sola):
        chi = entra(di_chi)
        chi.get(dove(di_chi, "quadro"))
        with CaptureQueriesContext(connection) as query:
            chi.get(dove(di_chi, "quadro"))
        quante.append(len(query))

    assert quante[0] == quante[1]


def test_a_cell_on_trial_says_what_it_changes_and_writes_nothing(casa, browser):
    prima = list(Attivita.objects.order_by("pk").values())

    risposta = browser.post(
        dove(casa, "quadro_prova"), cella(casa, "Restivo", "C", "30,10"), **HTMX
    )

    assert "dalla fascia 71–85 alla fascia 86–100" in risposta.text
    assert "<strong>scende</strong> da 497,62 a 387,04 euro" in risposta.text
    assert "tranne una modifica in prova" in risposta.text
    assert "<html" not in risposta.text
    assert list(Attivita.objects.order_by("pk").values()) == prima


def test_without_htmx_a_trial_is_a_whole_page(casa, browser):
    risposta = browser.post(dove(casa, "quadro_prova"), cella(casa, "Restivo", "C", "30,10"))

    assert "<html" in risposta.text
    assert browser.get(dove(casa, "quadro_prova")).status_code == 302


@pytest.mark.parametrize("scritti", ["36", "trenta", "", "1e9", "\x00", "9" * 40])
def test_points_that_cannot_be_tried_stay_in_the_cell(casa, browser, scritti):
    risposta = browser.post(dove(casa, "quadro_prova"), cella(casa, "Restivo", "C", scritti))

    assert risposta.status_code == 422
    assert 'aria-invalid="true"' in risposta.text


@pytest.mark.parametrize("chiave", ["", "1", "x-C", "99999999999999999999-C", "5-Z", "999999-A"])
def test_a_cell_of_nobody_is_no_trial(casa, browser, chiave):
    risposta = browser.post(dove(casa, "quadro_prova"), {"cella": chiave, "punti": "3"})

    assert risposta.status_code in {200, 422}
    assert "In prova:" not in risposta.text


def test_recording_writes_the_one_activity(casa, browser):
    una = casa.attivita("Restivo", "C")
    dati = cella(casa, "Restivo", "C", "30,1") | {"versione": una.versione}

    risposta = browser.post(dove(casa, "quadro_registra"), dati)

    assert risposta.status_code == 302
    assert punti(una) == pytest.approx(30.1)


def test_recording_on_an_activity_judged_meanwhile_is_told(casa, browser):
    una = casa.attivita("Restivo", "C")

    risposta = browser.post(
        dove(casa, "quadro_registra"), cella(casa, "Restivo", "C", "30,1") | {"versione": "77"}
    )

    assert risposta.status_code == 409
    assert punti(una) == 28


def test_with_two_activities_the_assessment_is_opened_with_the_trial(casa, browser):
    casa.dichiara(casa.richieste["Restivo"], Area.C, 4, "1")

    risposta = browser.post(dove(casa, "quadro_registra"), cella(casa, "Restivo", "C", "30,1"))

    assert "In prova sul quadro: area C a 30,1 punti" in risposta.text
    assert not Attivita.objects.filter(punti="30.1").exists()


@pytest.mark.parametrize(
    ("domanda", "parole"),
    [
        ({"metodo": "proporzionale"}, "675"),
        ({"metodo": "peso_per_fascia", "peso3": "3", "peso2": "2", "peso1": "1"}, "pesi 3, 2, 1"),
        ({"fondo": "12.000,00"}, "fondo di 12.000,00"),
        ({"assenze": "25"}, "assenze fino al 25 per cento"),
        ({"scuola": "cpia-napoli-provincia-2"}, "regole di"),
    ],
)
def test_other_trials_beside_the_board(casa, browser, domanda, parole):
    cella_in_prova = cella(casa, "Restivo", "C", "30,10")
    risposta = browser.post(dove(casa, "quadro_prova"), domanda | cella_in_prova)

    assert risposta.status_code == 200
    assert parole in risposta.text
    assert browser.get(dove(casa, "quadro"), domanda, **HTMX).status_code == 200


@pytest.mark.parametrize(
    "domanda",
    [
        {"metodo": "altro"}, {"fondo": "tanti"}, {"assenze": "101"}, {"assenze": "x"},
        {"scuola": "nessuna"}, {"peso1": "0"}, {"peso1": "3"}, {"fondo": "\x00"},
        {"assenze": "9" * 50},
    ],
)  # fmt: skip
def test_a_trial_that_cannot_be_read_is_said(casa, browser, domanda):
    assert browser.get(dove(casa, "quadro"), domanda).status_code == 422


def test_the_board_leaves_as_a_file_and_so_does_the_comparison(casa, browser, monkeypatch):
    monkeypatch.setattr("cpia.scuola.esportazione.provato_da_poco", lambda _: True)

    foglio = browser.get(dove(casa, "quadro"), {"formato": "csv"}).content.decode("utf-8-sig")
    confronto = browser.get(
        dove(casa, "quadro"), {"formato": "csv", "lista": "confronto"}
    ).content.decode("utf-8-sig")

    assert len(foglio.strip().splitlines()) == 23
    assert "1741,66" in foglio
    righe = list(csv.reader(confronto.strip().splitlines(), delimiter=";"))
    assert len(righe) == 21
    # Nobody by name, and not in the order of the names: the highest percentage first.
    assert righe[0][0] == "Percentuale"
    for richiesta in casa.richieste.values():
        assert richiesta.persona.cognome not in confronto
    percentuali = [Decimal(riga[0].replace(",", ".")) for riga in righe[1:]]
    assert percentuali == sorted(percentuali, reverse=True)


def test_who_would_come_in_or_go_out_is_a_number(casa, browser):
    casa.aggiungi("Assente", ("40", "20", "5"), assenze=46)
    pagina = browser.get(dove(casa, "quadro"), {"assenze": "25"}).text
    accanto = pagina.split("bonus-confronto", 1)[1].split("Altre prove", 1)[0]

    assert "entrerebbe 1 persona" in accanto
    assert "Assente" not in accanto


def test_reasons_open_as_fragment_and_as_page(casa, browser):
    dati = {"di": f"{casa.richieste['Restivo'].pk}-C"}

    assert "Altri punti" in browser.get(dove(casa, "quadro_perche"), dati, **HTMX).text
    assert "<html" in browser.get(dove(casa, "quadro_perche"), dati).text
    assert browser.get(dove(casa, "quadro_perche"), {"di": "x"}).status_code == 404


def test_while_requests_are_open_nothing_is_tried(casa, browser):
    with come_proprietario():
        Procedura.objects.filter(pk=casa.procedura.pk).update(stato=StatoProcedura.APERTA.value)

    pagina = browser.get(dove(casa, "quadro")).text

    assert "Si valuta quando le richieste sono chiuse." in pagina
    assert "data-provabile" not in pagina


def test_when_all_are_assessed_the_decree_opens():
    casa = vuota(in_servizio=3)
    casa.aggiungi("Prima", ("40", "25", "35"))

    assert dove(casa, "decreto") in entra(casa).get(dove(casa, "quadro")).text


# The assessment of one person


@pytest.fixture
def una(casa):
    return casa.richieste["Farruggia"].attivita.get()


def giudizio(una, **altro) -> dict[str, str]:
    dati = {"confermata": "si", "livello": "1", "punti": "38", "motivo": "", "versione": "1"}
    return {**dati, "versione": str(una.versione), **altro}


def test_the_page_of_one_person(casa, browser, una):
    pagina = browser.get(dove(casa, "valuta", una.richiesta_id)).text

    assert una.titolo in pagina
    assert "ottimo" in pagina
    assert "su 40" in pagina


def test_a_judgement_is_kept(casa, browser, una):
    risposta = browser.post(dove(casa, "giudica", una.pk), giudizio(una), **HTMX)

    assert risposta.status_code == 200
    assert 'id="conto"' in risposta.text
    assert punti(una) == 38


@pytest.mark.parametrize(
    ("altro", "parole"),
    [
        ({"punti": "41"}, "conta al più 40"),
        ({"punti": "molti"}, "Scrivi i punti con cifre"),
        ({"livello": ""}, "Scegli il livello"),
        ({"livello": "9"}, "Scegli il livello"),
        ({"confermata": ""}, "Scegli se l’attività è confermata"),
        ({"confermata": "no"}, "Scrivi perché"),
        ({"motivo": "x" * 1001}, "al più sono 1000"),
    ],
)
@pytest.mark.parametrize("htmx", [HTMX, {}])
def test_a_judgement_that_lacks_something_is_said_at_its_field(
    casa, browser, una, altro, parole, htmx
):
    risposta = browser.post(dove(casa, "giudica", una.pk), giudizio(una, **altro), **htmx)

    assert risposta.status_code == 422
    assert parole in risposta.text
    una.refresh_from_db()
    assert una.confermata is None


def test_what_was_judged_meanwhile_is_shown_beside(casa, browser, una):
    browser.post(dove(casa, "giudica", una.pk), giudizio(una))

    risposta = browser.post(dove(casa, "giudica", una.pk), giudizio(una, punti="12"), **HTMX)

    assert risposta.status_code == 409
    assert "<strong>38</strong>" in risposta.text
    assert 'value="12"' in risposta.text
    assert punti(una) == 38


def test_the_sums_follow_what_is_typed_and_nothing_is_kept(casa, browser, una):
    dati = giudizio(una, punti="33,5", attivita=str(una.pk))

    risposta = browser.post(dove(casa, "valuta_prova", una.richiesta_id), dati, **HTMX)

    assert "33,5 su 40" in risposta.text
    una.refresh_from_db()
    assert una.confermata is None
    assert browser.get(dove(casa, "valuta_prova", una.richiesta_id)).status_code == 302


@pytest.mark.parametrize("scritta", ["x", "", "9" * 30, "²"])
def test_sums_of_what_cannot_be_read(casa, browser, una, scritta):
    dati = {"attivita": scritta, "punti": scritta, "aggiuntiva": scritta}

    risposta = browser.post(dove(casa, "valuta_prova", una.richiesta_id), dati, **HTMX)

    assert risposta.status_code == 200


def test_saved_then_complete_then_taken_up_again(casa, browser, una):
    pagina = dove(casa, "valuta", una.richiesta_id)
    parole = {"aggiuntiva": "", "motivo_aggiuntiva": "", "motivazione": "Bene", "versione": "0"}
    assert browser.post(pagina, parole | {"atto": "salva"}).status_code == 302

    incompleta = browser.post(pagina, parole | {"atto": "completa", "versione": "1"})
    assert incompleta.status_code == 422
    assert "non ha ancora un giudizio" in incompleta.text

    browser.post(dove(casa, "giudica", una.pk), giudizio(una))
    assert browser.post(pagina, parole | {"atto": "completa", "versione": "1"}).status_code == 302
    assert valutazione(casa.richieste["Farruggia"]).completa_il == ADESSO
    assert browser.post(pagina, parole | {"atto": "riapri", "versione": "2"}).status_code == 302
    assert valutazione(casa.richieste["Farruggia"]).completa_il is None


def test_words_written_meanwhile_are_shown_beside(casa, browser, una):
    pagina = dove(casa, "valuta", una.richiesta_id)
    browser.post(pagina, {"motivazione": "Prima", "versione": "0", "atto": "salva"})

    risposta = browser.post(pagina, {"motivazione": "Dopo", "versione": "0", "atto": "salva"})

    assert risposta.status_code == 409
    assert "Prima" in risposta.text
    assert "Dopo" in risposta.text
    assert valutazione(casa.richieste["Farruggia"]).motivazione == "Prima"


def test_who_is_out_is_said_with_the_article(casa, browser):
    pagina = browser.get(dove(casa, "valuta", casa.richieste["Milazzo"].pk)).text

    assert "assente il 23 per cento dei giorni" in pagina


# A tie


@pytest.fixture
def pari():
    casa = vuota(in_servizio=3)
    casa.aggiungi("Prima", ("40", "25", "35"))
    for cognome in ("Alfa", "Beta"):
        casa.aggiungi(cognome, ("30", "20", "25"))
    return casa


def test_a_tie_is_shown_and_decided_with_a_reason(pari):
    browser = entra(pari)
    assert "sono alla pari" in browser.get(dove(pari, "quadro")).text
    ids = sorted(pari.richieste[c].pk for c in ("Alfa", "Beta"))
    dati = {"pari": ",".join(map(str, ids)), "scelte": [ids[0]], "motivo": ""}

    risposta = browser.post(dove(pari, "parita"), dati)
    assert risposta.status_code == 422
    assert not Parita.objects.exists()

    assert browser.post(dove(pari, "parita"), dati | {"motivo": "Incarichi"}).status_code == 302
    assert "Parità decisa" in browser.get(dove(pari, "quadro")).text
    assert "Incarichi" in browser.get(dove(pari, "parita")).text


@pytest.mark.parametrize("scritti", ["1,a", "²,1", "x1", ",", "1" * 19])
def test_who_is_level_is_a_list_of_numbers(pari, scritti):
    dati = {"pari": scritti, "scelte": [], "motivo": "Ragione scritta"}
    risposta = entra(pari).post(dove(pari, "parita"), dati)
    assert risposta.status_code in {409, 422}
    assert "Ragione scritta" in risposta.text


@pytest.mark.parametrize("chiave", ["x9-B-", "9-B-", "-A", "٣-A"])
@pytest.mark.parametrize("pagina", ["quadro_prova", "quadro_registra"])
def test_a_cell_has_its_own_shape(casa, browser, pagina, chiave):
    risposta = browser.post(dove(casa, pagina), {"cella": chiave, "punti": "3"})
    assert risposta.status_code in {404, 409, 422}


def test_a_tie_that_changed_keeps_the_reason_that_was_typed(pari):
    dati = {"pari": "1,2", "scelte": [], "motivo": "Ragione scritta"}

    risposta = entra(pari).post(dove(pari, "parita"), dati)

    assert risposta.status_code == 409
    assert "Ragione scritta" in risposta.text


def test_without_a_tie_one_goes_back_to_the_board(casa, browser):
    assert browser.get(dove(casa, "parita")).status_code == 302
