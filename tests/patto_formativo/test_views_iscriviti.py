"""Who floods waits alone, no paper is lost silently, a receipt does not stay open."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as impostazioni
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client

from cpia.atti.caricamenti import FileAccettato
from cpia.scuola import orologio, tenancy
from cpia.scuola.enums import TipoIstituto
from patto_formativo.enums import Canale
from patto_formativo.models import Carta, DomandaIscrizione
from patto_formativo.services.iscrizioni import respingi_domanda
from tests.factories.scuola import IstitutoFactory
from tests.patto_formativo.scena_iscrizioni import ADESSO, CODICE, PDF, Scena, dove, manda, parole

ESAME = "patto_formativo.forms.carte.controlla"
SERRATURE = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"


@pytest.fixture(autouse=True)
def _ambiente(settings, monkeypatch, tmp_path):
    settings.MFA_OBBLIGATORIA = False
    settings.MEDIA_ROOT = str(tmp_path)
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    monkeypatch.setattr(ESAME, _buono)


@pytest.fixture
def scena(db):
    return Scena()


def _buono(caricato):
    contenuto = caricato.read()
    impronta = f"{abs(hash(contenuto)):064x}"[:64]
    return FileAccettato(caricato.name, contenuto, "application/pdf", impronta, len(contenuto))


def pdf(nome="carta.pdf", altro=b""):
    return SimpleUploadedFile(nome, PDF + altro)


# the limits


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_while_the_files_of_somebody_are_looked_through(monkeypatch):
    with transaction.atomic():  # the scene names its school, whose rows last
        scena = Scena()
    visti = []

    def guarda(caricato):
        with connection.cursor() as cursor:
            cursor.execute(SERRATURE)
            visti.append((connection.in_atomic_block, cursor.fetchone()[0]))
        return _buono(caricato)

    monkeypatch.setattr(ESAME, guarda)
    assert manda(scena, file_identita=pdf(), file_titolo=pdf()).status_code == 302
    assert visti == [(False, 0), (False, 0)]
    with tenancy.istituto_corrente(scena.istituto.pk):
        assert Carta.objects.filter(impronta__gt="").count() == 2


@pytest.mark.parametrize(
    ("limite", "detto"),
    [("ISCRIZIONI_AL_GIORNO", "la scuola ha ricevuto online"),
     ("ISCRIZIONI_AL_GIORNO_PER_INDIRIZZO", "da questa rete")],
)  # fmt: skip
def test_a_day_has_an_end_and_what_was_typed_stays(scena, settings, monkeypatch, limite, detto):
    setattr(settings, limite, 2)
    for chiave in ("la-prima", "la-seconda"):
        assert manda(scena, chiave=chiave, codice_fiscale="").status_code == 302
    monkeypatch.setattr(ESAME, lambda caricato: pytest.fail("looked through in vain"))
    ferma = manda(scena, chiave="la-terza", file_titolo=pdf("diploma.pdf"))
    assert ferma.status_code == 422
    assert detto in parole(ferma)
    assert "diploma, Casablanca" in parole(ferma)
    assert "«diploma.pdf» non è stato tenuto" in parole(ferma)
    domani = ADESSO + timedelta(days=1)
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: domani)
    monkeypatch.setattr("time.time", lambda: domani.timestamp() + 10**9)
    monkeypatch.setattr(ESAME, _buono)
    assert manda(scena, chiave="la-terza", codice_fiscale="").status_code == 302


def test_the_applications_of_the_desk_do_not_fill_the_day(scena, settings):
    settings.ISCRIZIONI_AL_GIORNO = 1
    scena.presenta(canale=Canale.SPORTELLO)
    assert manda(scena, codice_fiscale="").status_code == 302


def test_a_school_without_adults_takes_none(scena):
    IstitutoFactory(slug="liceo", tipo=TipoIstituto.SUPERIORE)
    assert Client().post(dove("iscriviti").replace("cpia", "liceo")).status_code == 404
    assert Client().post(dove("iscriviti").replace("cpia", "nessuna")).status_code == 404


# how much at once


def test_too_many_bytes_together_are_told_at_the_largest(scena, settings, monkeypatch):
    settings.CARICAMENTO_IN_TUTTO = 2 * 2**20
    monkeypatch.setattr(ESAME, lambda caricato: pytest.fail("looked through in vain"))
    grande, piccolo = pdf("grande.pdf", b"0" * 2**21), pdf("piccolo.pdf")
    risposta = manda(scena, file_identita=piccolo, file_titolo=grande)
    assert risposta.status_code == 422
    errori = risposta.context["form"].errors
    assert "insieme superano i 2 MB" in str(errori["file_titolo"])
    assert "file_identita" not in errori
    assert "diploma, Casablanca" in parole(risposta)


def test_form_and_proxy_say_the_same(scena):
    proxy = (Path(impostazioni.BASE_DIR) / "script/produzione/Caddyfile").read_text()
    mega = impostazioni.CARICAMENTO_IN_TUTTO // 2**20
    assert f"max_size {mega + 2}MiB" in proxy
    assert impostazioni.CARICAMENTO_MASSIMO <= impostazioni.CARICAMENTO_IN_TUTTO
    assert f"Al più {mega} MB in tutto" in parole(Client().get(dove("iscriviti")))


# the papers of a second time


def test_a_form_that_comes_back_says_which_files_to_choose_again(scena):
    risposta = manda(scena, telefono="no", file_identita=pdf("io.pdf"))
    assert "«io.pdf» non è stato tenuto" in parole(risposta)
    assert parole(risposta).count("Scegli di nuovo questo file") == 1


def test_papers_sent_with_a_second_try_are_kept_once(scena):
    manda(scena)
    domanda = DomandaIscrizione.objects.get()
    assert "senza_permesso" not in str(domanda.rilievi)
    for _ in range(2):
        arrivata = manda(scena, file_titolo=pdf("diploma.pdf"))
        assert arrivata.status_code == 302
    assert sorted(domanda.carte.values_list("tipo", flat=True)) == ["permesso", "titolo"]
    ricevuta = parole(Client().get(arrivata.url))
    assert "permesso di soggiorno, titolo di studio o attestato" in ricevuta
    assert "diploma.pdf" not in ricevuta


def test_a_paper_of_stay_of_the_second_try_is_judged(scena):
    senza = {"soggiorno": "", "soggiorno_scade": ""}
    manda(scena, **senza)
    assert "senza_permesso" in str(DomandaIscrizione.objects.get().rilievi)
    manda(scena)
    assert "senza_permesso" not in str(DomandaIscrizione.objects.get().rilievi)


def test_papers_that_cannot_be_kept_are_told(scena):
    manda(scena)
    domanda = DomandaIscrizione.objects.get()
    altre_parole = manda(scena, telefono="333 000 000", file_titolo=pdf("diploma.pdf"))
    assert "I file mandati adesso non sono stati tenuti" in parole(altre_parole)
    respingi_domanda(
        autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk, motivo="Corso completo."
    )
    tardi = manda(scena, file_titolo=pdf("diploma.pdf"))
    assert tardi.status_code == 422
    assert "ha già guardato questa domanda" in parole(tardi)
    assert "«diploma.pdf» non è stato tenuto" in parole(tardi)
    assert domanda.carte.count() == 1


# the receipt


def test_a_receipt_opens_for_an_hour(scena, monkeypatch):
    ricevuta = manda(scena).url
    dopo = ADESSO + timedelta(minutes=60)
    monkeypatch.setattr(orologio, "adesso", lambda: dopo)
    assert Client().get(ricevuta).status_code == 200
    monkeypatch.setattr(orologio, "adesso", lambda: dopo + timedelta(seconds=1))
    tardi = Client().get(ricevuta)
    assert (tardi.status_code, tardi.url) == (302, dove("segui"))


def test_a_receipt_closes_as_soon_as_the_office_has_acted(scena):
    ricevuta = manda(scena).url
    codice = Client().get(ricevuta).context["codice"]
    respingi_domanda(
        autore=scena.ufficio(), adesso=ADESSO,
        domanda_id=DomandaIscrizione.objects.get().pk, motivo="Corso completo.",
    )  # fmt: skip
    assert Client().get(ricevuta).url == dove("segui")
    segue = Client().post(dove("segui"), {"codice": codice, "data_nascita": "1989-03-14"})
    assert "Corso completo." in parole(segue)
    assert CODICE not in parole(segue)
