"""The pages of who sends an application, and of the office that lists them after the term."""

import hashlib
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.scuola.models import Persona
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.models import Candidatura, Invio, Risposta
from selezioni_pon.queries.candidature.portafoglio import portafoglio
from tests.atti.caricati import p7m, pdf
from tests.factories.candidature import (
    CommissarioFactory,
    CommissioneFactory,
    GraduatoriaFactory,
    decisa,
    inviata,
)
from tests.factories.scuola import ADESSO, PersonaFactory, contesto
from tests.factories.selezioni import PRIMA, SCADE, SCADUTO, AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_invio import byte_di, candidatura, con_foglio, firmata, invia

pytestmark = pytest.mark.django_db
TITOLI = {"A.3": {"voto": 110, "lode": True}, "A.5": {"quanti": 2}}


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


@pytest.fixture
def bozza(casa) -> Candidatura:
    return candidatura(AvvisoFactory(istituto=casa.istituto, pubblicato=True), casa.docente)


@pytest.fixture
def scaduto(casa):
    return AvvisoFactory(istituto=casa.istituto, scaduto=True, pubblicato_il=PRIMA)


def entra(persona: Persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(casa: Scena, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[casa.istituto.slug, *args])


def alle(monkeypatch, istante) -> None:
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: istante)


# Signed and sent


def test_one_signs_and_sends_from_the_last_step(casa, bozza, django_capture_on_commit_callbacks):
    docente, pagina = entra(casa.docente), dove(casa, "candidatura_invia", bozza.pk)
    assert "Prepara il foglio da firmare" in docente.get(pagina).text
    docente.post(dove(casa, "candidatura_foglio", bozza.pk))
    foglio = con_foglio(bozza)
    assert "La domanda in PDF" in docente.get(pagina).text
    busta = SimpleUploadedFile("domanda.pdf.p7m", p7m(byte_di(foglio)))
    docente.post(dove(casa, "candidatura_firmata", bozza.pk), {"file": busta})
    bozza.refresh_from_db()
    letta = docente.get(pagina).text
    assert "firma digitale (PAdES o .p7m)" in letta
    risposta = docente.post(pagina, {"versione": bozza.versione, "riletto": "on"}, follow=True)
    invio = Invio.objects.get()
    assert risposta.redirect_chain == [(dove(casa, "inviata", invio.pk), 302)]
    assert invio.impronta in risposta.text
    assert "La domanda è inviata" in risposta.text


def test_what_is_missing_leads_to_its_step_and_nothing_is_sent(casa, bozza):
    Candidatura.objects.filter(pk=bozza.pk).update(risponde_del_vero=False)
    docente, pagina = entra(casa.docente), dove(casa, "candidatura_invia", bozza.pk)
    letta = docente.get(pagina).text
    assert dove(casa, "candidatura_passo", bozza.pk, "dichiarazioni") in letta
    assert "prima si completa quello che manca" in letta
    risposta = docente.post(pagina, {"versione": bozza.versione, "riletto": "on"})
    assert risposta.status_code == 422
    assert docente.post(dove(casa, "candidatura_foglio", bozza.pk)).status_code == 422
    assert not Invio.objects.exists()


def test_a_bad_file_is_told_beside_its_field(casa, bozza):
    con_foglio(bozza)
    docente = entra(casa.docente)
    cattivo = SimpleUploadedFile("firmata.pdf", b"MZ programma")
    risposta = docente.post(dove(casa, "candidatura_firmata", bozza.pk), {"file": cattivo})
    assert risposta.status_code == 422
    assert "È un programma" in risposta.text
    scansione = SimpleUploadedFile("firmata.pdf", pdf("Scansione"))
    docente.post(dove(casa, "candidatura_firmata", bozza.pk), {"file": scansione})
    assert "unisci la copia del documento d’identità" in docente.get(
        dove(casa, "candidatura_invia", bozza.pk)
    ).text.replace("&#x27;", "’")


def test_an_application_that_changed_is_read_again(casa, bozza):
    docente, riga = entra(casa.docente), firmata(bozza)
    pagina = dove(casa, "candidatura_invia", riga.pk)
    risposta = docente.post(pagina, {"versione": riga.versione - 1, "riletto": "on"})
    assert risposta.status_code == 422
    assert "Nel frattempo la domanda è cambiata" in risposta.text
    assert not Invio.objects.exists()


def test_after_the_term_the_page_says_so(casa, bozza, monkeypatch):
    docente, riga = entra(casa.docente), firmata(bozza)
    pagina = dove(casa, "candidatura_invia", riga.pk)
    alle(monkeypatch, SCADE - timedelta(minutes=5))
    assert "ore 23.54.59" in docente.get(pagina).text
    alle(monkeypatch, SCADE + timedelta(seconds=1))
    assert "il server segna mercoledì" not in docente.get(pagina).text
    assert "Le domande si potevano inviare fino a" in docente.get(pagina).text
    risposta = docente.post(pagina, {"versione": riga.versione, "riletto": "on"})
    assert risposta.status_code == 422
    assert not Invio.objects.exists()


def test_what_was_sent_is_taken_back_from_its_page(casa, bozza):
    docente, riga = entra(casa.docente), firmata(bozza)
    invio = invia(riga)
    assert dove(casa, "candidatura_ritira", riga.pk) in docente.get(
        dove(casa, "inviata", invio.pk)
    ).text  # fmt: skip
    pagina = dove(casa, "candidatura_ritira", riga.pk)
    assert docente.post(pagina, {}).status_code == 422
    risposta = docente.post(pagina, {"riletto": "si"}, follow=True)
    assert "ritirata" in risposta.text
    invio.refresh_from_db()
    assert invio.ritirato_il == ADESSO


# The own ones


def test_the_own_applications_are_listed_by_where_they_stand(casa, bozza, scaduto):
    inviata(scaduto, casa.docente, TITOLI)
    docente = entra(casa.docente)
    letta = docente.get(dove(casa, "mie")).text
    assert "bozza, da inviare" in letta
    assert letta.index("Si possono ancora inviare") < letta.index("Il termine è passato")
    foglio = docente.get(dove(casa, "mie") + "?formato=csv").content.decode()
    assert len(foglio.strip().splitlines()) == 3
    assert "Nessuna domanda, ancora" in entra(casa.ata).get(dove(casa, "mie")).text


def test_what_became_of_a_title_is_read_when_the_ranking_is_out(casa, scaduto):
    invio = inviata(scaduto, casa.docente, TITOLI)
    di = {"istituto": casa.istituto}
    commissario = CommissarioFactory(**di, commissione=CommissioneFactory(**di, avviso=scaduto))
    decisa(invio.titoli.get(voce="A.5"), commissario, EsitoTitolo.RIDOTTO, {"quanti": 1})
    docente, pagina = entra(casa.docente), dove(casa, "portafoglio")
    prima = docente.get(pagina).text
    assert "si legge quando esce la graduatoria" in prima
    assert "Attestato senza ore" not in prima
    GraduatoriaFactory(
        **di, avviso=scaduto, stato="provvisoria", formata_il=ADESSO, approvata_il=ADESSO,
        approvata_da=casa.dirigente,
    )  # fmt: skip
    dopo = docente.get(pagina).text
    assert "accettato in parte" in dopo
    assert "Attestato senza ore" in dopo


def test_titles_are_taken_from_what_was_sent_to_another_call(casa, bozza, scaduto):
    invio = inviata(scaduto, casa.docente, {**TITOLI, "B.1": {"quanti": 3}})
    Risposta.objects.filter(candidatura=bozza, voce="A.5").delete()
    docente, pagina = entra(casa.docente), dove(casa, "candidatura_copia", bozza.pk)
    letta = docente.get(pagina).text
    assert "Qui questa voce è già scritta" in letta
    docente.post(pagina, {"da": invio.pk, "voci": ["A.5", "B.1"]})
    valori = dict(bozza.risposte.values_list("voce", "valore"))
    assert valori["A.5"] == {"quanti": 2}
    assert valori["B.1"] == {"quanti": 3}
    # Nothing is left to take: what is written is never written over.
    assert docente.post(pagina, {"da": invio.pk, "voci": ["A.3"]}).status_code == 422
    assert docente.post(pagina, {"da": invio.pk}).status_code == 422


def test_nobody_takes_titles_from_another(casa, bozza, scaduto):
    altrui = inviata(scaduto, casa.ata, TITOLI)
    docente = entra(casa.docente)
    pagina = dove(casa, "candidatura_copia", bozza.pk)
    assert "Non c’è un’altra domanda" in docente.get(pagina).text
    docente.post(pagina, {"da": altrui.pk, "voci": ["A.5"]})
    assert bozza.risposte.count() == 2


def test_the_evidence_goes_with_its_title(casa, bozza, scaduto):
    vecchia = candidatura(scaduto, casa.docente)
    alle_aperte = SCADUTO - timedelta(hours=2)
    invio = invia(firmata(vecchia, alle_aperte), alle_aperte)
    Risposta.objects.filter(candidatura=bozza).delete()
    bozza.allegati.filter(voce="A.3").delete()
    entra(casa.docente).post(
        dove(casa, "candidatura_copia", bozza.pk), {"da": invio.pk, "voci": ["A.3"]}
    )
    [prova] = bozza.allegati.filter(voce="A.3")
    with prova.file.open("rb") as aperto:
        assert hashlib.sha256(aperto.read()).hexdigest() == prova.impronta


# The office


def test_the_office_lists_them_only_after_the_term(casa, bozza, monkeypatch):
    invio = invia(firmata(bozza))
    ufficio, pagina = entra(casa.segretaria), dove(casa, "avviso_domande", bozza.avviso_id)
    alle(monkeypatch, SCADE + timedelta(milliseconds=500))
    prima = ufficio.get(pagina).text
    assert "Le domande si aprono dopo il termine" in prima
    assert casa.docente.cognome not in prima
    assert ufficio.get(dove(casa, "inviata", invio.pk)).status_code == 403
    alle(monkeypatch, SCADE + timedelta(seconds=1))
    dopo = ufficio.get(pagina).text
    assert casa.docente.cognome in dopo
    assert dove(casa, "inviata", invio.pk) in dopo


def test_every_reading_of_the_office_is_written_and_no_points_are_shown(casa, scaduto):
    alle_aperte = SCADUTO - timedelta(hours=2)
    riga = candidatura(scaduto, casa.docente)
    invio = invia(firmata(riga, alle_aperte), alle_aperte)
    letta = entra(casa.segretaria).get(dove(casa, "inviata", invio.pk)).text
    assert "110 su 110 e lode" in letta
    assert "Punti che darebbero" not in letta
    assert "Punti che darebbero" in entra(casa.docente).get(dove(casa, "inviata", invio.pk)).text
    prova = invio.allegati.get(titolo__voce="A.3")
    file = entra(casa.segretaria).get(dove(casa, "inviata_file", prova.pk))
    assert hashlib.sha256(file.content).hexdigest() == prova.allegato.impronta
    entra(casa.docente).get(dove(casa, "inviata_file", prova.pk))
    lette = Operazione.objects.filter(azione__startswith="legge", oggetto_id=riga.pk)
    assert set(lette.values_list("azione", "persona")) == {
        ("legge candidatura", casa.segretaria.pk),
        ("legge allegato della candidatura", casa.segretaria.pk),
    }


def test_who_applies_opens_no_other_application_in_the_office(casa, scaduto):
    altrui = inviata(scaduto, casa.docente, TITOLI)
    propria = inviata(scaduto, casa.segretaria, TITOLI)
    ufficio = entra(casa.segretaria)
    elenco = ufficio.get(dove(casa, "avviso_domande", scaduto.pk)).text
    assert "Hai presentato domanda per questo avviso" in elenco
    assert casa.docente.cognome not in elenco
    assert ufficio.get(dove(casa, "inviata", altrui.pk)).status_code == 403
    assert ufficio.get(dove(casa, "inviata", propria.pk)).status_code == 200
    assert entra(casa.ata).get(dove(casa, "inviata", altrui.pk)).status_code == 404


def test_one_taken_back_is_listed_and_not_opened(casa, scaduto):
    invio = inviata(scaduto, casa.docente, TITOLI)
    Invio.objects.filter(pk=invio.pk).update(ritirato_il=SCADUTO - timedelta(minutes=5))
    ufficio = entra(casa.segretaria)
    elenco = ufficio.get(dove(casa, "avviso_domande", scaduto.pk)).text
    assert "ritirata" in elenco
    assert "0 domande da valutare" in elenco
    assert ufficio.get(dove(casa, "inviata", invio.pk)).status_code == 404


def test_the_lists_ask_as_much_with_one_as_with_thirty(casa, scaduto):
    ufficio, pagina = entra(casa.segretaria), dove(casa, "avviso_domande", scaduto.pk)
    ufficio.get(pagina)  # the first request of a session asks more
    quante = []
    for nuove in (1, 26):
        for _ in range(nuove):
            inviata(scaduto, PersonaFactory(istituto=casa.istituto), TITOLI)
        with CaptureQueriesContext(connection) as lette:
            assert ufficio.get(pagina).status_code == 200
        quante.append(len(lette))
    assert quante[0] == quante[1]


def test_the_wallet_asks_as_much_with_one_application_as_with_more(casa, scaduto):
    quante = []
    for _ in range(2):
        avviso = AvvisoFactory(istituto=casa.istituto, scaduto=True, griglia=scaduto.griglia)
        inviata(avviso, casa.docente, TITOLI)
        chi = contesto(casa.docente)
        with CaptureQueriesContext(connection) as lette:
            titoli = portafoglio(chi)
        quante.append(len(lette))
    assert quante[0] == quante[1] <= 3
    assert [len(titolo.volte) for titolo in titoli] == [2, 2]
