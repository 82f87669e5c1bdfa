"""The receipt that goes by mail, the paper of an application, what the office puts right in it."""

import io
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from django.core import mail
from django.test import Client

from cpia.atti.models import Documento, Operazione
from cpia.atti.pdf import CaratteriNonStampabili
from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import consegna_prossimo
from cpia.scuola.enums import Ruolo
from patto_formativo.enums import Canale, StatoDomanda
from patto_formativo.models import DomandaIscrizione
from patto_formativo.services.iscrizioni import accogli_domanda
from tests.patto_formativo.scena_iscrizioni import (
    ADESSO,
    CODICE,
    DANYLO,
    Scena,
    dove,
    entra,
    manda,
    parole,
)

CORREGGE = "corregge domanda di iscrizione"


@pytest.fixture(autouse=True)
def _ambiente(settings, monkeypatch, tmp_path):
    settings.MFA_OBBLIGATORIA = False
    settings.MEDIA_ROOT = str(tmp_path)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def scena(db):
    return Scena()


@pytest.fixture
def ufficio(scena):
    return entra(scena.segretaria)


def titolo_del(risposta):
    """Of a PDF of one page, given to who asked and kept by no browser."""
    assert risposta["Content-Type"] == "application/pdf"
    assert "no-store" in risposta["Cache-Control"]
    assert risposta["X-Content-Type-Options"] == "nosniff"
    with pikepdf.open(io.BytesIO(risposta.content)) as pdf:
        assert len(pdf.pages) == 1
        return str(pdf.docinfo.get("/Title"))


# the receipt by mail


def test_the_receipt_leaves_for_the_address_that_was_given(scena):
    ricevuta = Client().get(manda(scena, soggiorno="", soggiorno_scade="").url)
    codice = ricevuta.context["codice"]
    assert consegna_prossimo(istituto_id=scena.istituto.pk, adesso=ADESSO)
    messaggio = mail.outbox[0]
    assert messaggio.to == ["naima@posta.example"]
    assert messaggio.subject.endswith("] La domanda di iscrizione è arrivata")
    for detto in (codice, "lunedì 2 ottobre 2023, ore 9.00", "Il documento d’identità",
                  "Manca il permesso", "10,00 euro", dove("segui")):  # fmt: skip
        assert detto in messaggio.body
    for taciuto in ("Oulhaj", "Naima", CODICE, "Marocco", "Centro", "1989"):
        assert taciuto not in messaggio.body + messaggio.subject
    riga = Promemoria.objects.get()
    assert (riga.testo, riga.esito, riga.destinatario) == ("", "per e-mail", None)


def test_one_receipt_for_one_application_also_at_the_desk(scena):
    manda(scena)
    manda(scena)
    assert Promemoria.objects.count() == 1
    scena.presenta(canale=Canale.SPORTELLO, codice_fiscale="")
    assert Promemoria.objects.count() == 2


def test_a_refused_application_sends_nothing(scena):
    manda(scena, telefono="no")
    assert not Promemoria.objects.exists()


def test_a_receipt_does_not_leave_for_an_address_that_was_wrong(scena, ufficio):
    domanda, _ = scena.presenta()
    correggi(ufficio, domanda, email="giusta@posta.example")
    consegna_prossimo(istituto_id=scena.istituto.pk, adesso=ADESSO)
    assert not mail.outbox


# the paper


def test_who_applied_takes_the_paper_as_long_as_the_receipt_opens(scena, monkeypatch):
    ricevuta = manda(scena).url
    pagina = Client().get(ricevuta)
    foglio = Client().get(f"{ricevuta}pdf/")
    domanda = DomandaIscrizione.objects.get()
    assert f"{ricevuta}pdf/" in parole(pagina)
    assert titolo_del(foglio) == f"Domanda di iscrizione n. {domanda.pk}"
    assert Operazione.objects.filter(azione="scarica domanda di iscrizione", persona=None).exists()
    assert not Documento.objects.exists()
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO + timedelta(hours=2))
    assert Client().get(f"{ricevuta}pdf/").url == dove("segui")


def test_who_follows_takes_the_paper_with_code_and_birth(scena):
    domanda, codice = scena.presenta()
    giusti = {"codice": codice.lower(), "data_nascita": "1989-03-14"}
    assert dove("segui_pdf") in parole(Client().post(dove("segui"), giusti))
    titolo_del(Client().post(dove("segui_pdf"), giusti))
    for sbagliati in ({}, giusti | {"data_nascita": "1989-03-15"}, giusti | {"codice": "\0"}):
        assert Client().post(dove("segui_pdf"), sbagliati).status_code == 422
    assert Client().get(dove("segui_pdf")).status_code == 405
    accogli_domanda(autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk)
    titolo_del(Client().post(dove("segui_pdf"), giusti))
    assert Documento.objects.get().impronta


def test_too_many_papers_a_minute(scena, monkeypatch):
    monkeypatch.setattr("patto_formativo.views.iscrizioni.ricevute.FOGLI_AL_MINUTO", 1)
    ricevuta = manda(scena).url
    assert Client().get(f"{ricevuta}pdf/").status_code == 200
    assert Client().get(f"{ricevuta}pdf/").status_code == 429
    assert Client().get(dove("ricevuta_pdf", "inventata")).status_code == 404


def test_the_paper_of_the_office_is_protocolled_reserved_and_always_the_same(scena, ufficio):
    domanda, _ = scena.presenta(canale=Canale.SPORTELLO)
    documento = Documento.objects.get()
    assert documento.riservato
    assert documento.protocollo == domanda.protocollo
    assert "Oulhaj" not in documento.titolo
    prima = ufficio.get(dove("domanda_stampa", domanda.pk))
    titolo_del(prima)
    accogli_domanda(autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk)
    assert Documento.objects.count() == 1
    assert ufficio.get(dove("domanda_stampa", domanda.pk)).content == prima.content
    assert ufficio.get(f"/cpia/documenti/{documento.pk}/").content == prima.content
    tutor = entra(scena.chi(Ruolo.TUTOR))
    assert tutor.get(dove("domanda_stampa", domanda.pk)).status_code == 403
    assert tutor.get(f"/cpia/documenti/{documento.pk}/").status_code == 404


def test_the_paper_says_what_was_declared_and_no_reserved_site(scena):
    domanda, _ = scena.presenta(
        canale=Canale.SPORTELLO, offerta_id=scena.corso_riservato.pk,
        nota_riservata="accompagnata", **DANYLO,
    )  # fmt: skip
    scritto_in = str(domanda.documento.contesto)
    for detto in ("Hrytsenko Danylo", "Oksana Hrytsenko, genitore", DANYLO["codice_fiscale"],
                  "12 settembre 2008, Ucraina", "Permesso di soggiorno, valido fino al 1º gennaio",
                  "allo sportello"):  # fmt: skip
        assert detto in scritto_in
    for taciuto in ("Casa protetta", "accompagnata"):
        assert taciuto not in scritto_in


def test_a_file_that_was_touched_is_given_to_nobody(scena, ufficio):
    domanda, codice = scena.presenta(canale=Canale.SPORTELLO)
    ufficio.get(dove("domanda_stampa", domanda.pk))
    documento = Documento.objects.get()
    Path(documento.file.path).write_bytes(b"altro")
    assert ufficio.get(dove("domanda_stampa", domanda.pk)).url == dove("domanda", domanda.pk)
    giusti = {"codice": codice, "data_nascita": "1989-03-14"}
    guasta = Client().post(dove("segui_pdf"), giusti)
    assert guasta.status_code == 422
    assert "chiedila alla segreteria" in parole(guasta)


def test_letters_that_cannot_be_printed_are_no_fault(scena, ufficio, monkeypatch):
    def niente(*_, **__):
        raise CaratteriNonStampabili("☃")

    monkeypatch.setattr("cpia.atti.pdf.stampa", niente)
    domanda, codice = scena.presenta()
    assert ufficio.get(dove("domanda_stampa", domanda.pk)).url == dove("domanda", domanda.pk)
    assert "Nessun carattere di stampa" in parole(ufficio.get(dove("domanda", domanda.pk)))
    giusti = {"codice": codice, "data_nascita": "1989-03-14"}
    assert "chiedila alla segreteria" in parole(Client().post(dove("segui_pdf"), giusti))


# what the office puts right


def correggi(ufficio, domanda, *, versione=1, motivo="Lo dice la tessera", **altro):
    corpo = scritto_di(domanda) | {"versione": versione, "motivo": motivo}
    return ufficio.post(dove("domanda_correggi", domanda.pk), corpo | altro)


def scritto_di(domanda):
    campi = (
        "cognome", "nome", "sesso", "luogo_nascita", "provincia_nascita", "codice_fiscale",
        "cittadinanza", "stato_cittadinanza", "telefono", "email", "lingua", "anni",
    )  # fmt: skip
    return {campo: getattr(domanda, campo) for campo in campi} | {
        "offerta": domanda.offerta_id, "data_nascita": domanda.data_nascita.isoformat(),
        "studi": "elementare",
    }  # fmt: skip


def test_what_was_typed_wrong_is_put_right_with_its_reason(scena, ufficio):
    manda(scena, telefono="333 111 1111", provincia_nascita="EE")
    domanda = DomandaIscrizione.objects.get()
    pagina = parole(ufficio.get(dove("domanda_correggi", domanda.pk)))
    assert "333 111 1111" in pagina
    assert "diploma, Casablanca" in pagina
    risposta = correggi(ufficio, domanda, telefono="333 222 2222", studi="elementare")
    assert risposta.url == dove("domanda", domanda.pk)
    domanda.refresh_from_db()
    assert (domanda.telefono, domanda.titolo_accesso) == ("333 222 2222", "licenza elementare")
    assert domanda.versione == 2
    assert "titolo_estero" not in str(domanda.rilievi)
    riga = Operazione.objects.get(azione=CORREGGE)
    assert riga.dati == {
        "campi": ["telefono", "titolo_accesso", "chiede_crediti"], "motivo": "Lo dice la tessera",
    }  # fmt: skip


def test_the_application_of_before_stays_on_record(scena, ufficio):
    domanda, _ = scena.presenta(telefono="333 111 1111")
    correggi(ufficio, domanda, telefono="333 222 2222")
    domanda.refresh_from_db()
    prima, dopo = Documento.objects.order_by("pk")
    assert prima.sostituito_da == dopo == domanda.documento
    assert "333 111 1111" in str(prima.contesto)
    assert "333 222 2222" in str(dopo.contesto)
    assert prima.protocollo == dopo.protocollo
    titolo_del(ufficio.get(dove("domanda_stampa", domanda.pk)))


@pytest.mark.parametrize(
    ("altro", "campo"),
    [
        ({"motivo": " "}, "motivo"),
        ({"motivo": "x" * 301}, "motivo"),
        ({"telefono": "no"}, "telefono"),
        ({"offerta": 10**30}, "offerta"),
        ({"cognome": "A\0"}, "cognome"),
        ({"data_nascita": "2010-01-01", "codice_fiscale": ""}, "adulto_cognome"),
        ({"codice_fiscale": "BRO"}, "codice_fiscale"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(scena, ufficio, altro, campo):
    domanda, _ = scena.presenta()
    risposta = correggi(ufficio, domanda, **({"luogo_nascita": "Fès"} | altro))
    assert risposta.status_code == 422
    assert campo in risposta.context["form"].errors
    assert "Fès" in parole(risposta)
    domanda.refresh_from_db()
    assert domanda.luogo_nascita == "Marocco"
    assert not Documento.objects.exists()


def test_nothing_changed_is_nothing_done(scena, ufficio):
    domanda, _ = scena.presenta()
    assert correggi(ufficio, domanda, studi="nessuno").status_code == 302
    uguale = correggi(ufficio, domanda, versione=2, studi="nessuno")
    assert uguale.status_code == 422
    assert "Non hai cambiato niente" in parole(uguale)


@pytest.mark.parametrize("versione", ["0", "", "x", "9" * 30])
def test_who_comes_second_is_told_and_loses_nothing(scena, ufficio, versione):
    domanda, _ = scena.presenta()
    correggi(ufficio, domanda, telefono="333 222 2222")
    seconda = correggi(ufficio, domanda, versione=versione, telefono="333 333 3333")
    assert seconda.status_code == 409
    assert "Niente è stato sovrascritto" in parole(seconda)
    assert "333 222 2222" in parole(seconda)
    assert 'value="333 333 3333"' in parole(seconda)
    assert "Perché si corregge: <strong>" not in parole(seconda)
    domanda.refresh_from_db()
    assert domanda.telefono == "333 222 2222"
    ancora = correggi(ufficio, domanda, versione=2, telefono="333 333 3333")
    assert ancora.status_code == 302


def test_one_that_was_taken_is_not_put_right_here(scena, ufficio):
    domanda = scena.accolta()
    assert domanda.stato == StatoDomanda.ACCOLTA
    assert ufficio.get(dove("domanda_correggi", domanda.pk)).url == dove("domanda", domanda.pk)
    tardi = correggi(ufficio, domanda, telefono="333 222 2222")
    assert tardi.status_code == 422
    assert "rileggi la pagina" in parole(tardi)
    assert "333 222 2222" in parole(tardi)


def test_the_office_moves_it_to_another_open_course(scena, ufficio):
    domanda, _ = scena.presenta()
    chiuso = scena.offerta(scena.sede, giorni="sabato", aperta=False)
    assert correggi(ufficio, domanda, offerta=chiuso.pk).status_code == 422
    assert correggi(ufficio, domanda, offerta=scena.corso_riservato.pk).status_code == 302
    domanda.refresh_from_db()
    assert domanda.offerta == scena.corso_riservato


def test_the_direction_reads_and_does_not_put_right(scena):
    domanda, _ = scena.presenta()
    dirigente = entra(scena.chi(Ruolo.DIRIGENTE))
    assert correggi(dirigente, domanda).status_code == 403
    assert "Correggi i dati" not in parole(dirigente.get(dove("domanda", domanda.pk)))
    titolo_del(dirigente.get(dove("domanda_stampa", domanda.pk)))
