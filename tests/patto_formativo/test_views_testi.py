"""The review of the courtesy texts: who records it, on which texts, and when it is over."""

from dataclasses import replace

import pytest
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.scuola.enums import Ruolo
from cpia.scuola.tenancy import istituto_corrente
from patto_formativo import cortesia, models
from patto_formativo.enums import Lingua
from patto_formativo.queries import testi as queries
from tests.factories.patto import CpiaFactory
from tests.factories.scuola import ADESSO, IncaricoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _adesso(monkeypatch, settings):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def istituto():
    cpia = CpiaFactory()
    with istituto_corrente(cpia.pk):
        yield cpia


@pytest.fixture
def ufficio(client, istituto):
    client.force_login(IncaricoFactory(istituto=istituto, segreteria=True).persona.utente)
    return client


def dove(istituto, *lingua):
    return reverse("patto:testi_lingua" if lingua else "patto:testi", args=[istituto.slug, *lingua])


def registra(client, istituto, **altro):
    dati = {"impronta": cortesia.testi(Lingua.ARABO).impronta, "mediatore": "Samira Haddad"} | altro
    return client.post(dove(istituto, "ar"), dati)


def test_the_texts_stand_beside_the_italian_ones(ufficio, istituto):
    pagina = ufficio.get(dove(istituto, "ar")).content.decode()
    assert cortesia.testi(Lingua.ITALIANO).frasi["conto.corso"] in pagina
    assert cortesia.testi(Lingua.ARABO).frasi["conto.corso"] in pagina
    assert 'lang="ar" dir="rtl"' in pagina


def test_the_review_is_recorded_with_its_name(ufficio, istituto):
    assert "non riletti" in ufficio.get(dove(istituto)).content.decode()
    assert registra(ufficio, istituto).status_code == 302
    riga = models.TestoApprovato.objects.get()
    assert (riga.lingua, riga.mediatore) == ("ar", "Samira Haddad")
    assert queries.mediatore(istituto.pk, Lingua.ARABO) == "Samira Haddad"
    assert queries.mediatore(istituto.pk, Lingua.FRANCESE) == ""
    assert Operazione.objects.get(azione="approva testi di cortesia").dati["lingua"] == "ar"
    assert "Samira Haddad" in ufficio.get(dove(istituto)).content.decode()


def test_a_file_that_changed_is_not_reviewed_any_more(ufficio, istituto, monkeypatch):
    registra(ufficio, istituto)
    nuovi = replace(cortesia.testi(Lingua.ARABO), impronta="f" * 64)
    veri = cortesia.testi
    monkeypatch.setattr(
        queries, "testi", lambda quale: nuovi if quale == Lingua.ARABO else veri(quale)
    )
    assert queries.mediatore(istituto.pk, Lingua.ARABO) == ""
    pagina = ufficio.get(dove(istituto)).content.decode()
    assert "cambiati dopo la rilettura" in pagina


def test_texts_that_were_not_read_are_not_approved(ufficio, istituto):
    risposta = registra(ufficio, istituto, impronta="e" * 64)
    assert risposta.status_code == 422
    assert "rileggili, poi registra" in risposta.content.decode()
    assert not models.TestoApprovato.objects.exists()


def test_a_review_has_a_name_and_is_recorded_once(ufficio, istituto):
    assert registra(ufficio, istituto, mediatore=" ").status_code == 422
    registra(ufficio, istituto)
    risposta = registra(ufficio, istituto, mediatore="Altri")
    assert risposta.status_code == 422
    assert models.TestoApprovato.objects.count() == 1


@pytest.mark.parametrize("lingua", ["it", "de", "%00", "x" * 200])
def test_only_the_languages_that_are_translated(ufficio, istituto, lingua):
    indirizzo = dove(istituto).rstrip("/") + f"/{lingua}/"
    assert ufficio.get(indirizzo).status_code == 404


def test_who_teaches_does_not_record_it(client, istituto):
    tutor = IncaricoFactory(istituto=istituto, ruolo=Ruolo.TUTOR, cattedra=None, classe=None)
    client.force_login(tutor.persona.utente)
    assert client.get(dove(istituto)).status_code == 403
    assert registra(client, istituto).status_code == 403


def test_the_sentences_leave_as_a_sheet(ufficio, istituto):
    risposta = ufficio.get(f"{dove(istituto, 'uk')}?formato=csv")
    assert risposta["Content-Disposition"].startswith("attachment")
    assert cortesia.testi(Lingua.UCRAINO).frasi["conto.corso"] in risposta.content.decode(
        "utf-8-sig"
    )
