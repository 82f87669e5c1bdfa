"""The private calendar: a secret address, shown once, that follows the roles of today."""

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from cpia.atti.models import Operazione
from cpia.avvisi import registri
from cpia.avvisi.models import CalendarioPrivato, Scadenza
from cpia.avvisi.services import crea_calendario, revoca_calendario
from cpia.avvisi.services.calendario import impronta
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from tests.avvisi import scena
from tests.avvisi.scena import contesto, incarico, scadenza

GIORNO = timedelta(days=1)


@pytest.fixture
def adesso():
    return timezone.now()


@pytest.fixture
def oggi(adesso):
    return timezone.localdate(adesso)


@pytest.fixture
def leggi(scuola):
    """``leggi(codice)``: what a program that knows the address is answered."""

    def chiedi(codice, slug=None, metodo="get"):
        percorso = f"/{slug or scuola.istituto.slug}/calendario/{codice}.ics"
        risposta = getattr(Client(), metodo)(percorso)
        tenancy.imposta(istituto_id=scuola.istituto.pk)
        return risposta

    return chiedi


def crea(chi, adesso):
    return crea_calendario(autore=contesto(chi, adesso), adesso=adesso)


def eventi(risposta):
    """The events of an answer, by title."""
    documento = Calendar.from_ical(risposta.content)
    return {str(evento["summary"]): evento for evento in documento.walk("VEVENT")}


def test_what_is_due_each_on_its_whole_day(scuola, leggi, adesso, oggi):
    scadenza(scuola, "tardi", oggi - GIORNO)
    scadenza(scuola, "poi", oggi + 40 * GIORNO, visibile_dal=oggi + 30 * GIORNO)
    scadenza(scuola, "fatta", oggi, chiusa_il=adesso)
    scadenza(scuola, "altrui", oggi, ruolo=Ruolo.COORDINATORE, classe=scuola.classe)
    risposta = leggi(crea(scuola.docente, adesso))
    assert risposta.status_code == 200
    assert risposta["Content-Type"] == "text/calendar; charset=utf-8"
    trovati = eventi(risposta)
    assert set(trovati) == {"Da fare: tardi", "Da fare: poi"}
    poi = trovati["Da fare: poi"]
    assert type(poi["dtstart"].dt) is date
    assert (poi["dtstart"].dt, poi["dtend"].dt) == (oggi + 40 * GIORNO, oggi + 41 * GIORNO)
    assert str(poi["url"]).endswith(f"/{scuola.istituto.slug}/scrivania/")
    assert str(poi["transp"]) == "TRANSPARENT"
    documento = Calendar.from_ical(risposta.content)
    assert str(documento["x-wr-timezone"]) == "Europe/Rome"
    assert documento["version"] == "2.0"


def test_a_deadline_that_moves_keeps_its_uid(scuola, leggi, adesso, oggi):
    una = scadenza(scuola, "una", oggi)
    scadenza(scuola, "altra", oggi)
    codice = crea(scuola.docente, adesso)
    prima = eventi(leggi(codice))
    Scadenza.objects.filter(pk=una.pk).update(entro_il=oggi + GIORNO)
    dopo = eventi(leggi(codice))
    assert prima["Da fare: una"]["uid"] == dopo["Da fare: una"]["uid"]
    assert dopo["Da fare: una"]["dtstart"].dt == oggi + GIORNO
    assert len({str(evento["uid"]) for evento in dopo.values()}) == 2


def test_the_last_of_all_days_has_no_day_after(scuola, leggi, adesso):
    scadenza(scuola, "mai", date.max)
    [mai] = eventi(leggi(crea(scuola.docente, adesso))).values()
    assert mai["dtstart"].dt == date.max
    assert "dtend" not in mai


def test_a_role_withdrawn_empties_it_at_the_next_reading(scuola, leggi, adesso, oggi):
    scadenza(scuola, "mia", oggi)
    codice = crea(scuola.docente, adesso)
    assert len(eventi(leggi(codice))) == 1
    scuola.docente.incarichi.update(revocato_il=adesso)
    risposta = leggi(codice)
    assert (risposta.status_code, eventi(risposta)) == (200, {})
    incarico(scuola.docente, Ruolo.DOCENTE, cattedra=scuola.cattedra)
    assert len(eventi(leggi(codice))) == 1


def test_detail_and_reserved_titles_do_not_go_out(scuola, leggi, adesso, oggi, monkeypatch):
    scadenza(scuola, "una", oggi, dettaglio="Manca Ferrante Ludovica.")
    codice = crea(scuola.docente, adesso)
    assert b"Ferrante" not in leggi(codice).content
    monkeypatch.setattr(registri, "riservate", {"avvisi"})
    assert list(eventi(leggi(codice))) == ["Una scadenza riservata: si legge nel portale"]


def test_unknown_revoked_replaced_foreign_and_shut_answer_the_same(scuola, leggi, adesso):
    sostituito = crea(scuola.docente, adesso)
    revocato = crea(scuola.docente, adesso)
    assert leggi(sostituito).status_code == 404
    revoca_calendario(autore=contesto(scuola.docente, adesso), adesso=adesso)
    altra = scena.scuola("altra")
    with tenancy.istituto_corrente(altra.istituto.pk):
        forestiero = crea(altra.docente, adesso)
    chiuso = crea(scuola.coordinatrice, adesso)
    scuola.coordinatrice.utente.is_active = False
    scuola.coordinatrice.utente.save()
    risposte = [leggi(c) for c in ("x" * 43, "è", sostituito, revocato, forestiero, chiuso)]
    uguali = {(r.status_code, r.content, *sorted(r.headers.items())) for r in risposte}
    assert len(uguali) == 1
    assert risposte[0].status_code == 404
    assert leggi(forestiero, altra.istituto.slug).status_code == 200


def test_nobody_keeps_it(scuola, leggi, adesso):
    for risposta in (leggi(crea(scuola.docente, adesso)), leggi("ignoto")):
        assert risposta["Cache-Control"] == "private, no-store"
        assert "noindex" in risposta["X-Robots-Tag"]
        assert risposta["Referrer-Policy"] == "no-referrer"
    assert leggi(crea(scuola.docente, adesso), metodo="post").status_code == 405


def test_too_many_readings_of_one_address(leggi, monkeypatch):
    monkeypatch.setattr("cpia.avvisi.views.calendario.LETTURE_AL_MINUTO", 3)
    assert [leggi("ignoto").status_code for _ in range(5)] == [404, 404, 404, 429, 429]


def test_the_code_stays_out_of_the_logs(scuola, leggi, adesso, caplog):
    codice = crea(scuola.docente, adesso)
    revoca_calendario(autore=contesto(scuola.docente, adesso), adesso=adesso)
    with caplog.at_level(logging.DEBUG):
        assert leggi(codice).status_code == 404
        assert leggi(codice, metodo="post").status_code == 405
    assert codice not in caplog.text
    assert "/calendario/…" in caplog.text


# Its page


def test_the_address_is_shown_once_and_only_its_hash_is_kept(scuola, leggi, adesso):
    browser = Client()
    browser.force_login(scuola.docente.utente)
    pagina = f"/{scuola.istituto.slug}/avvisi/calendario/"
    assert "Non c’è ancora un indirizzo." in browser.get(pagina).text
    creato = browser.post(pagina)
    assert creato["Cache-Control"] == "private, no-store"
    [codice] = re.findall(r"/calendario/([\w-]{43})\.ics", creato.text)
    assert codice not in browser.get(pagina).text
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    calendario = CalendarioPrivato.objects.get()
    assert calendario.impronta_codice == impronta(codice)
    assert calendario.letto_il is None
    assert leggi(codice).status_code == 200
    calendario.refresh_from_db()
    assert calendario.letto_il
    assert "letto l’ultima volta" in browser.get(pagina).text

    assert browser.post(f"{pagina}revoca/").status_code == 302
    assert leggi(codice).status_code == 404
    assert "è revocato" in browser.get(pagina).text
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    azioni = list(Operazione.objects.order_by("pk").values_list("azione", flat=True))
    assert azioni == ["crea calendario privato", "revoca calendario privato"]
    assert codice not in str(list(Operazione.objects.values()))


def test_revoking_what_is_not_there_does_nothing(scuola, adesso):
    assert revoca_calendario(autore=contesto(scuola.docente, adesso), adesso=adesso) is False
    assert not Operazione.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_asked_for_twice_at_once_one_address_is_good(adesso):
    una = scena.scuola()
    via = Barrier(2)

    def crea_uno(_):
        try:
            with tenancy.istituto_corrente(una.istituto.pk):
                chi = contesto(una.docente, adesso)
                via.wait()
                return crea_calendario(autore=chi, adesso=adesso)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        codici = list(pool.map(crea_uno, range(2)))
    with tenancy.istituto_corrente(una.istituto.pk):
        validi = CalendarioPrivato.objects.filter(revocato_il__isnull=True)
        assert validi.get().impronta_codice in map(impronta, codici)
        assert CalendarioPrivato.objects.count() == 2
