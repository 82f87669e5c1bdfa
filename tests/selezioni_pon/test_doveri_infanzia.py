"""What the enrolments put on the desks: whose it is, and that it goes away when done."""

from datetime import timedelta

import pytest

from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import TipoVersione
from selezioni_pon.queries.doveri.infanzia import doveri
from selezioni_pon.queries.scrivania import NE_RISENTE
from selezioni_pon.services.infanzia import ammetti_gli_anticipi
from tests.factories.infanzia import ENTRO, IN_ANTICIPO
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena_infanzia import AL_CONTEGGIO, DOPO, OGGI, Scuola, scuola

pytestmark = pytest.mark.django_db
T = TipoVersione


@pytest.fixture
def casa() -> Scuola:
    return scuola()


def chiesti(casa: Scuola, adesso=ADESSO) -> list[tuple[str, str]]:
    trovati = list(doveri(casa.istituto.pk, adesso))
    assert all("Bianchi" not in f"{uno.titolo} {uno.dettaglio}" for uno in trovati)
    parti = [(uno.chiave.split(".")[1], uno.ruolo) for uno in trovati]
    assert all(chiave in NE_RISENTE for chiave, _ in parti)
    return parti


def test_nothing_is_asked_without_a_list_or_while_one_may_still_apply(
    casa, django_assert_num_queries
):
    with django_assert_num_queries(1):
        assert chiesti(casa) == []
    elenco = casa.elenco(entro=OGGI)
    casa.domanda(elenco, presentata_il=OGGI)
    assert chiesti(casa) == []
    assert chiesti(casa, ADESSO + timedelta(days=1)) == [("infanzia_forma", Ruolo.DIRIGENTE)]


def test_the_steps_follow_one_another(casa):
    elenco = casa.elenco()
    ada = casa.domanda(elenco, "Ada")
    [forma] = doveri(casa.istituto.pk, ADESSO)
    assert (forma.visibile_dal, forma.pagina) == (
        ENTRO + timedelta(days=1), "selezioni:infanzia_elenco",
    )  # fmt: skip
    casa.forma(elenco, T.PROVVISORIA)
    assert chiesti(casa) == []
    assert chiesti(casa, DOPO) == [("infanzia_definitiva", Ruolo.DIRIGENTE)]
    casa.forma(elenco, T.DEFINITIVA, DOPO)
    assert chiesti(casa, DOPO) == []
    casa.rinuncia(ada, DOPO)
    assert chiesti(casa, DOPO) == [("infanzia_scorri", Ruolo.DIRIGENTE)]
    casa.forma(elenco, T.SCORRIMENTO, DOPO)
    assert chiesti(casa, DOPO) == []


def test_in_august_the_office_counts_and_who_directs_decides(casa):
    elenco = casa.elenco()
    casa.domanda(elenco, "Ada")
    casa.domanda(elenco, "Leo", nato=IN_ANTICIPO)
    casa.definitivo(elenco)
    assert chiesti(casa, AL_CONTEGGIO - timedelta(days=1)) == []
    assert chiesti(casa, AL_CONTEGGIO) == [("infanzia_conta", Ruolo.SEGRETERIA_DIDATTICA)]
    casa.sezione(elenco, "A", iscritti=20)
    assert chiesti(casa, AL_CONTEGGIO) == [("infanzia_ammetti", Ruolo.DIRIGENTE)]
    casa.atto(ammetti_gli_anticipi, casa.dirigente, AL_CONTEGGIO, elenco_id=elenco.pk)
    assert chiesti(casa, AL_CONTEGGIO) == []
