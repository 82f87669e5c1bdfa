"""On the screen: one count in two schools, two sources that differ, and every refusal cited."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from cpia.norme.profili import profilo
from cpia.norme.services import carica_profilo
from cpia.scuola.models import Istituto
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import EsitoPunto, NaturaPunto, StatoSeduta, TipoOrgano
from organi_collegiali.forms.bozze import come_letti
from organi_collegiali.models import Delibera, Punto, PuntoAggiunto, Seduta, Votazione
from organi_collegiali.services.convocazione.bozze import DatiSeduta
from tests.factories.organi import PuntoFactory, SedutaFactory
from tests.factories.scuola import ADESSO
from tests.organi_collegiali.sala_di_prova import SalaDiProva, sala_di_prova
from tests.organi_collegiali.scena_bozza import ufficio

pytestmark = pytest.mark.django_db

NA2, PINOCCHIO = "cpia-napoli-provincia-2", "ic-pinocchio-montesicuro"
HTMX = {"HX-Request": "true"}
ALZATA = {"genere": "proposta", "forma": "palese", "modo_palese": "alzata", "testo": "Si approva."}


@pytest.fixture(autouse=True)
def _adesso(monkeypatch, settings):
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    settings.MFA_OBBLIGATORIA = False


class Banco:
    """A room of one of the schools, and the browser of who writes its minutes."""

    def __init__(self, client, slug, tipo=TipoOrgano.COLLEGIO, **numeri):
        carica_profilo(profilo=profilo(slug))
        self.istituto = Istituto.objects.get(slug=slug)
        self.client = client
        with self.dentro():
            self.sala: SalaDiProva = sala_di_prova(istituto=self.istituto, tipo=tipo, **numeri)
            client.force_login(self.sala.convocati[1].persona.utente)

    def dentro(self):
        return istituto_corrente(self.istituto.pk)

    def url(self, nome, riga):
        return reverse(f"organi:{nome}", args=[self.istituto.slug, riga.pk])

    def legge(self, nome, riga):
        return scritto(self.client.get(self.url(nome, riga)))

    def manda(self, nome, riga, **dati):
        return self.client.post(self.url(nome, riga), dati, headers=HTMX)


def scritto(risposta):
    return " ".join(risposta.content.decode().split())


# The same count in two schools


@pytest.mark.parametrize(
    ("slug", "titolo", "servono", "conto", "articolo"),
    [
        (
            NA2, "Approvata", "Servono 18 voti favorevoli, ce ne sono 20.",
            "I voti validi sono 20 + 15 = 35", "Regolamento degli organi collegiali, art. 9 ",
        ),
        (
            PINOCCHIO, "Non approvata, per un voto", "Servono 21 voti favorevoli, ce ne sono 20.",
            "I presenti al voto sono 40; metà più uno: 40 : 2 = 20, più 1 = 21",
            "Regolamento d’istituto, art. 17 ",
        ),
    ],
)  # fmt: skip
def test_forty_present_twenty_fifteen_five(client, slug, titolo, servono, conto, articolo):
    """While one types, once it is closed, in the reason and on the agenda."""
    banco = Banco(client, slug, in_carica=60, presenti=40)
    with banco.dentro():
        votazione = banco.sala.apri()
    cifre = {"favorevoli": "20", "contrari": "15", "astenuti": "5"}
    prova = client.get(banco.url("votazione_prova", votazione), cifre, headers=HTMX)
    chiusa = banco.manda("votazione_chiudi", votazione, **cifre)
    assert chiusa.status_code == 200
    aula = banco.legge("aula", banco.sala.seduta)
    perche = banco.legge("perche_votazione", votazione)
    for pagina in (scritto(prova), scritto(chiusa), aula, perche):
        assert titolo in pagina
        assert servono in pagina
        assert conto in pagina
        assert articolo in pagina
    if slug == PINOCCHIO:
        assert "voti validamente espressi" in perche
    else:
        assert "Non approvata" not in scritto(chiusa)
    banco.manda("proclama", votazione, riletto="si")
    with banco.dentro():
        assert Delibera.objects.exists() is (slug == NA2)
        esito = EsitoPunto.DELIBERATO if slug == NA2 else EsitoPunto.NON_APPROVATO
        assert Punto.objects.get().esito == esito


# Sources that differ, both in sight


def test_the_comitato_counts_the_votes_and_shows_who_says_otherwise(client):
    banco = Banco(client, NA2, TipoOrgano.COMITATO, in_carica=5, presenti=5)
    with banco.dentro():
        votazione = banco.sala.chiudi(banco.sala.apri(), 2, 1, 2)
    assert votazione.approvata
    perche = banco.legge("perche_votazione", votazione)
    assert "art. 4 n. 7" in perche
    assert "Art. 6 n. 2 dello stesso regolamento" in perche
    assert "maggioranza assoluta dei presenti" in perche
    organo = banco.legge("organo", banco.sala.seduta.organo)
    assert "Le fonti non dicono tutte la stessa cosa" in organo
    assert "Art. 6 n. 2 dello stesso regolamento" in organo


def test_the_dipartimento_proposes_and_shows_who_says_otherwise(client):
    banco = Banco(client, NA2, TipoOrgano.DIPARTIMENTO, in_carica=9, presenti=9)
    with banco.dentro():
        punto = banco.sala.punto(iniziato_il=ADESSO)
    for pagina in (banco.legge("testo", punto), banco.legge("aula", banco.sala.seduta)):
        assert "I dipartimenti propongono, non deliberano." in pagina
        assert "vengano investite da funzione deliberante" in pagina
        assert "Regolamento di istituto, art. 1 n. 3" in pagina
        assert "Regolamento degli organi collegiali, art. 4 " in pagina


# What is refused says why, with the article


@pytest.fixture
def banco(client) -> Banco:
    return Banco(client, PINOCCHIO, TipoOrgano.CONSIGLIO_ISTITUTO)


def rifiutata(risposta, *parole, stato=422):
    """The page of a refusal, with all these words on it."""
    assert risposta.status_code == stato
    pagina = scritto(risposta)
    for parola in parole:
        assert parola in pagina
    return pagina


def test_more_votes_than_present(banco):
    with banco.dentro():
        votazione = banco.sala.apri()
    cifre = {"favorevoli": "9", "contrari": "6", "astenuti": "0"}
    poche = banco.manda("votazione_chiudi", votazione, **cifre)
    rifiutata(poche, "I voti sono 15 e i presenti 14", "art. 37 c. 3", 'value="9"', 'value="6"')
    molte = banco.manda("votazione_chiudi", votazione, **cifre | {"favorevoli": "90"})
    rifiutata(molte, "Gli altri numeri superano già i 14 presenti al voto.", 'value="90"')
    with banco.dentro():
        votazione.refresh_from_db()
        assert votazione.favorevoli is None


def test_a_vote_without_the_legal_number(client):
    banco = Banco(client, PINOCCHIO, TipoOrgano.CONSIGLIO_ISTITUTO, presenti=9)
    with banco.dentro():
        punto = banco.sala.punto()
    rifiutata(
        banco.manda("votazione_nuova", punto, **ALZATA),
        "Non si vota:", "9 presenti su 10 che occorrono", "Regolamento d’istituto, art. 1 ",
    )  # fmt: skip
    with banco.dentro():
        assert not Votazione.objects.exists()


@pytest.mark.parametrize("natura", [NaturaPunto.VARIE, NaturaPunto.SENZA_VOTO])
def test_varie_ed_eventuali_put_to_the_vote(banco, natura):
    with banco.dentro():
        punto = banco.sala.punto(natura)
    rifiutata(
        banco.manda("votazione_nuova", punto, **ALZATA),
        "qui non si vota", "C.M. 16 aprile 1975, n. 105, art. 1",
    )  # fmt: skip
    with banco.dentro():
        assert not Votazione.objects.exists()


def test_an_item_already_voted(banco):
    with banco.dentro():
        votazione = banco.sala.proclama(banco.sala.chiudi(banco.sala.apri(), 14, 0, 0))
    rifiutata(
        banco.manda("votazione_nuova", votazione.punto, **ALZATA),
        "non si riapre", "art. 37 c. 3",
    )  # fmt: skip
    rifiutata(
        banco.manda("punto_avvia", votazione.punto), "non si riapre", "n. 105", stato=409
    )  # fmt: skip
    with banco.dentro():
        assert Votazione.objects.count() == 1


def test_a_deliberation_on_what_is_not_on_the_agenda(banco):
    """Nine of nineteen do not admit it: no vote follows on what was asked for."""
    chiesto = {"titolo": "Acquisto di banchi", "natura": "delibera"}
    assert banco.manda("ammissione", banco.sala.seduta, **chiesto).status_code == 200
    with banco.dentro():
        votazione = Votazione.objects.select_related("punto").get()
    chiusa = banco.manda("votazione_chiudi", votazione, favorevoli="9", contrari="5", astenuti="0")
    rifiutata(
        chiusa, "Non ammesso", "Servono 10 voti", "Regolamento d’istituto, art. 6 ", stato=200
    )
    banco.manda("proclama", votazione, riletto="si")
    rifiutata(
        banco.manda("votazione_nuova", votazione.punto, **ALZATA),
        "non si riapre", "C.M. 16 aprile 1975, n. 105, art. 1",
    )  # fmt: skip
    with banco.dentro():
        assert not Delibera.objects.exists()


@pytest.mark.parametrize(
    ("giorno", "detto"),
    [("2024-06-04", "già passati"), ("2024-06-07", "è in ritardo di 3 giorni")],
)
def test_a_day_that_is_over_or_too_near(client, giorno, detto):
    carica_profilo(profilo=profilo(PINOCCHIO))
    istituto = Istituto.objects.get(slug=PINOCCHIO)
    with istituto_corrente(istituto.pk):
        casa = ufficio(istituto)
        seduta = casa.bozza(luogo="Aula magna")
        letti = come_letti(DatiSeduta.di(seduta))
        client.force_login(casa.segretaria.utente)
        indirizzo = reverse("organi:prepara", args=[istituto.slug, seduta.pk])
    mostrati = {nome.removeprefix("prima_"): valore for nome, valore in letti.items()}
    mostrati.pop("riservata", None)
    scritti = letti | mostrati | {"giorno": giorno, "ora": "17:30"}
    pagina = scritto(client.post(indirizzo, scritti, headers=HTMX))
    assert re.search(rf'id="errore-giorno".*?{detto}', pagina)
    assert "Regolamento d’istituto, art. 2" in pagina
    manda = reverse("organi:manda_alla_firma", args=[istituto.slug, seduta.pk])
    rifiutata(client.post(manda, {"riletto": "si"}), detto, "Regolamento d’istituto, art. 2")
    with istituto_corrente(istituto.pk):
        seduta.refresh_from_db()
        assert seduta.stato == StatoSeduta.BOZZA


def riprende(banco, stato, **della_seduta):
    """The sitting of the room is over: another takes it up."""
    sala = banco.sala
    Seduta.objects.filter(pk=sala.seduta.pk).update(stato=stato, chiusa_il=ADESSO)
    return SedutaFactory(
        istituto=banco.istituto, organo=sala.seduta.organo, segue=sala.seduta,
        preparata_da=sala.presiede, presiede=sala.presiede, verbalizza=sala.convocati[1].persona,
        **della_seduta,
    )  # fmt: skip


@pytest.fixture
def da_dirigente(client) -> Banco:
    """Who writes the minutes prepares the sittings too: the president of the room."""
    banco = Banco(client, NA2, in_carica=60, presenti=40)
    with banco.dentro():
        client.force_login(banco.sala.presiede.utente)
    return banco


def test_an_adjourned_sitting_takes_no_new_item_by_a_notice(da_dirigente):
    banco = da_dirigente
    with banco.dentro():
        dopo = riprende(
            banco, StatoSeduta.CHIUSA, convocata=True, inizio_previsto=ADESSO + timedelta(days=3)
        )
        PuntoFactory(istituto=banco.istituto, seduta=dopo)
    nature = {f"natura_{posto}": "delibera" for posto in range(1, 6)}
    risposta = banco.client.post(banco.url("integra", dopo), nature | {"titolo_1": "Gite"})
    rifiutata(risposta, "con lo stesso ordine del giorno", "art. 11", 'value="Gite"')
    with banco.dentro():
        assert not PuntoAggiunto.objects.exists()


def test_an_adjourned_sitting_takes_no_new_item_in_the_room(da_dirigente):
    banco = da_dirigente
    with banco.dentro():
        dopo = riprende(banco, StatoSeduta.CHIUSA, in_corso=True)
    risposta = banco.manda("ammissione", dopo, titolo="Gite", natura="delibera")
    rifiutata(risposta, "con lo stesso ordine del giorno", "art. 11")
    with banco.dentro():
        assert not Punto.objects.exists()
