"""The screens of a secret vote: the ballot that leaves no trace, the count, paper, elections."""

import logging
import re
import time
from pathlib import Path

import pytest
from django.conf import settings as impostazioni
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.scuola import orologio
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import ModoVotazione, StatoVotazione
from organi_collegiali.models import ElezioneInSeduta, Votante, Votazione
from organi_collegiali.services.urna import chiavi
from tests.factories.scuola import ADESSO, IstitutoFactory
from tests.organi_collegiali.scena_urna import Scena, con_accesso, scena

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def urne(settings, tmp_path, monkeypatch) -> Path:
    settings.URNE = str(tmp_path / "urne")
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)
    return tmp_path / "urne"


@pytest.fixture
def qui(db):
    istituto = IstitutoFactory()
    with istituto_corrente(istituto.pk):
        yield con_accesso(scena(7, istituto))


def entra(qui: Scena, quale: int) -> Client:
    client = Client()
    client.force_login(qui.persone[quale].utente)
    return client


def dove(qui: Scena, nome: str, *di: int) -> str:
    return reverse(f"organi:{nome}", args=[qui.istituto.slug, *di])


def parole(risposta) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", risposta.content.decode()))


VOTA = {"scelte": "favorevole", "riletto": "si"}


def test_after_voting_no_page_says_what(qui, caplog):
    caplog.set_level(logging.DEBUG)
    votazione, client = qui.apri(), entra(qui, 1)
    pagina = dove(qui, "urna", votazione.pk)
    prima = client.get(pagina)
    assert prima.content.decode().count('name="scelte"') == 3
    assert "no-store" in prima["Cache-Control"]
    risposta = client.post(pagina, VOTA)
    assert (risposta.status_code, risposta["Location"]) == (302, pagina)
    assert not list(get_messages(risposta.wsgi_request))
    dopo = client.get(pagina)
    assert "Hai votato." in parole(dopo)
    assert "Hanno votato in 1 su 7" in parole(dopo)
    assert "avorevole" not in dopo.content.decode()
    assert "no-store" in dopo["Cache-Control"]
    assert "favorevole" not in caplog.text
    assert not Operazione.objects.filter(persona=qui.persone[1]).exists()


def test_a_second_ballot_is_refused_and_the_first_stays(qui):
    votazione, client = qui.apri(), entra(qui, 1)
    pagina = dove(qui, "urna", votazione.pk)
    client.post(pagina, VOTA)
    risposta = client.post(pagina, {"scelte": "contrario", "riletto": "si"})
    assert risposta.status_code == 409
    assert "Hai già votato" in parole(risposta)
    assert Votante.objects.count() == 1


@pytest.mark.parametrize(
    ("dati", "messaggio"),
    [
        ({"riletto": "si"}, "Scegli una delle voci."),
        ({"scelte": "favorevole"}, "Metti la spunta"),
        ({"scelte": "altro", "riletto": "si"}, "non è sulla scheda"),
        ({"scelte": ["favorevole", "contrario"], "riletto": "si"}, "al massimo 1 preferenza"),
    ],
)
def test_a_ballot_to_correct_says_why_at_its_place(qui, dati, messaggio):
    votazione, client = qui.apri(), entra(qui, 1)
    risposta = client.post(dove(qui, "urna", votazione.pk), dati)
    assert risposta.status_code == 422
    assert messaggio in parole(risposta)
    assert not Votante.objects.exists()


def test_preferences_and_the_blank_ballot(qui):
    votazione = qui.apri(candidati=3)
    ElezioneInSeduta.objects.create(
        istituto=qui.istituto, votazione=votazione, organo=qui.punto.seduta.organo,
        componente="docenti", posti=2, preferenze=2, dal=ADESSO.date(),
    )  # fmt: skip
    pagina, client = dove(qui, "urna", votazione.pk), entra(qui, 1)
    assert "Fino a 2 preferenze" in parole(client.get(pagina))
    risposta = client.post(pagina, {"scelte": ["1", "2", "3"], "riletto": "si"})
    assert "al massimo 2 preferenze" in parole(risposta)
    risposta = client.post(pagina, {"scelte": ["1", "bianca"], "riletto": "si"})
    assert "togli l’una o le altre" in parole(risposta)
    assert client.post(pagina, {"scelte": ["1", "3"], "riletto": "si"}).status_code == 302
    assert entra(qui, 2).post(pagina, {"scelte": ["bianca"], "riletto": "si"}).status_code == 302
    chiusa = qui.chiudi(votazione)
    assert [p.voti for p in chiusa.proposte.order_by("ordine")] == [1, 0, 1]
    assert chiusa.bianche == 1


def test_the_voter_checks_names_and_number_and_sees_figures_once_proclaimed(qui):
    votazione = qui.apri()
    for chi in range(5):
        qui.vota(votazione, chi, "contrario" if chi else "favorevole")
    qui.chiudi(votazione)
    pagina, client = dove(qui, "urna", votazione.pk), entra(qui, 1)
    letta = parole(client.get(pagina))
    assert "5 votanti, 5 schede contate" in letta
    assert all(str(persona) in letta for persona in qui.persone[:5])
    assert str(qui.persone[6]) not in letta.split("schede contate")[1]
    assert "contrari" not in letta
    Votazione.objects.filter(pk=votazione.pk).update(stato="proclamata", proclamata_il=ADESSO)
    assert "contrari 4" in parole(client.get(pagina))


# The count


def test_the_box_is_counted_by_who_runs_the_sitting(qui):
    votazione, client = qui.apri(), entra(qui, 0)
    for chi in range(4):
        qui.vota(votazione, chi, "favorevole")
    pagina = dove(qui, "spoglio", votazione.pk)
    prima = parole(client.get(pagina))
    assert "con meno di 5 votanti" in prima
    assert "3 presenti non hanno ancora votato" in prima
    assert "Se tutti hanno votato allo stesso modo" in prima
    assert client.post(pagina).status_code == 422
    assert client.post(pagina, {"riletto": "si"}).status_code == 302
    dopo = parole(client.get(pagina))
    assert "4 schede, 4 votanti" in dopo
    assert "dicono tutte la stessa cosa" in dopo
    votazione.refresh_from_db()
    assert votazione.stato == StatoVotazione.CHIUSA


@pytest.mark.parametrize("nome", ["spoglio", "schede_di_carta"])
def test_the_proof_is_asked_again_before_closing(qui, nome):
    modo = ModoVotazione.URNA if nome == "spoglio" else ModoVotazione.SCHEDE
    votazione, client = qui.apri(modo=modo), entra(qui, 0)
    pagina = dove(qui, nome, votazione.pk)
    assert client.get(pagina).status_code == 200
    sessione = client.session
    sessione["entrata"] = int(time.time()) - impostazioni.ESPORTAZIONE_RICONFERMA - 1
    sessione.save()
    for risposta in (client.get(pagina), client.post(pagina, {"riletto": "si"})):
        assert risposta.status_code == 302
        assert risposta["Location"].startswith(reverse("account_reauthenticate"))
        assert pagina in risposta["Location"]
    votazione.refresh_from_db()
    assert votazione.stato == StatoVotazione.APERTA


def scaduta(client: Client) -> Client:
    """The proof was given too long ago."""
    sessione = client.session
    sessione["entrata"] = int(time.time()) - impostazioni.ESPORTAZIONE_RICONFERMA - 1
    sessione.save()
    return client


@pytest.mark.parametrize(
    ("nome", "modo"),
    [
        ("urna_annulla", ModoVotazione.URNA),
        ("votazione_ripeti", ModoVotazione.URNA),
        ("votazione_ripeti", ModoVotazione.SCHEDE),
    ],
)
def test_the_proof_is_asked_again_before_annulling(qui, nome, modo):
    votazione, client = qui.apri(modo=modo), scaduta(entra(qui, 0))
    dati = {"motivo": "Un intruso in aula.", "annulla": "si"}
    risposta = client.post(dove(qui, nome, votazione.pk), dati)
    assert risposta.status_code == 302
    assert risposta["Location"].startswith(reverse("account_reauthenticate"))
    nel_dialogo = client.post(dove(qui, nome, votazione.pk), dati, headers={"HX-Request": "true"})
    assert nel_dialogo["HX-Redirect"].startswith(reverse("account_reauthenticate"))
    votazione.refresh_from_db()
    assert votazione.stato == StatoVotazione.APERTA
    sessione = client.session
    sessione["entrata"] = int(time.time())
    sessione.save()
    ritorno = "spoglio" if nome == "urna_annulla" else nome
    assert "Un intruso in aula." in client.get(dove(qui, ritorno, votazione.pk)).content.decode()
    senza_motivo = client.post(dove(qui, nome, votazione.pk), {"motivo": " ", "annulla": "si"})
    assert senza_motivo.status_code == 422
    assert client.post(dove(qui, nome, votazione.pk), dati).status_code == 302
    votazione.refresh_from_db()
    assert (votazione.stato, votazione.motivo_annullamento) == (
        StatoVotazione.ANNULLATA,
        "Un intruso in aula.",
    )


def test_the_page_that_annuls_a_secret_vote_asks_for_the_proof_too(qui):
    votazione, client = qui.apri(), scaduta(entra(qui, 0))
    risposta = client.get(dove(qui, "votazione_ripeti", votazione.pk))
    assert risposta["Location"].startswith(reverse("account_reauthenticate"))


@pytest.mark.parametrize("modo", [ModoVotazione.URNA, ModoVotazione.SCHEDE])
def test_there_is_no_other_way_to_close_a_secret_vote(qui, modo):
    votazione, client = qui.apri(modo=modo), entra(qui, 0)
    risposta = client.post(dove(qui, "votazione_chiudi", votazione.pk))
    assert risposta["Location"] == dove(qui, "spoglio", votazione.pk)
    votazione.refresh_from_db()
    assert votazione.stato == StatoVotazione.APERTA


def test_a_lost_key_is_said_clearly_and_the_vote_annulled(qui):
    votazione, client = qui.apri(), entra(qui, 0)
    qui.vota(votazione, 1, "favorevole")
    chiavi.distruggi(votazione.urna)
    pagina = dove(qui, "spoglio", votazione.pk)
    assert "La chiave di quest’urna non c’è più" in parole(client.get(pagina))
    persa = client.post(pagina, {"riletto": "si"})
    assert persa.status_code == 409
    assert "Chiudi e conta" not in parole(persa)
    annulla = dove(qui, "urna_annulla", votazione.pk)
    assert client.post(annulla, {"motivo": ""}).status_code == 422
    assert client.post(annulla, {"motivo": "Chiave perduta."}).status_code == 302
    assert "Nessuno ha letto le schede" in parole(
        entra(qui, 1).get(dove(qui, "urna", votazione.pk))
    )
    assert client.post(annulla, {"motivo": "Di nuovo."}).status_code == 409


def test_a_lot_is_written_down(qui):
    votazione, client = qui.apri(candidati=2), entra(qui, 0)
    ElezioneInSeduta.objects.create(
        istituto=qui.istituto, votazione=votazione, organo=qui.punto.seduta.organo,
        componente="docenti", dal=ADESSO.date(),
    )  # fmt: skip
    qui.vota(votazione, 0, "1")
    qui.vota(votazione, 1, "2")
    qui.chiudi(votazione)
    pagina, lotto = dove(qui, "spoglio", votazione.pk), dove(qui, "sorteggio", votazione.pk)
    assert "Manca un sorteggio" in parole(client.get(pagina))
    assert client.post(lotto, {"estratti": "x"}).status_code == 422
    estratta = votazione.proposte.get(ordine=2).pk
    assert client.post(lotto, {"estratti": estratta}).status_code == 302
    assert "Risulta eletto" in parole(client.get(pagina))


def test_paper_figures_keep_what_was_typed(qui):
    votazione, client = qui.apri(modo=ModoVotazione.SCHEDE), entra(qui, 0)
    pagina = dove(qui, "schede_di_carta", votazione.pk)
    dati = {
        "votanti": 7, "favorevoli": 5, "contrari": 1, "bianche": 0, "nulle": 0,
        "primo_scrutatore": qui.persone[1].pk, "secondo_scrutatore": qui.persone[2].pk,
    }  # fmt: skip
    risposta = client.post(pagina, dati)
    assert risposta.status_code == 422
    assert "5 + 1 + 0 + 0 = 6" in parole(risposta)
    assert 'value="5"' in risposta.content.decode()
    assert client.post(pagina, dati | {"bianche": 1}).status_code == 302
    assert "Cognome001" in parole(client.get(dove(qui, "spoglio", votazione.pk)))


def test_an_election_is_opened_from_its_candidates(qui):
    client, pagina = entra(qui, 0), dove(qui, "elezione_in_seduta", qui.punto.pk)
    assert "Segretario" in parole(client.get(pagina))
    assert client.get(f"{pagina}?elegge=altro").status_code == 404
    dati = {"candidati": [p.pk for p in qui.persone[:2]], "dal": "2024-06-05", "modo": "urna"}
    risposta = client.post(f"{pagina}?elegge=segretario", {**dati, "candidati": []})
    assert risposta.status_code == 422
    assert "Segna chi si candida." in parole(risposta)
    assert client.post(f"{pagina}?elegge=segretario", dati).status_code == 302
    votazione = Votazione.objects.get()
    assert votazione.elezione.carica == "segretario"
    assert [p.testo for p in votazione.proposte.all()] == [str(p) for p in qui.persone[:2]]


@pytest.mark.parametrize("nome", ["urna", "spoglio"])
def test_the_queries_do_not_grow_with_the_members(nome, qui):
    quante = []
    for quanti in (3, 30):
        altra = con_accesso(scena(quanti, qui.istituto), 1)
        votazione = altra.apri()
        for chi in range(1, quanti - 1):
            altra.vota(votazione, chi, "favorevole")
        client, pagina = entra(altra, 0), dove(altra, nome, votazione.pk)
        client.get(pagina)
        with CaptureQueriesContext(
            connection,
        ) as catturate:
            assert client.get(pagina).status_code == 200
        quante.append(len(catturate))
    assert quante[0] == quante[1]


def test_the_page_says_from_whom_it_does_not_protect(qui):
    letta = parole(entra(qui, 3).get(dove(qui, "come_resta_segreto")))
    assert "Non protegge da chi amministra il server" in letta
    assert "Non esiste una ricevuta" in letta
