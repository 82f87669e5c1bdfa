"""Invitations: who is listed, what leaves by mail, how the link is accepted once and no more."""

import logging
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import StringIO
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.scuola import limite, orologio
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Invito, Persona, Utente
from cpia.scuola.personale import Accesso, personale
from cpia.scuola.services import inviti
from cpia.scuola.tenancy import istituto_corrente
from cpia.scuola.views.inviti import PER_PAGINA, TENTATIVI_AL_MINUTO
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    InvitoFactory,
    IscrizioneFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

PASSWORD = "verde-lampada-72"
BUONA = {"new_password1": PASSWORD, "new_password2": PASSWORD}
EMAIL = "anna.turla@scuola.example"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _orario(monkeypatch, settings):
    settings.MFA_OBBLIGATORIA = False
    settings.PORTALE_URL = "https://portale.scuola.example"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)


class Scuola:
    """An institute with its segreteria, its dirigente and a teacher who has no login yet."""

    def __init__(self):
        self.istituto = IstitutoFactory()
        with self.dentro():
            self.segreteria = IncaricoFactory(istituto=self.istituto, segreteria=True).persona
            self.dirigente = IncaricoFactory(istituto=self.istituto, dirigente=True).persona
            self.anna = self.docente("Turla", EMAIL)

    def dentro(self):
        return istituto_corrente(self.istituto.pk)

    def docente(self, cognome, email, **altro):
        persona = PersonaFactory(
            istituto=self.istituto, cognome=cognome, nome="Anna", email=email, **altro
        )
        IncaricoFactory(istituto=self.istituto, persona=persona)
        return persona

    def entra(self, persona):
        client = Client()
        client.force_login(persona.utente)
        return client

    def url(self, nome="persone", *argomenti):
        return reverse(nome, args=[self.istituto.slug, *argomenti])

    def invito(self, persona=None, adesso=ADESSO):
        """The path of a new link for this person."""
        with self.dentro():
            _, indirizzo = inviti.nuovo_invito(persona=persona or self.anna, adesso=adesso)
        return indirizzo.removeprefix("https://portale.scuola.example")

    def utente_di_anna(self):
        with self.dentro():
            return Persona.objects.get(pk=self.anna.pk).utente


@pytest.fixture
def scuola():
    return Scuola()


@pytest.fixture
def invita(scuola, django_capture_on_commit_callbacks):
    """Invite as the segreteria; the mails leave."""

    def chiama(*persone, autore=None):
        with scuola.dentro(), django_capture_on_commit_callbacks(execute=True):
            return inviti.invita(
                autore=contesto(autore or scuola.segreteria),
                adesso=ADESSO,
                persone=[persona.pk for persona in persone],
            )

    return chiama


def stati(scuola, adesso=ADESSO):
    with scuola.dentro():
        tutte = personale(scuola.istituto.pk, adesso, adesso.date())
        return {persona.cognome: persona.accesso for persona in tutte}


def collegamento(lettera):
    [trovato] = re.findall(r"https://portale\.scuola\.example(/\S+)", lettera.body)
    return trovato


# Who is listed


def test_the_staff_of_today_and_their_access(scuola):
    with scuola.dentro():
        scuola.docente("Senza posta", "")
        InvitoFactory(istituto=scuola.istituto, persona=scuola.docente("Invitata", "b@example.it"))
        InvitoFactory(
            istituto=scuola.istituto,
            persona=scuola.docente("Scaduta", "c@example.it"),
            scade_il=ADESSO,
        )
        for ruolo in (Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.CANDIDATO):
            IncaricoFactory(istituto=scuola.istituto, ruolo=ruolo, cattedra=None)
        IncaricoFactory(istituto=scuola.istituto, al=ADESSO.date() - timedelta(days=1))
        IncaricoFactory(istituto=scuola.istituto, dal=ADESSO.date() + timedelta(days=1))
        IncaricoFactory(istituto=scuola.istituto, revocato_il=ADESSO)
    assert stati(scuola) == {
        scuola.segreteria.cognome: Accesso.FATTO,
        scuola.dirigente.cognome: Accesso.FATTO,
        "Turla": Accesso.SENZA,
        "Senza posta": Accesso.MANCA_EMAIL,
        "Invitata": Accesso.INVITATO,
        "Scaduta": Accesso.SENZA,
    }


def test_the_page_says_the_same_in_words_and_filters(scuola):
    with scuola.dentro():
        scuola.docente("Senza posta", "")
        InvitoFactory(istituto=scuola.istituto, persona=scuola.docente("Invitata", "b@example.it"))
    client = scuola.entra(scuola.segreteria)
    pagina = " ".join(client.get(scuola.url()).text.split())
    for parole in ("manca l’e-mail", "ha l’accesso", "senza accesso", "Invita tutti"):
        assert parole in pagina
    assert "</span> mercoledì 5 giugno, scade mercoledì 19 giugno" in pagina
    filtrata = client.get(scuola.url() + "?accesso=manca_email").text
    assert "Senza posta" in filtrata
    assert "Turla" not in filtrata


def test_the_dirigente_reads_and_does_not_invite(scuola):
    client = scuola.entra(scuola.dirigente)
    pagina = client.get(scuola.url())
    assert "Turla" in pagina.text
    assert scuola.url("persone_invita") not in pagina.text
    assert client.post(scuola.url("persone_invita"), {"tutti": "si"}).status_code == 403


def test_the_page_costs_the_same_with_many_persons(scuola):
    client = scuola.entra(scuola.segreteria)
    client.get(scuola.url())
    with CaptureQueriesContext(connection) as poche:
        client.get(scuola.url())
    with scuola.dentro():
        for numero in range(PER_PAGINA):
            scuola.docente(f"Altra {numero}", f"a{numero}@example.it")
    with CaptureQueriesContext(connection) as tante:
        pagina = client.get(scuola.url())
    assert "pagina 1 di 2" in pagina.text
    assert len(tante) == len(poche)


# The invitation


def test_the_mail_arrives_by_smtp_with_a_link_that_opens(scuola, invita, posta):
    esito = invita(scuola.anna)
    [lettera] = posta.messaggi
    assert lettera["To"] == f"Anna Turla <{EMAIL}>"
    assert lettera["X-Destinatari"] == EMAIL
    testo = lettera.get_content()
    assert scuola.istituto.denominazione in testo
    assert "fino a mercoledì 12 giugno 2024, ore 10.00" in testo
    [percorso] = re.findall(r"https://portale\.scuola\.example(/\S+)", testo)
    assert Client().get(percorso).status_code == 200
    assert [persona.pk for persona in esito.inviati] == [scuola.anna.pk]
    assert stati(scuola)["Turla"] == Accesso.INVITATO


def test_the_code_is_nowhere_but_in_the_mail(scuola, invita, caplog):
    caplog.set_level(logging.DEBUG)
    invita(scuola.anna)
    percorso = collegamento(mail.outbox[0])
    codice = percorso.split("/")[-2]
    assert len(codice) > 43
    with scuola.dentro():
        riga = Invito.objects.values().get()
    assert codice not in str(riga)
    assert riga["impronta_codice"] == inviti.impronta(codice)
    assert Client().post(percorso, {"new_password1": "corta"}).status_code == 422
    assert Client(enforce_csrf_checks=True).post(percorso, BUONA).status_code == 403
    assert Client().get(percorso.replace(codice, codice[::-1])).status_code == 404
    assert "/invito/…/" in caplog.text
    assert codice not in caplog.text


@pytest.mark.parametrize(("email", "con_accesso"), [("", False), ("d@example.it", True)])
def test_who_has_the_login_or_no_e_mail_is_not_invited(scuola, invita, email, con_accesso):
    with scuola.dentro():
        altra = scuola.docente("Altra", email, con_accesso=con_accesso)
    with pytest.raises(inviti.InvitoRifiutato):
        invita(scuola.anna, altra)
    assert mail.outbox == []
    with scuola.dentro():
        assert not Invito.objects.exists()


def test_a_person_of_another_institute_is_not_invited(scuola, invita):
    altrove = Scuola()
    assert invita(altrove.anna).inviati == []
    client = scuola.entra(scuola.segreteria)
    client.post(scuola.url("persone_invita"), {"persona": altrove.anna.pk})
    assert mail.outbox == []
    with altrove.dentro():
        assert not Invito.objects.exists()


def test_all_those_without_access_at_once(scuola, django_capture_on_commit_callbacks):
    with scuola.dentro():
        scuola.docente("Senza posta", "")
        scuola.docente("Zani", "zani@example.it")
    client = scuola.entra(scuola.segreteria)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(scuola.url("persone_invita"), {"tutti": "si"})
    assert [lettera.to for lettera in mail.outbox] == [
        [f"Anna Turla <{EMAIL}>"], ["Anna Zani <zani@example.it>"],
    ]  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_does_not_leave_is_told_and_can_be_sent_again(scuola, posta, settings):
    client = scuola.entra(scuola.segreteria)
    dati, buona = {"persona": scuola.anna.pk}, settings.EMAIL_PORT
    settings.EMAIL_PORT = 1
    pagina = client.post(scuola.url("persone_invita"), dati, follow=True)
    assert "La posta non è partita per Anna Turla" in pagina.text
    assert stati(scuola)["Turla"] == Accesso.SENZA
    settings.EMAIL_PORT = buona
    pagina = client.post(scuola.url("persone_invita"), dati, follow=True)
    assert "Invito spedito a Anna Turla" in pagina.text
    assert len(posta.messaggi) == 1


# The link


def test_a_new_login_is_made_with_the_password(scuola):
    percorso = scuola.invito()
    client = Client()
    pagina = client.get(percorso)
    assert "Anna Turla" in pagina.text
    assert EMAIL not in pagina.text
    assert "no-store" in pagina["Cache-Control"]
    assert "noindex" in pagina["X-Robots-Tag"]
    risposta = client.post(percorso, BUONA)
    assert risposta.url.startswith(reverse("account_login"))
    utente = scuola.utente_di_anna()
    assert utente.email == EMAIL
    assert utente.check_password(PASSWORD)
    assert EmailAddress.objects.get(user=utente).verified
    client.post(reverse("account_login"), {"login": EMAIL, "password": PASSWORD})
    assert client.get(scuola.url("scrivania")).status_code == 200


@pytest.mark.parametrize(
    ("dati", "motivo"),
    [
        ({}, "Scrivi una password."),
        ({"new_password1": PASSWORD, "new_password2": "altra-lampada-81"}, "non sono uguali"),
        (
            {"new_password1": "corta", "new_password2": "corta"},
            "È troppo corta: servono almeno 12 caratteri.",
        ),
        ({"new_password1": EMAIL, "new_password2": EMAIL}, "Somiglia troppo"),
        ({"new_password1": "123456789012", "new_password2": "123456789012"}, "sole cifre"),
        ({"new_password1": "password1234", "new_password2": "password1234"}, "più usate"),
    ],
)
def test_a_password_that_will_not_do(scuola, dati, motivo):
    risposta = Client().post(scuola.invito(), dati)
    assert risposta.status_code == 422
    assert motivo in risposta.text
    assert risposta.text.count('role="alert"') <= 1
    assert scuola.utente_di_anna() is None


def test_the_link_is_worth_seven_days_and_not_a_moment_more(scuola, monkeypatch):
    percorso = scuola.invito()
    for dopo, stato in ((timedelta(days=7, seconds=-1), 200), (timedelta(days=7), 410)):
        monkeypatch.setattr(orologio, "adesso", lambda dopo=dopo: ADESSO + dopo)
        assert Client().get(percorso).status_code == stato
    pagina = Client().post(percorso, BUONA)
    assert pagina.status_code == 410
    assert "chiedi alla segreteria" in pagina.text
    assert "Turla" not in pagina.text
    assert "no-store" in pagina["Cache-Control"]
    assert scuola.utente_di_anna() is None


def test_the_link_opens_once(scuola):
    percorso = scuola.invito()
    assert Client().post(percorso, BUONA).status_code == 302
    altra = {"new_password1": "altra-lampada-81", "new_password2": "altra-lampada-81"}
    assert Client().post(percorso, altra).status_code == 410
    assert scuola.utente_di_anna().check_password(PASSWORD)


def test_a_new_invitation_takes_the_place_of_the_former(scuola):
    prima, dopo = scuola.invito(), scuola.invito()
    assert [Client().get(percorso).status_code for percorso in (prima, dopo)] == [410, 200]


def test_a_link_sent_to_a_wrong_address_dies_when_the_address_is_corrected(scuola):
    percorso = scuola.invito()
    with scuola.dentro():
        Persona.objects.filter(pk=scuola.anna.pk).update(email="anna@example.it")
    assert Client().post(percorso, BUONA).status_code == 410
    assert scuola.utente_di_anna() is None


def test_the_code_of_another_institute_is_unknown_here(scuola):
    altrove = Scuola()
    codice = altrove.invito().split("/")[-2]
    assert Client().get(scuola.url("invito", codice)).status_code == 404


def test_who_tries_codes_is_stopped(scuola, monkeypatch):
    monkeypatch.setattr(limite, "time", SimpleNamespace(time=lambda: 1_700_000_000))
    percorso, client = scuola.invito(), Client()
    esiti = [client.get(scuola.url("invito", "a" * 51)) for _ in range(TENTATIVI_AL_MINUTO)]
    assert {risposta.status_code for risposta in esiti} == {404}
    assert client.get(percorso).status_code == 429
    assert client.post(percorso, BUONA).status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.7").get(percorso).status_code == 200
    monkeypatch.setattr(limite, "time", SimpleNamespace(time=lambda: 1_700_000_060))
    assert client.get(percorso).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_five_at_once_with_one_link_make_one_login(scuola):
    percorso, pronti = scuola.invito(), threading.Barrier(5)

    def prova(numero):
        parola = f"verde-lampada-{numero}"
        try:
            pronti.wait(10)
            return Client().post(percorso, {"new_password1": parola, "new_password2": parola})
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as fili:
        esiti = [risposta.status_code for risposta in fili.map(prova, range(5))]
    assert esiti.count(302) == 1
    # Who comes after finds the link used, or that the login is there.
    assert set(esiti) <= {302, 410, 200}
    assert Utente.objects.filter(email=EMAIL).count() == 1
    assert scuola.utente_di_anna().check_password(f"verde-lampada-{esiti.index(302)}")


@pytest.mark.django_db(transaction=True)
def test_two_schools_that_invite_the_same_address_make_one_login(scuola):
    altrove, pronti = Scuola(), threading.Barrier(2)
    percorsi = [scuola.invito(), altrove.invito()]

    def prova(percorso):
        try:
            pronti.wait(10)
            return Client().post(percorso, BUONA).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as fili:
        assert sorted(fili.map(prova, percorsi)) == [200, 302]
    assert Utente.objects.filter(email=EMAIL).count() == 1


# With a login from another school


@pytest.fixture
def altrove(scuola):
    """Anna already works in another school, with a login."""
    altra = Scuola()
    Client().post(altra.invito(), BUONA)
    return altra


def test_who_has_a_login_signs_in_with_it_and_links(scuola, altrove):
    percorso, client = scuola.invito(), Client()
    pagina = client.get(percorso)
    assert "hai già un accesso" in pagina.text
    assert client.post(percorso, BUONA).status_code == 200
    assert scuola.utente_di_anna() is None
    [entra] = re.findall(rf'href="({reverse("account_login")}\?next=[^"]+)"', pagina.text)
    risposta = client.post(entra, {"login": EMAIL, "password": PASSWORD})
    assert risposta.url == percorso
    assert "Collega il mio accesso" in client.get(percorso).text
    assert client.post(percorso).url == scuola.url("scrivania")
    assert scuola.utente_di_anna() == altrove.utente_di_anna()
    assert {client.get(s.url("scrivania")).status_code for s in (scuola, altrove)} == {200}
    assert client.post(percorso).status_code == 410


def test_another_login_is_not_linked(scuola, altrove):
    percorso, client = scuola.invito(), scuola.entra(scuola.segreteria)
    for risposta in (client.get(percorso), client.post(percorso)):
        assert "Esci" in risposta.text
        assert "Collega il mio accesso" not in risposta.text
    assert scuola.utente_di_anna() is None
    with scuola.dentro(), pytest.raises(inviti.InvitoRifiutato):
        inviti.accetta_con_accesso(
            autore=scuola.segreteria.utente,
            adesso=ADESSO,
            istituto=scuola.istituto,
            codice=percorso.split("/")[-2],
        )


def test_one_login_is_not_two_persons_of_one_institute(scuola, altrove):
    with altrove.dentro():
        doppia = altrove.docente("Turla doppia", EMAIL)
    percorso, client = altrove.invito(doppia), Client()
    client.force_login(altrove.utente_di_anna())
    risposta = client.post(percorso)
    assert risposta.status_code == 409
    assert "un’altra persona di questo istituto" in risposta.text


# The first person of a school


def _prima(scuola, **altro):
    uscita = StringIO()
    dati = {
        "istituto": scuola.istituto.slug, "email": "Preside@scuola.example", "cognome": "Vescovi",
        "nome": "Ida", "ruolo": "dirigente",
    }  # fmt: skip
    argomenti = [f"--{nome}={valore}" for nome, valore in (dati | altro).items()]
    call_command("invita", *argomenti, stdout=uscita)
    return uscita.getvalue()


def test_the_first_person_of_a_school_is_invited_from_the_command_line(scuola):
    _prima(scuola)
    scritto = _prima(scuola)
    percorso = scritto.split()[0].removeprefix("https://portale.scuola.example")
    assert Client().post(percorso, BUONA).status_code == 302
    with scuola.dentro():
        [incarico] = Incarico.objects.filter(persona__cognome="Vescovi")
        assert (incarico.ruolo, incarico.dal) == ("dirigente", ADESSO.date())
        assert incarico.persona.utente.email == "preside@scuola.example"
    with pytest.raises(CommandError, match="ha già l’accesso"):
        _prima(scuola)


@pytest.mark.parametrize(
    "errato", [{"istituto": "nessuno"}, {"email": "preside"}, {"ruolo": "docente"}]
)
def test_the_command_says_what_is_wrong(scuola, errato):
    with pytest.raises(CommandError):
        _prima(scuola, **errato)
    with scuola.dentro():
        assert not Persona.objects.filter(cognome="Vescovi").exists()


# The register


def righe_su(scuola, persona):
    with scuola.dentro():
        righe = Operazione.objects.filter(oggetto_tipo="scuola.persona", oggetto_id=persona.pk)
        return list(righe.select_related("persona", "utente").order_by("pk"))


def test_an_invitation_sent_and_accepted_stands_in_the_register(scuola, invita, mailoutbox):
    invita(scuola.anna)
    [spedito] = righe_su(scuola, scuola.anna)
    assert (spedito.azione, spedito.persona) == ("invita persona", scuola.segreteria)
    assert spedito.ruolo == Ruolo.SEGRETERIA_DIDATTICA
    assert spedito.dati["email"] == EMAIL
    [percorso] = re.findall(r"https://portale\.scuola\.example(/\S+)", mailoutbox[0].body)
    assert percorso not in str(spedito.dati)
    Client().post(percorso, BUONA)
    [_, accettato] = righe_su(scuola, scuola.anna)
    assert (accettato.azione, accettato.persona) == ("accetta invito", scuola.anna)
    assert accettato.utente == scuola.utente_di_anna()
    assert accettato.ruolo == ""


def test_a_mail_that_did_not_leave_is_told_too(scuola, invita, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1
    assert invita(scuola.anna).non_inviati == [scuola.anna]
    azioni = [riga.azione for riga in righe_su(scuola, scuola.anna)]
    assert azioni == ["invita persona", "invito non partito"]


def test_an_invitation_refused_leaves_no_line(scuola, invita):
    with pytest.raises(inviti.InvitoRifiutato):
        invita(scuola.anna, scuola.dirigente)
    assert righe_su(scuola, scuola.anna) == []


# Who is not staff today


def test_who_has_no_role_today_is_found_again_and_students_are_not(scuola):
    with scuola.dentro():
        ieri = ADESSO.date() - timedelta(days=1)
        passata = IncaricoFactory(istituto=scuola.istituto, al=ieri).persona
        nuova = PersonaFactory(istituto=scuola.istituto, cognome="Appena importata")
        studente = IscrizioneFactory(istituto=scuola.istituto).persona
    pagina = scuola.entra(scuola.segreteria).get(scuola.url() + "?accesso=senza_incarico").text
    for chi in (passata, nuova):
        assert str(chi) in pagina
        assert scuola.url("persona", chi.pk) in pagina
    for chi in (studente, scuola.anna):
        assert scuola.url("persona", chi.pk) not in pagina


def test_the_list_leaves_as_a_file_with_its_filter(scuola):
    with scuola.dentro():
        scuola.docente("=Formula", "")
    client = scuola.entra(scuola.segreteria)
    dove = scuola.url() + "?accesso=manca_email&formato=csv"
    testo = client.get(dove).content.decode("utf-8-sig")
    assert "Turla" not in testo
    assert "Manca l’e-mail" in testo
    assert ';"=Formula' not in testo
    assert "Formula" in testo
