"""The card of a sitting and its dialogs, as each sees them."""

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.scuola import orologio, tenancy
from organi_collegiali.models import Allegato, Avviso, Convocato, Punto, PuntoAggiunto
from tests.factories.organi import ConvocatoFactory, MandatoFactory, PuntoFactory
from tests.factories.scuola import PersonaFactory
from tests.organi_collegiali.scena_avvisi import GIORNO, Casa, casa

pytestmark = pytest.mark.django_db


@pytest.fixture
def scena(settings) -> Casa:
    settings.MFA_OBBLIGATORIA = False
    return casa()


@pytest.fixture
def convocata(scena) -> Casa:
    scena.convocata()
    return scena


def come(persona) -> Client:
    client = Client()
    client.force_login(persona.utente)
    return client


def apre(scena: Casa, persona, nome="seduta", pk=None, **dati):
    """The answer to a page, or to an act when there is something to send."""
    indirizzo = reverse(f"organi:{nome}", args=[scena.istituto.slug, pk or scena.seduta.pk])
    client = come(persona)
    risposta = client.post(indirizzo, dati) if dati else client.get(indirizzo)
    tenancy.imposta(istituto_id=scena.istituto.pk)
    return risposta


def scritto(risposta) -> str:
    return " ".join(risposta.content.decode().split())


def test_from_the_signature_to_the_sending(settings):
    settings.MFA_OBBLIGATORIA = False
    scena = casa(inizio_previsto=orologio.adesso() + 10 * GIORNO)
    pagina = apre(scena, scena.presidente, "firma")
    assert "Convocazione del Consiglio d’istituto" in scritto(pagina)
    versione = pagina.context["versione"]
    apre(scena, scena.presidente, "firma", riletto="si", versione=versione)
    dialogo = scritto(apre(scena, scena.segretaria, "invia"))
    assert "la seduta prende il numero 1" in dialogo
    assert "arriva a 3 persone" in dialogo
    assert "Senzaposta" in dialogo
    esito = apre(scena, scena.segretaria, "invia", riletto="si")
    assert esito.status_code == 302
    scheda = scritto(apre(scena, scena.consigliera))
    assert f"Protocollo n. 1/{orologio.oggi().year}" in scheda
    assert "nei termini" in scheda


def test_what_changed_while_it_was_read_is_not_signed(scena):
    versione = apre(scena, scena.presidente, "firma").context["versione"]
    Punto.objects.filter(ordine=1).update(titolo="Altro")
    esito = apre(scena, scena.presidente, "firma", riletto="si", versione=versione)
    assert esito.status_code == 409
    assert "Nel frattempo l’avviso è cambiato" in scritto(esito)


def test_unsigned_the_office_is_told_why_it_does_not_leave(scena):
    esito = apre(scena, scena.segretaria, "invia", riletto="si")
    assert esito.status_code == 422
    assert "va firmato da chi presiede" in scritto(esito)


def test_a_member_answers_from_the_card(convocata):
    assert "Ci sarai?" in scritto(apre(convocata, convocata.consigliera))
    esito = apre(convocata, convocata.consigliera, "rispondi", risposta="assente", motivo=" ")
    assert esito.status_code == 422
    assert "Scrivi in due parole perché" in scritto(esito)
    apre(convocata, convocata.consigliera, "rispondi", risposta="assente", motivo="Turno")
    assert Convocato.objects.get(persona=convocata.consigliera).motivo_risposta == "Turno"
    ufficio = scritto(apre(convocata, convocata.segretaria))
    assert "giustificata: Turno" in ufficio
    assert "giustificata: Turno" not in scritto(apre(convocata, convocata.consigliera))


def test_members_do_not_read_who_has_answered(convocata):
    scheda = scritto(apre(convocata, convocata.consigliera))
    assert "Senzaposta" not in scheda
    assert "Senzaposta" in scritto(apre(convocata, convocata.segretaria))


def test_what_was_typed_is_not_lost(convocata):
    esito = apre(convocata, convocata.segretaria, "rinvia", giorno="2024-06-20", luogo="Palestra")
    assert esito.status_code == 422
    assert 'value="Palestra"' in scritto(esito)
    assert "Scrivi perché: lo si legge nell’avviso." in scritto(esito)
    assert Avviso.objects.count() == 1


def test_an_item_on_persons_wants_a_title_without_names(convocata):
    dati = {f"natura_{n}": "delibera" for n in range(1, 6)}
    esito = apre(
        convocata, convocata.segretaria, "integra", titolo_1="Rossi", su_persone_1="on", **dati
    )
    assert esito.status_code == 422
    assert "scrivi anche il titolo senza nomi" in scritto(esito)
    esito = apre(convocata, convocata.segretaria, "integra", titolo_1="Gite", **dati)
    assert esito.status_code == 302
    assert "Gite" in scritto(apre(convocata, convocata.presidente))
    assert "Gite" not in scritto(apre(convocata, convocata.consigliera))


def test_a_delivery_is_written_down(convocata):
    chi = Convocato.objects.get(persona=convocata.senza_posta)
    pagina = apre(convocata, convocata.segretaria, "consegna", chi.pk)
    assert "Avviso a Nome Senzaposta" in scritto(pagina)
    esito = apre(
        convocata, convocata.segretaria, "consegna", chi.pk,
        mezzo="telefono", giorno="2030-01-01", ora="10:00",
    )  # fmt: skip
    assert esito.status_code == 422
    assert "non può essere consegnato nel futuro" in scritto(esito)


# Papers


def carta(punto: Punto, **altro) -> Allegato:
    riga = Allegato(
        istituto=punto.istituto, punto=punto, titolo="Prospetto a/b", byte=3,
        tipo_contenuto="application/pdf", impronta=hashlib.sha256(b"pdf").hexdigest(), **altro,
    )  # fmt: skip
    riga.file.save(f"invio-{punto.pk}.pdf", ContentFile(b"pdf"), save=True)
    return riga


def test_a_paper_is_saved_and_never_shown(convocata):
    allegato = carta(Punto.objects.get(ordine=1))
    risposta = apre(convocata, convocata.consigliera, "allegato", allegato.pk)
    assert risposta.content == b"pdf"
    assert risposta["X-Content-Type-Options"] == "nosniff"
    assert risposta["Content-Disposition"] == 'attachment; filename="Prospetto a-b.pdf"'


def test_a_reserved_paper_is_of_who_sits(convocata):
    allegato = carta(Punto.objects.get(ordine=1), riservato=True)
    assert apre(convocata, convocata.consigliera, "allegato", allegato.pk).status_code == 200
    fuori = PersonaFactory(istituto=convocata.istituto, con_accesso=True)
    assert apre(convocata, fuori, "allegato", allegato.pk).status_code == 404


def test_one_that_is_awaited_is_not_there(convocata):
    atteso = Allegato.objects.create(
        istituto=convocata.istituto, punto=Punto.objects.get(ordine=1), titolo="Parere"
    )
    assert "manca" in scritto(apre(convocata, convocata.consigliera))
    assert apre(convocata, convocata.consigliera, "allegato", atteso.pk).status_code == 404


# Queries


def _spesa(righe: int) -> int:
    scena = casa()
    scena.convocata()
    for ordine in range(3, 3 + righe):
        carta(PuntoFactory(istituto=scena.istituto, seduta=scena.seduta, ordine=ordine))
        persona = PersonaFactory(istituto=scena.istituto)
        mandato = MandatoFactory(istituto=scena.istituto, organo=scena.organo, persona=persona)
        ConvocatoFactory(istituto=scena.istituto, seduta=scena.seduta, mandato=mandato)
    client = come(scena.segretaria)
    indirizzo = reverse("organi:seduta", args=[scena.istituto.slug, scena.seduta.pk])
    client.get(indirizzo)
    with CaptureQueriesContext(connection) as spese:
        assert client.get(indirizzo).status_code == 200
    tenancy.imposta(istituto_id=scena.istituto.pk)
    return len(spese)


def test_a_card_of_thirty_costs_as_one_of_one(settings):
    settings.MFA_OBBLIGATORIA = False
    assert _spesa(30) == _spesa(1)


def test_papers_arrive_after_the_notice_and_a_mistake_is_put_right(convocata, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    punto = Punto.objects.get(seduta=convocata.seduta, ordine=1)
    scheda = scritto(apre(convocata, convocata.segretaria))
    assert "Allega un documento" in scheda
    assert "Allega un documento" not in scritto(apre(convocata, convocata.consigliera))
    dati = {"titolo": "Parere", "atteso_entro": "2100-01-01"}
    risposta = apre(convocata, convocata.segretaria, "punto_allega", punto.pk, **dati)
    assert risposta.status_code == 302
    atteso = Allegato.objects.get()
    assert "Deposita" in scritto(apre(convocata, convocata.segretaria))
    partito = Allegato.objects.create(
        istituto=convocata.istituto, punto=punto, titolo="Prospetto", impronta="0" * 64,
        depositato_il=Avviso.objects.get().inviato_il,
    )  # fmt: skip
    apre(convocata, convocata.segretaria, "allegato_togli", atteso.pk, togli="si")
    rifiuto = apre(convocata, convocata.segretaria, "allegato_togli", partito.pk, togli="si")
    assert rifiuto.status_code == 422
    assert "Era già agli atti" in scritto(rifiuto)
    assert list(Allegato.objects.all()) == [partito]


def test_papers_are_laid_beside_an_integration(convocata):
    apre(convocata, convocata.segretaria, "integra", titolo_1="Palestra", natura_1="delibera",
         **{f"natura_{n}": "delibera" for n in range(2, 6)})  # fmt: skip
    aggiunto = PuntoAggiunto.objects.get()
    dati = {"titolo": "Contratto", "atteso_entro": "2100-01-01"}
    vuoto = apre(convocata, convocata.segretaria, "aggiunto_allega", aggiunto.pk, titolo="x")
    assert vuoto.status_code == 422
    apre(convocata, convocata.segretaria, "aggiunto_allega", aggiunto.pk, **dati)
    assert "Contratto" in scritto(apre(convocata, convocata.segretaria))
    assert "Contratto" not in scritto(apre(convocata, convocata.consigliera))
    riga = aggiunto.allegati.get()
    apre(convocata, convocata.segretaria, "allegato_aggiunto_togli", riga.pk, togli="si")
    assert not aggiunto.allegati.exists()


def test_who_has_a_substitute_reads_who_sits_in_the_own_place(scena):
    titolare = scena.organo.mandati.get(persona=scena.consigliera)
    supplente = MandatoFactory(istituto=scena.istituto, organo=scena.organo, supplente_di=titolare)
    chi = supplente.persona.nome_e_cognome
    scena.convocata()
    prima = scritto(apre(scena, scena.consigliera))
    assert f"{chi} è supplente: siede al tuo posto anche quando" in prima
    apre(scena, scena.consigliera, "rispondi", risposta="assente", motivo="Sono via")
    assert f"Al tuo posto siede {chi}" in scritto(apre(scena, scena.consigliera))
    per_l_ufficio = scritto(apre(scena, scena.segretaria))
    titolare_detto = scena.consigliera.nome_e_cognome
    assert f"{chi}, supplente, al posto di {titolare_detto}" in per_l_ufficio


def test_who_is_invited_is_listed_apart(scena):
    ospite = PersonaFactory(istituto=scena.istituto)
    ConvocatoFactory(
        istituto=scena.istituto, seduta=scena.seduta, mandato=None, persona=ospite,
        con_voto=False, qualifica="esperta di bilancio", componente="esterni",
    )  # fmt: skip
    scena.convocata()
    ufficio = scritto(apre(scena, scena.segretaria))
    assert f"{ospite.nome_e_cognome}, esperta di bilancio" in ufficio
    membro = scritto(apre(scena, scena.consigliera))
    assert "esperta di bilancio" in membro
    assert ospite.nome_e_cognome not in membro
