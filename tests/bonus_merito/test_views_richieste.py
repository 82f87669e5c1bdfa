"""The pages of procedure, request and preconditions: what they show, refuse, never lose."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bonus_merito.enums import StatoProcedura, StatoRichiesta
from bonus_merito.models import Attivita, Procedura, Prova, Requisiti, Richiesta
from tests.accessi.righe_patto import documento
from tests.bonus_merito.scena_richieste import CAMPI, DOPO, SCADE, Scena, pubblica, scena
from tests.factories.scuola import ADESSO

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f"
    b"\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
RILETTO = {"riletto": "si"}


@pytest.fixture
def ora(monkeypatch):
    """The hour of the portal, which may be moved."""
    adesso = [ADESSO]
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: adesso[0])
    return adesso


@pytest.fixture
def casa(settings, tmp_path, ora) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    return scena()


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(casa: Scena, nome: str, pk: int | None = None) -> str:
    args = [casa.istituto.slug, *([] if pk is None else [pk])]
    return reverse(f"bonus:{nome}", args=args)


def modulo(attivita: Attivita, **altro) -> dict[str, str]:
    """What the page of an activity sends."""
    return {
        "criterio": str(attivita.criterio_id), "titolo": attivita.titolo, "testo": attivita.testo,
        "dal": "2023-11-06", "al": "", "altro_fondo": "", "versione": str(attivita.versione),
    } | altro  # fmt: skip


def scrive(browser: Client, indirizzo: str, dati: dict[str, str]):
    """What the page sends while one writes."""
    from urllib.parse import urlencode

    return browser.patch(
        indirizzo, urlencode(dati), content_type="application/x-www-form-urlencoded", **HTMX
    )


# The procedure


def test_from_the_preparation_to_the_opening(ora, settings, tmp_path):
    settings.MEDIA_ROOT, settings.MFA_OBBLIGATORIA = tmp_path, False
    casa = scena(aperta=False)
    dirigente = entra(casa.dirigente)
    pagina = dirigente.get(dove(casa, "procedura", casa.procedura.pk)).text
    assert "Apri le richieste…" in pagina
    apri = dove(casa, "procedura_apri", casa.procedura.pk)
    assert 'value="2024-06-20"' in dirigente.get(apri).text
    dati = {"giorno": "2024-06-20", "ora": "14:00", "in_servizio": "47"}
    assert dirigente.post(apri, dati).status_code == 422  # not read again
    passata = dirigente.post(apri, dati | RILETTO | {"giorno": "2024-06-04"})
    assert passata.status_code == 422
    assert "deve ancora venire" in passata.text
    assert dirigente.post(apri, dati | RILETTO).status_code == 302
    casa.procedura.refresh_from_db()
    assert casa.procedura.stato == StatoProcedura.APERTA
    pagina = dirigente.get(dove(casa, "procedura", casa.procedura.pk)).text
    assert "5–31" in pagina
    ragione = dirigente.get(
        dove(casa, "procedura_perche", casa.procedura.pk), {"di": "beneficiari"}
    )
    assert "art. 6" in ragione.text


def test_a_new_one_is_prepared_on_a_fund_and_criteria(casa):
    ufficio = entra(casa.ufficio)
    indirizzo = dove(casa, "procedura_nuova")
    assert ufficio.get(indirizzo).status_code == 200
    dati = {
        "fondo": casa.procedura.fondo_id, "criteri": casa.procedura.criteri_id,
        "categoria": "docenti",
    }  # fmt: skip
    assert "la procedura c’è già" in ufficio.post(indirizzo, dati).text
    Procedura.objects.update(stato="annullata", motivo_annullamento="prova")
    assert ufficio.post(indirizzo, dati).status_code == 302


def test_the_term_passes_and_one_closes(casa, ora):
    casa.invia()
    ora[0] = DOPO
    dirigente = entra(casa.dirigente)
    assert "Chiudi le richieste…" in dirigente.get(dove(casa, "procedura", casa.procedura.pk)).text
    chiudi = dove(casa, "procedura_chiudi", casa.procedura.pk)
    assert dirigente.get(chiudi).status_code == 200
    assert dirigente.post(chiudi, RILETTO).status_code == 302
    casa.procedura.refresh_from_db()
    assert casa.procedura.stato == StatoProcedura.IN_VALUTAZIONE


def test_nobody_asked(casa, ora):
    ora[0] = DOPO
    dirigente = entra(casa.dirigente)
    pagina = dirigente.get(dove(casa, "procedura", casa.procedura.pk)).text
    assert "Procedi d’ufficio…" in pagina
    indirizzo = dove(casa, "procedura_d_ufficio", casa.procedura.pk)
    assert "Scrivi il motivo." in dirigente.post(indirizzo, RILETTO).text
    assert dirigente.post(indirizzo, RILETTO | {"motivo": "Nessuno"}).status_code == 302
    mia = entra(casa.docente).get(dove(casa, "mia", casa.procedura.pk)).text
    assert "procede d’ufficio" in mia
    richiesta = Richiesta.objects.get(persona=casa.docente)
    nuova = dove(casa, "attivita_nuova", richiesta.pk)
    assert dirigente.get(nuova).status_code == 200
    assert entra(casa.docente).get(nuova).status_code == 403


def test_more_time(casa):
    dirigente = entra(casa.dirigente)
    indirizzo = dove(casa, "procedura_proroga", casa.procedura.pk)
    assert dirigente.get(indirizzo).status_code == 200
    dati = {"giorno": "2024-06-30", "ora": "", **RILETTO}
    assert dirigente.post(indirizzo, dati).status_code == 302
    casa.procedura.refresh_from_db()
    assert casa.procedura.scade > SCADE


def test_annulled(casa):
    dirigente = entra(casa.dirigente)
    indirizzo = dove(casa, "procedura_annulla", casa.procedura.pk)
    assert dirigente.get(indirizzo).status_code == 200
    assert dirigente.post(indirizzo, RILETTO | {"motivo": "Sbagliata"}).status_code == 302
    pagina = dirigente.get(dove(casa, "procedura", casa.procedura.pk))
    assert "Sbagliata" in pagina.text


# The own request


def test_from_the_first_page_to_the_receipt(casa):
    docente = entra(casa.docente)
    mia = dove(casa, "mia", casa.procedura.pk)
    assert "Comincia la richiesta" in docente.get(mia).text
    assert docente.post(dove(casa, "mia_comincia", casa.procedura.pk)).status_code == 302
    richiesta = Richiesta.objects.get()
    assert "Ancora nessuna attività." in docente.get(mia).text
    gruppo = dove(casa, "mia_gruppo", casa.procedura.pk)
    assert docente.post(gruppo, {"gruppo": "altro"}).status_code == 422
    assert docente.post(gruppo, {"gruppo": "primo_periodo"}).status_code == 302
    nuova = dove(casa, "attivita_nuova", richiesta.pk)
    assert "Ha condotto attività laboratoriali" in docente.get(nuova).text
    assert docente.post(nuova, {"criterio": "0"}).status_code == 422
    criterio = next(iter(casa.criteri.values()))
    assert docente.post(nuova, {"criterio": criterio.pk}).status_code == 302
    attivita = Attivita.objects.get()
    pagina = docente.get(mia).text
    assert "da finire" in pagina
    assert "btn-chiuso" in pagina
    assert docente.post(dove(casa, "mia_invia", casa.procedura.pk), RILETTO).status_code == 422
    dati = modulo(attivita, titolo="Lettura", testo="Dieci incontri.")
    assert docente.post(dove(casa, "attivita", attivita.pk), dati).status_code == 302
    assert docente.get(dove(casa, "mia_invia", casa.procedura.pk)).status_code == 200
    assert docente.post(dove(casa, "mia_invia", casa.procedura.pk), RILETTO).status_code == 302
    ricevuta = docente.get(mia).text
    assert "Inviata" in ricevuta
    assert "protocollo n." in ricevuta


def test_taken_up_and_taken_back(casa):
    casa.invia()
    docente = entra(casa.docente)
    pk = casa.procedura.pk
    for nome, stato in (("mia_riapri", "bozza"), ("mia_ritira", "ritirata")):
        assert docente.get(dove(casa, nome, pk)).status_code == 200
        assert docente.post(dove(casa, nome, pk), {}).status_code == 422
        assert docente.post(dove(casa, nome, pk), RILETTO).status_code == 302
        assert Richiesta.objects.get().stato == stato
    assert "Ritirata" in docente.get(dove(casa, "mia", pk)).text


def test_after_the_term_what_was_written_stays(casa, ora):
    attivita = casa.dichiara(casa.comincia())
    ora[0] = DOPO
    docente = entra(casa.docente)
    pagina = docente.get(dove(casa, "mia", casa.procedura.pk)).text
    assert "la richiesta non è stata inviata" in pagina
    assert CAMPI["titolo"] in pagina
    risposta = scrive(
        docente, dove(casa, "attivita", attivita.pk), modulo(attivita, titolo="Tardi")
    )
    assert risposta.status_code == 409
    assert "Il termine è passato" in risposta.text
    assert entra(casa.collega).get(dove(casa, "mia", casa.procedura.pk)).status_code == 200


def test_kept_while_it_is_written(casa):
    attivita = casa.dichiara(casa.comincia())
    docente = entra(casa.docente)
    indirizzo = dove(casa, "attivita", attivita.pk)
    assert "data-attivita" in docente.get(indirizzo).text
    risposta = scrive(docente, indirizzo, modulo(attivita, titolo="Nuovo titolo"))
    assert risposta.status_code == 200
    assert "Salvato alle" in risposta.text
    assert re.search(r'id="id_versione" value="2"', risposta.text)
    attivita.refresh_from_db()
    assert attivita.titolo == "Nuovo titolo"


def test_a_wrong_day_does_not_lose_the_text(casa):
    attivita = casa.dichiara(casa.comincia())
    docente = entra(casa.docente)
    dati = modulo(attivita, testo="Un testo lungo.", dal="2022-01-01")
    risposta = scrive(docente, dove(casa, "attivita", attivita.pk), dati)
    assert risposta.status_code == 422
    assert "art. 3" in risposta.text
    attivita.refresh_from_db()
    assert attivita.testo == "Un testo lungo."
    assert attivita.dal == CAMPI["dal"]


def test_two_pages_see_each_other(casa):
    attivita = casa.dichiara(casa.comincia())
    docente = entra(casa.docente)
    indirizzo = dove(casa, "attivita", attivita.pk)
    scrive(docente, indirizzo, modulo(attivita, titolo="Dal telefono"))
    risposta = scrive(docente, indirizzo, modulo(attivita, titolo="Dal computer"))
    assert risposta.status_code == 409
    assert "Dal telefono" in risposta.text
    assert "Hai registrato altro da un’altra pagina" in risposta.text
    assert 'data-tieni value="2"' in risposta.text
    senza_script = docente.post(indirizzo, modulo(attivita, titolo="Dal computer"))
    assert senza_script.status_code == 409
    assert "Dal computer" in senza_script.text
    dati = modulo(attivita, titolo="Dal computer", versione="2")
    assert docente.post(indirizzo, dati).status_code == 302


@pytest.mark.parametrize(
    "guasto",
    [
        {"titolo": "a\x00b"}, {"dal": "9999-99-99"}, {"dal": "0001-01-01"}, {"versione": "9" * 40},
        {"criterio": "9" * 40}, {"titolo": "x" * 300}, {"testo": "x" * 5000},
    ],
)  # fmt: skip
def test_hostile_input_is_answered(casa, guasto):
    attivita = casa.dichiara(casa.comincia())
    docente = entra(casa.docente)
    dati = modulo(attivita, **guasto)
    assert scrive(docente, dove(casa, "attivita", attivita.pk), dati).status_code < 500
    assert docente.post(dove(casa, "attivita", attivita.pk), dati).status_code in (302, 409, 422)


# Evidence


def test_a_photo_an_act_and_what_is_taken_off(casa):
    attivita = casa.dichiara(casa.comincia())
    docente = entra(casa.docente)
    indirizzo = dove(casa, "prova_nuova", attivita.pk)
    assert docente.post(indirizzo, {}).status_code == 422
    finto = SimpleUploadedFile("prova.pdf", b"MZ no")
    assert docente.post(indirizzo, {"file": finto}).status_code == 422
    foto = SimpleUploadedFile("foto.png", PNG)
    assert docente.post(indirizzo, {"file": foto, "titolo": "La foto"}).status_code == 302
    circolare = documento(casa.istituto, "circolare")
    circolare.titolo, circolare.riservato = "Nomina dei coordinatori", False
    circolare.save(update_fields=["titolo", "riservato"])
    pubblica(circolare, casa.dirigente)
    trova = dove(casa, "atti_citabili", attivita.pk)
    assert "Nomina dei coordinatori" in docente.get(trova, {"cerca": "nomina"}, **HTMX).text
    assert "Nomina dei coordinatori" in docente.get(trova, {"cerca": "nomina"}).text
    assert "Nessun atto trovato" in docente.get(trova, {"cerca": "zzz\x00"}, **HTMX).text
    cita = dove(casa, "atto_cita", attivita.pk)
    assert docente.post(cita, {"atto": "9" * 30}).status_code == 422
    assert docente.post(cita, {"atto": circolare.pk}).status_code == 302
    foto_riga, atto_riga = Prova.objects.order_by("pk")
    scaricata = docente.get(dove(casa, "prova_file", foto_riga.pk))
    assert scaricata["X-Content-Type-Options"] == "nosniff"
    assert scaricata["Content-Disposition"].startswith("attachment")
    assert docente.get(dove(casa, "prova_file", atto_riga.pk)).status_code == 302
    assert docente.post(dove(casa, "prova_togli", foto_riga.pk)).status_code == 302
    assert docente.post(dove(casa, "attivita_togli", attivita.pk)).status_code == 302
    assert not Attivita.objects.exists()


def test_the_evidence_of_a_draft_is_of_its_owner_alone(casa):
    attivita = casa.dichiara(casa.comincia())
    entra(casa.docente).post(
        dove(casa, "prova_nuova", attivita.pk), {"file": SimpleUploadedFile("foto.png", PNG)}
    )
    prova = Prova.objects.get()
    indirizzo = dove(casa, "prova_file", prova.pk)
    for chi in (casa.collega, casa.dirigente, casa.ufficio):
        assert entra(chi).get(indirizzo).status_code == 404
    Richiesta.objects.update(stato=StatoRichiesta.INVIATA.value, inviata_il=ADESSO)
    assert entra(casa.dirigente).get(indirizzo).status_code == 200
    assert entra(casa.ufficio).get(indirizzo).status_code == 403


def test_the_same_evidence_twice_is_told(casa):
    richiesta = casa.comincia()
    prima, seconda = casa.dichiara(richiesta), casa.dichiara(richiesta, titolo="Un’altra")
    docente = entra(casa.docente)
    for attivita in (prima, seconda):
        docente.post(
            dove(casa, "prova_nuova", attivita.pk), {"file": SimpleUploadedFile("f.png", PNG)}
        )
    pagina = docente.get(dove(casa, "attivita", prima.pk)).text
    assert "La stessa prova è dichiarata anche altrove." in pagina
    assert "Un’altra" in pagina
    assert "dichiarata anche altrove" in docente.get(dove(casa, "mia", casa.procedura.pk)).text


# The preconditions

GIORNI = {
    "di_ruolo": "on", "giorni_lavorativi": "200", "assenze": "46", "congedi": "0",
    "sanzione_il": "", "atto_sanzione": "", "versione": "0",
}  # fmt: skip


def test_the_office_looks_at_somebody_with_the_outcome_beside(casa):
    richiesta = casa.invia()
    altra = casa.invia(casa.collega)
    ufficio = entra(casa.ufficio)
    elenco = dove(casa, "requisiti", casa.procedura.pk)
    assert "da controllare" in ufficio.get(elenco).text
    indirizzo = dove(casa, "requisiti_persona", richiesta.pk)
    assert ufficio.get(indirizzo).status_code == 200
    prova = dove(casa, "requisiti_prova", richiesta.pk)
    assert "assente il 23 per cento" in ufficio.post(prova, GIORNI, **HTMX).text
    assert ufficio.post(prova, GIORNI).status_code == 302
    assert ufficio.get(prova, GIORNI).status_code == 405
    assert not Requisiti.objects.exists()
    troppi = ufficio.post(indirizzo, GIORNI | {"congedi": "50"})
    assert troppi.status_code == 422
    assert "I congedi stanno nelle assenze" in troppi.text
    poi = ufficio.post(indirizzo, GIORNI | {"poi": "si"})
    assert poi.url == dove(casa, "requisiti_persona", altra.pk)
    pagina = ufficio.get(elenco, {"mostra": "esclusi"}).text
    assert str(casa.docente) in pagina
    assert str(casa.collega) not in pagina
    ragione = ufficio.get(dove(casa, "requisiti_perche", richiesta.pk)).text
    assert "(46 − 0) × 100 / 200 = 23" in ragione
    conflitto = ufficio.post(indirizzo, GIORNI | {"assenze": "3"})
    assert conflitto.status_code == 409
    assert "46" in conflitto.text


def test_the_list_goes_to_a_file_once_the_password_was_asked_again(casa):
    casa.invia()
    ufficio = entra(casa.ufficio)
    elenco = dove(casa, "requisiti", casa.procedura.pk)
    risposta = ufficio.get(elenco, {"formato": "csv"})
    assert risposta.status_code in (200, 302)


@pytest.mark.parametrize(
    "guasto",
    [
        {"assenze": "9" * 40}, {"assenze": "-1"}, {"sanzione_il": "9999-99-99"},
        {"sanzione_il": "0001-01-01"}, {"atto_sanzione": "\x00"}, {"giorni_lavorativi": "0"},
    ],
)  # fmt: skip
def test_hostile_days_are_answered(casa, guasto):
    richiesta = casa.invia()
    ufficio = entra(casa.ufficio)
    dati = GIORNI | guasto
    assert ufficio.post(dove(casa, "requisiti_persona", richiesta.pk), dati).status_code in (
        302, 422,
    )  # fmt: skip
    prova = dove(casa, "requisiti_prova", richiesta.pk)
    assert ufficio.post(prova, dati, **HTMX).status_code == 200


def test_a_term_far_away_or_long_ago_is_answered(casa):
    dirigente = entra(casa.dirigente)
    indirizzo = dove(casa, "procedura_proroga", casa.procedura.pk)
    for giorno in ("0001-01-01", "9999-12-31", "2024-13-01", "\x00"):
        dati = {"giorno": giorno, "ora": "23:59", **RILETTO}
        assert dirigente.post(indirizzo, dati).status_code == 422
    assert Procedura.objects.get().scade == SCADE
