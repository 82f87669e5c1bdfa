"""A list of persons leaves only soon after password or second factor, and leaves its line."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.scuola.tenancy import istituto_corrente
from tests.factories.scuola import PASSWORD, IncaricoFactory, IstitutoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def istituto(settings):
    settings.MFA_OBBLIGATORIA = False
    return IstitutoFactory()


@pytest.fixture
def dirigente(istituto):
    with istituto_corrente(istituto.pk):
        utente = IncaricoFactory(istituto=istituto, dirigente=True).persona.utente
    utente.set_password(PASSWORD)
    utente.save()
    client = Client()
    client.force_login(utente)
    client.get(reverse("persone", args=[istituto.slug]))
    return client


def invecchia(client, settings):
    """The sign-in is older than the setting allows, and so is every proof given."""
    sessione = client.session
    prima = time.time() - settings.ESPORTAZIONE_RICONFERMA - 5
    sessione["entrata"] = int(prima)
    if "account_authentication_methods" in sessione:
        sessione["account_authentication_methods"] = [
            prova | {"at": prima} for prova in sessione["account_authentication_methods"]
        ]
    sessione.save()


def esportati(istituto):
    with istituto_corrente(istituto.pk):
        return list(Operazione.objects.filter(azione="esporta elenco").values_list("dati"))


def test_a_fresh_sign_in_gets_the_file_and_the_register_knows(dirigente, istituto):
    risposta = dirigente.get(reverse("persone", args=[istituto.slug]), {"formato": "csv"})
    assert risposta["Content-Type"] == "text/csv; charset=utf-8"
    assert "persone-" in risposta["Content-Disposition"]
    assert risposta["Cache-Control"] == "private, no-store"
    assert esportati(istituto) == [({"elenco": "persone", "formato": "csv", "righe": 1},)]


def test_an_old_sign_in_is_asked_again_and_comes_back_to_the_list(dirigente, istituto, settings):
    invecchia(dirigente, settings)
    elenco = reverse("persone", args=[istituto.slug])
    risposta = dirigente.get(elenco, {"formato": "xlsx", "accesso": "fatto"})
    assert risposta.status_code == 302
    richiesta = urlsplit(risposta.url)
    assert richiesta.path == reverse("account_reauthenticate")
    ritorno = parse_qs(richiesta.query)["next"][0]
    assert ritorno == f"{elenco}?accesso=fatto&confermato=xlsx"
    assert esportati(istituto) == []

    sbagliata = dirigente.post(risposta.url, {"password": "un’altra", "next": ritorno})
    assert sbagliata.status_code == 200
    assert dirigente.get(elenco, {"formato": "csv"}).status_code == 302
    giusta = dirigente.post(risposta.url, {"password": PASSWORD, "next": ritorno}, follow=True)
    assert giusta.redirect_chain == [(ritorno, 302)]
    assert "adesso l’elenco si può scaricare" in giusta.content.decode()
    assert dirigente.get(elenco, {"formato": "csv"})["Content-Type"].startswith("text/csv")
    assert len(esportati(istituto)) == 1


def test_a_list_without_persons_asks_nothing(dirigente, istituto, settings):
    invecchia(dirigente, settings)
    risposta = dirigente.get(reverse("importazioni", args=[istituto.slug]), {"formato": "csv"})
    assert risposta["Content-Type"] == "text/csv; charset=utf-8"
    assert esportati(istituto) == []


@pytest.mark.parametrize("formato", ["", "pdf", "CSV", "csv\x00"])
def test_any_other_word_is_the_page(dirigente, istituto, formato):
    risposta = dirigente.get(reverse("importazioni", args=[istituto.slug]), {"formato": formato})
    assert risposta["Content-Type"] == "text/html; charset=utf-8"
