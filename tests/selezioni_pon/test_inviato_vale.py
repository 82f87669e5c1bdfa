"""What counts of an application is what was signed and sent: not what the draft says since then."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import EsitoReclamo, Fase, Provenienza
from selezioni_pon.models import Avviso, Candidatura, Invio
from selezioni_pon.queries.candidature.firma import firma_di
from selezioni_pon.queries.doveri import cose_da_fare
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.services.avvisi import revoca_avviso
from selezioni_pon.services.avvisi.inviti import ancora_dovuto
from tests.conftest import come_proprietario
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory
from tests.factories.selezioni import AvvisoFactory
from tests.selezioni_pon.scena import scena
from tests.selezioni_pon.scena_esame import esami
from tests.selezioni_pon.scena_graduatoria import DOPO, graduata
from tests.selezioni_pon.scena_incarichi import fila
from tests.selezioni_pon.scena_invio import byte_di, candidatura, caricata, con_foglio, file, pades

pytestmark = pytest.mark.django_db


def inviato_da(invio: Invio, provenienza: Provenienza) -> None:
    with come_proprietario():
        contenuto = invio.contenuto | {"requisiti": {"provenienza": provenienza.value}}
        Invio.objects.filter(pk=invio.pk).update(contenuto=contenuto)


def test_the_precedence_is_that_of_what_was_sent(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    qui = graduata((8, 5), nascite=(date(1970, 1, 1), date(1995, 1, 1)))
    regole = qui.avviso.regole
    regole["selezioni.ordine_avvisi"]["valore"] = "unico_con_precedenze"
    with come_proprietario():
        Avviso.objects.filter(pk=qui.avviso.pk).update(regole=regole)
    for invio in qui.invii:
        inviato_da(invio, Provenienza.ALTRA_SCUOLA)
    # After sending, the second wrote in the draft that it works here, and sent nothing more.
    Candidatura.objects.filter(pk=qui.invii[0].candidatura_id).update(
        provenienza=Provenienza.PRIVATO.value
    )
    primo = qui.forma().righe.order_by("ordine").first()
    assert primo.invio == qui.invii[0]


def test_the_office_lists_from_where_one_said_to_come_when_sending(settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    qui = graduata((8,))
    inviato_da(qui.invii[0], Provenienza.ALTRA_SCUOLA)
    browser = Client()
    browser.force_login(qui.casa.segretaria.utente)
    pagina = reverse("selezioni:avviso_domande", args=[qui.casa.istituto.slug, qui.avviso.pk])
    assert Provenienza.ALTRA_SCUOLA.etichetta in browser.get(pagina).text
    assert (
        Provenienza.ALTRA_SCUOLA.etichetta in browser.get(pagina + "?formato=csv").content.decode()
    )


# The paper that was signed is the one of now


@pytest.fixture
def bozza(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    casa = scena()
    return candidatura(AvvisoFactory(istituto=casa.istituto, pubblicato=True), casa.docente)


def test_a_paper_signed_before_the_application_changed_does_not_count(bozza):
    vecchio = pades(byte_di(con_foglio(bozza)))
    bozza.refresh_from_db()
    Candidatura.objects.filter(pk=bozza.pk).update(
        versione=bozza.versione + 1, titolo_di_studio="Laurea in storia"
    )
    bozza.refresh_from_db()
    foglio = byte_di(con_foglio(bozza, ADESSO + timedelta(minutes=1)))
    caricata(bozza, file(vecchio), ADESSO + timedelta(minutes=2))
    bozza.refresh_from_db()
    assert [una.codice for una in firma_di(bozza).contro] == ["altro_foglio"]
    caricata(bozza, file(pades(foglio)), ADESSO + timedelta(minutes=3))
    bozza.refresh_from_db()
    assert firma_di(bozza).pronta


def test_nor_does_the_paper_of_another_call(bozza):
    altro = AvvisoFactory(istituto=bozza.istituto, pubblicato=True, griglia=bozza.avviso.griglia)
    altrove = pades(byte_di(con_foglio(candidatura(altro, bozza.persona))))
    con_foglio(bozza)
    caricata(bozza, file(altrove), ADESSO + timedelta(minutes=1))
    bozza.refresh_from_db()
    assert [una.codice for una in firma_di(bozza).contro] == ["altro_foglio"]


# What becomes of it afterwards


def test_an_answer_reopens_nothing_once_posts_were_proposed():
    qui = graduata((8, 5))
    provvisoria = qui.pubblica()
    reclamo = qui.reclama(1)
    tardi = ADESSO + timedelta(days=40)
    definitiva = qui.definitiva(provvisoria, tardi)
    definitiva.proposte.create(
        istituto=qui.casa.istituto, candidatura=qui.invii[0].candidatura, proposta_il=DOPO,
        proposta_da=qui.casa.dirigente, rispondere_entro=DOPO.date(),
    )  # fmt: skip
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.risponde(reclamo, EsitoReclamo.ACCOLTO, 0, adesso=tardi)
    assert [una.codice for una in rifiuto.value.violazioni] == ["con_proposte"]
    qui.risponde(reclamo, EsitoReclamo.ACCOLTO, adesso=tardi)
    reclamo.refresh_from_db()
    assert reclamo.esito == EsitoReclamo.ACCOLTO
    # Nor is anybody asked for a version that would be refused.
    attesi = cose_da_fare(qui.casa.istituto.pk, tardi).doveri
    assert not [uno for uno in attesi if uno.chiave.startswith("selezioni.forma.")]


# A call that is revoked


@pytest.fixture
def una(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return fila(scena(), 2, posti=2)


def revoca(una, adesso=ADESSO) -> None:
    una.casa.atto(
        revoca_avviso, una.casa.dirigente, adesso, avviso_id=una.avviso.pk,
        motivo="Il finanziamento è stato ritirato",
    )  # fmt: skip


def test_of_a_revoked_call_nothing_more_begins(una):
    una.propone(1, 2)
    emesso = una.emesso(1)
    revoca(una)
    atti = (
        lambda: una.risponde(2),
        lambda: una.fa(servizi.registra_firma, emesso, firmato_il=ADESSO.date()),
    )
    for atto in atti:
        with pytest.raises(AttoRifiutato) as rifiuto:
            atto()
        assert [contro.codice for contro in rifiuto.value.violazioni] == ["avviso_revocato"]


def test_what_was_signed_before_goes_on(una):
    una.propone(1, 2)
    firmato = una.firmato(1)
    revoca(una)
    assert una.fa(servizi.pubblica_incarico, firmato).pubblicazione is not None


def test_who_applied_from_outside_is_told_that_the_call_is_revoked(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    casa = scena()
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True, fase=Fase.ESTERNI.value)
    chi = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    IncaricoFactory(
        istituto=casa.istituto, persona=chi, ruolo=Ruolo.CANDIDATO, cattedra=None, classe=None
    )
    candidatura(avviso, chi)
    casa.atto(
        revoca_avviso, casa.dirigente, avviso_id=avviso.pk,
        motivo="Il finanziamento è stato ritirato",
    )  # fmt: skip
    [promemoria] = Promemoria.objects.filter(tipo="selezioni_avviso.revocato")
    assert promemoria.id_persona == chi.pk
    assert ancora_dovuto(promemoria, ADESSO)


# The permission of the employer, given by silence


def test_the_letter_says_that_the_permission_was_given_by_silence(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    una = fila(
        scena(), 1, provenienza=Provenienza.ALTRA_AMMINISTRAZIONE,
        amministrazione="Comune di Ancona",
    )  # fmt: skip
    una.propone(1)
    emesso = una.emesso(1, chiesta_il=date(2024, 4, 15))
    premesse = [punto["testo"] for punto in emesso.documento.contesto["premesse"]]
    assert any("arrivata il 15 aprile 2024, alla quale non è stato risposto" in p for p in premesse)


# Whom the signature leaves something to compare


def test_the_commission_reads_how_the_application_is_signed(settings, monkeypatch, tmp_path):
    settings.MEDIA_ROOT, settings.MFA_OBBLIGATORIA = tmp_path, False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    tutto = esami()
    invio = tutto.invii[0]
    browser = Client()
    browser.force_login(tutto.membri[0].persona.utente)
    pagina = reverse(
        "selezioni:verifica_domanda",
        args=[tutto.casa.istituto.slug, tutto.avviso.pk, invio.pk],
    )
    assert "da confrontare" not in browser.get(pagina).text
    with come_proprietario():
        Invio.objects.filter(pk=invio.pk).update(
            contenuto=invio.contenuto | {"firma": {"stessa": False}}
        )
    assert "da confrontare" in browser.get(pagina).text
