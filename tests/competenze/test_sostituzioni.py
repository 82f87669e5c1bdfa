"""A teacher who is absent reads the entry and does not mark; who stands in does, and says so."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from competenze.models import Valutazione
from cpia.atti.models import Operazione
from cpia.scuola import orologio
from tests.factories.inserimento import scena
from tests.factories.scuola import IncaricoFactory, PersonaFactory

pytestmark = pytest.mark.django_db
ADESSO = datetime(2024, 6, 5, 8, 0, tzinfo=UTC)
SI_LEGGONO = ["inserimento", "studenti", "livelli_inserimento", "storia_inserimento"]


@pytest.fixture(autouse=True)
def _in_giugno(settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)


@pytest.fixture
def qui():
    return scena()


@pytest.fixture(autouse=True)
def supplente(qui):
    """Who replaces the teacher of the entry until the day after tomorrow."""
    chi = PersonaFactory(istituto=qui.istituto, con_accesso=True)
    [titolare] = qui.docente.incarichi.filter(cattedra=qui.inserimento.cattedra)
    IncaricoFactory(
        istituto=qui.istituto, persona=chi, cattedra=qui.inserimento.cattedra,
        sostituisce=titolare, dal=ADESSO.date(), al=ADESSO.date() + timedelta(days=2),
    )  # fmt: skip
    return chi


def entra(persona):
    client = Client()
    client.force_login(persona.utente)
    return client


def indirizzo(qui, nome, *altro):
    return reverse(f"competenze:{nome}", args=[qui.istituto.slug, qui.inserimento.pk, *altro])


def segna(client, qui):
    cella = {
        "iscrizione": qui.studenti[0].pk, "competenza": qui.competenze[0].pk, "livello": "A",
        "motivo": "", "versione": 0,
    }  # fmt: skip
    return client.patch(
        indirizzo(qui, "celle"), json.dumps([cella]), content_type="application/json"
    )


@pytest.mark.parametrize("pagina", SI_LEGGONO)
def test_the_holder_still_reads(qui, pagina):
    assert entra(qui.docente).get(indirizzo(qui, pagina)).status_code == 200


def test_the_grid_of_the_holder_is_closed_and_says_why(qui):
    griglia = entra(qui.docente).get(indirizzo(qui, "inserimento")).text
    assert "un’altra persona ti sostituisce: puoi leggere, non segnare livelli" in griglia
    assert "Registra e chiudi" not in griglia
    scheda = entra(qui.docente).get(indirizzo(qui, "scheda", qui.studenti[0].pk)).text
    assert "ti sostituisce" in scheda
    assert "Registra e vai" not in scheda


@pytest.mark.parametrize(
    ("nome", "altro"), [("registra_inserimento", False), ("scheda", True), ("incolla", False)]
)
def test_the_holder_does_not_act(qui, nome, altro):
    dove = indirizzo(qui, nome, *([qui.studenti[0].pk] if altro else []))
    prima = Operazione.objects.count()
    assert entra(qui.docente).post(dove, {"riletto": "si"}).status_code == 404
    assert segna(entra(qui.docente), qui).status_code == 404
    assert Valutazione.objects.count() == 0
    assert Operazione.objects.count() == prima


def test_the_substitute_marks_and_the_register_says_in_whose_place(qui, supplente):
    assert segna(entra(supplente), qui).status_code == 200
    [riga] = Operazione.objects.filter(azione="segna livello")
    assert riga.persona == supplente
    assert riga.ruolo == f"docente:{qui.docente.pk}"


def test_when_the_days_are_over_it_is_the_holder_s_again(qui, supplente, monkeypatch):
    # The last day ends at midnight in Italy: 22.00 of the 7th in universal time.
    fine = datetime(2024, 6, 7, 22, 0, tzinfo=UTC)
    for istante, stati in ((fine - timedelta(seconds=1), (404, 200)), (fine, (200, 404))):
        monkeypatch.setattr(orologio, "adesso", lambda istante=istante: istante)
        trovati = tuple(
            entra(chi).post(indirizzo(qui, "registra_inserimento")).status_code
            for chi in (qui.docente, supplente)
        )
        assert tuple(404 if stato == 404 else 200 for stato in trovati) == stati
