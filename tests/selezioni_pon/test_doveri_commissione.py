"""What the commissions put on the desks: whose it is, by when, and that nobody is named."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cpia.avvisi.models import Scadenza
from cpia.scuola.enums import Ruolo
from selezioni_pon.queries.doveri import commissione as di_qui
from selezioni_pon.queries.scrivania import NE_RISENTE, chi_ne_risente
from selezioni_pon.services.commissione.lavori import chiudi_lavori
from tests.factories.scuola import ADESSO, contesto
from tests.factories.selezioni import SCADUTO
from tests.selezioni_pon.scena_commissione import Commissionata, commissionata
from tests.selezioni_pon.test_services_commissione import esaminate, sostituisce

pytestmark = pytest.mark.django_db
OGGI = ADESSO.date()
SCADUTA_IL = SCADUTO.date()


@pytest.fixture
def qui() -> Commissionata:
    return commissionata()


def doveri(qui: Commissionata, *avvisi, adesso=ADESSO):
    return list(di_qui.doveri([qui.avviso, *avvisi], adesso))


def quali(qui: Commissionata) -> list[tuple[str, object, str]]:
    """The kind of each, whose it is, where it is done."""
    return [
        (uno.chiave.split(".")[1], uno.persona or uno.ruolo, uno.pagina.split(":")[1])
        for uno in doveri(qui)
    ]


def test_who_directs_names_once_the_term_is_over(qui):
    assert doveri(qui, adesso=qui.avviso.scade) == []
    [dovere] = doveri(qui)
    assert (dovere.ruolo, dovere.pagina) == (Ruolo.DIRIGENTE, "selezioni:commissione_nomina")
    assert (dovere.oggetto, dovere.visibile_dal) == (qui.avviso.pk, SCADUTA_IL)
    assert dovere.entro_il == SCADUTA_IL + timedelta(days=7)
    assert "2 domande arrivate" in dovere.dettaglio


def test_without_applications_nobody_waits():
    assert doveri(commissionata(candidati=0)) == []


def test_a_member_declares_then_assesses_then_the_president_closes(qui):
    commissione = qui.nominata()
    una, due, tre = (docente.pk for docente in qui.docenti[:3])
    assert quali(qui) == [
        ("dichiara", chi, "commissione_dichiarazione") for chi in (una, due, tre)
    ]  # fmt: skip
    for quale in range(3):
        qui.dichiara(quale)
    assert quali(qui) == [("valuta", chi, "verifica") for chi in (una, due, tre)]
    [dovere, *_] = doveri(qui)
    assert dovere.entro_il == SCADUTA_IL + timedelta(days=30)
    assert "2 domande" in dovere.dettaglio
    esaminate(qui)
    assert quali(qui) == [("chiudi_lavori", una, "commissione_chiudi")]
    qui.atto(chiudi_lavori, qui.docenti[0], versione=commissione.versione)
    assert doveri(qui) == []


def test_who_may_not_assess_waits_for_who_directs(qui):
    qui.nominata()
    qui.dichiara(0)
    qui.dichiara(1, 0)
    qui.dichiara(2, senza_condanne=False)
    assert quali(qui) == [
        ("valuta", qui.docenti[0].pk, "verifica"),
        ("sostituisci", Ruolo.DIRIGENTE, "commissione"),
        ("sostituisci", Ruolo.DIRIGENTE, "commissione"),
    ]
    sostituisce(qui, 1, 3)
    kinds = [quale for quale, *_ in quali(qui)]
    assert sorted(kinds) == ["dichiara", "sostituisci", "valuta"]


def test_nobody_is_named_and_each_says_why(qui):
    qui.nominata()
    qui.dichiara(1, 0)
    nomi = {una.persona.cognome for una in qui.candidature}
    nomi |= {docente.cognome for docente in qui.docenti}
    for dovere in doveri(qui):
        detto = f"{dovere.titolo} {dovere.dettaglio} {dovere.perche[0].testo}"
        assert not any(nome in detto for nome in nomi)
        assert dovere.perche[0].fonte


def test_the_questions_do_not_grow_with_the_calls(qui):
    qui.nominata()
    altra = qui.accanto()
    altra.nominata()
    conti = []
    for altri in ((), (altra.avviso,)):
        with CaptureQueriesContext(connection) as lette:
            doveri(qui, *altri)
        conti.append(len(lette))
    assert conti == [4, 4]


def test_who_suffers_from_a_late_one_is_said(qui):
    chiavi = [di_qui.NOMINA, di_qui.SOSTITUISCI, di_qui.DICHIARA, di_qui.VALUTA, di_qui.CHIUDI]
    righe = [Scadenza(pk=n, chiave=f"{chiave}1") for n, chiave in enumerate(chiavi, start=1)]
    detti = chi_ne_risente(contesto(qui.casa.dirigente), righe)
    assert set(detti) == {1, 2, 3, 4, 5}
    assert set(detti.values()) <= set(NE_RISENTE.values())
