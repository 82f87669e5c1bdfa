"""The pages on which one attests, declares and records what was told of an assignment."""

import pytest
from django.test import Client
from django.urls import reverse

from selezioni_pon import models
from selezioni_pon.enums import Provenienza, StatoAutorizzazione
from selezioni_pon.services import incarichi as servizi
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_incarichi import Fila, fila
from tests.selezioni_pon.test_services_incarichi import TUTTO
from tests.selezioni_pon.test_views_incarichi import dove, entra

pytestmark = pytest.mark.django_db
OGGI = ADESSO.date()
VERBO = "Registra la comunicazione alla Funzione pubblica…"


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


@pytest.fixture
def esterna(casa) -> Fila:
    una = fila(casa, 1, provenienza=Provenienza.PRIVATO)
    una.propone(1)
    return una


def test_from_the_answer_of_who_comes_from_outside_to_the_effect(casa, esterna):
    pagina = dove(casa, "proposta", esterna.proposta(1).pk)
    sua, dirige, ufficio = (entra(chi) for chi in (esterna.chi(1), casa.dirigente, casa.segretaria))
    assert "altri incarichi, cariche" in sua.get(pagina).text
    risposta = {"versione": 1, "accetta": "si", "altri_incarichi": "Revisore dell’ente X"}
    assert "Revisore dell’ente X" in sua.post(pagina, risposta).text  # not read again: kept
    assert sua.post(pagina, risposta | {"riletto": "on"}).url == pagina
    assert "Revisore dell’ente X" in sua.get(pagina).text
    contratto = esterna.scrive(1)
    emetti = dove(casa, "incarico_emetti", contratto.pk)
    senza = dirige.post(emetti, {"versione": 1, "riletto": "on"})
    assert senza.status_code == 422
    assert "l’attestazione si pubblica" in senza.text
    dirige.post(emetti, {"versione": 1, "riletto": "on", "senza_conflitti": "on"})
    esterna.fa(servizi.registra_firma, contratto, firmato_il=OGGI)
    scheda = dove(casa, "incarico", contratto.pk)
    assert "e della comunicazione alla Funzione pubblica" in ufficio.get(scheda).text
    esterna.fa(servizi.pubblica_incarico, contratto)
    letta = ufficio.get(scheda).text
    assert VERBO in letta
    assert "pubblicato, da comunicare" in letta
    assert "D.Lgs. 33/2013, art. 15 c. 2" in letta
    comunica = dove(casa, "incarico_comunica", contratto.pk)
    dati = {"versione": esterna.ora(contratto).versione, "giorno": "2024-06-06", "modo": "n. 4471"}
    futura = ufficio.post(comunica, dati | {"riletto": "on"})
    assert futura.status_code == 422
    assert "n. 4471" in futura.text
    vecchia = ufficio.post(comunica, dati | {"riletto": "on", "versione": 1})
    assert vecchia.status_code == 409
    assert ufficio.post(comunica, dati | {"riletto": "on", "giorno": "2024-06-05"}).url == scheda
    letta = ufficio.get(scheda).text
    assert "Ha effetto da" in letta
    assert "n. 4471" in letta
    assert VERBO not in letta
    registro = ufficio.get(dove(casa, "incarichi"), {"formato": "csv"}).content.decode()
    assert "n. 4471" in registro
    pubblica = Client().get(dove(casa, "incarichi_conferiti")).text
    assert "Altri incarichi: Revisore dell’ente X" in pubblica
    assert "Conflitti di interessi: verificato il 5 giugno 2024" in pubblica


def test_the_office_records_on_paper_what_was_declared(casa, esterna):
    registra = dove(casa, "proposta_registra", esterna.proposta(1).pk)
    dati = {"versione": 1, "accetta": "si", "giorno": "2024-06-05", "altri_incarichi": "Revisore"}
    entra(casa.segretaria).post(registra, dati | {"riletto": "on"})
    assert models.Proposta.objects.get().altri_incarichi == "Revisore"


def test_of_the_staff_nobody_is_asked_and_nothing_waits(casa):
    una = fila(casa, 1)
    una.propone(1)
    pagina = dove(casa, "proposta", una.proposta(1).pk)
    assert "altri incarichi" not in entra(una.chi(1)).get(pagina).text
    contratto = una.pubblicato(1)
    letta = entra(casa.segretaria).get(dove(casa, "incarico", contratto.pk)).text
    assert "in corso" in letta
    assert VERBO in letta
    assert "si scrive perché" in letta


def test_what_was_paid_is_told_to_the_employer(casa):
    una = fila(casa, 1, provenienza=Provenienza.ALTRA_SCUOLA, amministrazione="IC Iseo")
    una.propone(1)
    permesso = {"chiesta_il": OGGI, "risposta": StatoAutorizzazione.DATA, "atto": "nota n. 1"}
    contratto = una.pubblicato(1, **permesso)
    compensi = dove(casa, "incarico_compensi", contratto.pk)
    ufficio = entra(casa.segretaria)
    assert "nulla da comunicare" in ufficio.get(compensi).text
    una.fa(servizi.verifica_incarico, contratto, dati=TUTTO)
    assert "restano da comunicare 900,00 €" in ufficio.get(compensi).text
    scheda = dove(casa, "incarico", contratto.pk)
    assert compensi in ufficio.get(scheda).text
    dati = {"versione": una.ora(contratto).versione, "giorno": "2024-06-05", "riletto": "on"}
    assert ufficio.post(compensi, dati).url == scheda
    letta = ufficio.get(scheda).text
    assert "comunicati all’amministrazione di appartenenza" in letta
    assert compensi not in letta
    assert reverse("selezioni:incarico_comunica", args=[casa.istituto.slug, contratto.pk]) in letta
