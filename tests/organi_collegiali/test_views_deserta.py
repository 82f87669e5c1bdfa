"""The dialog that declares a sitting deserted: who ascertains it, and what a refusal leaves."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cpia.scuola import tenancy
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Seduta
from organi_collegiali.services import aula as servizi
from tests.factories.scuola import ADESSO, UtenteFactory
from tests.organi_collegiali.scena_aula import sala

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _adesso(monkeypatch):
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO + timedelta(minutes=30))


@pytest.fixture
def scena():
    trovata = sala()
    trovata.segna(5)
    return trovata


@pytest.fixture
def presidente(client, scena):
    persona = scena.presidente.persona
    persona.utente = UtenteFactory()
    persona.save(update_fields=["utente"])
    client.force_login(persona.utente)
    return client


def url(scena, nome="deserta"):
    return reverse(f"organi:{nome}", args=[scena.seduta.istituto.slug, scena.seduta.pk])


def stato(scena):
    tenancy.imposta(istituto_id=scena.seduta.istituto_id)
    return Seduta.objects.get(pk=scena.seduta.pk)


def test_it_proposes_who_came_by_the_rule_of_the_organ(presidente, scena):
    pagina = presidente.get(url(scena)).content.decode()
    assert f'<option value="{scena.presidente.persona_id}" selected>' in pagina
    assert f'<option value="{scena.segretario.persona_id}" selected>' in pagina
    assente = scena.fuori[0]
    assert f'<option value="{assente.persona_id}"' not in pagina
    assert "5 presenti su 10 che occorrono" in pagina


def test_declared_it_leads_to_its_card_and_its_place_says_so(presidente, scena):
    dati = {
        "riletto": "si",
        "presiede": scena.presidente.persona_id,
        "verbalizza": scena.segretario.persona_id,
    }
    risposta = presidente.post(url(scena), dati)
    assert (risposta.status_code, risposta.url) == (302, url(scena, "seduta"))
    assert stato(scena).presiede_id == scena.presidente.persona_id
    posto = presidente.get(url(scena, "posto")).content.decode()
    assert "La seduta è andata deserta" in posto
    scheda = presidente.get(url(scena, "seduta"), follow=True).content.decode()
    assert url(scena, "verbale_della_seduta") in scheda
    verbale = presidente.get(url(scena, "verbale_della_seduta"), follow=True)
    assert "Ha constatato" in verbale.content.decode()
    scrivi = presidente.get(verbale.request["PATH_INFO"] + "scrivi/").content.decode()
    assert "La seduta è andata deserta" in scrivi
    assert "Che cosa si è detto" not in scrivi


@pytest.mark.parametrize(
    ("dati", "frase"),
    [
        ({"presiede": "0", "verbalizza": "0"}, "Scegli fra chi è venuto."),
        ({"presiede": "x\0", "verbalizza": "9" * 30}, "Scegli fra chi è venuto."),
    ],
)
def test_somebody_else_cannot_be_named(presidente, scena, dati, frase):
    risposta = presidente.post(url(scena), {"riletto": "si"} | dati)
    assert risposta.status_code == 422
    assert frase in risposta.content.decode()
    assert stato(scena).stato == StatoSeduta.CONVOCATA


def test_the_same_person_twice_is_said_at_the_field(presidente, scena):
    chi = scena.presidente.persona_id
    risposta = presidente.post(url(scena), {"riletto": "si", "presiede": chi, "verbalizza": chi})
    assert risposta.status_code == 422
    assert "sono due persone diverse" in risposta.content.decode()


def test_if_meanwhile_there_is_the_number_it_says_so(presidente, scena):
    servizi.segna_presenti(
        **scena.chi(5), seduta_id=scena.seduta.pk, convocati=[c.pk for c in scena.fuori]
    )
    risposta = presidente.post(url(scena), {"riletto": "si"})
    assert risposta.status_code == 422
    assert "La seduta si apre." in risposta.content.decode()
