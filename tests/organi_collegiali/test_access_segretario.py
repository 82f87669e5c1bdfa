"""Before a sitting opens its secretary calls the roll; then who writes is who was chosen."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import RegolaSegretario
from tests.factories.scuola import ADESSO, IncaricoFactory, UtenteFactory
from tests.organi_collegiali.scena_aula import Sala, sala

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _adesso(monkeypatch, settings):
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO + timedelta(minutes=5))
    settings.MFA_OBBLIGATORIA = False


@pytest.fixture
def scena() -> Sala:
    return sala()


def apre_l_aula(scena: Sala, convocato) -> int:
    """What the room answers to one of the convened."""
    persona = convocato.persona
    if persona.utente is None:
        persona.utente = UtenteFactory()
        persona.save(update_fields=["utente"])
    client = Client()
    client.force_login(persona.utente)
    indirizzo = reverse("organi:aula", args=[scena.seduta.istituto.slug, scena.seduta.pk])
    stato = client.get(indirizzo).status_code
    tenancy.imposta(istituto_id=scena.seduta.istituto_id)
    return stato


def test_the_secretary_of_the_organ_calls_the_roll_and_a_member_does_not(scena):
    docente = next(c for c in scena.convocati if c not in (scena.presidente, scena.segretario))
    assert apre_l_aula(scena, scena.segretario) == 200
    assert apre_l_aula(scena, scena.presidente) == 200
    assert apre_l_aula(scena, docente) == 403


def test_once_it_is_open_who_writes_is_who_was_chosen(scena):
    scena.apri(14)
    assert apre_l_aula(scena, scena.segretario) == 200
    altro = next(c for c in scena.convocati if c not in (scena.presidente, scena.segretario))
    scena.seduta.verbalizza = altro.persona
    scena.seduta.save(update_fields=["verbalizza"])
    assert apre_l_aula(scena, altro) == 200
    assert apre_l_aula(scena, scena.segretario) == 403


def test_where_the_rule_says_so_the_dsga_calls_the_roll(scena):
    ata = scena.convocati[-1]
    IncaricoFactory(
        persona=ata.persona, istituto=scena.seduta.istituto, ruolo=Ruolo.DSGA, cattedra=None
    )
    assert apre_l_aula(scena, ata) == 403
    organo = scena.seduta.organo
    organo.regola_segretario = RegolaSegretario.DSGA
    organo.save(update_fields=["regola_segretario"])
    assert apre_l_aula(scena, ata) == 200
