"""Sections and items on screen: added, written with their effect, moved, taken away."""

import pytest
from django.test import Client
from django.urls import reverse

from cpia.atti.models import Operazione
from selezioni_pon.models import Griglia
from selezioni_pon.services.pezzi import scrivi_voce
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import GrigliaFactory
from tests.selezioni_pon.scena import Scena, scena

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}
TUTOR = "ic-pinocchio-2018/tutor"
MADRELINGUA = "ic-pinocchio-2018/madrelingua-inglese"


@pytest.fixture
def casa(monkeypatch, settings) -> Scena:
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


@pytest.fixture
def ufficio(casa) -> Client:
    browser = Client()
    browser.force_login(casa.segretaria.utente)
    return browser


@pytest.fixture
def riga(casa) -> Griglia:
    return casa.griglia(da=TUTOR)


def dove(casa: Scena, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[casa.istituto.slug, *args])


def voci(riga: Griglia, s: int = 0) -> list[dict]:
    riga.refresh_from_db()
    return riga.dati["sezioni"][s]["voci"]


def numeri(riga: Griglia, s: int = 0) -> list[str]:
    return [voce["numero"] for voce in voci(riga, s)]


def letta(browser, indirizzo: str) -> int:
    """The fingerprint that the page of a piece carries."""
    return browser.get(indirizzo).context["form"].initial["versione"]


# Sections


def test_a_section_is_added_empty_and_then_gets_its_first_item(casa, ufficio, riga):
    pagina = ufficio.get(dove(casa, "sezione_nuova", riga.pk))
    assert pagina.context["form"].initial["sigla"] == "B"
    risposta = ufficio.post(
        dove(casa, "sezione_nuova", riga.pk), {"sigla": "B", "titolo": "Altro", "tetto": "10"}
    )
    assert risposta.url == f"{dove(casa, 'griglia', riga.pk)}#sezione-2"
    assert "Questa sezione non ha ancora voci." in ufficio.get(risposta.url).text
    risposta = ufficio.post(
        dove(casa, "voce_nuova", riga.pk, 2),
        {"numero": "8", "testo": "Prova", "tipo": "unita", "punti": "2,5"},
    )
    assert risposta.url == f"{dove(casa, 'griglia', riga.pk)}#voce-2-1"
    assert voci(riga, 1) == [{"numero": "8", "testo": "Prova", "tipo": "unita", "punti": "2.5"}]


def test_a_second_click_adds_nothing(casa, ufficio, riga):
    sezione = {"sigla": "B", "titolo": "Altro", "tetto": "10"}
    voce = {"numero": "8", "testo": "Prova", "tipo": "unita", "punti": "2,5"}
    for _ in range(2):
        assert ufficio.post(dove(casa, "sezione_nuova", riga.pk), sezione).status_code == 302
        assert ufficio.post(dove(casa, "voce_nuova", riga.pk, 2), voce).status_code == 302
    riga.refresh_from_db()
    assert [una["sigla"] for una in riga.dati["sezioni"]] == ["A", "B"]
    assert numeri(riga, 1) == ["8"]


def test_a_section_is_written_with_another_reading_of_its_cap(casa, ufficio, riga):
    indirizzo = dove(casa, "sezione", riga.pk, 1)
    scritti = {
        "era": "A", "versione": letta(ufficio, indirizzo), "sigla": "A", "titolo": "Titoli",
        "tetto": "90", "lettura_1_tetto": "100", "lettura_1_fonte": "intestazione",
    }  # fmt: skip
    risposta = ufficio.post(indirizzo, scritti)
    assert risposta.status_code == 422
    assert "Serve il motivo della lettura scelta." in risposta.text
    risposta = ufficio.post(indirizzo, scritti | {"perche_questa": "le righe fanno 90"})
    assert risposta.status_code == 302
    riga.refresh_from_db()
    assert riga.dati["sezioni"][0]["altre_letture"] == [{"tetto": "100", "fonte": "intestazione"}]
    assert len(voci(riga)) == 7
    pagina = ufficio.get(dove(casa, "griglia", riga.pk)).text
    assert "intestazione" in pagina
    assert "Sezione A: le voci arrivano a 100 punti e il massimo è 90." in pagina


def test_more_rows_come_without_anything_written(casa, ufficio, riga):
    indirizzo = dove(casa, "sezione_nuova", riga.pk)
    pagina = ufficio.post(indirizzo, {"sigla": "B", "lettura_1_tetto": "3", "prova": "righe"})
    assert pagina.status_code == 200
    assert "lettura_3_tetto" in pagina.text
    assert "Scrivi il titolo" not in pagina.text
    riga.refresh_from_db()
    assert len(riga.dati["sezioni"]) == 1


def test_sections_move_and_go(casa, ufficio):
    riga = casa.griglia(da=MADRELINGUA)
    ufficio.post(dove(casa, "sezione_sposta", riga.pk, 2), {"era": "B", "dove": "su"})
    riga.refresh_from_db()
    assert [una["sigla"] for una in riga.dati["sezioni"]] == ["B", "A", "C", "D"]
    dialogo = ufficio.get(dove(casa, "sezione_togli", riga.pk, 1), **HTMX).text
    assert "Togliere la sezione B?" in dialogo
    assert 'name="era" value="B"' in dialogo
    ufficio.post(dove(casa, "sezione_togli", riga.pk, 1), {"riletto": "si", "era": "B"})
    riga.refresh_from_db()
    assert [una["sigla"] for una in riga.dati["sezioni"]] == ["A", "C", "D"]
    risposta = ufficio.post(dove(casa, "sezione_togli", riga.pk, 1), {"riletto": "si", "era": "B"})
    assert risposta.status_code == 422
    assert "Nel frattempo la sezione B è stata tolta" in risposta.text


# Items


def test_the_form_of_an_item_shows_its_effect(casa, ufficio, riga):
    pagina = ufficio.get(dove(casa, "voce", riga.pk, 1, 2)).text
    assert "Come la legge chi si candida" in pagina
    assert "La voce, al più" in pagina
    assert "sta in 2 fasce" in pagina
    nuova = ufficio.get(dove(casa, "voce_nuova", riga.pk, 1))
    assert nuova.context["form"].initial["numero"] == "8"
    assert "Si vede qui appena è scritta." in nuova.text


def test_the_effect_follows_what_is_typed_and_nothing_is_written(casa, ufficio, riga):
    indirizzo = dove(casa, "voce", riga.pk, 1, 1)
    scritti = {
        "prova": "effetto", "era": "1", "versione": "0", "numero": "1", "testo": "Diploma",
        "tipo": "unita", "punti": "3", "tetto": "2",
    }  # fmt: skip
    pagina = ufficio.post(indirizzo, scritti, **HTMX)
    assert pagina.status_code == 200
    effetto = pagina.text[pagina.text.index('id="effetto"') :]
    assert "3 punti per ciascuno" in effetto
    assert "un solo titolo può valere 3 punti, il massimo della voce è 2" in effetto
    pagina = ufficio.post(indirizzo, scritti | {"punti": ""}, **HTMX)
    assert pagina.status_code == 200
    assert "<li>Punti per ciascuno: Scrivi i punti.</li>" in pagina.text
    assert "is-invalid" not in pagina.text
    assert voci(riga)[0]["testo"] == "Diploma di scuola secondaria di II grado"


def test_another_kind_has_its_own_fields(casa, ufficio, riga):
    indirizzo = dove(casa, "voce_nuova", riga.pk, 1)
    scritti = {"prova": "tipo", "numero": "8", "testo": "Prova", "tipo": "rubrica"}
    pagina = ufficio.post(indirizzo, scritti, **HTMX).text
    assert "grado_1_parola" in pagina
    assert 'name="chi"' not in pagina
    pagina = ufficio.post(indirizzo, scritti | {"tipo": "voto"}, **HTMX).text
    assert "fascia1_2_lode" in pagina
    assert "grado_1_parola" not in pagina


def test_an_item_is_written_and_the_register_says_it(casa, ufficio, riga):
    indirizzo = dove(casa, "voce", riga.pk, 1, 1)
    versione = letta(ufficio, indirizzo)
    scritti = {
        "era": "1", "versione": versione, "numero": "1", "testo": "Diploma", "tipo": "si_no",
        "punti": "4", "tetto": "4", "chi": "candidato",
    }  # fmt: skip
    risposta = ufficio.post(indirizzo, scritti)
    assert risposta.url == f"{dove(casa, 'griglia', riga.pk)}#voce-1-1"
    assert voci(riga)[0] == {
        "numero": "1", "testo": "Diploma", "tipo": "si_no", "punti": "4", "tetto": "4",
    }  # fmt: skip
    assert Operazione.objects.filter(azione="scrive griglia di valutazione").count() == 1
    assert "Diploma" in ufficio.get(dove(casa, "griglia", riga.pk)).text


def test_what_is_wrong_stays_at_its_field_with_what_was_typed(casa, ufficio, riga):
    indirizzo = dove(casa, "voce_nuova", riga.pk, 1)
    scritti = {"numero": "1", "testo": "Prova", "tipo": "unita", "punti": "tanti"}
    risposta = ufficio.post(indirizzo, scritti)
    assert risposta.status_code == 422
    assert "Scrivi i punti con cifre, per esempio 2,5." in risposta.text
    assert 'value="tanti"' in risposta.text
    risposta = ufficio.post(indirizzo, scritti | {"punti": "2"})
    assert risposta.status_code == 422
    assert "Due voci si chiamano 1" in risposta.text
    assert len(voci(riga)) == 7


def test_of_two_who_write_the_same_item_the_second_is_told(casa, ufficio, riga):
    indirizzo = dove(casa, "voce", riga.pk, 1, 1)
    versione = letta(ufficio, indirizzo)
    altra = voci(riga)[0] | {"testo": "Diploma quinquennale"}
    casa.atto(
        scrivi_voce, casa.dirigente, griglia_id=riga.pk, sezione="A", era="1", impronta=versione,
        voce=altra,
    )  # fmt: skip
    scritti = {
        "era": "1", "versione": versione, "numero": "1", "testo": "Diploma", "tipo": "si_no",
        "punti": "5", "tetto": "5", "chi": "candidato",
    }  # fmt: skip
    risposta = ufficio.post(indirizzo, scritti)
    assert risposta.status_code == 409
    assert "Diploma quinquennale" in risposta.text
    assert casa.dirigente.nome_e_cognome in risposta.text
    di_nuovo = scritti | {"versione": risposta.context["form"].data["versione"]}
    assert ufficio.post(indirizzo, di_nuovo).status_code == 302
    assert voci(riga)[0]["testo"] == "Diploma"


def test_who_writes_another_item_is_not_stopped(casa, ufficio, riga):
    indirizzo = dove(casa, "voce", riga.pk, 1, 7)
    versione = letta(ufficio, indirizzo)
    ufficio.post(dove(casa, "voce_sposta", riga.pk, 1, 7), {"era": "7", "dove": "su"})
    scritti = {
        "era": "7", "versione": versione, "numero": "7", "testo": "GPU", "tipo": "si_no",
        "punti": "3", "tetto": "3", "chi": "candidato",
    }  # fmt: skip
    assert ufficio.post(indirizzo, scritti).status_code == 302
    assert numeri(riga) == ["1", "2", "3", "4", "5", "7", "6"]
    assert voci(riga)[5]["testo"] == "GPU"


def test_items_move_and_go(casa, ufficio, riga):
    ufficio.post(dove(casa, "voce_sposta", riga.pk, 1, 1), {"era": "1", "dove": "giu"})
    assert numeri(riga)[:2] == ["2", "1"]
    ufficio.post(dove(casa, "voce_sposta", riga.pk, 1, 1), {"era": "2", "dove": "altrove"})
    assert numeri(riga)[:2] == ["2", "1"]
    dialogo = ufficio.get(dove(casa, "voce_togli", riga.pk, 1, 1), **HTMX).text
    assert "Togliere la voce 2?" in dialogo
    risposta = ufficio.post(dove(casa, "voce_togli", riga.pk, 1, 1), {"riletto": "si", "era": "2"})
    assert risposta.url == f"{dove(casa, 'griglia', riga.pk)}#sezione-1"
    assert numeri(riga) == ["1", "3", "4", "5", "6", "7"]
    # What went meanwhile is not taken for what now stands in its place.
    risposta = ufficio.post(dove(casa, "voce_togli", riga.pk, 1, 1), {"riletto": "si", "era": "2"})
    assert risposta.status_code == 422
    assert "Nel frattempo la voce 2 è stata tolta" in risposta.text
    ufficio.post(dove(casa, "voce_sposta", riga.pk, 1, 1), {"era": "2", "dove": "giu"})
    assert numeri(riga) == ["1", "3", "4", "5", "6", "7"]


def test_a_closed_grid_refuses_every_change(casa, ufficio):
    riga = GrigliaFactory(istituto=casa.istituto, chiusa=True)
    indirizzo = dove(casa, "voce", riga.pk, 1, 1)
    assert "per cambiarla" in ufficio.get(indirizzo).text
    risposta = ufficio.post(dove(casa, "voce_togli", riga.pk, 1, 1), {"riletto": "si"})
    assert risposta.status_code == 422
    assert "se ne fa una copia" in risposta.text
    risposta = ufficio.post(dove(casa, "voce_sposta", riga.pk, 1, 1), {"dove": "giu"})
    assert "se ne fa una copia" in ufficio.get(risposta.url).text
    prima = numeri(riga)
    nuova = {"numero": "99", "testo": "Altra", "tipo": "si_no", "punti": "1"}
    assert ufficio.post(dove(casa, "voce_nuova", riga.pk, 1), nuova).status_code == 422
    assert numeri(riga) == prima


@pytest.mark.parametrize(
    ("nome", "posti"),
    [("sezione", (9,)), ("voce", (1, 99)), ("voce", (9, 1)), ("voce", (0, 1)), ("voce", (1, 0))],
)
def test_a_place_that_is_not_there_is_not_found(casa, ufficio, riga, nome, posti):
    assert ufficio.get(dove(casa, nome, riga.pk, *posti)).status_code == 404


def test_a_section_and_a_grid_hold_no_more_than_so_many(casa, ufficio, riga, monkeypatch):
    monkeypatch.setattr("selezioni_pon.services.pezzi.voci.VOCI_MASSIME", 7)
    monkeypatch.setattr("selezioni_pon.services.pezzi.sezioni.SEZIONI_MASSIME", 1)
    nuova = {"numero": "8", "testo": "Altra", "tipo": "si_no", "punti": "1"}
    risposta = ufficio.post(dove(casa, "voce_nuova", riga.pk, 1), nuova)
    assert "Le voci di questa sezione sono già 7" in risposta.text
    risposta = ufficio.post(dove(casa, "sezione_nuova", riga.pk), {"sigla": "B", "titolo": "Altro"})
    assert "Le sezioni sono già 1" in risposta.text
