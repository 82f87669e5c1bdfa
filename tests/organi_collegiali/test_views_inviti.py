"""The pages of guests, gathered signatures, papers to come, what a draft would send."""

import io
import re

import icalendar
import pikepdf
import pytest
from django.test import Client

from cpia.norme.profili import profilo
from cpia.norme.services import carica_profilo
from cpia.scuola import orologio, tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto
from organi_collegiali.models import Convocato, RaccoltaFirme, Richiesta
from organi_collegiali.services.convocazione.agenda import (
    DatiPunto,
    aggiungi_punto,
    cambia_punto,
)
from organi_collegiali.services.convocazione.richieste import presenta_mozione
from tests.factories.organi import MandatoFactory
from tests.factories.scuola import ADESSO, contesto
from tests.organi_collegiali.scena_bozza import Ufficio, alle, persona, ufficio

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa(settings, monkeypatch) -> Ufficio:
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)
    carica_profilo(profilo=profilo("ic-pinocchio-montesicuro"))
    istituto = Istituto.objects.get(slug="ic-pinocchio-montesicuro")
    tenancy.imposta(istituto_id=istituto.pk)
    return ufficio(istituto)


@pytest.fixture
def vai(casa):
    """``vai(chi, dove, dati)``: a GET without ``dati``, else a POST."""
    aperti: dict[int, Client] = {}

    def chiedi(chi, dove, dati=None):
        if chi.pk not in aperti:
            aperti[chi.pk] = Client()
            aperti[chi.pk].force_login(chi.utente)
        metodo = aperti[chi.pk].get if dati is None else aperti[chi.pk].post
        risposta = metodo(f"/{casa.istituto.slug}/organi/{dove}", dati)
        tenancy.imposta(istituto_id=casa.istituto.pk)
        return risposta

    return chiedi


@pytest.fixture
def seduta(casa):
    seduta = casa.bozza(inizio_previsto=alle(14), luogo="Aula magna")
    punto = casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo="Decadenza di Ettore Mandolesi")
    casa.atto(
        cambia_punto,
        punto_id=punto.pk,
        versione=1,
        dati=DatiPunto(punto.titolo, punto.natura, su_persone=True, titolo_pubblico="Decadenza"),
    )
    casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo="Mensa")
    return seduta


# Who is invited


def test_somebody_of_the_institute_or_from_outside_is_invited(casa, vai, seduta):
    dove, pagina = f"sedute/{seduta.pk}/prepara/invita/", f"sedute/{seduta.pk}/prepara/"
    assert str(casa.segretaria) in vai(casa.segretaria, dove).text
    dati = {"persona": casa.segretaria.pk, "qualifica": "DSGA"}
    assert vai(casa.segretaria, dove, dati).status_code == 302
    mensa = seduta.punti.get(titolo="Mensa")
    fuori = {
        "cognome": "Sbarra", "nome": "Ida", "email": "ida@comune.example",
        "qualifica": "delegata del Comune", "punti": [mensa.pk],
    }  # fmt: skip
    assert vai(casa.segretaria, dove, fuori).status_code == 302
    bozza = vai(casa.segretaria, pagina).text
    assert "21 persone" in bozza
    assert "Ida Sbarra, delegata del Comune" in bozza
    assert f"al punto {mensa.ordine}" in " ".join(bozza.split())
    ospite = Convocato.objects.get(qualifica="delegata del Comune")
    vai(casa.segretaria, f"prepara/invitati/{ospite.pk}/togli/", {})
    assert "Ida Sbarra, delegata" not in vai(casa.segretaria, pagina).text
    assert Convocato.objects.count() == 1


@pytest.mark.parametrize(
    ("dati", "campo"),
    [
        ({"qualifica": "esperta"}, "cognome"),
        ({"persona": "0", "qualifica": "esperta"}, "persona"),
        ({"persona": "presidente", "qualifica": "esperta"}, "persona"),
        ({"persona": "segretaria", "nome": "Ida", "qualifica": "esperta"}, "persona"),
        ({"persona": "segretaria"}, "qualifica"),
        ({"cognome": "Sbarra", "nome": "Ida", "email": "ida@", "qualifica": "x"}, "email"),
        ({"persona": "segretaria", "qualifica": "x", "punti": ["0"]}, "punti"),
    ],
)
def test_a_wrong_invitation_is_said_at_its_field(casa, vai, seduta, dati, campo):
    if "persona" in dati and not dati["persona"].isdigit():
        dati = dati | {"persona": getattr(casa, dati["persona"]).pk}
    risposta = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/invita/", dati)
    assert risposta.status_code == 422
    assert campo in risposta.context["form"].errors
    assert not Convocato.objects.exists()


def test_a_person_is_found_by_name(casa, vai, seduta):
    altra = persona(casa.istituto, Ruolo.DOCENTE, cognome="Zzuccotti")
    dove = f"sedute/{seduta.pk}/prepara/invita/"
    trovate = vai(casa.segretaria, f"{dove}?cerca=zzucc").context["form"].fields["persona"]
    assert [valore for valore, _ in trovate.widget.choices] == ["", altra.pk]
    nessuna = vai(casa.segretaria, f"{dove}?cerca=nonce").text
    assert "Nessuno con questo nome: scrivilo qui sotto." in nessuna


# What a draft would send


def test_the_draft_is_printed_with_its_mark_and_kept_nowhere(casa, vai, seduta):
    risposta = vai(casa.presidente, f"sedute/{seduta.pk}/prepara/bozza.pdf")
    assert risposta["Content-Type"] == "application/pdf"
    assert risposta["Content-Disposition"].startswith("inline")
    with pikepdf.open(io.BytesIO(risposta.content)) as pdf:
        assert len(pdf.pages) == 1
    seduta.refresh_from_db()
    assert seduta.numero is None


def test_the_mail_is_as_it_will_be_without_names(casa, vai, seduta):
    vai(
        casa.segretaria,
        f"sedute/{seduta.pk}/prepara/invita/",
        {"persona": casa.segretaria.pk, "qualifica": "DSGA"},
    )
    pagina = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/email/").text
    assert "Convocazione del Consiglio d’istituto, seduta n. 1" in pagina
    assert "A chi è invitato" in pagina
    assert "Mandolesi" not in pagina
    assert "1. Decadenza" in pagina


def test_the_event_is_as_it_will_be(casa, vai, seduta):
    risposta = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/evento.ics")
    assert risposta["Content-Type"].startswith("text/calendar")
    evento = icalendar.Calendar.from_ical(risposta.content).walk("VEVENT")[0]
    assert "seduta n. 1" in evento["summary"]
    assert "Mandolesi" not in str(evento["description"])


@pytest.mark.parametrize("carta", ["bozza.pdf", "email/", "evento.ics"])
def test_without_a_day_there_is_nothing_to_look_at(casa, vai, carta):
    seduta = casa.bozza()
    risposta = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/{carta}")
    assert risposta.url.endswith(f"/sedute/{seduta.pk}/prepara/")
    assert "Evento di calendario" not in vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/").text


def test_a_leap_of_days_is_not_the_link_that_leaps(casa, vai):
    """The name of the link to the content would take the days out of their line."""
    seduta = casa.bozza(inizio_previsto=alle(28), luogo="Aula magna")
    pagina = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/").text
    classi = re.findall(r'<li class="(nominata[^"]*)"', pagina)
    assert any("con-salto" in classe.split() for classe in classi)
    assert not any("salto" in classe.split() for classe in classi)


# The signatures


def test_a_member_asks_the_others_sign_the_office_sees_the_request(casa, vai):
    altra = persona(casa.istituto, Ruolo.RESPONSABILE)
    MandatoFactory(istituto=casa.istituto, organo=casa.organo, persona=altra)
    elenco, nuova = f"{casa.organo.pk}/richieste/", f"{casa.organo.pk}/richieste/firme/"
    assert "Chiedi una seduta" in vai(casa.presidente, elenco).text
    assert vai(casa.presidente, nuova, {"argomenti": " "}).status_code == 422
    vai(casa.presidente, nuova, {"argomenti": "Mensa\nScuolabus"})
    raccolta = RaccoltaFirme.objects.get()
    pagina = f"richieste/firme/{raccolta.pk}/"
    assert "1 su 7" in vai(casa.presidente, pagina).text
    assert vai(casa.segretaria, pagina).status_code == 404
    assert "Scuolabus" not in vai(casa.segretaria, elenco).text
    assert "puoi firmare" in vai(altra, elenco).text
    vai(altra, f"{pagina}firma/", {})
    assert "2 su 7" in vai(altra, pagina).text
    vai(altra, f"{pagina}togli/", {})
    assert "1 su 7" in vai(altra, pagina).text
    assert vai(altra, f"{pagina}ritira/", {}).status_code == 409
    vai(casa.presidente, f"{pagina}ritira/", {})
    assert "ritirata" in vai(altra, pagina).text
    assert vai(altra, f"{pagina}firma/", {}).status_code == 409


def test_with_the_last_signature_the_page_says_by_when(casa, vai):
    siedono = [persona(casa.istituto, Ruolo.RESPONSABILE) for _ in range(7)]
    for chi in siedono:
        MandatoFactory(istituto=casa.istituto, organo=casa.organo, persona=chi)
    vai(casa.presidente, f"{casa.organo.pk}/richieste/firme/", {"argomenti": "Mensa"})
    pagina = f"richieste/firme/{RaccoltaFirme.objects.get().pk}/"
    # Twenty-six members: nine are a third of them.
    for chi in siedono:
        vai(chi, f"{pagina}firma/", {})
    assert not Richiesta.objects.exists()
    ultima = casa.mandati[2].persona
    ultima.utente = persona(casa.istituto, Ruolo.DOCENTE).utente
    ultima.utente.persone.update(utente=None)
    ultima.save()
    vai(ultima, f"{pagina}firma/", {})
    assert Richiesta.objects.get().firme.count() == 9
    letta = vai(casa.presidente, pagina).text
    assert "La richiesta è presentata" in letta
    assert "mercoledì 12 giugno" in letta
    assert "Prepara la seduta" in vai(casa.presidente, f"{casa.organo.pk}/richieste/").text


def test_requests_and_motions_leave_as_files(casa, vai):
    dati = {
        "chi": "presidente", "presentata_il": "2024-06-03", "argomenti": "Mensa",
    }  # fmt: skip
    vai(casa.presidente, f"{casa.organo.pk}/richieste/nuova/", dati)
    presenta_mozione(
        autore=contesto(casa.presidente), adesso=ADESSO, organo_id=casa.organo.pk,
        genere="mozione", oggetto="=1+1", testo="Si chiede",
    )  # fmt: skip
    dove = f"{casa.organo.pk}/richieste/"
    richieste = vai(casa.segretaria, f"{dove}?lista=richieste&formato=csv").content.decode()
    assert "Mensa" in richieste
    mozioni = vai(casa.segretaria, f"{dove}?lista=mozioni&formato=csv").content.decode()
    assert "'=1+1" in mozioni
    assert "Mensa" not in mozioni
