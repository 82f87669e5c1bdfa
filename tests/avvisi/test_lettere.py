"""A mail to who is no person of the school yet: an address alone, and its words not kept."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from cpia.avvisi import registri
from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Notifica, Promemoria
from cpia.avvisi.services import Giro, Lettera, consegna_prossimo, metti_in_uscita
from tests.avvisi.scena import MERCOLEDI, avviso

ARGOMENTI = {
    "chiave": "prova.lettera", "tipo": "prova.lettera", "riferimento": "cosa/1",
    "email": "nuova@posta.example", "oggetto": "La domanda è arrivata",
    "testo": "Il codice è ABCD.", "indirizzo": "/liceo-di-prova/segui/",
}  # fmt: skip

pytestmark = pytest.mark.usefixtures("controllo")


@pytest.fixture(autouse=True)
def _posta_in_memoria(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def manda(scuola, **altro):
    metti_in_uscita(
        istituto_id=scuola.istituto.pk, avvisi=[Lettera(**(ARGOMENTI | altro))], adesso=MERCOLEDI
    )
    return Promemoria.objects.get(chiave="prova.lettera")


def consegna(scuola, adesso=MERCOLEDI, **altro):
    return consegna_prossimo(istituto_id=scuola.istituto.pk, adesso=adesso, **altro)


def test_it_leaves_for_the_address_alone_and_its_words_are_not_kept(scuola):
    lettera = manda(scuola)
    assert consegna(scuola)
    assert not consegna(scuola)
    messaggio = mail.outbox[0]
    assert messaggio.to == ["nuova@posta.example"]
    assert "Il codice è ABCD." in messaggio.body
    assert messaggio.subject == "[Liceo liceo-di-prova] La domanda è arrivata"
    lettera.refresh_from_db()
    assert (lettera.stato, lettera.esito, lettera.testo) == (
        StatoPromemoria.INVIATO, "per e-mail", "",
    )  # fmt: skip
    assert not Notifica.objects.exists()


def test_it_is_written_once(scuola):
    manda(scuola)
    manda(scuola, testo="Un altro codice.")
    assert Promemoria.objects.get().testo == "Il codice è ABCD."


def test_while_the_mail_is_silent_it_waits_with_its_words(scuola):
    lettera = manda(scuola)
    consegna(scuola, giro=Giro(posta_ferma=True))
    lettera.refresh_from_db()
    assert (lettera.stato, lettera.testo) == (StatoPromemoria.IN_ATTESA, "Il codice è ABCD.")
    consegna(scuola, MERCOLEDI + timedelta(days=4), giro=Giro(posta_ferma=True))
    lettera.refresh_from_db()
    assert (lettera.stato, lettera.testo) == (StatoPromemoria.NON_RIUSCITO, "")


def test_one_no_longer_due_does_not_leave(scuola, monkeypatch):
    lettera = manda(scuola)
    monkeypatch.setitem(registri.controlli, "prova", lambda *_: False)
    consegna(scuola)
    lettera.refresh_from_db()
    assert (lettera.stato, lettera.testo) == (StatoPromemoria.SUPERATO, "")
    assert not mail.outbox


def test_a_refused_address_says_so_and_does_not_speak_of_the_portal(scuola, monkeypatch):
    lettera = manda(scuola)

    def errata(*_):
        raise ValueError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", errata)
    consegna(scuola)
    lettera.refresh_from_db()
    assert (lettera.stato, lettera.esito) == (StatoPromemoria.NON_RIUSCITO, "e-mail errata")


@pytest.mark.parametrize("altro", ["nessuno", "tutti e due"])
def test_a_person_or_an_address_never_both(scuola, altro):
    lettera = manda(scuola)
    if altro == "nessuno":
        lettera.email = ""
    else:
        lettera.destinatario = scuola.docente
    with pytest.raises(IntegrityError, match="promemoria_persona_o_email"), transaction.atomic():
        lettera.save()


def test_the_notices_of_the_persons_keep_their_words(scuola):
    metti_in_uscita(
        istituto_id=scuola.istituto.pk, avvisi=[avviso(scuola.docente)], adesso=MERCOLEDI
    )
    consegna(scuola)
    assert Promemoria.objects.get().testo == "Lo scrutinio è vicino."
    assert Notifica.objects.get().destinatario == scuola.docente
