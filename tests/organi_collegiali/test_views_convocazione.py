"""The screen of a draft as a browser asks for it, with a script and without."""

import io
import re

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cpia.norme.profili import profilo
from cpia.norme.services import carica_profilo
from cpia.scuola import orologio, tenancy
from cpia.scuola.models import Istituto
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.forms.bozze import come_letti
from organi_collegiali.models import Allegato, Avviso, Mozione, Punto, Richiesta, Seduta
from organi_collegiali.services.convocazione.agenda import aggiungi_punto
from organi_collegiali.services.convocazione.bozze import DatiSeduta
from tests.factories.scuola import ADESSO
from tests.organi_collegiali.scena_bozza import Ufficio, alle, ufficio

pytestmark = pytest.mark.django_db

PEZZO = {"HX-Request": "true"}


@pytest.fixture
def casa(settings, tmp_path, monkeypatch) -> Ufficio:
    settings.MFA_OBBLIGATORIA = False
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)
    carica_profilo(profilo=profilo("ic-pinocchio-montesicuro"))
    istituto = Istituto.objects.get(slug="ic-pinocchio-montesicuro")
    tenancy.imposta(istituto_id=istituto.pk)
    return ufficio(istituto)


@pytest.fixture
def vai(casa):
    """``vai(chi, dove, dati)``: a GET without ``dati``, else a POST; as a script with ``pezzo``."""
    aperti: dict[int, Client] = {}

    def chiedi(chi, dove, dati=None, *, pezzo=False):
        if chi.pk not in aperti:
            aperti[chi.pk] = Client()
            aperti[chi.pk].force_login(chi.utente)
        indirizzo = f"/{casa.istituto.slug}/organi/{dove}"
        metodo = aperti[chi.pk].get if dati is None else aperti[chi.pk].post
        risposta = metodo(indirizzo, dati, headers=PEZZO if pezzo else {})
        tenancy.imposta(istituto_id=casa.istituto.pk)
        return risposta

    return chiedi


def scrivi(seduta: Seduta, **scritti: str) -> dict[str, str]:
    """What the form sends: what it was showing, and what was typed over it."""
    letti = come_letti(DatiSeduta.di(seduta))
    mostrati = {nome.removeprefix("prima_"): valore for nome, valore in letti.items()}
    return letti | {n: v for n, v in (mostrati | scritti).items() if v or n != "riservata"}


def pdf(pagine: int) -> SimpleUploadedFile:
    foglio, scritto = pikepdf.new(), io.BytesIO()
    for _ in range(pagine):
        foglio.add_blank_page()
    foglio.save(scritto)
    return SimpleUploadedFile("Prospetto.pdf", scritto.getvalue(), "application/pdf")


# The top


def test_the_judgement_follows_what_is_typed(casa, vai):
    seduta = casa.bozza(luogo="Aula magna")
    dove = f"sedute/{seduta.pk}/prepara/"
    assert "la prima data possibile è" in vai(casa.segretaria, dove).text
    scritta = scrivi(seduta, giorno="2024-06-12", ora="17:30")
    pezzo = vai(casa.segretaria, dove, scritta, pezzo=True)
    assert pezzo.status_code == 200
    assert "Nei termini, se parte entro venerdì 7 giugno" in pezzo.text
    assert "almeno 5 giorni prima della data stabilita" in pezzo.text
    assert "entro domenica 9 giugno" in pezzo.text  # extraordinary
    assert "lunedì 10 giugno" in pezzo.text  # first possible day
    assert 'hx-swap-oob="true"' in pezzo.text
    seduta.refresh_from_db()
    assert seduta.inizio_previsto == alle(12)


def test_out_of_term_is_said_at_the_field_and_urgent_is_offered(casa, vai):
    seduta = casa.bozza(luogo="Aula magna")
    dove = f"sedute/{seduta.pk}/prepara/"
    pezzo = vai(
        casa.segretaria, dove, scrivi(seduta, giorno="2024-06-07", ora="17:30"), pezzo=True
    ).text
    assert "Fuori termine: doveva partire entro domenica 2 giugno" in pezzo
    assert re.search(r'id="errore-giorno".*?è in ritardo di 3 giorni', pezzo, re.DOTALL)
    assert "Convoca d’urgenza" in pezzo
    seduta.refresh_from_db()
    urgente = scrivi(seduta) | {"passa_tipo": "urgente"}
    pezzo = vai(casa.segretaria, dove, urgente, pezzo=True).text
    assert "Nei termini" in pezzo
    assert "Scrivi perché è urgente" in pezzo
    seduta.refresh_from_db()
    assert seduta.tipo == "urgente"


@pytest.mark.parametrize(
    ("scritti", "nome", "messaggio"),
    [
        ({"giorno": "domani"}, "giorno", "Scrivi il giorno come 10/06/2024."),
        ({"giorno": "0002-06-12", "ora": "17:30"}, "giorno", "Controlla l’anno."),
        ({"giorno": "2024-06-12", "ora": ""}, "ora", "Scrivi anche l’ora."),
        ({"luogo": "x" * 161}, "luogo", "Il luogo ha 161 caratteri: al più sono 160."),
        ({"collegamento": "qui"}, "collegamento", "Scrivi l’indirizzo intero"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(casa, vai, scritti, nome, messaggio):
    seduta = casa.bozza()
    dove = f"sedute/{seduta.pk}/prepara/"
    for pezzo in (True, False):
        risposta = vai(casa.segretaria, dove, scrivi(seduta, **scritti), pezzo=pezzo)
        assert risposta.status_code == 422
        assert re.search(rf'id="errore-{nome}".*?{messaggio}', risposta.text, re.DOTALL)
    # Without a script what was typed is in the fields again.
    for valore in filter(None, scritti.values()):
        assert f'value="{valore}"' in risposta.text
    seduta.refresh_from_db()
    assert seduta.versione == 1


def test_a_link_is_not_asked_where_the_regulation_knows_none(casa, vai):
    seduta = casa.bozza()
    pagina = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/").text
    assert 'name="collegamento"' not in pagina
    assert "Solo in presenza: prassi d’istituto" in pagina


def test_two_secretaries_see_both_values_and_choose(casa, vai):
    seduta = casa.bozza(luogo="Aula magna")
    dove = f"sedute/{seduta.pk}/prepara/"
    prima = scrivi(seduta, luogo="Palestra")
    vai(casa.presidente, dove, scrivi(seduta, luogo="Biblioteca"), pezzo=True)
    contesa = vai(casa.segretaria, dove, prima, pezzo=True)
    assert contesa.status_code == 409
    assert "Palestra" in contesa.text
    assert "Biblioteca" in contesa.text
    assert Seduta.objects.get().luogo == "Biblioteca"
    vai(casa.segretaria, dove, prima | {"tengo": "mio"})
    assert Seduta.objects.get().luogo == "Palestra"
    vai(casa.presidente, dove, scrivi(seduta, luogo="Mensa") | {"tengo": "altro"})
    assert Seduta.objects.get().luogo == "Palestra"


def test_what_another_wrote_elsewhere_is_not_written_over_unseen(casa, vai):
    """This screen goes on showing the old place: its next save must not bring it back."""
    seduta = casa.bozza(luogo="Aula magna")
    dove = f"sedute/{seduta.pk}/prepara/"
    mia = scrivi(seduta, giorno="2024-06-12", ora="17:30")
    vai(casa.presidente, dove, scrivi(seduta, luogo="Biblioteca"), pezzo=True)
    pezzo = vai(casa.segretaria, dove, mia, pezzo=True).text
    letti = dict(re.findall(r'type="hidden" name="(prima_\w+)" value="([^"]*)"', pezzo))
    assert letti["prima_luogo"] == "Aula magna"
    vai(casa.segretaria, dove, mia | letti | {"ora": "18:00"}, pezzo=True)
    seduta.refresh_from_db()
    assert seduta.luogo == "Biblioteca"
    assert seduta.inizio_previsto == alle(12, 16).replace(minute=0)


# The agenda


def test_an_item_is_added_by_typing_and_moves_without_a_script(casa, vai):
    seduta = casa.bozza()
    dove = f"sedute/{seduta.pk}/prepara/punti/"
    for titolo in ("Bilancio", "Criteri"):
        pezzo = vai(casa.segretaria, dove, {"titolo": titolo}, pezzo=True)
        assert titolo in pezzo.text
    assert "annuncia" in pezzo["HX-Trigger"]
    bilancio, criteri = seduta.punti.order_by("ordine")
    spostato = vai(casa.segretaria, f"prepara/punti/{criteri.pk}/sposta/", {"dove": "su"})
    assert spostato.status_code == 302
    pezzo = vai(casa.segretaria, f"prepara/punti/{bilancio.pk}/sposta/", {"dove": "x"}, pezzo=True)
    assert pezzo.status_code == 409
    assert [p.titolo for p in seduta.punti.order_by("ordine")] == ["Criteri", "Bilancio"]
    vuoto = vai(casa.segretaria, dove, {"titolo": " "}, pezzo=True)
    assert vuoto.status_code == 422
    assert "Scrivi il titolo del punto." in vuoto.text


def test_an_item_on_persons_needs_a_title_without_names(casa, vai):
    seduta = casa.bozza(inizio_previsto=alle(12))
    punto = casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo="Decadenza di Ettore Mandolesi")
    dove = f"prepara/punti/{punto.pk}/"
    dati = {"titolo": punto.titolo, "natura": "delibera", "su_persone": "on", "versione": "1"}
    rifiutata = vai(casa.segretaria, dove, dati, pezzo=True)
    assert rifiutata.status_code == 422
    assert rifiutata["HX-Retarget"] == f"#punto-{punto.pk}"
    assert "senza nomi" in rifiutata.text
    vai(casa.segretaria, dove, dati | {"titolo_pubblico": "Decadenza di un consigliere"})
    pagina = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/").text
    assert "voto segreto" in pagina
    tutto = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/anteprima/").text
    albo = tutto[tutto.index("All’albo online</h2>") :]
    assert "Decadenza di un consigliere" in albo
    assert "Mandolesi" not in albo
    assert "art. 37 c. 4" in vai(casa.segretaria, f"{dove}perche/").text


def test_an_item_renamed_by_two_shows_both(casa, vai):
    seduta = casa.bozza()
    punto = casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo="Bilancio")
    dati = {"natura": "delibera", "versione": "1"}
    vai(casa.presidente, f"prepara/punti/{punto.pk}/", dati | {"titolo": "Consuntivo"})
    contesa = vai(
        casa.segretaria, f"prepara/punti/{punto.pk}/", dati | {"titolo": "Programma"}, pezzo=True
    )
    assert contesa.status_code == 409
    assert "Consuntivo" in contesa.text
    assert 'value="Programma"' in contesa.text
    assert 'name="versione" value="2"' in contesa.text


def test_papers_are_counted_awaited_and_looked_through(casa, vai):
    seduta = casa.bozza(inizio_previsto=alle(12))
    punto = casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo="Bilancio")
    dove = f"prepara/punti/{punto.pk}/allega/"
    assert "entro lunedì 10 giugno" in vai(casa.segretaria, dove).text
    vai(casa.segretaria, dove, {"file": pdf(3), "titolo": "Modello H"})
    vai(casa.segretaria, dove, {"titolo": "Parere dei revisori", "atteso_entro": "2024-06-10"})
    pagina = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/").text
    assert "PDF, 3 pagine" in pagina
    assert "manca: atteso entro lunedì 10 giugno" in pagina
    nocivo = SimpleUploadedFile("x.pdf", b"MZ niente di buono", "application/pdf")
    for dati, testo in (
        ({"file": nocivo}, "invalid-feedback"),
        ({}, "Scegli una cosa sola"),
        ({"atteso_entro": "2024-06-10"}, "Scrivi che cosa si attende."),
        ({"titolo": "Parere", "atteso_entro": "2024-06-01"}, "già passato"),
    ):
        rifiutata = vai(casa.segretaria, dove, dati)
        assert rifiutata.status_code == 422
        assert testo in rifiutata.text
    atteso = Allegato.objects.get(depositato_il__isnull=True)
    vai(casa.segretaria, f"prepara/allegati/{atteso.pk}/deposita/", {"file": pdf(1)})
    atteso.refresh_from_db()
    assert (atteso.pagine, atteso.titolo) == (1, "Parere dei revisori")
    assert atteso.depositato_il == ADESSO
    vai(casa.segretaria, f"prepara/allegati/{atteso.pk}/togli/", {})
    assert [a.titolo for a in Allegato.objects.all()] == ["Modello H"]


# To the signature and back


def test_from_the_draft_to_who_signs_and_back(casa, vai):
    seduta = casa.bozza(inizio_previsto=alle(12), luogo="Aula magna")
    dove = f"sedute/{seduta.pk}/prepara/"
    chiusa = vai(casa.segretaria, f"{dove}firma/")
    assert chiusa.status_code == 200
    assert "L’ordine del giorno è vuoto" in chiusa.text
    casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo="Bilancio")
    dialogo = vai(casa.segretaria, f"{dove}firma/", pezzo=True).text
    assert "19 persone" in dialogo
    assert "1 persona riceve l’avviso a mano" in dialogo
    versione = re.search(r'name="versione" value="(\d+)"', dialogo)[1]
    vecchia = vai(casa.segretaria, f"{dove}firma/", {"riletto": "si", "versione": "1"})
    assert vecchia.status_code == 409
    vai(casa.segretaria, f"{dove}firma/", {"riletto": "si", "versione": versione})
    seduta.refresh_from_db()
    assert seduta.stato == StatoSeduta.ALLA_FIRMA
    assert "L’avviso è alla firma." in vai(casa.segretaria, dove).text
    assert vai(casa.segretaria, dove, scrivi(seduta, luogo="X"), pezzo=True).status_code == 409
    vai(casa.segretaria, f"{dove}riprendi/", {})
    seduta.refresh_from_db()
    assert seduta.stato == StatoSeduta.BOZZA
    assert not Avviso.objects.exists()
    vai(casa.segretaria, f"{dove}elimina/", {"riletto": "si"})
    assert not Seduta.objects.exists()


def test_the_reasons_have_their_sources(casa, vai):
    seduta = casa.bozza(inizio_previsto=alle(12))
    termine = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/perche/").text
    assert "12 giugno meno 5 giorni = 7 giugno" in termine
    assert "l’ultimo giorno utile sarebbe giovedì 6 giugno" in termine
    quorum = vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/numero-legale/").text
    assert "19 componenti in carica" in quorum
    assert "art. 1" in quorum


# What the members ask


def test_a_third_of_the_members_asks_for_a_sitting(casa, vai):
    dove = f"{casa.organo.pk}/richieste/"
    assert "7 componenti su 19" in vai(casa.segretaria, dove).text
    dati = {
        "chi": "componenti",
        "presentata_il": "2024-06-03",
        "argomenti": "Mensa",
        "firmatari": [m.pk for m in casa.mandati[:6]],
    }
    rifiutata = vai(casa.segretaria, f"{dove}nuova/", dati)
    assert rifiutata.status_code == 422
    assert "occorrono 7 firme e sono 6, ne mancano 1" in rifiutata.text
    assert "Mensa" in rifiutata.text
    vai(casa.segretaria, f"{dove}nuova/", dati | {"firmatari": [m.pk for m in casa.mandati[:7]]})
    richiesta = Richiesta.objects.get()
    assert richiesta.convocare_entro.isoformat() == "2024-06-10"
    assert richiesta.firme.count() == 7
    avviata = vai(casa.segretaria, f"richieste/{richiesta.pk}/convoca/", {})
    seduta = Seduta.objects.get()
    assert avviata.url.endswith(f"sedute/{seduta.pk}/prepara/")
    assert [p.titolo for p in seduta.punti.all()] == ["Mensa"]
    assert "in preparazione o convocata" in vai(casa.segretaria, dove).text


def test_a_member_asks_and_the_president_answers_once(casa, vai):
    dove = f"{casa.organo.pk}/mozioni/nuova/"
    dati = {"genere": "interrogazione", "oggetto": "Palestra", "testo": "Quando riapre?"}
    assert vai(casa.segretaria, dove).status_code == 403
    vuota = vai(casa.presidente, dove, {"genere": "interrogazione"})
    assert vuota.status_code == 422
    vai(casa.presidente, dove, dati)
    mozione = Mozione.objects.get()
    pagina = f"mozioni/{mozione.pk}/"
    assert vai(casa.segretaria, f"{pagina}rispondi/", {"risposta": "x"}).status_code == 403
    vai(casa.presidente, f"{pagina}rispondi/", {"risposta": "A settembre."})
    assert "A settembre." in vai(casa.segretaria, pagina).text
    ancora = vai(casa.presidente, f"{pagina}rispondi/", {"risposta": "Mai."})
    assert ancora.status_code == 422
    assert Mozione.objects.get().risposta == "A settembre."


def test_as_many_queries_with_one_item_as_with_thirty(casa, vai):
    contate = []
    for quanti in (1, 30):
        seduta = casa.bozza(inizio_previsto=alle(12))
        for n in range(quanti):
            casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo=f"Punto {n}")
        for punto in Punto.objects.filter(seduta=seduta):
            Allegato.objects.create(
                istituto=casa.istituto, punto=punto, titolo="Parere", atteso_entro=ADESSO.date()
            )
        vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/")
        with CaptureQueriesContext(connection) as fatte:
            assert vai(casa.segretaria, f"sedute/{seduta.pk}/prepara/").status_code == 200
        contate.append(len(fatte))
    assert contate[0] == contate[1]
