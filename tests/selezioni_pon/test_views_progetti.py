"""The projects on screen: listed, written, refused at their place, closed by a published call."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selezioni_pon.models import Progetto
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import AvvisoFactory, ProgettoFactory, SelezioneFactory
from tests.selezioni_pon.scena import Scena, scena

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


@pytest.fixture
def ufficio(casa) -> Client:
    return entra(casa.segretaria)


def dove(casa: Scena, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[casa.istituto.slug, *args])


def scritto(casa: Scena, **altro) -> dict[str, object]:
    return {
        "anno_scolastico": casa.anno.pk, "titolo": "Competenze di base",
        "codice": "10.2.2a-fsepon-ma-2017-41", "finanziato": "on", "cup": "g34d 2100 0910006",
        "disponibilita": "5.000,00", "finalita": "Recupero", "attivita": "Laboratori",
        "prodotti": "Un quaderno", **altro,
    }  # fmt: skip


def test_without_projects_the_list_says_what_to_do(casa, ufficio):
    pagina = ufficio.get(dove(casa, "progetti")).text
    assert "Nessun progetto, ancora." in pagina
    assert dove(casa, "progetto_nuovo") in pagina


def test_a_project_is_written_and_written_again(casa, ufficio):
    risposta = ufficio.post(dove(casa, "progetto_nuovo"), scritto(casa))
    progetto = Progetto.objects.get()
    assert risposta.url == dove(casa, "progetto", progetto.pk)
    assert (progetto.cup, progetto.codice) == ("G34D21000910006", "10.2.2A-FSEPON-MA-2017-41")
    assert progetto.disponibilita == 5000
    pagina = ufficio.get(risposta.url)
    assert 'value="5.000,00"' in pagina.text
    assert 'inputmode="decimal"' in pagina.text
    form = pagina.context["form"]
    nuovo = scritto(casa, disponibilita="6000", versione=form["versione"].value())
    assert ufficio.post(risposta.url, nuovo).status_code == 302
    progetto.refresh_from_db()
    assert progetto.disponibilita == 6000


def test_of_two_who_write_the_second_sees_what_the_first_kept(casa, ufficio):
    progetto = casa.progetto()
    pagina = dove(casa, "progetto", progetto.pk)
    prima = scritto(casa, versione=progetto.versione)
    assert ufficio.post(pagina, prima | {"finalita": "Le mie"}).status_code == 302
    seconda = entra(casa.dirigente).post(pagina, prima | {"finalita": "Le sue"})
    assert seconda.status_code == 409
    assert "Le mie" in seconda.text
    assert "Le sue" in seconda.text
    progetto.refresh_from_db()
    assert progetto.finalita == "Le mie"


@pytest.mark.parametrize(
    ("campo", "valore", "parole"),
    [
        ("titolo", "", "Scrivi il titolo."),
        ("disponibilita", "tanti", "Scrivi gli euro con cifre"),
        ("disponibilita", "999.999.999", "Al più"),
        ("cup", "G34D210009100061", "Il CUP ha 15 caratteri"),
        ("anno_scolastico", "9" * 30, "Scegli l’anno scolastico."),
        ("titolo", "\x00", "Scrivi il titolo."),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field_and_stays_typed(
    casa, ufficio, campo, valore, parole
):
    risposta = ufficio.post(dove(casa, "progetto_nuovo"), scritto(casa, **{campo: valore}))
    assert risposta.status_code == 422
    assert campo in risposta.context["form"].errors
    if valore != "\x00":
        assert parole in risposta.text
    assert "Laboratori" in risposta.text
    assert not Progetto.objects.exists()


def test_a_title_is_used_once_a_year(casa, ufficio):
    casa.progetto()
    risposta = ufficio.post(dove(casa, "progetto_nuovo"), scritto(casa, finalita="Altre"))
    assert risposta.status_code == 422
    assert "c’è già un progetto" in risposta.text


def test_a_published_call_closes_its_project(casa, ufficio):
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    progetto = avviso.selezione.progetto
    pagina = ufficio.get(dove(casa, "progetto", progetto.pk)).text
    assert "non si cambiano più" in pagina
    assert "Registra il progetto" not in pagina
    assert dove(casa, "avviso", avviso.pk) in pagina
    dati = scritto(casa, versione=progetto.versione)
    assert ufficio.post(dove(casa, "progetto", progetto.pk), dati).status_code == 422


@pytest.mark.parametrize(
    ("chi", "stato"), [("dirigente", 200), ("docente", 403), ("ata", 403), ("estranea", 404)]
)
def test_projects_are_of_who_prepares(casa, chi, stato):
    progetto = casa.progetto()
    browser = entra(getattr(casa, chi))
    for pagina in ("progetti", "progetto_nuovo"):
        assert browser.get(dove(casa, pagina)).status_code == stato
    assert browser.get(dove(casa, "progetto", progetto.pk)).status_code == stato


def test_the_list_asks_as_much_with_many_and_leaves_as_a_file(casa, ufficio):
    def domande() -> int:
        with CaptureQueriesContext(connection) as prese:
            ufficio.get(dove(casa, "progetti"))
        return len(prese)

    ProgettoFactory(istituto=casa.istituto, anno_scolastico=casa.anno)
    domande()  # the first of a session writes it
    con_uno = domande()
    for _ in range(5):
        progetto = ProgettoFactory(istituto=casa.istituto, anno_scolastico=casa.anno)
        SelezioneFactory(istituto=casa.istituto, progetto=progetto)
    assert domande() == con_uno
    file = ufficio.get(dove(casa, "progetti"), {"formato": "csv"})
    assert len(file.content.decode("utf-8-sig").strip().splitlines()) == 7
