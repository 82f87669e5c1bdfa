"""What the register of experts puts on the desks: a request to decide, an entry that ends."""

from datetime import date, timedelta

import pytest

from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import ROMA
from selezioni_pon.queries.doveri.albo import doveri
from selezioni_pon.queries.scrivania import NE_RISENTE
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena_albo import Scuola, scuola

pytestmark = pytest.mark.django_db
LUGLIO = ADESSO + timedelta(days=30)
FINITA = ADESSO.astimezone(ROMA).replace(month=9, day=1)


@pytest.fixture
def casa() -> Scuola:
    return scuola()


def chiesti(casa: Scuola, adesso=ADESSO) -> list[tuple[str, object, date]]:
    """What is asked, of whom, by when; nobody is named."""
    trovati = list(doveri(casa.istituto.pk, adesso))
    nomi = [uno.cognome for uno in casa.esperti]
    assert not any(nome in f"{uno.titolo} {uno.dettaglio}" for uno in trovati for nome in nomi)
    parti = [(uno.chiave.split(".")[1], uno.ruolo or uno.persona, uno.entro_il) for uno in trovati]
    assert all(chiave in NE_RISENTE for chiave, _, _ in parti)
    return parti


def test_one_query_whatever_there_is(casa, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert chiesti(casa) == []
    for uno in casa.esperti:
        casa.chiede(uno)
    with django_assert_num_queries(1):
        assert len(chiesti(casa)) == 2


def test_decided_in_thirty_days_then_renewed_in_the_last_ninety(casa):
    riga = casa.chiede()
    assert chiesti(casa) == [("albo_decidi", Ruolo.DIRIGENTE, date(2024, 7, 5))]
    casa.iscrive(riga)
    fine = [("albo_rinnova", casa.esperti[0].pk, date(2024, 8, 31))]
    assert chiesti(casa, LUGLIO) == fine
    assert chiesti(casa, FINITA) == []
    rinnovo = casa.chiede(adesso=LUGLIO)
    assert [una[0] for una in chiesti(casa, LUGLIO)] == ["albo_decidi"]
    casa.iscrive(rinnovo, LUGLIO)
    assert chiesti(casa, LUGLIO) == []
