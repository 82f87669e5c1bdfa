"""Signing in: the password, the second factor, how long it lasts, what who guesses can do."""

import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unittest import mock
from urllib.parse import quote

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings as impostazioni
from django.contrib.auth import hashers
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache, caches
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from cpia.scuola import orologio, tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona, Utente
from tests.accessi.pagine import pulita
from tests.accessi.righe import nuovo_istituto

PAROLA, ALTRA = "verde-lampada-72", "azzurra-lampada-81"
EMAIL = "anna.bianchi@scuola.example"
SBAGLIATA = "L'indirizzo e-mail e/o la password che hai usato non sono corretti."
HASHER_VERI = impostazioni.PASSWORD_HASHERS
CHI = "/scuola-1/prova/chi/"


@pytest.fixture(autouse=True)
def _pagine_di_prova(settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.accessi.urls_prova"
    # Argon2 is slow on purpose; the test that measures it asks for it.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def utente(db: None) -> Utente:
    return Utente.objects.create_user(EMAIL, PAROLA)


@pytest.fixture
def persona(utente: Utente) -> Persona:
    istituto = nuovo_istituto(1)
    with tenancy.istituto_corrente(istituto.pk):
        return Persona.objects.create(
            istituto=istituto, cognome="Bianchi", nome="Anna", utente=utente
        )


def entra(client: Client, email: str = EMAIL, parola: str = PAROLA, **dati: str) -> HttpResponse:
    return client.post(reverse("account_login"), {"login": email, "password": parola, **dati})


def dentro(client: Client) -> bool:
    return "_auth_user_id" in client.session


# The password


def test_e_mail_and_password_let_in(client, utente):
    risposta = entra(client)
    assert (risposta.status_code, risposta.url) == (302, "/")
    assert dentro(client)


def test_the_e_mail_is_the_same_in_capitals(client, utente):
    entra(client, EMAIL.upper())
    assert dentro(client)


def test_the_answer_does_not_tell_who_has_a_login(utente):
    altro = "nessuno@scuola.example"
    noto, ignoto = entra(Client(), EMAIL, ALTRA), entra(Client(), altro, ALTRA)
    assert noto.status_code == ignoto.status_code
    assert "non sono corretti" in noto.text
    assert pulita(noto).replace(EMAIL, "") == pulita(ignoto).replace(altro, "")


def test_the_time_does_not_tell_who_has_a_login(db, settings, monkeypatch):
    """The costly part, one Argon2 sum, is done once either way."""
    settings.PASSWORD_HASHERS = HASHER_VERI
    Utente.objects.create_user(EMAIL, PAROLA)
    conti = []
    vero = hashers.Argon2PasswordHasher

    def conta(nome: str) -> None:
        prima = getattr(vero, nome)

        def dopo(self: Any, *argomenti: Any) -> Any:
            conti.append(nome)
            return prima(self, *argomenti)

        monkeypatch.setattr(vero, nome, dopo)

    conta("encode")
    conta("verify")
    somme = []
    for email in (EMAIL, "nessuno@scuola.example"):
        conti.clear()
        entra(Client(), email, ALTRA)
        somme.append(len(conti))
    assert somme == [1, 1]


def test_asking_for_a_new_password_does_not_tell_who_has_a_login(client, utente):
    altro = "nessuno@scuola.example"
    noto, ignoto = (
        client.post(reverse("account_reset_password"), {"email": email}) for email in (EMAIL, altro)
    )
    assert (noto.status_code, noto.url) == (ignoto.status_code, ignoto.url)
    assert [lettera.to for lettera in mail.outbox] == [[EMAIL], [altro]]
    assert "/password/reset/key/" in mail.outbox[0].body
    assert "/password/reset/key/" not in mail.outbox[1].body


def test_a_login_switched_off_stays_out(client, utente):
    Utente.objects.update(is_active=False)
    entra(client)
    assert not dentro(client)


def test_nobody_registers_alone(client, db):
    indirizzo = reverse("account_signup")
    assert "password1" not in client.get(indirizzo).text
    dati = {"email": "nuovo@scuola.example", "password1": PAROLA, "password2": PAROLA}
    client.post(indirizzo, dati)
    assert not Utente.objects.exists()


@pytest.mark.parametrize(
    "dove",
    [
        "https://altrove.example/", "//altrove.example/", "/\\altrove.example/",
        "javascript:alert(1)", "https:altrove.example", " //altrove.example",
    ],
)  # fmt: skip
def test_after_signing_in_one_stays_in_the_portal(client, utente, dove):
    assert entra(client, next=dove).url == "/"
    client.post(reverse("account_logout"))
    risposta = client.post(
        f"{reverse('account_login')}?next={quote(dove)}", {"login": EMAIL, "password": PAROLA}
    )
    assert risposta.url == "/"


def test_after_signing_in_one_reaches_the_page_that_was_asked_for(client, utente):
    assert entra(client, next=CHI).url == CHI


# The session


def test_the_session_gets_another_name_at_sign_in(client, utente):
    client.get(reverse("account_login"))
    sessione = client.session
    sessione["posata"] = "da altri"
    sessione.save()
    prima = client.session.session_key
    client.cookies[impostazioni.SESSION_COOKIE_NAME] = prima
    entra(client)
    assert client.session.session_key != prima
    assert not Session.objects.filter(pk=prima).exists()


def test_the_browser_forgets_the_session_when_it_is_closed(client, utente):
    biscotto = entra(client).cookies[impostazioni.SESSION_COOKIE_NAME]
    assert biscotto["max-age"] == ""
    assert biscotto["httponly"]
    assert biscotto["samesite"] == "Lax"


@pytest.mark.parametrize(("minuti", "resta"), [(50, True), (70, False)])
def test_an_idle_session_ends(client, utente, time_machine, minuti, resta):
    entra(client)
    time_machine.shift(minuti * 60)
    assert (client.get(reverse("account_change_password")).status_code == 200) is resta


def test_who_works_stays_in_and_is_out_after_a_working_day(client, utente, time_machine):
    entra(client)
    pagina = reverse("account_change_password")
    client.get(pagina)
    for _ in range(17):
        time_machine.shift(40 * 60)
        assert client.get(pagina).status_code == 200
    time_machine.shift(60 * 59)
    risposta = client.get(pagina)
    assert risposta.url.startswith(reverse("account_login"))
    assert not dentro(client)


@pytest.fixture
def time_machine() -> Any:
    """The true clock, moved forward."""
    import time_machine as macchina

    class Orologio:
        def __init__(self) -> None:
            self.viaggio = macchina.travel(time.time(), tick=False)
            self.corrente = self.viaggio.start()

        def shift(self, secondi: float) -> None:
            self.corrente.shift(secondi)

    orologio = Orologio()
    yield orologio
    orologio.viaggio.stop()


def test_signing_out_takes_a_click_and_ends_the_session(client, utente):
    entra(client)
    nome = client.session.session_key
    client.get(reverse("account_logout"))
    assert dentro(client)
    client.post(reverse("account_logout"))
    assert not dentro(client)
    assert not Session.objects.filter(pk=nome).exists()


def test_signing_out_from_another_site_does_not_work(utente):
    client = Client(enforce_csrf_checks=True)
    client.force_login(utente)
    assert client.post(reverse("account_logout")).status_code == 403
    assert dentro(client)


def test_a_new_password_ends_the_sessions_elsewhere(client, utente):
    altrove = Client()
    for browser in (client, altrove):
        entra(browser)
    prima = client.session.session_key
    dati = {"oldpassword": PAROLA, "password1": ALTRA, "password2": ALTRA}
    client.post(reverse("account_change_password"), dati)
    pagina = reverse("account_change_password")
    assert client.get(pagina).status_code == 200
    assert client.session.session_key != prima
    assert altrove.get(pagina).url.startswith(reverse("account_login"))
    assert mail.outbox[-1].to == [EMAIL]


@pytest.mark.parametrize("debole", ["corta", "password1234", "123456789012", EMAIL])
def test_a_weak_password_is_refused(client, utente, debole):
    entra(client)
    dati = {"oldpassword": PAROLA, "password1": debole, "password2": debole}
    client.post(reverse("account_change_password"), dati)
    utente.refresh_from_db()
    assert utente.check_password(PAROLA)


# Who guesses


def _prove(client: Client, quante: int, email: str = EMAIL) -> None:
    for _ in range(quante):
        entra(client, email, ALTRA)


def test_who_guesses_is_stopped_even_with_the_right_password(utente):
    _prove(Client(), 5)
    fermato = Client()
    risposta = entra(fermato)
    assert "Troppi tentativi di accesso" in risposta.text
    assert not dentro(fermato)


def test_the_stop_is_the_same_for_who_has_no_login(utente):
    altro = "nessuno@scuola.example"
    _prove(Client(), 5)
    _prove(Client(), 5, altro)
    noto, ignoto = entra(Client()), entra(Client(), altro)
    assert noto.status_code == ignoto.status_code
    assert pulita(noto).replace(EMAIL, "") == pulita(ignoto).replace(altro, "")


def test_the_stop_ends_by_itself(utente, time_machine):
    _prove(Client(), 6)
    time_machine.shift(5 * 60 + 1)
    client = Client()
    entra(client)
    assert dentro(client)


def test_who_guesses_does_not_lock_out_the_owner(utente):
    """The browser in which the owner has already signed in has attempts of its own."""
    proprietaria, chi_prova = Client(), Client()
    entra(proprietaria)
    proprietaria.post(reverse("account_logout"))
    for _ in range(4):
        _prove(chi_prova, 5)
        entra(proprietaria)
        assert dentro(proprietaria)
        proprietaria.post(reverse("account_logout"))


def test_a_known_browser_is_stopped_too(utente):
    client = Client()
    entra(client)
    client.post(reverse("account_logout"))
    _prove(client, 5)
    entra(client)
    assert not dentro(client)


def test_the_mark_of_a_known_browser_cannot_be_made_up_or_lent(utente):
    altra = Utente.objects.create_user("altra@scuola.example", ALTRA)
    client = Client()
    entra(client, altra.email, ALTRA)
    marca = next(b for nome, b in client.cookies.items() if nome.startswith("dispositivo_"))
    assert marca["httponly"]
    assert "altra" not in marca.OutputString()
    entra(onesta := Client())
    nome = next(nome for nome in onesta.cookies if nome.startswith("dispositivo_"))
    finti = ["", "inventato", marca.value]
    for finto in finti:
        cache.clear()
        _prove(Client(), 5)
        bugiardo = Client()
        bugiardo.cookies[nome] = finto
        entra(bugiardo)
        assert not dentro(bugiardo)


def test_who_tries_many_accounts_from_one_address_is_stopped(db):
    client = Client()
    for numero in range(60):
        entra(client, f"n{numero}@scuola.example", ALTRA)
    Utente.objects.create_user(EMAIL, PAROLA)
    assert "Troppi tentativi" in entra(client).text
    assert not dentro(client)
    altrove = Client(REMOTE_ADDR="192.0.2.7")
    entra(altrove)
    assert dentro(altrove)


def test_a_school_may_mistype_behind_one_address(db):
    client = Client()
    for numero in range(40):
        entra(client, f"n{numero}@scuola.example", ALTRA)
    Utente.objects.create_user(EMAIL, PAROLA)
    entra(client)
    assert dentro(client)


def test_the_address_cannot_be_made_up_past_the_proxy(db, settings):
    """Behind one proxy the last address is the true one; what the browser claims comes before."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    client = Client()
    for numero in range(60):
        finto = f"198.51.100.{numero}, 192.0.2.7"
        dati = {"login": f"n{numero}@scuola.example", "password": ALTRA}
        client.post(reverse("account_login"), dati, headers={"X-Forwarded-For": finto})
    dati = {"login": "altro@scuola.example", "password": ALTRA}
    risposta = client.post(
        reverse("account_login"), dati, headers={"X-Forwarded-For": "1.1.1.1, 192.0.2.7"}
    )
    assert "Troppi tentativi" in risposta.text


@pytest.mark.django_db(transaction=True)
def test_twenty_guesses_at_once_are_no_more_than_five():
    Utente.objects.create_user(EMAIL, PAROLA)

    def prova(_: int) -> str:
        try:
            return entra(Client(), EMAIL, ALTRA).text
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as fili:
        pagine = list(fili.map(prova, range(20)))
    assert sum("non sono corretti" in pagina for pagina in pagine) <= 5
    assert sum("Troppi tentativi" in pagina for pagina in pagine) >= 15


def test_the_limits_hold_without_valkey(utente, settings):
    settings.REDIS_URL = settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    _prove(Client(), 5)
    client = Client()
    entra(client)
    assert not dentro(client)


def test_the_counts_live_in_the_database_of_the_application(utente):
    _prove(Client(), 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, count(*) FROM scuola_cache")
        chi, quante = cursor.fetchone()
    assert chi == "cpia_app"
    assert quante >= 2


def test_attacking_many_accounts_does_not_push_a_count_out(utente):
    _prove(Client(), 5)
    cache.set_many({f"altro-{numero}": [1.0] for numero in range(1000)}, 300)
    client = Client()
    entra(client)
    assert not dentro(client)


def test_what_has_expired_leaves_the_cache_when_it_is_full(db, monkeypatch):
    monkeypatch.setattr(caches["default"], "_max_entries", 20)
    cache.set_many({f"scaduta-{numero}": 1 for numero in range(20)}, timeout=0.001)
    time.sleep(1.1)  # it counts in whole seconds
    cache.set_many({f"viva-{numero}": 1 for numero in range(10)}, timeout=60)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM scuola_cache")
        chiavi = [chiave for (chiave,) in cursor.fetchall()]
    assert sorted(chiavi) == sorted(cache.make_key(f"viva-{numero}") for numero in range(10))


def test_a_secret_of_the_second_factor_cannot_be_guessed(client, utente):
    segreto = _con_secondo_fattore(utente)
    entra(client)
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": codice(segreto)})
    assert not dentro(client)


# The second factor


def codice(segreto: str, fra: int = 0) -> str:
    """The code that the phone shows now, or ``fra`` periods later."""
    contatore = next(totp.yield_hotp_counters_from_time()) + fra
    return totp.format_hotp_value(totp.hotp_value(segreto, contatore))


def _con_secondo_fattore(utente: Utente) -> str:
    segreto = totp.generate_totp_secret()
    totp.TOTP.activate(utente, segreto)
    return segreto


def _nomina(persona: Persona, ruolo: Ruolo) -> None:
    with tenancy.istituto_corrente(persona.istituto_id):
        Incarico.objects.create(
            istituto=persona.istituto, persona=persona, ruolo=ruolo, dal=orologio.oggi()
        )


OBBLIGATI = [
    Ruolo.DIRIGENTE, Ruolo.COLLABORATORE, Ruolo.DSGA, Ruolo.SEGRETERIA_DIDATTICA,
    Ruolo.SEGRETERIA_PERSONALE, Ruolo.SEGRETERIA_PROTOCOLLO, Ruolo.AMMINISTRATORE,
]  # fmt: skip


@pytest.mark.parametrize("ruolo", OBBLIGATI)
def test_who_works_in_the_offices_must_have_it(client, persona, ruolo):
    _nomina(persona, ruolo)
    entra(client)
    risposta = client.get(CHI)
    assert (risposta.status_code, risposta.url) == (302, reverse("mfa_activate_totp"))


@pytest.mark.parametrize("ruolo", [Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.TUTOR])
def test_the_others_need_not(client, persona, ruolo):
    _nomina(persona, ruolo)
    entra(client)
    assert client.get(CHI).status_code == 200


def test_who_must_have_it_writes_nothing_before(client, persona):
    _nomina(persona, Ruolo.DIRIGENTE)
    entra(client)
    assert client.post("/scuola-1/prova/scrive/200/").status_code == 302


def test_from_activation_back_to_the_page_that_was_asked_for(client, persona):
    """Asked for a page → activation, after the password again → recovery codes → the page."""
    _nomina(persona, Ruolo.DIRIGENTE)
    entra(client)
    attiva = client.get(CHI).url
    riprova = client.get(attiva).url
    assert riprova.startswith(reverse("account_reauthenticate"))
    attiva = client.post(riprova, {"password": PAROLA}).url
    pagina = client.get(attiva)
    assert "data:image/svg+xml" in pagina.text
    segreto = pagina.context["form"].secret
    risposta = client.post(attiva, {"code": codice(segreto)})
    assert risposta.url == reverse("mfa_view_recovery_codes")
    codici = client.get(risposta.url).context["unused_codes"]
    assert len(codici) == 10
    assert client.get(reverse("mfa_index")).url == CHI
    ancora = client.get(CHI).url
    assert ancora == f"{reverse('mfa_reauthenticate')}?next={CHI}"
    assert client.post(ancora, {"code": codice(segreto)}).url == CHI
    assert client.get(CHI).content == b"Bianchi Anna ['dirigente']"
    assert client.get(reverse("mfa_index")).status_code == 200


def test_password_and_code_let_in(client, persona):
    _nomina(persona, Ruolo.DIRIGENTE)
    segreto = _con_secondo_fattore(persona.utente)
    risposta = entra(client, next=CHI)
    assert risposta.url.startswith(reverse("mfa_authenticate"))
    assert not dentro(client)
    assert client.get(CHI).url.startswith(reverse("account_login"))
    assert client.post(risposta.url, {"code": codice(segreto)}).url == CHI
    assert client.get(CHI).status_code == 200


def test_a_code_is_good_once(persona):
    _nomina(persona, Ruolo.DIRIGENTE)
    valido = codice(_con_secondo_fattore(persona.utente))
    primo, secondo = Client(), Client()
    for client in (primo, secondo):
        entra(client)
        client.post(reverse("mfa_authenticate"), {"code": valido})
    assert [dentro(primo), dentro(secondo)] == [True, False]


def test_a_recovery_code_is_good_once(persona):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    _con_secondo_fattore(persona.utente)
    riserva = RecoveryCodes.activate(persona.utente).get_unused_codes()[0]
    esiti = []
    for client in (Client(), Client()):
        entra(client)
        client.post(reverse("mfa_authenticate"), {"code": riserva})
        esiti.append(dentro(client))
    assert esiti == [True, False]


def test_a_session_opened_with_the_password_alone_does_not_inherit_the_second_factor(
    client, persona
):
    """Who stole the password before the owner took a second factor stays out of the offices."""
    _nomina(persona, Ruolo.DIRIGENTE)
    entra(client)
    _con_secondo_fattore(persona.utente)
    assert client.get(CHI).url == f"{reverse('mfa_reauthenticate')}?next={CHI}"


def test_the_secret_is_not_in_the_table_in_clear(persona):
    segreto = _con_secondo_fattore(persona.utente)
    [riga] = Authenticator.objects.all()
    assert segreto not in str(riga.data)
    assert totp.TOTP(riga).validate_code(codice(segreto))


def test_the_secret_is_read_after_the_key_of_the_portal_has_changed(persona, settings):
    segreto = _con_secondo_fattore(persona.utente)
    [riga] = Authenticator.objects.all()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "n" * 60
    assert totp.TOTP(riga).validate_code(codice(segreto))


def test_the_second_factor_is_taken_off_only_by_who_proves_it(client, persona):
    _con_secondo_fattore(persona.utente)
    client.force_login(persona.utente)
    risposta = client.post(reverse("mfa_deactivate_totp"))
    assert "reauthenticate" in risposta.url
    assert Authenticator.objects.exists()


# Pages and configuration


def test_the_sign_in_page_has_a_script_nonce_and_nothing_inline(client, db):
    risposta = client.get(reverse("account_login"))
    politica = risposta.headers["Content-Security-Policy"]
    [nonce] = re.findall(r"'nonce-([^']+)'", politica)
    for script in re.findall(r"<script[^>]*>", risposta.text):
        assert f'nonce="{nonce}"' in script
        assert "src=" in script
    assert not re.search(r"<[^>]+\s(style|on\w+)\s*=", risposta.text)
    assert nonce not in client.get(reverse("account_login")).headers["Content-Security-Policy"]


def test_the_state_of_the_services_answers_without_a_database(client, utente):
    """Also to a browser that is signed in."""
    client.force_login(utente)

    def cade(*_: Any, **__: Any) -> None:
        raise OperationalError("la base di dati non risponde")

    with mock.patch.object(connection, "cursor", cade):
        risposta = client.get("/salute/")
    assert risposta.status_code == 503
    assert risposta.json()["componenti"]["database"] is False


PRODUZIONE = {
    "AMBIENTE": "produzione",
    "ALLOWED_HOSTS": "portale.scuola.example",
    "PORTALE_URL": "https://portale.scuola.example",
    "DEFAULT_FROM_EMAIL": "portale@scuola.example",
    "SECRET_KEY": "una-chiave-lunga-e-casuale-9f2c71d0b8e64a35-e-ancora-un-poco",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "-",
}
CHIEDE = """
import django, json
from django.conf import settings as s
django.setup()
nomi = ["SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
        "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "DEBUG",
        "MFA_OBBLIGATORIA", "OROLOGIO_SPOSTAMENTO"]
print(json.dumps({nome: getattr(s, nome) for nome in nomi}))
"""


def _in_produzione(*argv: str, **variabili: str) -> subprocess.CompletedProcess[str]:
    import os

    ambiente = {**os.environ, **PRODUZIONE, **variabili}
    ambiente = {nome: valore for nome, valore in ambiente.items() if valore != "-"}
    return subprocess.run(
        [sys.executable, *argv], env=ambiente, capture_output=True, text=True, check=False
    )


def test_production_guards_its_cookies():
    import json

    trovate = json.loads(_in_produzione("-c", CHIEDE).stdout)
    assert trovate == {
        "SESSION_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "DEBUG": False,
        "MFA_OBBLIGATORIA": True,
        "OROLOGIO_SPOSTAMENTO": 0.0,
    }


@pytest.mark.parametrize(
    ("manca", "valore"),
    [
        ("SECRET_KEY", "-"), ("PORTALE_URL", "-"), ("DEFAULT_FROM_EMAIL", "-"), ("REDIS_URL", "-"),
        ("MFA_OBBLIGATORIA", "false"), ("OROLOGIO_SPOSTAMENTO", "60"), ("AMBIENTE", "prova"),
    ],
)  # fmt: skip
def test_production_does_not_start_half_configured(manca, valore):
    esito = _in_produzione("-c", CHIEDE, **{manca: valore})
    assert esito.returncode != 0
    assert manca in esito.stderr
    assert not esito.stdout


def test_production_has_nothing_to_be_warned_about():
    esito = _in_produzione("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert esito.returncode == 0, esito.stderr
