"""Drafts on screen: begun, written, judged while one types, thrown away."""

from datetime import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime

from cpia.scuola import tenancy
from selezioni_pon.enums import Fase
from selezioni_pon.models import Avviso, Selezione
from tests.factories.scuola import ADESSO, IstitutoFactory
from tests.factories.selezioni import AvvisoFactory, ProgettoFactory
from tests.selezioni_pon.scena import Scena, scena

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


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


def modulo(casa: Scena, avviso: Avviso, **altro) -> dict[str, object]:
    """What the page of a complete draft sends."""
    return {
        "versione": avviso.versione, "ruolo": "tutor", "posti": "2", "ore": "30",
        "dal": "2024-09-16", "al": "2024-12-20", "luogo": "sede centrale",
        "ordine_scolastico": "secondaria di primo grado", "compenso_minimo": "30,00",
        "compenso_massimo": "30", "titoli_di_studio": "diploma", "griglia": avviso.griglia_id or "",
        "giorno": "2024-06-26", "ora": "14:00", "come_si_presenta": "dal portale",
        "responsabile": casa.segretaria.pk, "reclamo_giorni": "", **altro,
    }  # fmt: skip


# The list


def test_without_calls_the_first_page_says_where_to_begin(casa, ufficio):
    assert "Nuova selezione" in ufficio.get(dove(casa, "elenco")).text
    pagina = entra(casa.docente).get(dove(casa, "elenco")).text
    assert "Nessun avviso, ancora." in pagina
    assert "Nuova selezione" not in pagina


def test_the_list_groups_by_what_is_to_be_done(casa, ufficio):
    for come in ({}, {"pubblicato": True}, {"scaduto": True}, {"concluso": True},
                 {"revocato": True}):  # fmt: skip
        AvvisoFactory(istituto=casa.istituto, **come)
    pagina = ufficio.get(dove(casa, "elenco"))
    assert [nome for nome, _, _ in pagina.context["gruppi"]] == [
        "bozze", "aperti", "attesa", "conclusi", "revocati",
    ]  # fmt: skip
    del_personale = entra(casa.docente).get(dove(casa, "elenco"))
    assert "bozze" not in [nome for nome, _, _ in del_personale.context["gruppi"]]
    file = ufficio.get(dove(casa, "elenco"), {"formato": "csv"})
    assert len(file.content.decode("utf-8-sig").strip().splitlines()) == 6


def test_the_list_asks_as_much_with_many_calls(casa, ufficio):
    def domande() -> int:
        with CaptureQueriesContext(connection) as prese:
            ufficio.get(dove(casa, "elenco"))
        return len(prese)

    AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    domande()  # the first of a session writes it
    con_uno = domande()
    for come in ({}, {"pubblicato": True}, {"concluso": True}):
        AvvisoFactory(istituto=casa.istituto, **come)
    assert domande() == con_uno


@pytest.mark.parametrize(
    ("chi", "elenco", "bozza"),
    [("dirigente", 200, 200), ("docente", 200, 404), ("ata", 200, 404), ("estranea", 404, 404)],
)
def test_who_reads_what(casa, chi, elenco, bozza):
    browser, avviso = entra(getattr(casa, chi)), casa.bozza()
    assert browser.get(dove(casa, "elenco")).status_code == elenco
    assert browser.get(dove(casa, "avviso", avviso.pk)).status_code == bozza
    assert browser.get(dove(casa, "avviso_scrivi", avviso.pk)).status_code == bozza
    assert browser.get(dove(casa, "avviso_controllo", avviso.pk), **HTMX).status_code == bozza


# Begun


def test_without_a_project_one_is_asked_first(casa, ufficio):
    pagina = ufficio.get(dove(casa, "nuova")).text
    assert "Prima si scrive il progetto" in pagina
    assert dove(casa, "progetto_nuovo") in pagina


def test_a_selection_begins_with_the_draft_for_the_staff(casa, ufficio):
    progetto = casa.progetto()
    prima = ufficio.get(dove(casa, "nuova"), {"progetto": progetto.pk})
    assert prima.context["form"]["progetto"].value() == str(progetto.pk)
    dati = {"progetto": progetto.pk, "ruolo": "tutor", "posti": "2"}
    risposta = ufficio.post(dove(casa, "nuova"), dati)
    avviso = Avviso.objects.get()
    assert risposta.url == dove(casa, "avviso_scrivi", avviso.pk)
    assert (avviso.fase, avviso.posti, avviso.selezione.ruolo) == (Fase.INTERNI, 2, "tutor")


@pytest.mark.parametrize(
    "male",
    [{}, {"progetto": "9" * 30, "ruolo": "tutor", "posti": "2"},
     {"progetto": "x", "ruolo": "", "posti": "-1"}, {"ruolo": "\x00", "posti": "9" * 30}],
)  # fmt: skip
def test_a_bad_beginning_is_refused_at_its_place(casa, ufficio, male):
    casa.progetto()
    assert ufficio.post(dove(casa, "nuova"), male).status_code == 422
    assert not Selezione.objects.exists()


def test_a_project_of_another_school_cannot_be_chosen(casa, ufficio):
    altra = IstitutoFactory()
    tenancy.imposta(istituto_id=altra.pk)
    altrove = ProgettoFactory(istituto=altra)
    tenancy.imposta(istituto_id=casa.istituto.pk)
    casa.progetto()
    dati = {"progetto": altrove.pk, "ruolo": "tutor", "posti": "2"}
    risposta = ufficio.post(dove(casa, "nuova"), dati)
    assert risposta.status_code == 422
    assert "Scegli il progetto." in risposta.text


# Written


def test_an_empty_draft_says_what_is_missing_with_its_article_and_where(casa, ufficio):
    avviso = casa.bozza()
    pagina = ufficio.get(dove(casa, "avviso_scrivi", avviso.pk)).text
    assert "Prima di pubblicare" in pagina
    assert "Mancano i criteri: scegli la griglia di valutazione." in pagina
    assert f"{dove(casa, 'avviso_scrivi', avviso.pk)}#id_griglia" in pagina
    assert "art. 4 c. 4" in pagina
    assert "Pubblicando oggi, può scadere da" in pagina


def test_a_draft_is_written_whole(casa, ufficio):
    avviso = casa.bozza()
    griglia = casa.griglia()
    dati = modulo(casa, avviso, griglia=griglia.pk, ore="2,5", compenso_massimo="1.035,50")
    risposta = ufficio.post(dove(casa, "avviso_scrivi", avviso.pk), dati)
    assert risposta.status_code == 302
    avviso.refresh_from_db()
    assert (str(avviso.ore), str(avviso.compenso_massimo)) == ("2.50", "1035.50")
    assert localtime(avviso.scade).time() == time(14, 0)
    assert avviso.griglia == griglia
    pagina = ufficio.get(risposta.url)
    assert 'value="2,5"' in pagina.text
    assert 'value="1.035,50"' in pagina.text
    assert 'value="14:00"' in pagina.text


def test_without_an_hour_the_term_is_the_end_of_the_day_and_stays_unwritten(casa, ufficio):
    avviso = casa.bozza()
    pagina = dove(casa, "avviso_scrivi", avviso.pk)
    assert ufficio.post(pagina, modulo(casa, avviso, ora="")).status_code == 302
    avviso.refresh_from_db()
    assert localtime(avviso.scade).time() == time(23, 59, 59)
    assert ufficio.get(pagina).context["form"]["ora"].value() is None


@pytest.mark.parametrize(
    ("campo", "valore"),
    [
        ("posti", "0"), ("posti", "molti"), ("ore", "tante"), ("ore", "99999"), ("ruolo", ""),
        ("dal", "ieri"), ("ora", "25:99"), ("giorno", "31/02/2024"), ("griglia", "9" * 30),
        ("responsabile", "x"), ("reclamo_giorni", "6"), ("compenso_minimo", "-3"),
        ("cig", "B7E26B1DC8A"), ("luogo", "x" * 300),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_said_at_its_field_and_stays_typed(casa, ufficio, campo, valore):
    avviso = casa.bozza()
    dati = modulo(casa, avviso, come_si_presenta="parole mie", **{campo: valore})
    risposta = ufficio.post(dove(casa, "avviso_scrivi", avviso.pk), dati)
    assert risposta.status_code == 422
    assert campo in risposta.context["form"].errors
    assert "parole mie" in risposta.text
    avviso.refresh_from_db()
    assert avviso.come_si_presenta == ""


def test_what_the_service_refuses_is_at_its_field(casa, ufficio):
    avviso = casa.bozza()
    dati = modulo(casa, avviso, dal="2024-12-20", al="2024-09-16")
    risposta = ufficio.post(dove(casa, "avviso_scrivi", avviso.pk), dati)
    assert risposta.status_code == 422
    assert "L’incarico finisce prima di cominciare." in str(risposta.context["form"].errors["al"])


def test_a_second_hand_is_told_and_a_second_click_is_not(casa, ufficio):
    avviso = casa.bozza()
    pagina = dove(casa, "avviso_scrivi", avviso.pk)
    dati = modulo(casa, avviso)
    assert ufficio.post(pagina, dati).status_code == 302
    assert ufficio.post(pagina, dati).status_code == 302
    altra = entra(casa.dirigente).post(pagina, dati | {"luogo": "palestra"})
    assert altra.status_code == 409
    assert "sede centrale" in altra.text
    assert "palestra" in altra.text


def test_a_published_call_is_read_and_not_written(casa, ufficio):
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    pagina = dove(casa, "avviso_scrivi", avviso.pk)
    assert ufficio.get(pagina).url == dove(casa, "avviso", avviso.pk)
    risposta = ufficio.post(pagina, modulo(casa, avviso, luogo="palestra"))
    assert risposta.status_code == 422
    assert "non si cambiano più" in risposta.text


# Judged while one types


def test_the_control_judges_what_is_typed_and_keeps_nothing(casa, ufficio):
    avviso = casa.bozza()
    griglia = casa.griglia()
    controllo = dove(casa, "avviso_controllo", avviso.pk)
    vuoto = ufficio.get(controllo, **HTMX).text
    assert "Scrivi quante ore sono richieste." in vuoto
    scritto = ufficio.post(controllo, modulo(casa, avviso, griglia=griglia.pk), **HTMX)
    assert scritto.status_code == 200
    assert "Scrivi quante ore sono richieste." not in scritto.text
    assert "2 × 30 ore × 30,00 € = 1.800,00 €" in scritto.text
    assert "<html" not in scritto.text
    avviso.refresh_from_db()
    assert (avviso.ore, avviso.griglia_id, avviso.luogo) == (0, None, "")


def test_the_control_says_that_a_term_is_too_short_or_past(casa, ufficio):
    avviso = casa.bozza()
    controllo = dove(casa, "avviso_controllo", avviso.pk)
    breve = ufficio.post(controllo, modulo(casa, avviso, giorno="2024-06-07"), **HTMX).text
    assert "perché è urgente" in breve
    assert "#id_giorno" in breve
    urgente = modulo(casa, avviso, giorno="2024-06-07", urgenza="Il modulo comincia lunedì.")
    assert "perché è urgente" not in ufficio.post(controllo, urgente, **HTMX).text
    passato = ufficio.post(controllo, modulo(casa, avviso, giorno="2024-05-01"), **HTMX).text
    assert "Il termine è già passato" in passato


def test_the_control_bears_what_cannot_be_read(casa, ufficio):
    avviso = casa.bozza()
    dati = {"ore": "\x00", "giorno": "\x00", "griglia": "\x00", "posti": "9" * 40, "ruolo": "\x00"}
    risposta = ufficio.post(dove(casa, "avviso_controllo", avviso.pk), dati, **HTMX)
    assert risposta.status_code == 200
    assert "Un campo non si può leggere" in risposta.text


def test_the_control_points_to_the_project_for_what_is_there(casa, ufficio):
    progetto = casa.progetto(cup="", finalita="")
    avviso = AvvisoFactory(istituto=casa.istituto, selezione__progetto=progetto)
    testo = ufficio.get(dove(casa, "avviso_controllo", avviso.pk), **HTMX).text
    assert f"{dove(casa, 'progetto', progetto.pk)}#id_cup" in testo
    assert f"{dove(casa, 'progetto', progetto.pk)}#id_finalita" in testo
    assert "nel progetto" in testo


def test_the_control_without_htmx_leads_to_the_page(casa, ufficio):
    avviso = casa.bozza()
    risposta = ufficio.get(dove(casa, "avviso_controllo", avviso.pk))
    assert risposta.url == dove(casa, "avviso_scrivi", avviso.pk)


# Thrown away


def test_a_draft_is_thrown_away_once_read_again(casa, ufficio):
    avviso = casa.bozza()
    pagina = dove(casa, "avviso_elimina", avviso.pk)
    assert "Eliminare la bozza dell’avviso?" in ufficio.get(pagina, **HTMX).text
    assert ufficio.post(pagina, {}).status_code == 422
    assert Avviso.objects.exists()
    assert ufficio.post(pagina, {"riletto": "si"}).url == dove(casa, "elenco")
    assert not Avviso.objects.exists()


def test_a_published_call_is_not_thrown_away(casa, ufficio):
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    risposta = ufficio.post(dove(casa, "avviso_elimina", avviso.pk), {"riletto": "si"})
    assert risposta.status_code == 422
    assert Avviso.objects.filter(pk=avviso.pk).exists()
