"""The room on the screen: regions, heartbeat, refusals, a fixed number of queries."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.scuola import tenancy
from organi_collegiali.enums import EsitoPunto, StatoSeduta
from organi_collegiali.models import Intervento, Movimento, Punto
from organi_collegiali.services import aula as servizi
from organi_collegiali.services.blocco import tocca
from organi_collegiali.services.voto.inversione import chiedi_inversione
from tests.factories.organi import ConvocatoFactory, MandatoFactory, PuntoFactory
from tests.factories.scuola import ADESSO, UtenteFactory
from tests.organi_collegiali.scena_aula import sala
from tests.organi_collegiali.scena_norme import regolamento

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture(autouse=True)
def _adesso(monkeypatch):
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO + timedelta(hours=2))


@pytest.fixture
def scena():
    trovata = sala()
    trovata.apri(14)
    return trovata


@pytest.fixture
def segretario(client, scena):
    persona = scena.segretario.persona
    if persona.utente is None:
        persona.utente = UtenteFactory()
        persona.save(update_fields=["utente"])
    client.force_login(persona.utente)
    return client


def url(scena, nome, pk=None):
    return reverse(f"organi:{nome}", args=[scena.seduta.istituto.slug, pk or scena.seduta.pk])


def riprendi(scena):
    """Back inside the institute, after a request."""
    tenancy.imposta(istituto_id=scena.seduta.istituto_id)


def quante(client, indirizzo, **altro):
    with CaptureQueriesContext(
        connection,
    ) as fatte:
        risposta = client.get(indirizzo, **altro)
    assert risposta.status_code in (200, 204)
    return len(fatte)


def test_the_page_says_who_is_there_and_why_it_is_valid(segretario, scena):
    testo = segretario.get(url(scena, "aula")).content.decode()
    assert "La seduta è valida" in testo
    assert "metà più uno di 19, 19 : 2 = 9, più 1" in testo
    assert testo.count("data-riga=") == 19
    assert 'role="img"' in testo
    assert "<caption>Presenti nel corso della seduta</caption>" in testo


def test_the_heartbeat_is_silent_until_something_changes(segretario, scena):
    scena.seduta.refresh_from_db()
    battito = f"{url(scena, 'battito')}?versione={scena.seduta.versione}"
    assert segretario.get(battito, **HTMX).status_code == 204
    riprendi(scena)
    tocca(scena.seduta, ADESSO)
    risposta = segretario.get(battito, **HTMX)
    assert risposta.status_code == 200
    (evento,) = json.loads(risposta.headers["HX-Trigger"])
    assert evento == "seduta-cambiata"
    assert f"versione={scena.seduta.versione}" in risposta.content.decode()


def test_the_same_queries_with_nineteen_and_with_a_hundred_and_fifty(segretario, scena):
    indirizzi = {
        "aula": url(scena, "aula"),
        "battito": f"{url(scena, 'battito')}?versione=0",
        "fermo": f"{url(scena, 'battito')}?versione={scena.seduta.versione}",
        "proiezione": url(scena, "proiezione"),
    }
    richiesta = {nome: HTMX if nome in ("battito", "fermo") else {} for nome in indirizzi}
    prima = {}
    for nome, indirizzo in indirizzi.items():
        segretario.get(indirizzo)
        prima[nome] = quante(segretario, indirizzo, **richiesta[nome])
    riprendi(scena)
    for _ in range(131):
        mandato = MandatoFactory(istituto=scena.seduta.istituto, organo=scena.seduta.organo)
        ConvocatoFactory(istituto=scena.seduta.istituto, seduta=scena.seduta, mandato=mandato)
    for n in range(5, 30):
        PuntoFactory(istituto=scena.seduta.istituto, seduta=scena.seduta, ordine=n)
    dopo = {n: quante(segretario, dove, **richiesta[n]) for n, dove in indirizzi.items()}
    assert dopo == prima
    assert prima["fermo"] <= 10


def test_a_movement_without_the_script_goes_back_to_the_room(segretario, scena):
    chi = scena.fuori[0]
    risposta = segretario.post(url(scena, "movimento"), {"entra": chi.pk, "alle": ""})
    assert (risposta.status_code, risposta.url) == (302, url(scena, "aula"))
    riprendi(scena)
    assert Movimento.objects.filter(convocato=chi, entra=True).count() == 1


@pytest.mark.parametrize(
    ("dati", "stato", "frase"),
    [
        ({"alle": "7.00"}, 409, "non era aperta"),
        ({"alle": "25.00"}, 422, "Scrivi l’ora come 18.20."),
        ({"alle": "domani"}, 422, "Scrivi l’ora come 18.20."),
        ({"a_distanza": "si"}, 409, "non prevede chi partecipa a distanza"),
    ],
)
def test_a_refused_movement_says_why(segretario, scena, dati, stato, frase):
    chi = scena.fuori[0]
    risposta = segretario.post(url(scena, "movimento"), {"entra": chi.pk, **dati}, **JSON)
    assert risposta.status_code == stato
    assert frase in " ".join(risposta.json()["rifiuto"])
    pagina = segretario.post(url(scena, "movimento"), {"entra": chi.pk, **dati})
    assert pagina.status_code == stato
    assert frase in pagina.content.decode()
    riprendi(scena)
    assert not Movimento.objects.filter(convocato=chi).exists()


def test_somebody_of_another_sitting_is_not_found(segretario, scena):
    altra = sala()
    convocato = altra.convocati[3]
    riprendi(scena)
    risposta = segretario.post(url(scena, "movimento"), {"entra": convocato.pk})
    assert risposta.status_code == 404


def test_the_notes_come_back_with_both_texts(segretario, scena):
    punto = scena.punti[0]
    servizi.avvia_punto(**scena.chi(1), punto_id=punto.pk)
    servizi.salva_discussione(**scena.chi(2), punto_id=punto.pk, testo="Di un altro", versione=1)
    dove = url(scena, "discussione", punto.pk)
    dati = {"testo": "Il mio", "versione": 1}
    risposta = segretario.post(dove, dati, **JSON)
    assert risposta.status_code == 409
    assert risposta.json()["attuale"] == {"testo": "Di un altro", "versione": 2}
    pagina = segretario.post(dove, dati)
    assert pagina.status_code == 409
    assert "Il mio" in pagina.content.decode()
    assert "Di un altro" in pagina.content.decode()
    salvata = segretario.post(dove, {"testo": "I due", "versione": 2}, **JSON)
    assert salvata.json()["versione"] == 3
    riprendi(scena)
    assert Punto.objects.get(pk=punto.pk).discussione == "I due"


def test_the_closing_names_what_is_missing(segretario, scena):
    pagina = segretario.get(url(scena, "chiudi"))
    assert scena.punti[2].titolo in pagina.content.decode()
    risposta = segretario.post(url(scena, "chiudi"), {"riletto": "si"})
    assert risposta.status_code == 422
    assert "4 punti non hanno ancora un esito" in risposta.content.decode()


def test_a_closed_sitting_leads_to_its_card(segretario, scena):
    for punto in scena.punti:
        servizi.concludi_punto(
            **scena.chi(3), punto_id=punto.pk, esito=EsitoPunto.RINVIATO, motivo="Ora tarda"
        )
    risposta = segretario.post(url(scena, "chiudi"), {"riletto": "si"})
    assert (risposta.status_code, risposta.url) == (302, url(scena, "seduta"))
    risposta = segretario.get(url(scena, "aula"), **HTMX)
    assert risposta.headers["HX-Redirect"] == url(scena, "seduta")
    riprendi(scena)
    scena.seduta.refresh_from_db()
    assert scena.seduta.stato == StatoSeduta.CHIUSA


def test_while_something_is_voted_no_item_is_ended_and_the_screen_says_why(segretario, scena):
    servizi.avvia_punto(**scena.chi(1), punto_id=scena.punti[0].pk)
    pagina = segretario.get(url(scena, "aula")).content.decode()
    assert '<button type="submit" class="btn btn-primary">Concludi il punto</button>' in pagina
    riprendi(scena)
    chiedi_inversione(**scena.chi(2), punto_id=scena.punti[2].pk)
    pagina = segretario.get(url(scena, "aula")).content.decode()
    assert "Concludi il punto</button></div>" not in pagina
    assert "C’è una votazione aperta: prima si proclama, o si annulla." in pagina
    assert "btn-chiuso" in pagina


def test_of_who_left_the_word_is_not_given(segretario, scena):
    servizi.avvia_punto(**scena.chi(1), punto_id=scena.punti[0].pk)
    chiede = servizi.iscrive_a_parlare(
        **scena.chi(2), punto_id=scena.punti[0].pk, convocato_id=scena.presidente.pk
    )
    assert f'id="da-{chiede.pk}"' in segretario.get(url(scena, "aula")).content.decode()
    riprendi(scena)
    scena.muove(scena.presidente, 3, entra=False)
    pagina = segretario.get(url(scena, "aula")).content.decode()
    assert f'id="da-{chiede.pk}"' not in pagina
    assert "fuori dall’aula" in pagina


def test_the_dialog_of_the_adjournment_says_which_cause_holds(segretario, scena):
    regolamento(scena.seduta.istituto, aggiornamento__minuti="30", aggiornamento__entro="5 giorni")
    pagina = segretario.get(url(scena, "aggiorna")).content.decode()
    assert 'value="protrazione" required aria-describedby="nota-protrazione" disabled' in pagina
    assert "art. 11" in pagina
    assert "senza una nuova convocazione si riprende entro" in pagina
    risposta = segretario.post(
        url(scena, "aggiorna"), {"causa": "numero_legale", "motivo": "Siamo pochi"}
    )
    assert risposta.status_code == 422
    assert "Siamo pochi" in risposta.content.decode()
    assert segretario.post(url(scena, "aggiorna"), {"motivo": "x"}).status_code == 422
    fatta = segretario.post(url(scena, "aggiorna"), {"causa": "disordine", "motivo": "Tumulto"})
    assert fatta.status_code == 302


def test_where_the_regulation_is_silent_the_dialog_says_so(segretario, scena):
    pagina = segretario.get(url(scena, "aggiorna")).content.decode()
    assert "nessuna norma lo regola" in pagina
    assert (
        segretario.post(
            url(scena, "aggiorna"), {"causa": "protrazione", "motivo": "Tardi"}
        ).status_code
        == 302
    )


def test_varie_ed_eventuali_has_no_panel_of_the_vote(segretario, scena):
    for punto in scena.punti[:3]:
        servizi.concludi_punto(
            **scena.chi(3), punto_id=punto.pk, esito=EsitoPunto.RINVIATO, motivo="Ora tarda"
        )
    servizi.avvia_punto(**scena.chi(4), punto_id=scena.punti[3].pk)
    testo = segretario.get(url(scena, "aula")).content.decode()
    assert "Metti ai voti" not in testo
    assert "Concludi il punto 4" in testo


def test_who_asks_for_the_word_is_put_on_the_list(segretario, scena):
    punto = scena.punti[0]
    servizi.avvia_punto(**scena.chi(1), punto_id=punto.pk)
    dati = {"convocato": scena.presidente.pk}
    assert segretario.post(url(scena, "parola", punto.pk), dati, **HTMX).status_code == 200
    riprendi(scena)
    intervento = Intervento.objects.get()
    segretario.post(url(scena, "intervento_cambia", intervento.pk), {"da": "si"}, **HTMX)
    riprendi(scena)
    intervento.refresh_from_db()
    assert intervento.dato_il


def test_the_wall_says_nothing_of_persons(segretario, scena):
    punto = scena.punti[1]
    punto.titolo, punto.su_persone = "Sanzione a Rossi Mario", True
    punto.titolo_pubblico = "Provvedimento"
    punto.save(update_fields=["titolo", "su_persone", "titolo_pubblico"])
    testo = segretario.get(url(scena, "proiezione")).content.decode()
    assert "Provvedimento" in testo
    assert "Rossi" not in testo
    assert scena.presidente.persona.cognome not in testo
    riprendi(scena)
    scena.seduta.riservata = True
    scena.seduta.save(update_fields=["riservata"])
    testo = segretario.get(url(scena, "proiezione")).content.decode()
    assert "Provvedimento" not in testo
    assert scena.punti[0].titolo not in testo


@pytest.mark.parametrize("di", ["numero_legale", "cariche", "delibera"])
def test_every_reason_opens(segretario, scena, di):
    assert segretario.get(url(scena, "perche_seduta"), {"di": di}).status_code == 200


def test_there_is_no_other_reason(segretario, scena):
    assert segretario.get(url(scena, "perche_seduta"), {"di": "altro"}).status_code == 404


@pytest.mark.parametrize("nome", ["sospendi", "aggiorna", "cariche", "chiudi"])
def test_every_dialog_is_a_page_too(segretario, scena, nome):
    assert segretario.get(url(scena, nome)).status_code == 200
    assert segretario.get(url(scena, nome), **HTMX).status_code == 200


def test_the_roll_is_filtered_without_the_script(segretario, scena):
    chi = scena.convocati[4].persona
    testo = segretario.get(url(scena, "aula"), {"chi": chi.cognome}).content.decode()
    assert f"{chi}" in testo
    assert testo.count("data-riga=") == 1
