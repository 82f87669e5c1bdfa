"""Who registered from outside by a mailbox alone: what the wall refuses, what the office says."""

import pytest
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.avvisi.services import crea_calendario
from cpia.avvisi.services.calendario import leggi_calendario
from cpia.scuola import orologio
from cpia.scuola.enums import Ruolo
from cpia.scuola.importazione.rules.tracciati import Tipo
from cpia.scuola.incarichi.services import IncaricoRifiutato, sostituisci_titolare
from cpia.scuola.models import Persona
from cpia.scuola.queries import incarichi_del_giorno
from cpia.scuola.services import identita as servizi
from cpia.scuola.services import importazioni
from cpia.scuola.services.inviti import InvitoNonValido, invito_valido, nuovo_invito
from cpia.scuola.tenancy import istituto_corrente
from tests.factories.scuola import (
    ADESSO,
    CattedraFactory,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    ResponsabilitaFactory,
    contesto,
)

CODICE = "RSSMRA80A01H501U"
OGGI = ADESSO.date()
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _orario(monkeypatch, settings):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)


@pytest.fixture
def segretaria(db):
    istituto = IstitutoFactory()
    with istituto_corrente(istituto.pk):
        yield IncaricoFactory(istituto=istituto, segreteria=True).persona


@pytest.fixture
def mario(segretaria):
    """Who has proved a mailbox, may apply and signs in."""
    persona = PersonaFactory(
        istituto=segretaria.istituto, con_accesso=True, cognome="Rossi", nome="Mario",
        codice_fiscale=CODICE, email="mario@example.it", identita_da_accertare=True,
    )  # fmt: skip
    IncaricoFactory(
        istituto=segretaria.istituto, persona=persona, ruolo=Ruolo.CANDIDATO, cattedra=None
    )
    return persona


def compie(segretaria, servizio, persona):
    return servizio(autore=contesto(segretaria), adesso=ADESSO, persona=persona)


def azioni(persona):
    return list(
        Operazione.objects.filter(oggetto_tipo="scuola.persona", oggetto_id=persona.pk)
        .order_by("pk").values_list("azione", flat=True)
    )  # fmt: skip


# What counts, and what the wall refuses


def test_only_the_role_of_who_applies_counts_whatever_else_was_given(mario, proprietario):
    with proprietario():
        IncaricoFactory(istituto=mario.istituto, persona=mario, ruolo=Ruolo.TUTOR, cattedra=None)
    with CaptureQueriesContext(connection) as domande:
        ruoli = [i.ruolo for i in incarichi_del_giorno(mario, OGGI)]
    assert (ruoli, len(domande)) == ([Ruolo.CANDIDATO], 1)
    mario.identita_da_accertare = False
    assert len(incarichi_del_giorno(mario, OGGI)) == 2


def test_the_wall_takes_no_other_role_and_no_child_of_who_registered(segretaria, mario):
    istituto, altro = segretaria.istituto, PersonaFactory(istituto=segretaria.istituto)
    tenuto = mario.incarichi.get()
    suo = IncaricoFactory(istituto=istituto, persona=altro, ruolo=Ruolo.TUTOR, cattedra=None)
    legame = ResponsabilitaFactory(istituto=istituto)

    def cambia(riga, **campi):
        type(riga).objects.filter(pk=riga.pk).update(**campi)

    for tenta, quale in (
        (
            lambda: IncaricoFactory(
                istituto=istituto, persona=mario, ruolo=Ruolo.TUTOR, cattedra=None
            ),
            "scuola_incarico_di_chi_e",
        ),
        (lambda: cambia(tenuto, ruolo=Ruolo.TUTOR), "scuola_incarico_di_chi_e"),
        (lambda: cambia(suo, persona=mario), "scuola_incarico_di_chi_e"),
        (
            lambda: ResponsabilitaFactory(istituto=istituto, adulto=mario),
            "scuola_responsabilita_di_chi_e",
        ),
        (lambda: cambia(legame, adulto=mario), "scuola_responsabilita_di_chi_e"),
        (lambda: cambia(altro, identita_da_accertare=True), "scuola_persona_resta_accertata"),
    ):
        with pytest.raises(IntegrityError) as rifiuto, transaction.atomic():
            tenta()
        assert rifiuto.value.__cause__.diag.constraint_name == quale
    assert Persona.objects.filter(pk=mario.pk, identita_da_accertare=True).exists()


def test_who_registered_stands_in_for_nobody(segretaria, mario):
    docenza = IncaricoFactory(istituto=segretaria.istituto)
    with pytest.raises(IncaricoRifiutato) as rifiuto:
        sostituisci_titolare(
            autore=contesto(segretaria), adesso=ADESSO, incarichi=[docenza], sostituto=mario,
            dal=OGGI, al=OGGI, atto="Decreto n. 1",
        )  # fmt: skip
    assert [r.campo for r in rifiuto.value.rifiuti] == ["sostituto"]
    assert not docenza.sostituzioni.exists()


@pytest.mark.parametrize(
    ("tipo", "contenuto"),
    [
        (Tipo.DOCENTI, f"cognome;nome;codice fiscale\nRossi;Mario;{CODICE}"),
        (Tipo.DOCENTI, "cognome;nome;e-mail\nRossi;Mario;mario@example.it"),
        (Tipo.CATTEDRE, f"classe;disciplina;docente\n2B;{{disciplina}};{CODICE}"),
        (Tipo.CATTEDRE, "classe;disciplina;docente\n2B;{disciplina};Rossi Mario"),
    ],
)
def test_a_row_that_finds_who_registered_is_wrong(segretaria, mario, tipo, contenuto):
    cattedra = CattedraFactory(istituto=segretaria.istituto)
    contenuto = contenuto.format(disciplina=cattedra.disciplina.nome)
    caricata = importazioni.carica_importazione(
        autore=contesto(segretaria), adesso=ADESSO, tipo=tipo, anno=2023, nome_file="a.csv",
        contenuto=contenuto.encode(),
    )  # fmt: skip
    [proposta], _ = importazioni.esamina(caricata, ADESSO)
    assert proposta.riga.errata
    assert "Rossi Mario è da accertare" in proposta.rilievi[0].testo


# What the office says


def test_who_is_the_person_may_have_any_role_from_then_on(segretaria, mario):
    compie(segretaria, servizi.accerta_identita, mario)
    mario.refresh_from_db()
    assert not mario.identita_da_accertare
    assert azioni(mario) == ["accerta identità"]
    IncaricoFactory(istituto=mario.istituto, persona=mario, ruolo=Ruolo.TUTOR, cattedra=None)
    assert contesto(mario).ruoli == {Ruolo.CANDIDATO, Ruolo.TUTOR}


def test_who_is_not_loses_login_mailbox_and_role(segretaria, mario):
    utente, slug = mario.utente, mario.istituto.slug
    suo = Client()
    suo.force_login(utente)
    assert suo.get(reverse("scrivania", args=[slug])).status_code == 200
    calendario = crea_calendario(autore=contesto(mario), adesso=ADESSO)
    compie(segretaria, servizi.disconosci_accesso, mario)
    mario.refresh_from_db()
    assert (mario.utente, mario.email, mario.identita_da_accertare) == (None, "", False)
    assert mario.incarichi.get().revocato_il == ADESSO
    assert not Session.objects.exists()
    assert azioni(mario) == ["chiude sessioni", "toglie accesso a un’altra persona"]
    suo.force_login(utente)
    assert suo.get(reverse("scrivania", args=[slug])).status_code == 404
    # The next login of this person does not open the calendar of the one before.
    mario.utente = segretaria.utente
    Persona.objects.filter(pk=segretaria.pk).update(utente=None)
    mario.save(update_fields=["utente"])
    letto = {"istituto_id": mario.istituto_id, "codice": calendario, "adesso": ADESSO}
    assert leggi_calendario(**letto) is None


def test_an_open_invitation_opens_nothing_even_to_the_same_mailbox(segretaria, mario):
    Persona.objects.filter(pk=mario.pk).update(utente=None)
    mario.refresh_from_db()
    _, indirizzo = nuovo_invito(persona=mario, adesso=ADESSO)
    codice = indirizzo.rstrip("/").rpartition("/")[2]
    assert invito_valido(mario.istituto, codice, ADESSO).persona == mario
    compie(segretaria, servizi.disconosci_accesso, mario)
    Persona.objects.filter(pk=mario.pk).update(email="mario@example.it")
    with pytest.raises(InvitoNonValido):
        invito_valido(mario.istituto, codice, ADESSO)


@pytest.mark.parametrize("servizio", [servizi.accerta_identita, servizi.disconosci_accesso])
def test_who_is_known_is_not_judged(segretaria, servizio):
    nota = PersonaFactory(istituto=segretaria.istituto, con_accesso=True, email="a@b.it")
    with pytest.raises(servizi.IdentitaGiaAccertata):
        compie(segretaria, servizio, nota)
    nota.refresh_from_db()
    assert (nota.email, azioni(nota)) == ("a@b.it", [])
    assert nota.utente is not None


# The pages


@pytest.fixture
def ufficio(segretaria):
    browser = Client()
    browser.force_login(segretaria.utente)
    return browser


def dove(persona, nome="persona_identita"):
    return reverse(nome, args=[persona.istituto.slug, persona.pk])


def test_the_page_of_the_person_says_it_and_leads_to_the_act(ufficio, mario):
    elenco = reverse("persone", args=[mario.istituto.slug]) + "?accesso=senza_incarico"
    assert dove(mario, "persona") in ufficio.get(elenco).content.decode()
    pagina = ufficio.get(dove(mario, "persona")).content.decode()
    assert "Identità da accertare:" in pagina
    assert dove(mario) in pagina
    assert dove(mario, "incarico_nuovo") not in pagina
    prima_di_dire = ufficio.get(dove(mario)).content.decode()
    assert CODICE in prima_di_dire
    assert mario.utente.email in prima_di_dire


def test_what_is_not_chosen_or_not_read_again_changes_nothing(ufficio, mario):
    for dati in ({"esito": "altra"}, {"riletto": "si"}, {"esito": "boh", "riletto": "si"}):
        risposta = ufficio.post(dove(mario), dati)
        assert risposta.status_code == 422
    mario.refresh_from_db()
    assert mario.identita_da_accertare


@pytest.mark.parametrize(("esito", "resta"), [("stessa", True), ("altra", False)])
def test_the_office_says_it_once(ufficio, mario, esito, resta):
    dati = {"esito": esito, "riletto": "si"}
    fatta = ufficio.post(dove(mario), dati, follow=True)
    assert fatta.redirect_chain == [(dove(mario, "persona"), 302)]
    assert "Identità da accertare:" not in fatta.content.decode()
    mario.refresh_from_db()
    assert (mario.utente is not None) is resta
    ancora = ufficio.post(dove(mario), dati)
    assert ancora.status_code == 409
    assert "Un collega ha già detto chi è" in ancora.content.decode()
    assert ufficio.get(dove(mario)).status_code == 302


def test_who_reads_the_persons_without_giving_roles_does_not_settle_it(segretaria, mario):
    collaboratore = IncaricoFactory(
        istituto=segretaria.istituto, ruolo=Ruolo.COLLABORATORE, cattedra=None
    ).persona
    browser = Client()
    browser.force_login(collaboratore.utente)
    assert "Accerta l’identità" not in browser.get(dove(mario, "persona")).content.decode()
    assert browser.post(dove(mario), {"esito": "altra", "riletto": "si"}).status_code == 403
