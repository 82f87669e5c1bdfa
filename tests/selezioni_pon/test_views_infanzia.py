"""The pages of the enrolments: what is typed stays, and a family reads its own row alone."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selezioni_pon.enums import GruppoPrecedenza, TipoVersione
from selezioni_pon.models import DomandaInfanzia, ElencoInfanzia, VersioneInfanzia
from selezioni_pon.services.infanzia import DatiDomanda, scrivi_domanda
from tests.factories.infanzia import ANNO, ENTRO, IN_ANTICIPO
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory, PersonaFactory
from tests.selezioni_pon.scena_infanzia import DOPO, Scuola, scuola

pytestmark = pytest.mark.django_db
T = TipoVersione


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scuola:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scuola()


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(casa: Scuola, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[casa.istituto.slug, *args])


def scritta(**altro) -> dict[str, object]:
    return {
        "cognome": "Bianchi", "nome": "Ada", "data_nascita": "2021-06-01", "sesso": "F",
        "presentata_il": ENTRO.isoformat(), "titolo1": "on", "adulto1_cognome": "Neri",
        "adulto1_nome": "Lia", "adulto1_email": "lia@example.it", "adulto1_legame": "genitore",
        **altro,
    }  # fmt: skip


@pytest.fixture
def ufficio(casa) -> Client:
    return entra(casa.segretaria)


@pytest.fixture
def dirigente(casa) -> Client:
    return entra(casa.dirigente)


def test_without_lists_the_page_says_what_to_do(casa, ufficio):
    pagina = ufficio.get(dove(casa, "infanzia")).text
    assert "Nessun elenco, ancora." in pagina
    assert dove(casa, "infanzia_nuovo") in pagina


def test_a_list_is_opened_written_and_listed(casa, ufficio):
    anno = AnnoScolasticoFactory(istituto=casa.istituto, inizio=ANNO)
    dati = {"sede": casa.sede.pk, "anno": anno.pk, "entro": "2024-02-10"}
    assert ufficio.post(dove(casa, "infanzia_nuovo"), dati | {"entro": "x"}).status_code == 422
    risposta = ufficio.post(dove(casa, "infanzia_nuovo"), dati)
    elenco = ElencoInfanzia.objects.get()
    assert risposta.url == dove(casa, "infanzia_elenco", elenco.pk)
    assert "Nessuna domanda, ancora." in ufficio.get(risposta.url).text
    scrivi = dove(casa, "infanzia_scrivi", elenco.pk)
    cambio = {"entro": "2024-02-12", "versione": 1}
    assert ufficio.post(scrivi, cambio).status_code == 302
    altro = ufficio.post(scrivi, cambio | {"entro": "2024-02-20"})
    assert altro.status_code == 409
    assert "12 febbraio 2024" in altro.text
    assert 'value="2024-02-20"' in altro.text
    assert "Fezzano" in ufficio.get(dove(casa, "infanzia")).text


def test_a_section_is_written_and_taken_out(casa, ufficio):
    elenco = casa.elenco(sezioni=0)
    nuova = dove(casa, "infanzia_sezione_nuova", elenco.pk)
    assert ufficio.post(nuova, {"nome": "A", "gravi": "-1", "non_gravi": "0"}).status_code == 422
    assert ufficio.post(nuova, {"nome": "A", "gravi": "1", "non_gravi": "0"}).status_code == 302
    sezione = elenco.sezioni.get()
    pagina = ufficio.get(dove(casa, "infanzia_elenco", elenco.pk))
    assert pagina.context["letto"].posti.totale == 20
    assert "20" in pagina.text
    una = dove(casa, "infanzia_sezione", elenco.pk, sezione.pk)
    assert 'value="A"' in ufficio.get(una).text
    togli = dove(casa, "infanzia_sezione_togli", elenco.pk, sezione.pk)
    assert ufficio.get(togli).status_code == 200
    assert ufficio.post(togli, {"riletto": "si"}).status_code == 302
    assert not elenco.sezioni.exists()


def test_an_application_is_registered_and_what_is_wrong_keeps_the_rest(casa, ufficio):
    elenco = casa.elenco()
    nuova = dove(casa, "infanzia_domanda_nuova", elenco.pk)
    sbagliata = scritta(
        precedenza=GruppoPrecedenza.DISABILITA.value, precedenza_da="nota ASL",
        codice_fiscale="sbagliato",
    )  # fmt: skip
    risposta = ufficio.post(nuova, sbagliata)
    assert risposta.status_code == 422
    assert 'value="lia@example.it"' in risposta.text
    del sbagliata["codice_fiscale"]
    risposta = ufficio.post(nuova, sbagliata)
    assert risposta.status_code == 422
    assert "risiede nel territorio" in risposta.text
    assert not DomandaInfanzia.objects.exists()
    assert ufficio.post(nuova, scritta()).status_code == 302
    domanda = DomandaInfanzia.objects.get()
    pagina = ufficio.get(dove(casa, "infanzia_domanda", domanda.pk)).text
    assert "Lia Neri" in pagina
    assert "40 punti" in pagina


def test_a_second_adult_is_whole_or_not_there(casa, ufficio):
    nuova = dove(casa, "infanzia_domanda_nuova", casa.elenco().pk)
    assert ufficio.post(nuova, scritta(adulto2_cognome="Bianchi")).status_code == 422
    due = scritta(adulto2_cognome="Bianchi", adulto2_nome="Ugo")
    assert ufficio.post(nuova, due).status_code == 302
    assert DomandaInfanzia.objects.get().bambino.responsabili.count() == 2


def test_an_application_is_checked_by_two_at_once(casa, ufficio):
    domanda = casa.domanda(casa.elenco(), "Ada", "A.1")
    pagina = dove(casa, "infanzia_domanda_scrivi", domanda.pk)
    prima = {"presentata_il": ENTRO.isoformat(), "titolo1": "on", "versione": 1}
    senza = prima | {"titolo1": "", "perche1": "non vive qui"}
    assert ufficio.post(pagina, senza).status_code == 422
    casa.atto(
        scrivi_domanda, domanda_id=domanda.pk, versione=1,
        dati=DatiDomanda(ENTRO, titoli={"A.1": "vive altrove"}),
    )  # fmt: skip
    altro = ufficio.post(pagina, prima)
    assert altro.status_code == 409
    assert "vive altrove" in altro.text
    assert ufficio.post(pagina, prima | {"versione": 2}).status_code == 302
    assert domanda.titoli.get().non_conta == ""


def test_a_renunciation_is_read_again(casa, ufficio):
    domanda = casa.domanda(casa.elenco())
    pagina = dove(casa, "infanzia_rinuncia", domanda.pk)
    dati = {"rinuncia_il": "2024-06-05", "rinuncia_da": "nota prot. 8"}
    assert ufficio.post(pagina, dati).status_code == 422
    assert ufficio.post(pagina, dati | {"riletto": "on"}).status_code == 302
    assert ufficio.get(pagina).status_code == 302
    assert "Ha rinunciato" in ufficio.get(dove(casa, "infanzia_domanda", domanda.pk)).text


def test_who_directs_makes_the_list_and_the_office_does_not(casa, ufficio, dirigente):
    elenco = casa.elenco()
    casa.domanda(elenco, "Ada", "A.1")
    forma = dove(casa, "infanzia_provvisorio", elenco.pk)
    assert ufficio.get(forma).status_code == 403
    assert "lo fa il dirigente" in ufficio.get(dove(casa, "infanzia_elenco", elenco.pk)).text
    prima = dirigente.get(forma)
    assert "2024-06-10" in prima.text
    assert "25" in prima.text
    dati = {"osservazioni_entro": "2024-06-10"}
    assert dirigente.post(forma, dati).status_code == 422
    assert not VersioneInfanzia.objects.exists()
    assert dirigente.post(forma, dati | {"riletto": "on"}).status_code == 302
    definitivo = dove(casa, "infanzia_definitivo", elenco.pk)
    fermo = dirigente.get(definitivo).text
    assert "Le famiglie possono scrivere le loro osservazioni" in fermo
    assert dirigente.post(definitivo, {"riletto": "on"}).status_code == 422
    versione = VersioneInfanzia.objects.get()
    pagina = ufficio.get(dove(casa, "infanzia_versione", versione.pk)).text
    assert "il PDF è in stampa" in pagina
    assert "Bianchi Ada" in pagina


def test_the_figures_that_contradict_one_another_are_shown(casa, ufficio):
    elenco = casa.elenco()
    pagina = ufficio.get(dove(casa, "infanzia_elenco", elenco.pk)).text
    assert "26 posti in ordine di elenco" in pagina
    assert "41 punti" in pagina  # where the regulation is not whole


def test_twins_are_drawn_on_the_page(casa, dirigente):
    elenco = casa.elenco()
    gea, gio = (casa.domanda(elenco, nome) for nome in ("Gea", "Gio"))
    pagina = dove(casa, "infanzia_sorteggio", elenco.pk)
    dati = {f"posto_{gea.pk}": "2", f"posto_{gio.pk}": "2", "verbale": "n. 3"}
    doppio = dirigente.post(pagina, dati)
    assert doppio.status_code == 422
    assert "stesso posto" in doppio.text
    assert dirigente.post(pagina, dati | {f"posto_{gio.pk}": "1"}).status_code == 302
    assert elenco.sorteggi.get().usciti == [gio.pk, gea.pk]
    assert dirigente.get(pagina).status_code == 302


def test_a_file_has_the_rows_of_the_page(casa, ufficio, settings):
    settings.ESPORTAZIONE_RICONFERMA = 10**9
    elenco = casa.elenco()
    casa.domanda(elenco, "Ada", "A.1")
    casa.domanda(elenco, "Leo", nato=IN_ANTICIPO)
    file = ufficio.get(dove(casa, "infanzia_elenco", elenco.pk), {"formato": "csv"})
    testo = file.content.decode("utf-8-sig")
    assert "Bianchi Ada" in testo
    assert "Bianchi Leo" in testo
    versione = casa.forma(elenco, T.PROVVISORIA)
    file = ufficio.get(dove(casa, "infanzia_versione", versione.pk), {"formato": "csv"})
    assert "Bianchi Leo" not in file.content.decode("utf-8-sig")
    assert ufficio.get(dove(casa, "infanzia"), {"formato": "xlsx"}).status_code == 200


def test_the_list_asks_as_much_with_one_as_with_thirty(casa, ufficio):
    elenco = casa.elenco()
    casa.domanda(elenco, "Ada", "A.1")
    pagina = dove(casa, "infanzia_elenco", elenco.pk)
    ufficio.get(pagina)
    with CaptureQueriesContext(connection) as una:
        ufficio.get(pagina)
    for n in range(29):
        casa.domanda(elenco, f"Bimbo {n}", "A.2")
    with CaptureQueriesContext(connection) as trenta:
        ufficio.get(pagina)
    assert len(una) == len(trenta)


# The family


def test_a_family_reads_its_own_row_and_no_other_name(casa):
    elenco = casa.elenco()
    ada, bice = casa.domanda(elenco, "Ada", "A.1"), casa.domanda(elenco, "Bice", "A.3")
    famiglia = entra(casa.entra(bice))
    casa.entra(ada)
    pagina = dove(casa, "infanzia_figli")
    prima = famiglia.get(pagina).text
    assert "la domanda è registrata" in prima
    casa.forma(elenco, T.PROVVISORIA)
    dopo = famiglia.get(pagina).text
    assert "Bice" in dopo
    assert "rientra nei posti: l’elenco è provvisorio" in dopo
    assert "9 punti" in dopo
    assert "Ada" not in dopo
    assert pagina in famiglia.get(reverse("scrivania", args=[casa.istituto.slug])).text
    for altra in ("infanzia", "infanzia_nuovo"):
        assert famiglia.get(dove(casa, altra)).status_code == 404
    assert famiglia.get(dove(casa, "infanzia_domanda", bice.pk)).status_code == 404
    versione = VersioneInfanzia.objects.get()
    assert famiglia.get(dove(casa, "infanzia_versione", versione.pk)).status_code == 404


def test_whom_a_court_has_limited_reads_nothing(casa):
    domanda = casa.domanda(casa.elenco())
    adulto = casa.entra(domanda)
    domanda.bambino.responsabili.update(limite="decreto n. 4")
    assert entra(adulto).get(dove(casa, "infanzia_figli")).status_code == 404


def test_the_office_of_the_staff_and_the_teachers_have_no_business_here(casa):
    elenco = casa.elenco()
    for chi in (casa.del_personale, casa.docente):
        assert entra(chi).get(dove(casa, "infanzia_elenco", elenco.pk)).status_code == 403
    fuori = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    assert entra(fuori).get(dove(casa, "infanzia_figli")).status_code == 404


def test_early_and_moved_lists_have_their_page(casa, dirigente, monkeypatch):
    elenco = casa.elenco()
    ada = casa.domanda(elenco, "Ada")
    casa.domanda(elenco, "Leo", nato=IN_ANTICIPO)
    casa.definitivo(elenco)
    casa.rinuncia(ada, DOPO)
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: DOPO)
    scorri = dove(casa, "infanzia_scorri", elenco.pk)
    assert dirigente.post(scorri, {"riletto": "on"}).status_code == 302
    anticipi = dirigente.get(dove(casa, "infanzia_anticipi", elenco.pk)).text
    assert "Gli iscritti si contano il 30 agosto 2024" in anticipi
