"""One click on the desk: done, seen, taken back while that can be; with and without scripts."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cpia.avvisi import registri
from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Promemoria, Scadenza
from cpia.avvisi.registri import Azione, AzioneRifiutata
from cpia.avvisi.services import (
    chiudi_scadenze,
    consegna_prossimo,
    metti_in_uscita,
    riapri_scadenze,
    ritira_dall_uscita,
)
from cpia.scuola import tenancy
from tests.avvisi.scena import avviso, contesto, controllo_di_prova, scadenza

GIORNO = timedelta(days=1)


@pytest.fixture
def oggi():
    return timezone.localdate()


class Lettura:
    """An app whose rows are done by saying that one has read; it may refuse."""

    def __init__(self, scuola):
        self.scuola = scuola
        self.rifiuto = ""
        self.chiamate = 0

    def __call__(self, contesto, scadenze):
        self.chiamate += 1
        return {uno.pk: [self._azione(uno.chiave)] for uno in scadenze}

    def _azione(self, chiave):
        def compi(*, autore, adesso):
            self._esigi()
            chiudi_scadenze(istituto_id=autore.istituto.pk, chiavi=[chiave], adesso=adesso)
            return f"Letta da {autore.persona.nome}."

        def disfa(*, autore, adesso):
            self._esigi()
            riapri_scadenze(istituto_id=autore.istituto.pk, chiavi=[chiave])

        return Azione("letta", "Ho letto", compi, disfa, principale=True)

    def _esigi(self):
        if self.rifiuto:
            raise AzioneRifiutata(self.rifiuto)


@pytest.fixture
def lettura(scuola, monkeypatch):
    app = Lettura(scuola)
    monkeypatch.setitem(registri.azioni_di, "avvisi", app)
    return app


@pytest.fixture
def pagine(scuola):
    """The teacher's browser; ``manda(percorso)`` posts as the script of the page does."""
    client = Client()
    client.force_login(scuola.docente.utente)
    base = f"/{scuola.istituto.slug}/scrivania/"

    def manda(percorso, *, con_script=True, dove=f"http://testserver{base}"):
        intestazioni = {"HX-Request": "true", "HX-Current-URL": dove} if con_script else {}
        risposta = client.post(f"{base}{percorso}", headers=intestazioni)
        tenancy.imposta(istituto_id=scuola.istituto.pk)
        return risposta

    def scrivania():
        pagina = client.get(base).text
        tenancy.imposta(istituto_id=scuola.istituto.pk)
        return pagina

    manda.scrivania = scrivania
    return manda


def test_the_row_offers_the_act_and_its_link_steps_back(scuola, lettura, pagine, oggi):
    una = scadenza(scuola, "una", oggi)
    pagina = pagine.scrivania()
    assert f'hx-post="/{scuola.istituto.slug}/scrivania/{una.pk}/fai/letta/"' in pagina
    assert 'class="btn btn-primary" data-fai>Ho letto' in pagina
    assert pagina.count(" data-fai>") == 1


def test_done_the_row_gives_way_to_its_sentence_and_can_be_taken_back(
    scuola, lettura, pagine, oggi
):
    una = scadenza(scuola, "una", oggi)
    scadenza(scuola, "altra", oggi)
    risposta = pagine(f"{una.pk}/fai/letta/")
    assert risposta.status_code == 200
    assert "<html" not in risposta.text
    for testo in (
        "data-esce",
        "Letta da Ugo.",
        f"/scrivania/{una.pk}/disfa/letta/",
        'id="conta-oggi" class="conta" hx-swap-oob="true">1<',
        "Una cosa si chiude oggi.",
        "Tutto, 1",
        "Fatto oggi",
    ):
        assert testo in risposta.text
    assert "Letta da Ugo." in risposta["HX-Trigger"]
    una.refresh_from_db()
    assert una.chiusa_il

    risposta = pagine(f"{una.pk}/disfa/letta/")
    assert risposta.status_code == 200
    assert "Da fare: una" in risposta.text
    assert 'id="conta-oggi" class="conta" hx-swap-oob="true">2<' in risposta.text
    una.refresh_from_db()
    assert una.chiusa_il is None


def test_without_scripts_both_lead_back_to_the_desk(scuola, lettura, pagine, oggi):
    una = scadenza(scuola, "una", oggi)
    risposta = pagine(f"{una.pk}/fai/letta/", con_script=False)
    assert (risposta.status_code, risposta["Location"]) == (
        302,
        f"/{scuola.istituto.slug}/scrivania/",
    )
    pagina = pagine.scrivania()
    assert "Letta da Ugo." in pagina
    assert "Fatto oggi" in pagina
    assert f"/scrivania/{una.pk}/disfa/letta/" in pagina
    pagine(f"{una.pk}/disfa/letta/", con_script=False)
    pagina = pagine.scrivania()
    assert "Annullato: la scrivania è com’era prima." in pagina
    assert "Fatto oggi" not in pagina


def test_an_address_that_is_none_does_not_undo_the_act(scuola, lettura, pagine, oggi):
    una = scadenza(scuola, "una", oggi)
    risposta = pagine(f"{una.pk}/fai/letta/", dove="http://[")
    assert risposta.status_code == 200
    una.refresh_from_db()
    assert una.chiusa_il


def test_twice_unknown_and_too_soon_change_nothing_and_say_why(scuola, lettura, pagine, oggi):
    una = scadenza(scuola, "una", oggi)
    for percorso in (f"{una.pk}/fai/ignota/", f"{una.pk}/disfa/letta/"):
        risposta = pagine(percorso)
        assert risposta.status_code == 409
        assert "Da fare: una" in risposta.text
    una.refresh_from_db()
    assert una.chiusa_il is None
    pagine(f"{una.pk}/fai/letta/")
    una.refresh_from_db()
    fatta = una.chiusa_il
    assert pagine(f"{una.pk}/fai/letta/").status_code == 409
    una.refresh_from_db()
    assert una.chiusa_il == fatta


@pytest.mark.parametrize("con_script", [True, False])
def test_a_refusal_is_told_at_its_place(scuola, lettura, pagine, oggi, con_script):
    una = scadenza(scuola, "una", oggi)
    lettura.rifiuto = "La circolare è stata annullata."
    risposta = pagine(f"{una.pk}/fai/letta/", con_script=con_script)
    assert risposta.status_code == (409 if con_script else 302)
    pagina = risposta.text if con_script else pagine.scrivania()
    assert "La circolare è stata annullata." in pagina
    una.refresh_from_db()
    assert una.chiusa_il is None


def test_the_row_of_somebody_else_is_not_there(scuola, lettura, pagine, oggi):
    altrui = scadenza(scuola, "altrui", oggi, persona=scuola.coordinatrice)
    for atto in ("fai", "disfa"):
        assert pagine(f"{altrui.pk}/{atto}/letta/").status_code == 404
    altrui.refresh_from_db()
    assert altrui.chiusa_il is None
    assert lettura.chiamate == 0


def test_an_act_done_today_that_leaves_the_row_on_the_desk(scuola, monkeypatch, pagine, oggi):
    """It is not offered again, says what was done, and until when it can be taken back."""
    una = scadenza(scuola, "una", oggi)
    alle = timezone.now()
    fatta = Azione(
        "sollecita", "Sollecita", lambda **_: "", lambda **_: None,
        fatta_il=alle, esito="Promemoria a I. Valbusa", fino_alle=alle,
    )  # fmt: skip
    monkeypatch.setitem(registri.azioni_di, "avvisi", lambda _contesto, _righe: {una.pk: [fatta]})
    pagina = pagine.scrivania()
    assert f"/scrivania/{una.pk}/fai/" not in pagina
    assert pagina.count("Promemoria a I. Valbusa") == 2
    assert "(parte alle " in pagina
    assert pagina.count(f'action="/{scuola.istituto.slug}/scrivania/{una.pk}/disfa/') == 2


def test_apps_are_asked_once_whatever_the_rows(scuola, lettura, pagine, oggi):
    pagine.scrivania()
    conti = []
    for quante in (1, 30):
        for n in range(Scadenza.objects.count(), quante):
            scadenza(scuola, f"s{n}", oggi + (n % 9 - 2) * GIORNO)
        lettura.chiamate = 0
        with CaptureQueriesContext(connection) as contate:
            pagine.scrivania()
        conti.append((len(contate), lettura.chiamate))
    assert conti[0] == conti[1]
    assert conti[0][1] == 1


# What can be thought over


def test_until_it_leaves_a_notice_can_be_taken_back(scuola, mailoutbox):
    adesso = timezone.now()
    avvisi = [avviso(scuola.docente), avviso(scuola.docente, "prova.due")]
    dati = {"istituto_id": scuola.istituto.pk, "avvisi": avvisi, "adesso": adesso}
    metti_in_uscita(**dati, parte_il=adesso + timedelta(minutes=10))
    assert not consegna_prossimo(istituto_id=scuola.istituto.pk, adesso=adesso)
    chiavi = {"istituto_id": scuola.istituto.pk, "chiavi": ["prova.uno"]}
    assert ritira_dall_uscita(**chiavi) == 1
    assert ritira_dall_uscita(**chiavi) == 0
    with controllo_di_prova():
        dopo = adesso + timedelta(minutes=10)
        assert consegna_prossimo(istituto_id=scuola.istituto.pk, adesso=dopo)
    assert len(mailoutbox) == 1
    # What has left stays, and what was taken back may be asked for again.
    assert ritira_dall_uscita(istituto_id=scuola.istituto.pk, chiavi=["prova.due"]) == 0
    assert Promemoria.objects.get().stato == StatoPromemoria.INVIATO
    assert metti_in_uscita(**dati) == 1


# The bar says the roles as one says them of the person


def test_the_bar_says_coordinatrice_of_a_woman(scuola):
    assert contesto(scuola.coordinatrice, timezone.now()).ruoli_oggi == ["coordinatrice di classe"]
    scuola.coordinatrice.sesso = "M"
    assert contesto(scuola.coordinatrice, timezone.now()).ruoli_oggi == ["coordinatore di classe"]
