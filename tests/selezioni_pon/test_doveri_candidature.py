"""Who has begun an application is reminded to send it; who has sent it is left in peace."""

from datetime import timedelta

import pytest

from selezioni_pon.models import Candidatura, Invio
from selezioni_pon.queries.doveri import cose_da_fare
from selezioni_pon.queries.doveri.candidature import DA_INVIARE
from selezioni_pon.queries.doveri.termini import SCADE as IN_SCADENZA
from tests.factories.candidature import CandidaturaFactory, inviata
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import SCADE, AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena

pytestmark = pytest.mark.django_db
TITOLI = {"A.5": {"quanti": 2}}
VICINO = SCADE - timedelta(days=1)


@pytest.fixture
def casa() -> Scena:
    return scena()


@pytest.fixture
def avviso(casa):
    return AvvisoFactory(istituto=casa.istituto, pubblicato=True)


def doveri(casa: Scena, prefisso: str = DA_INVIARE, adesso=ADESSO):
    tutti = cose_da_fare(casa.istituto.pk, adesso).doveri
    return [uno for uno in tutti if uno.chiave.startswith(prefisso)]


def test_a_draft_waits_on_the_desk_of_who_writes_it(casa, avviso):
    riga = CandidaturaFactory(istituto=casa.istituto, avviso=avviso, persona=casa.docente)
    [suo] = doveri(casa)
    assert (suo.persona, suo.oggetto, suo.entro_il) == (casa.docente.pk, riga.pk, SCADE.date())
    assert casa.docente.cognome not in f"{suo.titolo} {suo.dettaglio}"
    assert doveri(casa, adesso=SCADE + timedelta(seconds=1)) == []


def test_what_was_sent_is_asked_for_only_when_it_changed(casa, avviso):
    invio = inviata(avviso, casa.docente, TITOLI, quando=ADESSO)
    assert doveri(casa) == []
    Candidatura.objects.update(modificata_il=ADESSO + timedelta(minutes=1))
    [suo] = doveri(casa)
    assert "vale quella di prima" in suo.dettaglio
    Invio.objects.filter(pk=invio.pk).update(ritirato_il=ADESSO + timedelta(minutes=2))
    assert doveri(casa) == []


def test_who_has_begun_is_not_told_of_the_call_again(casa, avviso):
    prima = {uno.persona for uno in doveri(casa, IN_SCADENZA, VICINO)}
    CandidaturaFactory(istituto=casa.istituto, avviso=avviso, persona=casa.docente)
    dopo = {uno.persona for uno in doveri(casa, IN_SCADENZA, VICINO)}
    assert prima - dopo == {casa.docente.pk}
