"""Who reaches what by a side door: other parts held at once, other addresses of the same thing."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from selezioni_pon.access import graduatorie as sulle_graduatorie
from selezioni_pon.enums import EsitoReclamo, StatoAvviso, StatoProposta, TipoVersione
from selezioni_pon.models import Avviso, Conflitto, DecisioneTitolo
from selezioni_pon.queries.candidature.carte import leggibili
from selezioni_pon.queries.candidature.portafoglio import portafoglio
from tests.conftest import come_proprietario
from tests.factories.candidature import CommissarioFactory, CommissioneFactory, inviata
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory, contesto
from tests.factories.selezioni import AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_graduatoria import graduata
from tests.selezioni_pon.scena_incarichi import fila, stati
from tests.selezioni_pon.scena_infanzia import scuola

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


@pytest.fixture
def scaduto(casa):
    return AvvisoFactory(istituto=casa.istituto, scaduto=True)


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(casa: Scena, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[casa.istituto.slug, *args])


def siede(avviso, persona, **altro):
    di = {"istituto": avviso.istituto}
    commissione = CommissioneFactory(**di, avviso=avviso)
    return CommissarioFactory(**di, commissione=commissione, persona=persona, **altro)


# Who directs, or keeps the office, and sits in the commission too


@pytest.mark.parametrize("chi", ["dirigente", "segretaria"])
def test_who_sits_declares_before_reading_as_the_office(casa, scaduto, chi):
    persona = getattr(casa, chi)
    invio = inviata(scaduto, casa.docente, {})
    membro = siede(scaduto, persona)
    browser, dichiara = entra(persona), dove(casa, "commissione_dichiarazione", scaduto.pk)
    for pagina in (dove(casa, "inviata", invio.pk), dove(casa, "avviso_domande", scaduto.pk)):
        assert browser.get(pagina).url == dichiara
        assert browser.get(pagina + "?formato=csv").url == dichiara
    assert not leggibili(contesto(persona)).exists()
    membro.dichiarato_il, membro.senza_condanne = ADESSO, True
    membro.save()
    assert browser.get(dove(casa, "inviata", invio.pk)).status_code == 200
    assert leggibili(contesto(persona)).get() == invio


def test_a_conflict_or_a_conviction_closes_the_pages_of_the_office_too(casa, scaduto):
    suo, altro = (inviata(scaduto, chi, {}) for chi in (casa.docente, casa.ata))
    membro = siede(scaduto, casa.segretaria, dichiarato=True)
    Conflitto.objects.create(
        istituto=casa.istituto, commissario=membro, candidatura=suo.candidatura
    )
    ufficio = entra(casa.segretaria)
    assert ufficio.get(dove(casa, "inviata", suo.pk)).status_code == 403
    assert ufficio.get(dove(casa, "inviata", altro.pk)).status_code == 200
    assert list(leggibili(contesto(casa.segretaria))) == [altro]


def test_who_may_only_substitute_is_still_the_office(casa, scaduto):
    invio = inviata(scaduto, casa.docente, {})
    siede(scaduto, casa.dirigente, supplente=True)
    assert entra(casa.dirigente).get(dove(casa, "inviata", invio.pk)).status_code == 200
    sguardo = sulle_graduatorie.graduatoria(contesto(casa.dirigente), scaduto.pk)
    assert (sguardo.dirige, sguardo.siede) == (True, False)


# Who keeps the office and applied


def test_who_applied_records_no_answer_and_writes_no_contract_of_that_call(casa):
    una = fila(casa, persone=[casa.docente, casa.segretaria], posti=2)
    sua, altrui = una.propone(1, 2)[::-1]
    ufficio = entra(casa.segretaria)
    for proposta in (sua, altrui):
        registra = dove(casa, "proposta_registra", proposta.pk)
        dati = {"versione": 1, "accetta": "no", "giorno": "2024-06-05", "riletto": "on"}
        assert ufficio.post(registra, dati).status_code == 403
        assert ufficio.get(dove(casa, "incarico_scrivi", proposta.pk)).status_code == 403
    assert stati(una.avviso) == [StatoProposta.IN_ATTESA] * 2
    assert ufficio.get(dove(casa, "proposta", sua.pk)).status_code == 200
    contratto = una.emesso(2)
    assert ufficio.get(dove(casa, "incarico", contratto.pk)).status_code == 200
    assert ufficio.get(dove(casa, "incarico_firma", contratto.pk)).status_code == 403
    altra = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    IncaricoFactory(istituto=casa.istituto, persona=altra, segreteria=True)
    assert entra(altra).get(dove(casa, "incarico_firma", contratto.pk)).status_code == 200


# The list of the scuola dell’infanzia


def test_the_list_of_the_infanzia_is_reserved_so_that_no_hand_puts_it_on_the_albo():
    casa = scuola()
    elenco = casa.elenco()
    casa.domanda(elenco)
    assert casa.forma(elenco, TipoVersione.PROVVISORIA).documento.riservato


# What is decided again after a complaint


def test_what_is_decided_again_is_read_by_who_applied_when_the_new_ranking_is_out():
    qui = graduata((8, 5))
    qui.pubblica()
    chi = contesto(qui.candidato(0))

    def volta():
        [titolo] = portafoglio(chi)
        return titolo.volte[0]

    assert (volta().uscita, volta().deciso) == (True, "accettato")
    qui.risponde(qui.reclama(1), EsitoReclamo.ACCOLTO, 0)
    poi = ADESSO + timedelta(days=1)
    DecisioneTitolo.objects.filter(titolo__invio=qui.invii[0]).update(decisa_il=poi)
    qui.rivede(0, 4)
    assert (volta().uscita, volta().deciso) == (False, "")
    nuova = qui.forma("Il reclamo sul corso è accolto", poi + timedelta(hours=1))
    assert not volta().uscita
    qui.pubblica(nuova, poi + timedelta(hours=2))
    assert (volta().uscita, volta().deciso) == (True, "accettato in parte")


# The commission of a call that is over


def test_the_commission_of_a_call_that_is_over_opens_no_application(
    settings, monkeypatch, tmp_path
):
    settings.MEDIA_ROOT, settings.MFA_OBBLIGATORIA = tmp_path, False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    qui = graduata((8, 5))
    browser = entra(qui.presidente)
    una = dove(qui.casa, "verifica_domanda", qui.avviso.pk, qui.invii[0].pk)
    tutte = dove(qui.casa, "verifica", qui.avviso.pk)
    assert [browser.get(pagina).status_code for pagina in (una, tutte)] == [200, 200]
    with come_proprietario():
        Avviso.objects.filter(pk=qui.avviso.pk).update(stato=StatoAvviso.CONCLUSO.value)
    assert [browser.get(pagina).status_code for pagina in (una, tutte)] == [403, 403]
    commissione = browser.get(dove(qui.casa, "commissione", qui.avviso.pk)).text
    assert "la commissione non le apre più" in commissione
