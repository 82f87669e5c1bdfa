"""The outbox: written once with the act, asked again before it leaves, delivered once."""

from datetime import timedelta
from email.utils import getaddresses

import pytest
from django.core import mail
from django.db import transaction
from servizi.config import free_port

from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Notifica, Promemoria
from cpia.avvisi.services import (
    Giro,
    consegna_prossimo,
    metti_in_uscita,
    segna_letta,
    segna_tutte_lette,
)
from cpia.avvisi.services import posta as postino
from cpia.avvisi.services.consegna import message_id
from cpia.scuola.models import Incarico
from cpia.scuola.queries import in_vigore
from tests.avvisi.scena import MERCOLEDI, avviso, contesto, controllo_di_prova

MINUTO = timedelta(minutes=1)


def in_uscita(scuola, *avvisi):
    """Write notices to the outbox of the school."""
    return metti_in_uscita(istituto_id=scuola.istituto.pk, avvisi=avvisi, adesso=MERCOLEDI)


def consegna(scuola, adesso=MERCOLEDI):
    """Deliver all that is due; how many rows were handled."""
    quanti = 0
    while consegna_prossimo(istituto_id=scuola.istituto.pk, adesso=adesso):
        quanti += 1
    return quanti


def test_a_key_is_told_once(scuola, controllo, mailoutbox):
    uno, altro = avviso(scuola.docente), avviso(scuola.docente, "prova.due")
    assert in_uscita(scuola, uno) == 1
    assert in_uscita(scuola, uno, altro, altro) == 1
    assert consegna(scuola) == 2
    assert in_uscita(scuola, uno) == 0
    assert consegna(scuola, MERCOLEDI + timedelta(days=1)) == 0
    assert Notifica.objects.count() == len(mailoutbox) == 2


def test_a_refused_act_leaves_no_notice(scuola):
    with transaction.atomic():
        in_uscita(scuola, avviso(scuola.docente))
        transaction.set_rollback(True)
    assert not Promemoria.objects.exists()


def test_what_is_not_due_any_more_is_not_sent(scuola, mailoutbox):
    in_uscita(scuola, avviso(scuola.docente))
    with controllo_di_prova(dovuto=False):
        assert consegna(scuola) == 1
    promemoria = Promemoria.objects.get()
    assert (promemoria.stato, promemoria.esito) == (StatoPromemoria.SUPERATO, "non più dovuto")
    assert not Notifica.objects.exists()
    assert mailoutbox == []


def test_a_role_withdrawn_stops_what_was_queued(scuola, mailoutbox):
    """The check of the app is given the row and the hour, and its answer of then counts."""

    def insegna_ancora(promemoria, adesso):
        return Incarico.objects.filter(
            in_vigore(adesso.date()), persona_id=promemoria.destinatario_id
        ).exists()

    collega = scuola.coordinatrice
    in_uscita(scuola, avviso(scuola.docente), avviso(collega, "prova.due"))
    scuola.docente.incarichi.update(revocato_il=MERCOLEDI)
    with controllo_di_prova(insegna_ancora):
        assert consegna(scuola) == 2
    (messaggio,) = mailoutbox
    assert messaggio.to == [f"{collega.nome_e_cognome} <{collega.email}>"]
    assert Notifica.objects.get().destinatario == collega


def test_the_mail_as_a_person_receives_it(scuola, controllo, posta):
    in_uscita(scuola, avviso(scuola.docente))
    assert consegna(scuola) == 1
    (messaggio,) = posta.messaggi
    assert messaggio["Subject"].strip() == "[Liceo liceo-di-prova] 2ªB AFM: mancano i livelli"
    assert messaggio["X-Destinatari"] == scuola.docente.email
    assert getaddresses([messaggio["To"]]) == [("Ugo Bianchi", scuola.docente.email)]
    assert messaggio["Auto-Submitted"] == "auto-generated"
    corpo = messaggio.get_content()
    assert "Lo scrutinio è vicino." in corpo
    assert "http://127.0.0.1:8000/liceo-di-prova/scrivania/" in corpo


def test_the_message_id_is_always_the_same_and_names_nobody(scuola):
    in_uscita(scuola, avviso(scuola.docente), avviso(scuola.docente, "prova.due"))
    primo, secondo = Promemoria.objects.order_by("id")
    assert message_id(primo) == message_id(Promemoria.objects.get(pk=primo.pk))
    assert message_id(primo) != message_id(secondo)
    locale, _, dominio = message_id(primo).strip("<>").partition("@")
    assert locale.isalnum()
    assert len(locale) == 40
    assert dominio == "scuola.example"


def test_a_server_that_is_down_is_tried_again_later_each_time(scuola, controllo, posta, settings):
    acceso, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    in_uscita(scuola, avviso(scuola.docente))
    adesso, attese = MERCOLEDI, []
    for _ in range(8):
        assert consegna(scuola, adesso) == 1
        assert consegna(scuola, adesso) == 0
        prossimo = Promemoria.objects.get().prossimo_tentativo_il
        attese.append((prossimo - adesso) // MINUTO)
        adesso = prossimo
    assert attese == [2, 4, 8, 16, 32, 60, 60, 60]
    assert Notifica.objects.count() == 1
    assert posta.messaggi == []

    settings.EMAIL_PORT = acceso
    assert consegna(scuola, adesso - MINUTO) == 0
    assert consegna(scuola, adesso) == 1
    promemoria = Promemoria.objects.get()
    assert promemoria.stato == StatoPromemoria.INVIATO
    assert [m["Message-ID"] for m in posta.messaggi] == [message_id(promemoria)]
    assert Notifica.objects.count() == 1


def test_a_silent_server_is_waited_for_once_a_round_and_the_portal_tells_all(
    scuola, controllo, posta, settings
):
    acceso, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    in_uscita(scuola, *(avviso(scuola.docente, f"prova.{n}") for n in range(5)))
    giro = Giro()
    dati = {"istituto_id": scuola.istituto.pk}
    while consegna_prossimo(**dati, adesso=MERCOLEDI, giro=giro):
        pass
    assert giro.posta_ferma
    assert Notifica.objects.count() == 5
    tentativi = list(Promemoria.objects.order_by("pk").values_list("tentativi", flat=True))
    assert tentativi == [1, 0, 0, 0, 0]

    settings.EMAIL_PORT = acceso
    while consegna_prossimo(**dati, adesso=MERCOLEDI + 2 * MINUTO, giro=Giro()):
        pass
    assert len(posta.messaggi) == 5
    assert Notifica.objects.count() == 5


def test_what_was_put_off_for_three_days_has_failed_too(scuola, controllo):
    in_uscita(scuola, avviso(scuola.docente))
    tardi = MERCOLEDI + timedelta(days=3, minutes=1)
    assert consegna_prossimo(istituto_id=scuola.istituto.pk, adesso=tardi, giro=Giro(True))
    assert Promemoria.objects.get().stato == StatoPromemoria.NON_RIUSCITO
    assert Notifica.objects.count() == 1


def test_a_mail_that_cannot_be_written_stops_no_other(
    scuola, controllo, posta, monkeypatch, caplog
):
    scrive = postino.messaggio

    def messaggio(persona, *, oggetto, **altro):
        if oggetto.endswith("rotto"):
            raise RuntimeError(persona.cognome)
        return scrive(persona, oggetto=oggetto, **altro)

    monkeypatch.setattr(postino, "messaggio", messaggio)
    in_uscita(
        scuola,
        avviso(scuola.docente, oggetto="rotto"),
        avviso(scuola.docente, "prova.due"),
    )
    assert consegna(scuola) == 2
    assert len(posta.messaggi) == 1
    assert Promemoria.objects.get(chiave="prova.uno").stato == StatoPromemoria.IN_ATTESA
    assert Notifica.objects.count() == 2
    assert "RuntimeError" in caplog.text
    assert scuola.docente.cognome not in caplog.text


def test_after_three_days_it_has_failed_and_the_portal_has_told_it(
    scuola, controllo, posta, settings
):
    settings.EMAIL_PORT = free_port()
    in_uscita(scuola, avviso(scuola.docente))
    consegna(scuola, MERCOLEDI + timedelta(days=2, hours=23))
    assert Promemoria.objects.get().stato == StatoPromemoria.IN_ATTESA
    consegna(scuola, MERCOLEDI + timedelta(days=3, hours=2))
    assert Promemoria.objects.get().stato == StatoPromemoria.NON_RIUSCITO
    assert Notifica.objects.count() == 1
    assert consegna(scuola, MERCOLEDI + timedelta(days=30)) == 0


def test_a_mailbox_that_does_not_exist_is_not_tried_again(scuola, controllo, posta_che_respinge):
    in_uscita(scuola, avviso(scuola.docente), avviso(scuola.coordinatrice, "prova.due"))
    posta_che_respinge.add(scuola.docente.email)
    assert consegna(scuola) == 2
    stati = dict(Promemoria.objects.values_list("chiave", "stato"))
    assert stati == {
        "prova.uno": StatoPromemoria.NON_RIUSCITO,
        "prova.due": StatoPromemoria.INVIATO,
    }


@pytest.mark.parametrize("recapito", ["", "non è un indirizzo", "a@b@c"])
def test_without_a_good_address_the_portal_still_tells(scuola, controllo, posta, recapito):
    scuola.docente.utente = None
    scuola.docente.email = recapito
    scuola.docente.save(update_fields=["utente", "email"])
    in_uscita(scuola, avviso(scuola.docente), avviso(scuola.coordinatrice, "prova.due"))
    assert consegna(scuola) == 2
    assert Notifica.objects.count() == 2
    assert [m["X-Destinatari"] for m in posta.messaggi] == [scuola.coordinatrice.email]


def test_who_may_not_sign_in_any_more_is_written_nothing(scuola, controllo, posta):
    scuola.docente.utente.is_active = False
    scuola.docente.utente.save()
    in_uscita(scuola, avviso(scuola.docente))
    consegna(scuola)
    assert posta.messaggi == []
    assert Promemoria.objects.get().stato == StatoPromemoria.INVIATO


def test_a_line_break_in_a_subject_opens_no_header(scuola, controllo, posta):
    in_uscita(scuola, avviso(scuola.docente, oggetto="Uno\r\nBcc: altri@example.org"))
    consegna(scuola)
    (messaggio,) = posta.messaggi
    assert messaggio["Subject"].endswith("Uno Bcc: altri@example.org")
    assert messaggio["Bcc"] is None
    assert messaggio["X-Destinatari"] == scuola.docente.email


def test_the_fault_of_one_app_stops_no_other_notice(scuola, mailoutbox, caplog):
    def guasto(promemoria, _adesso):
        if promemoria.chiave == "prova.uno":
            raise ZeroDivisionError(promemoria.destinatario.cognome)
        return True

    in_uscita(
        scuola,
        avviso(scuola.docente),
        avviso(scuola.docente, "prova.due"),
        avviso(scuola.docente, "prova.tre", tipo="sconosciuta.cosa"),
    )
    with controllo_di_prova(guasto):
        assert consegna(scuola) == 3
    stati = dict(Promemoria.objects.values_list("chiave", "stato"))
    assert stati["prova.due"] == StatoPromemoria.INVIATO
    assert stati["prova.uno"] == stati["prova.tre"] == StatoPromemoria.IN_ATTESA
    assert len(mail.outbox) == 1
    assert "ZeroDivisionError" in caplog.text
    assert scuola.docente.cognome not in caplog.text


def test_only_the_addressee_marks_a_notice_as_read(scuola, controllo, mailoutbox):
    in_uscita(scuola, avviso(scuola.docente), avviso(scuola.docente, "prova.due"))
    consegna(scuola)
    prima, seconda = Notifica.objects.order_by("id")
    altrui = contesto(scuola.coordinatrice)
    assert segna_letta(autore=altrui, notifica_id=prima.pk, adesso=MERCOLEDI) is None
    assert segna_tutte_lette(autore=altrui, adesso=MERCOLEDI) == 0

    mio = contesto(scuola.docente)
    letta = segna_letta(autore=mio, notifica_id=prima.pk, adesso=MERCOLEDI)
    assert letta.letta_il == MERCOLEDI
    dopo = MERCOLEDI + MINUTO
    assert segna_letta(autore=mio, notifica_id=prima.pk, adesso=dopo).letta_il == MERCOLEDI
    assert segna_tutte_lette(autore=mio, adesso=dopo) == 1
    seconda.refresh_from_db()
    assert seconda.letta_il == dopo
