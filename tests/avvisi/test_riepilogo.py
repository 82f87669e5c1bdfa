"""One mail a day for who wants it: what waits, when it leaves, what it says; sent once."""

import smtplib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection

from cpia.atti.models import Operazione
from cpia.avvisi import queries, registri, tasks
from cpia.avvisi.enums import Posta, StatoPromemoria
from cpia.avvisi.models import Notifica, PreferenzeAvvisi, Promemoria
from cpia.avvisi.services import (
    Giro,
    chiudi_scadenze,
    consegna_prossimo,
    manda_riepilogo,
    metti_in_uscita,
    scegli_avvisi,
    segna_letta,
)
from cpia.avvisi.services import posta as spedizione
from cpia.avvisi.tasks import batti
from cpia.scuola import orologio
from cpia.scuola.tenancy import istituto_corrente
from tests.avvisi import scena
from tests.avvisi.scena import MERCOLEDI, avviso, contesto, controllo_di_prova, scadenza

# 5 June 2024: 06.00 and 07.00 of Rome.
LE_SEI = datetime(2024, 6, 5, 4, 0, tzinfo=UTC)
LE_SETTE = datetime(2024, 6, 5, 5, 0, tzinfo=UTC)
GIORNO = timedelta(days=1)


def vuole(chi, posta=Posta.RIEPILOGO, ora=7, adesso=LE_SEI):
    """The person's choice; made at six, when the seven o'clock digest is still to come."""
    return scegli_avvisi(
        autore=contesto(chi, adesso), adesso=adesso, posta=posta, ora_riepilogo=ora
    )


def in_uscita(scuola, *avvisi, adesso=LE_SEI):
    metti_in_uscita(istituto_id=scuola.istituto.pk, avvisi=avvisi, adesso=adesso)
    while consegna_prossimo(istituto_id=scuola.istituto.pk, adesso=adesso):
        pass


def manda(scuola, adesso=LE_SETTE):
    """Every digest that is due; for how many people there was one."""
    dovuti = queries.riepiloghi_dovuti(scuola.istituto.pk, adesso)
    for pk in dovuti:
        manda_riepilogo(istituto_id=scuola.istituto.pk, preferenze_id=pk, adesso=adesso)
    return len(dovuti)


def stati():
    return Counter(Promemoria.objects.values_list("stato", flat=True))


def test_a_notice_waits_for_the_digest_and_is_in_the_portal_at_once(scuola, controllo, mailoutbox):
    vuole(scuola.docente)
    in_uscita(scuola, avviso(scuola.docente))
    assert mailoutbox == []
    assert Notifica.objects.count() == 1
    assert stati() == {StatoPromemoria.NEL_RIEPILOGO: 1}

    assert manda(scuola, LE_SEI) == 0
    assert manda(scuola) == 1
    [messaggio] = mailoutbox
    assert messaggio.subject == f"[{scuola.istituto}] Riepilogo di mercoledì 5 giugno: 1 avviso"
    assert "2ªB AFM: mancano i livelli" in messaggio.body
    assert "/liceo-di-prova/scrivania/" in messaggio.body
    assert stati() == {StatoPromemoria.INVIATO: 1}


def test_who_has_chosen_nothing_is_told_at_once(scuola, controllo, mailoutbox):
    in_uscita(scuola, avviso(scuola.docente))
    assert len(mailoutbox) == 1
    assert manda(scuola) == 0


def test_what_cannot_wait_bypasses_the_digest(scuola, controllo, mailoutbox):
    vuole(scuola.docente)
    in_uscita(scuola, avviso(scuola.docente, subito=True))
    assert stati() == {StatoPromemoria.INVIATO: 1}
    assert len(mailoutbox) == 1


def test_one_mail_a_person_and_day_with_the_deadlines_of_today_and_the_late_ones(
    scuola, controllo, mailoutbox
):
    scadenza(scuola, "tardi", date(2024, 6, 3))
    scadenza(scuola, "oggi", date(2024, 6, 5))
    scadenza(scuola, "domani", date(2024, 6, 6))
    vuole(scuola.docente)
    in_uscita(scuola, avviso(scuola.docente), avviso(scuola.docente, "prova.due"))
    manda(scuola)
    manda(scuola, LE_SETTE + timedelta(hours=2))
    [messaggio] = mailoutbox
    assert messaggio.subject.endswith("2 avvisi, 1 scadenza in ritardo, 1 scadenza di oggi")
    assert "Da fare: tardi\n  scadeva lunedì 3 giugno" in messaggio.body
    assert "Da fare: oggi" in messaggio.body
    assert "Da fare: domani" not in messaggio.body
    # The day after, what is still late is said again, what was told is not.
    assert manda(scuola, LE_SETTE + GIORNO) == 1
    assert mailoutbox[1].subject.endswith("2 scadenze in ritardo, 1 scadenza di oggi")
    assert mailoutbox[1].extra_headers["Message-ID"] != messaggio.extra_headers["Message-ID"]


def test_nothing_is_sent_when_there_is_nothing(scuola, mailoutbox):
    scelte = vuole(scuola.docente)
    scadenza(scuola, "domani", date(2024, 6, 6))
    manda(scuola)
    assert mailoutbox == []
    scelte.refresh_from_db()
    assert scelte.ultimo_riepilogo == date(2024, 6, 5)


def test_what_is_not_due_any_more_or_was_read_is_left_out(scuola, mailoutbox):
    vuole(scuola.docente)
    scadenza(scuola, "fatta", date(2024, 6, 5))
    chiudi_scadenze(istituto_id=scuola.istituto.pk, chiavi=["fatta"], adesso=LE_SEI)
    with controllo_di_prova():
        in_uscita(scuola, avviso(scuola.docente), avviso(scuola.docente, "prova.due"))
    letta = Notifica.objects.get(promemoria__chiave="prova.due")
    segna_letta(autore=contesto(scuola.docente, LE_SEI), notifica_id=letta.pk, adesso=LE_SEI)
    with controllo_di_prova(dovuto=False):
        manda(scuola)
    assert mailoutbox == []
    esiti = dict(Promemoria.objects.values_list("chiave", "esito"))
    assert esiti == {"prova.uno": "non più dovuto", "prova.due": "letto nel portale"}


def test_a_role_withdrawn_takes_its_deadlines_out_of_the_digest(scuola, mailoutbox):
    scadenza(scuola, "oggi", date(2024, 6, 5))
    vuole(scuola.docente)
    scuola.docente.incarichi.update(revocato_il=LE_SEI)
    manda(scuola)
    assert mailoutbox == []


def test_a_check_that_breaks_keeps_the_notice_for_tomorrow(scuola, mailoutbox):
    vuole(scuola.docente)
    with controllo_di_prova():
        in_uscita(scuola, avviso(scuola.docente))

    def rotto(_promemoria, _adesso):
        raise ValueError

    with controllo_di_prova(rotto):
        manda(scuola)
    assert stati() == {StatoPromemoria.NEL_RIEPILOGO: 1}
    with controllo_di_prova():
        manda(scuola, LE_SETTE + GIORNO)
    assert len(mailoutbox) == 1


def test_who_goes_back_to_at_once_loses_nothing(scuola, controllo, mailoutbox):
    vuole(scuola.docente)
    in_uscita(scuola, avviso(scuola.docente), avviso(scuola.docente, "prova.due"))
    vuole(scuola.docente, Posta.SUBITO)
    assert stati() == {StatoPromemoria.IN_ATTESA: 2}
    in_uscita(scuola)
    assert stati() == {StatoPromemoria.INVIATO: 2}
    assert len(mailoutbox) == Notifica.objects.count() == 2
    assert manda(scuola) == 0


def test_the_choice_is_in_the_register_and_another_hour_does_not_skip_a_day(scuola):
    scelte = vuole(scuola.docente)
    riga = Operazione.objects.get(azione="sceglie come ricevere gli avvisi")
    assert (riga.oggetto_id, riga.dati) == (scelte.pk, {"posta": "riepilogo", "ora": 7})
    # From seven to six, at half past six: today's has not left yet, and is still due.
    scelte = vuole(scuola.docente, ora=6, adesso=LE_SEI + timedelta(minutes=30))
    assert scelte.ultimo_riepilogo is None
    assert manda(scuola, LE_SEI + timedelta(minutes=31)) == 1


def test_chosen_after_its_hour_the_first_is_tomorrow(scuola, mailoutbox):
    scadenza(scuola, "oggi", date(2024, 6, 5))
    vuole(scuola.docente, adesso=MERCOLEDI)
    assert manda(scuola, MERCOLEDI) == 0
    assert manda(scuola, LE_SETTE + GIORNO) == 1
    assert len(mailoutbox) == 1


def test_without_a_mailbox_nothing_waits_for_ever(scuola, controllo, mailoutbox):
    scuola.docente.email = ""
    scuola.docente.save()
    scuola.docente.utente.email = ""
    scuola.docente.utente.save()
    vuole(scuola.docente)
    in_uscita(scuola, avviso(scuola.docente))
    manda(scuola)
    assert Promemoria.objects.get().esito == "nel portale: manca l’e-mail"
    assert mailoutbox == []


class Guasto(EmailBackend):
    """A server that fails as the class says."""

    errore = ConnectionRefusedError()

    def send_messages(self, messages):
        raise self.errore


@pytest.mark.parametrize(
    ("errore", "continua"),
    [
        (ConnectionRefusedError(), False),
        (smtplib.SMTPServerDisconnected(), False),
        (smtplib.SMTPRecipientsRefused({"a@b.it": (450, b"later")}), True),
        (smtplib.SMTPDataError(451, b"later"), True),
    ],
)
def test_a_server_that_is_down_loses_nothing(
    scuola, controllo, settings, monkeypatch, errore, continua
):
    """What cannot leave at all stops the round; one mailbox that fails does not."""
    scelte = vuole(scuola.docente)
    in_uscita(scuola, avviso(scuola.docente))
    monkeypatch.setattr(Guasto, "errore", errore)
    settings.EMAIL_BACKEND = f"{__name__}.Guasto"
    dati = {"istituto_id": scuola.istituto.pk, "preferenze_id": scelte.pk}
    assert manda_riepilogo(**dati, adesso=LE_SETTE) is continua
    assert stati() == {StatoPromemoria.NEL_RIEPILOGO: 1}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert manda_riepilogo(**dati, adesso=LE_SETTE) is True
    assert stati() == {StatoPromemoria.INVIATO: 1}
    assert len(mail.outbox) == 1


def test_a_mailbox_that_does_not_exist_is_not_tried_again(scuola, controllo, settings, monkeypatch):
    vuole(scuola.docente)
    in_uscita(scuola, avviso(scuola.docente))
    errore = smtplib.SMTPRecipientsRefused({"a@b.it": (550, b"no such mailbox")})
    monkeypatch.setattr(Guasto, "errore", errore)
    settings.EMAIL_BACKEND = f"{__name__}.Guasto"
    manda(scuola)
    assert stati() == {StatoPromemoria.NON_RIUSCITO: 1}
    assert manda(scuola) == 0


def test_a_reserved_app_tells_nothing_outside_the_portal(scuola, mailoutbox, monkeypatch):
    monkeypatch.setattr(registri, "riservate", {"avvisi"})
    scadenza(scuola, "fascicolo di Rossi", date(2024, 6, 5))
    vuole(scuola.docente)
    manda(scuola)
    [messaggio] = mailoutbox
    assert "Rossi" not in messaggio.body + messaggio.subject
    assert "Una scadenza riservata" in messaggio.body


# With real transactions


def uno_che_aspetta(slug="prima"):
    """A school whose teacher has one notice waiting for the digest of today."""
    una = scena.scuola(slug)
    with istituto_corrente(una.istituto.pk):
        vuole(una.docente)
        with controllo_di_prova():
            in_uscita(una, avviso(una.docente, f"prova.{slug}"))
    return una


@pytest.mark.django_db(transaction=True)
def test_four_at_once_send_one_mail(posta):
    una = uno_che_aspetta()
    with istituto_corrente(una.istituto.pk):
        [pk] = queries.riepiloghi_dovuti(una.istituto.pk, LE_SETTE)
    via = Barrier(4)

    def manda_lo(_):
        via.wait()
        try:
            with istituto_corrente(una.istituto.pk):
                return manda_riepilogo(
                    istituto_id=una.istituto.pk, preferenze_id=pk, adesso=LE_SETTE
                )
        finally:
            connection.close()

    with controllo_di_prova(), ThreadPoolExecutor(4) as pool:
        assert list(pool.map(manda_lo, range(4))) == [True] * 4
    assert len(posta.messaggi) == 1


@pytest.mark.django_db(transaction=True)
def test_killed_after_the_mail_it_leaves_again_with_the_same_message_id(posta, monkeypatch):
    una = uno_che_aspetta()
    vera = PreferenzeAvvisi.save

    def muore(*_args, **_campi):
        raise KeyboardInterrupt

    with istituto_corrente(una.istituto.pk):
        [pk] = queries.riepiloghi_dovuti(una.istituto.pk, LE_SETTE)
    for salva in (muore, vera):
        monkeypatch.setattr(PreferenzeAvvisi, "save", salva)
        with controllo_di_prova():
            try:
                with istituto_corrente(una.istituto.pk):
                    manda_riepilogo(istituto_id=una.istituto.pk, preferenze_id=pk, adesso=LE_SETTE)
            except KeyboardInterrupt:
                assert salva is muore
    assert [m["Message-ID"] for m in posta.messaggi] == [
        spedizione.message_id(una.istituto.pk, f"avvisi.riepilogo.{una.docente.pk}.2024-06-05")
    ] * 2
    with istituto_corrente(una.istituto.pk):
        assert stati() == {StatoPromemoria.INVIATO: 1}


@pytest.mark.django_db(transaction=True)
def test_one_tick_serves_two_institutes(posta, monkeypatch):
    una, altra = uno_che_aspetta("prima"), uno_che_aspetta("seconda")
    monkeypatch.setattr(orologio, "adesso", lambda: LE_SETTE)
    with controllo_di_prova():
        batti()
        batti()
    assert len(posta.messaggi) == 2
    for scuola in (una, altra):
        with istituto_corrente(scuola.istituto.pk):
            assert stati() == {StatoPromemoria.INVIATO: 1}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("esiti", "serviti", "ferma"),
    [
        ([False, True, True, True], 4, False),
        ([False, True, False, True], 4, False),
        ([True, False, False, True], 3, True),
    ],
)
def test_one_digest_that_fails_stops_nobody_else_s(monkeypatch, esiti, serviti, ferma):
    """The server that hangs up at one message would otherwise never come to the others."""
    scuola = scena.scuola()
    chiamati = iter(esiti)
    fatti = []
    monkeypatch.setattr(tasks.queries, "riepiloghi_dovuti", lambda *_: [1, 2, 3, 4])
    monkeypatch.setattr(
        tasks.services, "manda_riepilogo", lambda **_: fatti.append(1) or next(chiamati)
    )
    giro = Giro()
    tasks._manda_riepiloghi(scuola.istituto.pk, giro)
    assert (len(fatti), giro.posta_ferma) == (serviti, ferma)
