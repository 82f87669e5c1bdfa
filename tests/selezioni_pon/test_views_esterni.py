"""The pages of who is not of the school, and the list of the office."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.avvisi.models import Promemoria
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from selezioni_pon.models import RegistrazioneCandidato
from selezioni_pon.queries.doveri import cose_da_fare
from selezioni_pon.views.esterni import pubbliche
from tests.factories.candidature import CandidaturaFactory
from tests.factories.scuola import ADESSO, PersonaFactory
from tests.factories.selezioni import AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena, scritto
from tests.selezioni_pon.scena_esterni import MARIO, candidato, chiede, esterno

pytestmark = pytest.mark.django_db
DATI = {
    "cognome": "ROSSI", "nome": "mario", "codice_fiscale": "rss mra 80a01 h501u",
    "email": "Mario@Example.it",
}  # fmt: skip


@pytest.fixture
def casa(monkeypatch, settings) -> Scena:
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    cache.clear()
    return scena()


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(casa: Scena, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[casa.istituto.slug, *args])


# Without a login


def test_anybody_reads_the_calls_open_to_people_of_outside(casa):
    aperto = esterno(casa, ore="2.50")
    for altro in (
        AvvisoFactory(istituto=casa.istituto, pubblicato=True), esterno(casa, scaduto=True),
        esterno(casa, revocato=True), AvvisoFactory(istituto=casa.istituto, fase="esterni"),
    ):  # fmt: skip
        assert altro.pk != aperto.pk
    pagina = Client().get(dove(casa, "esterni"))
    assert [uno.pk for uno in pagina.context["avvisi"]] == [aperto.pk]
    assert "2,50 ore" in pagina.text
    assert aperto.responsabile.cognome not in pagina.text
    assert pagina["X-Robots-Tag"] == "noindex, nofollow"


def test_a_single_call_with_precedences_is_also_for_people_of_outside(casa):
    scritto(casa, ordine_avvisi="unico_con_precedenze")
    unico = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    assert [a.pk for a in Client().get(dove(casa, "esterni")).context["avvisi"]] == [unico.pk]
    chi = entra(candidato(casa))
    assert chi.get(dove(casa, "avviso", unico.pk)).status_code == 200


def test_without_calls_nobody_is_asked_for_anything(casa):
    assert "Oggi nessun avviso è aperto" in Client().get(dove(casa, "esterni")).text
    pagina = Client().get(dove(casa, "esterni_registrati"))
    assert "<form" not in pagina.text.split("<main")[1]
    assert Client().post(dove(casa, "esterni_registrati"), DATI).status_code == 422
    assert not RegistrazioneCandidato.objects.exists()


def test_the_list_asks_as_much_with_many_calls(casa):
    def domande() -> int:
        with CaptureQueriesContext(connection) as prese:
            Client().get(dove(casa, "esterni"))
        return len(prese)

    esterno(casa)
    con_uno = domande()
    for _ in range(3):
        esterno(casa)
    assert domande() == con_uno


@pytest.mark.parametrize("nota", [False, True])
def test_the_answer_does_not_say_whom_the_school_knows(casa, nota):
    esterno(casa)
    if nota:
        PersonaFactory(istituto=casa.istituto, codice_fiscale=MARIO.codice_fiscale, email="a@b.it")
    risposta = Client().post(dove(casa, "esterni_registrati"), DATI)
    assert (risposta.status_code, risposta.url) == (302, dove(casa, "esterni_scritto"))
    riga = RegistrazioneCandidato.objects.get()
    assert (riga.cognome, riga.nome, riga.codice_fiscale, riga.email) == (
        MARIO.cognome, MARIO.nome, MARIO.codice_fiscale, MARIO.email,
    )  # fmt: skip
    assert "48 ore" in Client().get(risposta.url).text


@pytest.mark.parametrize(
    ("sbagliato", "detto"),
    [
        ({"codice_fiscale": "RSSMRA80A01H501X"}, "lettera di controllo"),
        ({"codice_fiscale": "80003280114"}, "codice di un ente"),
        ({"codice_fiscale": ""}, "Scrivi il codice fiscale."),
        ({"cognome": "Bianchi"}, "lettere del cognome sono RSS"),
        ({"email": "mario"}, "nome@esempio.it"),
        ({"nome": "Марио"}, "alfabeto latino"),
        ({"sito": "http://spam.example"}, "campo nascosto"),
    ],
)
def test_what_cannot_be_taken_is_told_and_kept(casa, sbagliato, detto):
    esterno(casa)
    pagina = Client().post(dove(casa, "esterni_registrati"), DATI | sbagliato)
    assert pagina.status_code == 422
    assert detto in pagina.text
    assert 'value="Mario@Example.it"' in pagina.text or "email" in sbagliato
    assert not Promemoria.objects.exists()


def test_who_floods_stops(casa, monkeypatch):
    monkeypatch.setattr(pubbliche, "RICHIESTE_AL_MINUTO", 1)
    esterno(casa)
    browser = Client()
    assert browser.post(dove(casa, "esterni_registrati"), DATI).status_code == 302
    fermo = browser.post(dove(casa, "esterni_registrati"), DATI)
    assert (fermo.status_code, RegistrazioneCandidato.objects.count()) == (422, 1)
    assert "Troppe richieste" in fermo.text
    assert 'value="ROSSI"' in fermo.text
    monkeypatch.setattr(pubbliche, "ALLA_SCUOLA", 1)
    monkeypatch.setattr(pubbliche, "RICHIESTE_AL_MINUTO", 9)
    assert "Per oggi" in browser.post(dove(casa, "esterni_registrati"), DATI).text


def test_the_link_leads_to_the_password_and_into_the_selections(casa):
    """All of it: from the letter to the first page of who applies."""
    avviso = esterno(casa)
    collegamento = dove(casa, "esterni_conferma", chiede(casa))
    browser = Client()
    pagina = browser.get(collegamento)
    assert "Mario Rossi" in pagina.text
    assert "no-store" in pagina["Cache-Control"]
    assert (pagina["Referrer-Policy"], pagina["X-Robots-Tag"]) == (
        "same-origin",
        "noindex, nofollow",
    )
    assert not Persona.objects.filter(email=MARIO.email).exists()
    confermata = browser.post(collegamento)
    assert browser.get(confermata.url).status_code == 200
    password = "una-frase-lunga-assai"
    scelta = browser.post(confermata.url, {"new_password1": password, "new_password2": password})
    assert scelta.status_code == 302
    mario = entra(Persona.objects.get(email=MARIO.email))
    assert mario.get(reverse("scrivania", args=[casa.istituto.slug])).status_code == 200
    assert avviso.selezione.ruolo in mario.get(dove(casa, "elenco")).text
    assert browser.get(collegamento).status_code == 410


def test_who_has_a_login_goes_to_sign_in(casa):
    esterno(casa)
    PersonaFactory(
        istituto=casa.istituto, codice_fiscale=MARIO.codice_fiscale, email=MARIO.email,
        con_accesso=True,
    )  # fmt: skip
    browser = Client()
    risposta = browser.post(dove(casa, "esterni_conferma", chiede(casa)))
    assert risposta.url == dove(casa, "elenco")


def test_a_link_that_nobody_has(casa):
    assert Client().get(dove(casa, "esterni_conferma", "inventato")).status_code == 404
    assert Client().post(dove(casa, "esterni_conferma", "inventato")).status_code == 404


def test_who_is_known_meanwhile_is_told_to_go_to_the_office(casa):
    esterno(casa)
    codice = chiede(casa)
    PersonaFactory(istituto=casa.istituto, codice_fiscale=MARIO.codice_fiscale, email="a@b.it")
    pagina = Client().post(dove(casa, "esterni_conferma", codice))
    assert pagina.status_code == 422
    assert "documento d’identità" in pagina.text
    assert "a@b.it" not in pagina.text


# Who applies from outside


def test_a_candidate_sees_what_is_for_outside_and_nothing_else(casa):
    fuori, dentro = esterno(casa), AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    suo, bozza = AvvisoFactory(istituto=casa.istituto, pubblicato=True), casa.bozza()
    persona = candidato(casa)
    CandidaturaFactory(istituto=casa.istituto, avviso=suo, persona=persona)
    chi = entra(persona)
    elenco = chi.get(dove(casa, "elenco"))
    [(_, _, avvisi)] = elenco.context["gruppi"]
    assert {uno.pk for uno in avvisi} == {fuori.pk, suo.pk}
    stati = {
        (nome, pk): chi.get(dove(casa, nome, *([pk] if pk else []))).status_code
        for nome, pk in (
            ("avviso", fuori.pk), ("avviso", suo.pk), ("avviso", dentro.pk), ("avviso", bozza.pk),
            ("avviso_revoca", fuori.pk), ("griglie", 0), ("progetti", 0), ("candidati", 0),
        )
    }  # fmt: skip
    assert [pk for (_, pk), stato in stati.items() if stato == 200] == [fuori.pk, suo.pk]
    assert set(stati.values()) == {200, 404}
    assert [voce["testo"] for voce in elenco.context["menu"]] == [
        "Scrivania", "Selezioni", "Regolamenti",
    ]  # fmt: skip


def test_a_role_that_is_over_closes_the_pages(casa):
    esterno(casa)
    persona = candidato(casa)
    chi = entra(persona)
    assert chi.get(dove(casa, "elenco")).status_code == 200
    persona.incarichi.update(dal="2024-05-01", al="2024-06-04")
    assert chi.get(dove(casa, "elenco")).status_code == 404


def test_the_desk_says_when_a_call_for_outside_is_about_to_close(casa):
    persona, presto = candidato(casa), ADESSO.replace(day=6)
    fuori, dentro = esterno(casa, scade=presto), AvvisoFactory(
        istituto=casa.istituto, pubblicato=True, scade=presto
    )  # fmt: skip
    doveri = cose_da_fare(casa.istituto.pk, ADESSO).doveri
    a_chi = {(d.oggetto, d.persona) for d in doveri if d.chiave.startswith("selezioni.scade.")}
    assert (fuori.pk, persona.pk) in a_chi
    assert (dentro.pk, casa.docente.pk) in a_chi
    assert not {(dentro.pk, persona.pk), (fuori.pk, casa.docente.pk)} & a_chi


# The office


def test_the_office_lists_who_has_registered(casa):
    chi, invitata = candidato(casa), PersonaFactory(istituto=casa.istituto)
    assert "Nessun candidato esterno" not in entra(casa.segretaria).get(
        dove(casa, "candidati")
    ).text.replace(chi.cognome, "")
    pagina = entra(casa.segretaria).get(dove(casa, "candidati"))
    assert [uno.pk for uno in pagina.context["persone"]] == [chi.pk]
    assert invitata.cognome not in pagina.text
    assert "5 giugno 2025" in pagina.text
    del_dirigente = entra(casa.dirigente).get(dove(casa, "candidati"))
    assert "Chiudi…" not in del_dirigente.text
    assert entra(casa.docente).get(dove(casa, "candidati")).status_code == 403


def test_the_list_of_the_office_asks_as_much_with_many(casa):
    browser = entra(casa.segretaria)

    def domande() -> int:
        with CaptureQueriesContext(connection) as prese:
            browser.get(dove(casa, "candidati"))
        return len(prese)

    candidato(casa)
    domande()  # the first of a session writes it
    con_uno = domande()
    for _ in range(3):
        candidato(casa)
    assert domande() == con_uno


def test_at_the_desk_somebody_is_registered_and_invited_again(
    casa, posta, django_capture_on_commit_callbacks
):
    browser = entra(casa.segretaria)
    dubbio = browser.post(dove(casa, "candidato_nuovo"), DATI | {"cognome": "Bianchi"})
    assert dubbio.status_code == 422
    assert "sulla tessera è scritto proprio così" in dubbio.text
    assert 'value="Bianchi"' in dubbio.text
    with django_capture_on_commit_callbacks(execute=True):
        fatto = browser.post(dove(casa, "candidato_nuovo"), DATI)
    assert fatto.url == dove(casa, "candidati")
    mario = Persona.objects.get(codice_fiscale=MARIO.codice_fiscale)
    assert "Invita di nuovo" in browser.get(fatto.url).text
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(dove(casa, "candidato_invita", mario.pk))
    assert len(posta.messaggi) == 2


def test_the_office_ends_a_role_once_it_was_read_again(casa):
    browser, persona = entra(casa.segretaria), candidato(casa)
    pagina = dove(casa, "candidato_chiudi", persona.pk)
    assert persona.nome_e_cognome in browser.get(pagina).text
    assert browser.post(pagina, {"motivo": ""}).status_code == 422
    assert browser.post(pagina, {"motivo": "L’ha chiesto lei."}).url == dove(casa, "candidati")
    assert browser.get(pagina).status_code == 404
    assert not persona.incarichi.filter(ruolo=Ruolo.CANDIDATO, revocato_il=None).exists()
