"""Who gets into the pages of an institute, and what of a request stays in the database."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from cpia.scuola import orologio, tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Istituto, Persona, Sede, Utente
from tests.accessi.pagine import pulita
from tests.accessi.righe import nuovo_istituto


@pytest.fixture(autouse=True)
def _pagine_di_prova(settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.accessi.urls_prova"
    settings.MFA_OBBLIGATORIA = False


@pytest.fixture
def istituto(db: None) -> Istituto:
    return nuovo_istituto(1)


@pytest.fixture
def persona(istituto: Istituto) -> Persona:
    """A collaborator of the dirigente who has a login."""
    with tenancy.istituto_corrente(istituto.pk):
        persona = Persona.objects.create(
            istituto=istituto,
            cognome="Bianchi",
            nome="Anna",
            utente=Utente.objects.create_user("anna@scuola.example"),
        )
        _incarico(persona, dal=0)
    return persona


def _incarico(persona: Persona, dal: int, al: int | None = None) -> Incarico:
    """A role from so many days from today until so many."""
    oggi = orologio.oggi()
    return Incarico.objects.create(
        istituto=persona.istituto,
        persona=persona,
        ruolo=Ruolo.COLLABORATORE,
        dal=oggi + timedelta(days=dal),
        al=None if al is None else oggi + timedelta(days=al),
    )


@pytest.fixture
def dentro(client: Client, persona: Persona) -> Client:
    client.force_login(persona.utente)
    return client


def sedi(istituto: Istituto) -> int:
    with tenancy.istituto_corrente(istituto.pk):
        return Sede.objects.count()


# Who gets in


def test_the_view_knows_who_asks_and_with_which_roles(dentro):
    assert dentro.get("/scuola-1/prova/chi/").content == b"Bianchi Anna ['collaboratore']"


def test_who_is_not_signed_in_goes_to_sign_in_and_comes_back(client, istituto):
    risposta = client.get("/scuola-1/prova/chi/?pagina=2")
    assert risposta.status_code == 302
    assert risposta.url == f"{reverse('account_login')}?next=/scuola-1/prova/chi/%3Fpagina%3D2"


def test_an_institute_that_does_not_exist_asks_to_sign_in_like_one_that_does(client, istituto):
    risposta = client.get("/nessuna-scuola/prova/chi/")
    assert risposta.url == f"{reverse('account_login')}?next=/nessuna-scuola/prova/chi/"


def test_an_institute_that_does_not_know_the_login_is_one_that_does_not_exist(dentro):
    nuovo_istituto(2)
    altrui, assente = (dentro.get(f"/{slug}/prova/chi/") for slug in ("scuola-2", "nessuna"))
    assert (altrui.status_code, assente.status_code) == (404, 404)
    assert pulita(altrui) == pulita(assente)


def test_a_public_page_needs_no_sign_in_and_sees_its_institute_only(client, istituto):
    altro = nuovo_istituto(2)
    with tenancy.istituto_corrente(altro.pk):
        Sede.objects.create(istituto=altro, nome="altrove")
    assert client.get("/scuola-1/prova/albo/").content == b"albo Istituto 1 0"
    assert client.get("/scuola-2/prova/albo/").content == b"albo Istituto 2 1"


def test_a_public_page_of_no_institute_does_not_exist(client, istituto):
    assert client.get("/nessuna/prova/albo/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_page_outside_the_institutes_sees_no_rows(client):
    istituto = nuovo_istituto(1)
    with tenancy.istituto_corrente(istituto.pk):
        Sede.objects.create(istituto=istituto, nome="centrale")
    assert client.get("/scuola-1/prova/albo/").content == b"albo Istituto 1 1"
    assert client.get("/prova/quante/").content == b"1 0"


# For as long as the role lasts


@pytest.mark.parametrize(
    ("dal", "al", "ruoli"),
    [(-30, -1, "[]"), (1, 30, "[]"), (-30, 0, "['collaboratore']"), (0, 30, "['collaboratore']")],
    ids=["until yesterday", "from tomorrow", "until today", "from today"],
)
def test_a_role_holds_from_its_first_day_to_its_last(dentro, persona, dal, al, ruoli):
    with tenancy.istituto_corrente(persona.istituto_id):
        persona.incarichi.all().delete()
        _incarico(persona, dal, al)
    assert dentro.get("/scuola-1/prova/chi/").content.decode() == f"Bianchi Anna {ruoli}"


def test_a_role_withdrawn_is_gone_at_the_next_request_of_the_same_session(dentro, persona):
    assert b"collaboratore" in dentro.get("/scuola-1/prova/chi/").content
    with tenancy.istituto_corrente(persona.istituto_id):
        persona.incarichi.update(revocato_il=orologio.adesso())
    assert dentro.get("/scuola-1/prova/chi/").content == b"Bianchi Anna []"


def test_a_login_taken_away_is_gone_at_the_next_request(dentro, persona):
    with tenancy.istituto_corrente(persona.istituto_id):
        Persona.objects.update(utente=None)
    assert dentro.get("/scuola-1/prova/chi/").status_code == 404


def test_a_login_switched_off_is_gone_at_the_next_request(dentro, persona):
    Utente.objects.filter(pk=persona.utente_id).update(is_active=False)
    risposta = dentro.get("/scuola-1/prova/chi/")
    assert risposta.url.startswith(reverse("account_login"))


# What stays


@pytest.mark.parametrize(
    ("stato", "restano"), [(200, 1), (302, 1), (409, 1), (422, 1), (500, 0), (503, 0)]
)
def test_a_failure_undoes_what_the_request_wrote(dentro, istituto, stato, restano):
    assert dentro.get(f"/scuola-1/prova/scrive/{stato}/").status_code == stato
    assert sedi(istituto) == restano


def test_an_exception_undoes_what_the_request_wrote(dentro, istituto):
    dentro.raise_request_exception = False
    assert dentro.get("/scuola-1/prova/rompe/").status_code == 500
    assert sedi(istituto) == 0


def test_a_refused_act_leaves_nothing_and_shows_its_page(dentro, istituto):
    assert dentro.get("/scuola-1/prova/rifiuta/").status_code == 422
    assert sedi(istituto) == 0


@pytest.mark.django_db(transaction=True)
def test_nothing_of_a_request_stays_on_the_connection(client):
    nuovo_istituto(1)
    for indirizzo in ("/scuola-1/prova/albo/", "/nessuna/prova/albo/"):
        client.get(indirizzo)
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(current_setting('app.istituto', true), '')")
            assert cursor.fetchone() == ("",)


# What the browser keeps


def test_a_page_behind_the_login_is_not_kept(dentro):
    assert dentro.get("/scuola-1/prova/chi/").headers["Cache-Control"] == "private, no-store"
    assert dentro.get("/assente/del/tutto/").headers["Cache-Control"] == "private, no-store"


def test_a_public_page_may_be_kept(client, istituto):
    assert "Cache-Control" not in client.get("/scuola-1/prova/albo/").headers


def test_a_public_page_does_not_open_a_session(client, istituto):
    risposta = client.get("/scuola-1/prova/albo/")
    assert not risposta.cookies


@pytest.mark.parametrize(
    "indirizzo",
    ["/accesso/login/", "/scuola-1/prova/chi/", "/scuola-1/prova/albo/", "/assente/", "/salute/"],
)
def test_every_page_carries_its_guards(client, istituto, indirizzo):
    intestazioni = client.get(indirizzo).headers
    assert intestazioni["X-Content-Type-Options"] == "nosniff"
    assert intestazioni["X-Frame-Options"] == "DENY"
    assert intestazioni["Referrer-Policy"] == "same-origin"
    assert intestazioni["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in intestazioni["Permissions-Policy"]
    politica = intestazioni["Content-Security-Policy"]
    assert "default-src 'none'" in politica
    assert "frame-ancestors 'none'" in politica
    assert "base-uri 'none'" in politica
    assert "unsafe" not in politica
    assert "strict-dynamic" not in politica
