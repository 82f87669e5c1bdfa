"""The direction reminds who owes what is late: whom, once a day, taken back until it leaves."""

from datetime import date, timedelta

import pytest

from cpia.atti.models import Operazione
from cpia.avvisi import registri, solleciti
from cpia.avvisi.models import Notifica, Promemoria
from cpia.avvisi.services import (
    RIPENSAMENTO,
    chiudi_scadenze,
    consegna_prossimo,
    metti_in_uscita,
    ritira_solleciti,
    sollecita_scadenze,
)
from cpia.scuola.enums import Ruolo
from tests.avvisi import scena
from tests.avvisi.scena import MERCOLEDI, OGGI, avviso, contesto, incarico, persona, scadenza

IERI = OGGI - timedelta(days=1)
DOPO = MERCOLEDI + RIPENSAMENTO


@pytest.fixture
def dirigente(scuola):
    chi = persona(scuola.istituto, "Marzia", "Tolomei")
    incarico(chi, Ruolo.DIRIGENTE)
    return chi


def sollecita(chi, *scadenze, adesso=MERCOLEDI):
    ids = [una.pk for una in scadenze] if scadenze else None
    return sollecita_scadenze(autore=contesto(chi, adesso), adesso=adesso, scadenze_id=ids)


def ritira(chi, *scadenze, adesso=MERCOLEDI):
    ids = [una.pk for una in scadenze] if scadenze else None
    return ritira_solleciti(autore=contesto(chi, adesso), adesso=adesso, scadenze_id=ids)


def consegna(scuola, adesso=DOPO):
    while consegna_prossimo(istituto_id=scuola.istituto.pk, adesso=adesso):
        pass


def test_who_holds_the_role_today_is_reminded_ten_minutes_later(scuola, dirigente, mailoutbox):
    una = scadenza(scuola, "una", date(2024, 6, 3))
    assert sollecita(dirigente, una) == 1
    consegna(scuola, MERCOLEDI)
    assert mailoutbox == []
    consegna(scuola)
    [messaggio] = mailoutbox
    assert messaggio.to == [f"Ugo Bianchi <{scuola.docente.email}>"]
    assert messaggio.subject.endswith("Sollecito: Da fare: una")
    assert "il termine era lunedì 3 giugno, 2 giorni fa" in messaggio.body
    assert Notifica.objects.get().destinatario == scuola.docente
    riga = Operazione.objects.get()
    assert (riga.azione, riga.oggetto_id, riga.ruolo) == ("sollecita", una.pk, "dirigente")


def test_what_is_not_late_is_closed_or_reserved_is_not_reminded_of(scuola, dirigente, monkeypatch):
    oggi = scadenza(scuola, "oggi", OGGI)
    fatta = scadenza(scuola, "fatta", IERI, chiusa_il=MERCOLEDI)
    assert sollecita(dirigente, oggi, fatta) == 0
    riservata = scadenza(scuola, "riservata", IERI)
    monkeypatch.setattr(registri, "riservate", {"avvisi"})
    assert sollecita(dirigente, riservata) == 0
    assert not Promemoria.objects.exists()
    assert not Operazione.objects.exists()


def test_all_that_is_late_and_nobody_reminds_oneself(scuola, dirigente):
    scadenza(scuola, "docente", IERI)
    scadenza(scuola, "classe", IERI, ruolo=Ruolo.COORDINATORE, classe=scuola.classe)
    scadenza(scuola, "mia", IERI, ruolo=Ruolo.DIRIGENTE)
    scadenza(scuola, "personale", IERI, persona=scuola.docente)
    assert sollecita(dirigente) == 2
    destinatari = Promemoria.objects.values_list("destinatario__nome", flat=True)
    assert sorted(destinatari) == ["Ada", "Ugo", "Ugo"]


def test_once_a_day_and_again_the_day_after(scuola, dirigente):
    una = scadenza(scuola, "una", IERI)
    assert sollecita(dirigente, una) == 1
    assert sollecita(dirigente, una) == 0
    assert sollecita(dirigente, una, adesso=MERCOLEDI + timedelta(days=1)) == 1
    assert Promemoria.objects.count() == 2


def test_taken_back_before_it_leaves_as_if_never_asked(scuola, dirigente, mailoutbox):
    una, altra = scadenza(scuola, "una", IERI), scadenza(scuola, "altra", IERI)
    sollecita(dirigente)
    assert ritira(dirigente, una) == 1
    consegna(scuola)
    assert [m.subject for m in mailoutbox] == [f"[{scuola.istituto}] Sollecito: Da fare: altra"]
    assert ritira(dirigente, altra) == 0
    assert sollecita(dirigente, una) == 1
    azioni = list(Operazione.objects.order_by("pk").values_list("azione", flat=True))
    assert azioni == ["sollecita", "sollecita", "ritira sollecito", "sollecita"]


def test_the_register_says_only_of_those_that_were_taken_back(scuola, dirigente, mailoutbox):
    una, altra = scadenza(scuola, "una", IERI), scadenza(scuola, "altra", IERI)
    sollecita(dirigente, una)
    consegna(scuola)
    sollecita(dirigente, altra, adesso=DOPO)
    chiudi_scadenze(istituto_id=scuola.istituto.pk, chiavi=["altra"], adesso=DOPO)
    assert ritira(dirigente, adesso=DOPO) == 1
    ritirati = Operazione.objects.filter(azione="ritira sollecito")
    assert list(ritirati.values_list("oggetto_id", flat=True)) == [altra.pk]


def test_done_meanwhile_or_somebody_else_s_by_now_it_does_not_leave(scuola, dirigente, mailoutbox):
    scadenza(scuola, "fatta", IERI)
    sollecita(dirigente)
    chiudi_scadenze(istituto_id=scuola.istituto.pk, chiavi=["fatta"], adesso=MERCOLEDI)
    consegna(scuola)
    scadenza(scuola, "passata", IERI)
    sollecita(dirigente)
    scuola.docente.incarichi.update(revocato_il=MERCOLEDI)
    consegna(scuola)
    assert mailoutbox == []
    assert set(Promemoria.objects.values_list("stato", flat=True)) == {"superato"}


def test_a_late_thing_of_another_school_does_not_exist(scuola, dirigente):
    altra = scena.scuola("altra")
    with scena.istituto_corrente(altra.istituto.pk):
        altrui = scadenza(altra, "altrui", IERI)
    assert sollecita(dirigente, altrui) == 0
    assert not Promemoria.objects.exists()


def test_the_last_notice_of_its_own_app_and_of_the_direction(scuola, dirigente, monkeypatch):
    una, altra = scadenza(scuola, "avvisi.cosa.7", IERI), scadenza(scuola, "avvisi.cosa.8", IERI)
    tutte = [una, altra]
    assert solleciti.ultimi_avvisi(scuola.istituto.pk, tutte) == {}
    monkeypatch.setitem(registri.controlli, "avvisi", lambda *_: True)
    della_app = avviso(scuola.docente, tipo="avvisi.prova", riferimento="cosa/7")
    metti_in_uscita(istituto_id=scuola.istituto.pk, avvisi=[della_app], adesso=MERCOLEDI)
    consegna(scuola, MERCOLEDI)
    assert solleciti.ultimi_avvisi(scuola.istituto.pk, tutte) == {una.pk: MERCOLEDI}
    sollecita(dirigente)
    consegna(scuola)
    ultimi = solleciti.ultimi_avvisi(scuola.istituto.pk, tutte)
    assert ultimi == {una.pk: DOPO, altra.pk: DOPO}
