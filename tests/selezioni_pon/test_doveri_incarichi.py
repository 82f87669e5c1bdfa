"""What the posts given put on the desks, until each thing is done; nobody is named."""

from datetime import date, datetime, timedelta

import pytest

from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import giorno
from selezioni_pon.enums import Provenienza, StatoAutorizzazione
from selezioni_pon.queries.doveri import cose_da_fare
from selezioni_pon.queries.scrivania import NE_RISENTE
from selezioni_pon.rules.anagrafe import CONDIZIONE, entro_quando
from selezioni_pon.services import incarichi as servizi
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import SCADUTO
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_incarichi import ENTRO, fila
from tests.selezioni_pon.test_services_incarichi import TUTTO

pytestmark = pytest.mark.django_db
OGGI = ADESSO.date()
# The calls of these tests have a ranking that no commission made.
DELLA_COMMISSIONE = {"nomina"}


@pytest.fixture(autouse=True)
def _file(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def casa() -> Scena:
    return scena()


def doveri(casa: Scena, adesso: datetime = ADESSO):
    """Those on the desks on that day, by what their key says; the commission has its own."""
    oggi = adesso.date()
    return {
        chiave: dovere
        for dovere in cose_da_fare(casa.istituto.pk, adesso).doveri
        if dovere.visibile_dal <= oggi
        and (chiave := dovere.chiave.split(".")[1]) not in DELLA_COMMISSIONE
    }


def il(giorno: date) -> datetime:
    return datetime.combine(giorno, ADESSO.timetz())


def test_from_the_final_ranking_to_the_pay_there_is_one_thing_to_do(casa):
    una = fila(casa, 2)
    [(chiave, dovere)] = doveri(casa).items()
    assert (chiave, dovere.ruolo, dovere.oggetto) == ("proponi", Ruolo.DIRIGENTE, una.avviso.pk)
    una.propone(1)
    [(chiave, dovere)] = doveri(casa).items()
    assert (chiave, dovere.persona) == ("rispondi", una.chi(1).pk)
    assert dovere.entro_il == ENTRO
    assert f"Si risponde entro {giorno(ENTRO)}: " in dovere.dettaglio
    [(chiave, dovere)] = doveri(casa, ADESSO + timedelta(days=6)).items()
    assert (chiave, dovere.ruolo) == ("scaduta", Ruolo.DIRIGENTE)
    una.risponde(1)
    [(chiave, dovere)] = doveri(casa).items()
    assert (chiave, dovere.ruolo) == ("scrivi_incarico", Ruolo.SEGRETERIA_PERSONALE)
    contratto = una.scrive(1)
    assert list(doveri(casa)) == ["emetti_incarico"]
    una.fa(servizi.emetti_incarico, contratto)
    [(chiave, dovere)] = doveri(casa).items()
    assert (chiave, dovere.oggetto) == ("firma_incarico", contratto.pk)
    assert dovere.entro_il == contratto.dal
    una.fa(servizi.registra_firma, contratto, firmato_il=OGGI)
    # Of the own staff nothing hangs on what the Funzione pubblica is told: it has its days.
    assert sorted(doveri(casa)) == ["comunica_incarico", "pubblica_incarico"]
    una.fa(servizi.pubblica_incarico, contratto)
    una.comunica(contratto)
    assert doveri(casa, il(contratto.al)) == {}
    finito = il(contratto.al + timedelta(days=1))
    [(chiave, dovere)] = doveri(casa, finito).items()
    assert (chiave, dovere.ruolo) == ("verifica_incarico", Ruolo.DIRIGENTE)
    una.fa(servizi.verifica_incarico, contratto, dati=TUTTO, adesso=finito)
    assert doveri(casa, finito) == {}


def test_a_contract_waits_for_what_the_funzione_pubblica_is_told(casa):
    una = fila(casa, 1, provenienza=Provenienza.PRIVATO)
    una.propone(1)
    contratto = una.firmato(1)
    assert list(doveri(casa)) == ["pubblica_incarico"]
    una.fa(servizi.pubblica_incarico, contratto)
    [(chiave, dovere)] = doveri(casa).items()
    assert (chiave, dovere.ruolo) == ("comunica_incarico", Ruolo.SEGRETERIA_PERSONALE)
    assert (dovere.entro_il, dovere.perche[0].fonte) == (contratto.dal, CONDIZIONE)
    una.comunica(contratto)
    assert doveri(casa) == {}


def test_of_who_works_for_others_what_was_paid_is_told_within_fifteen_days(casa):
    una = fila(casa, 1, provenienza=Provenienza.ALTRA_SCUOLA, amministrazione="IC Iseo")
    una.propone(1)
    permesso = {"chiesta_il": OGGI, "risposta": StatoAutorizzazione.DATA, "atto": "nota n. 1"}
    contratto = una.pubblicato(1, **permesso)
    [(chiave, dovere)] = doveri(casa).items()
    assert (chiave, dovere.pagina) == ("comunica_incarico", "selezioni:incarico_comunica")
    assert (dovere.visibile_dal, dovere.entro_il) == (OGGI, entro_quando(OGGI))
    una.comunica(contratto)
    una.fa(servizi.verifica_incarico, contratto, dati=TUTTO)
    dopo = ADESSO + timedelta(days=3)
    [(chiave, dovere)] = doveri(casa, dopo).items()
    assert (chiave, dovere.entro_il) == ("comunica_compensi", entro_quando(OGGI))
    una.fa(servizi.comunica_compensi, contratto, chi=casa.segretaria, giorno=OGGI)
    assert doveri(casa, dopo) == {}


def test_who_refuses_makes_it_the_turn_of_the_next_with_days_of_its_own(casa):
    una = fila(casa, 2)
    una.propone(1)
    dopo = ADESSO + timedelta(days=3)
    una.risponde(1, accetta=False, adesso=dopo)
    dovere = doveri(casa, dopo)["proponi"]
    assert dovere.visibile_dal == dopo.date()
    assert dovere.entro_il == dopo.date() + timedelta(days=7)
    assert doveri(casa, dopo + timedelta(days=2))["proponi"].entro_il == dovere.entro_il


def test_a_ranking_that_is_over_with_posts_left_waits_for_who_directs(casa):
    una = fila(casa, 1)
    assert SCADUTO < ADESSO
    una.propone(1)
    una.risponde(1, accetta=False)
    [(chiave, dovere)] = doveri(casa).items()
    assert (chiave, dovere.oggetto) == ("esito", una.avviso.pk)


def test_nobody_is_named_and_who_suffers_is_said(casa):
    una = fila(casa, 2, posti=2)
    visti = doveri(casa)
    una.propone(1, 2)
    visti |= doveri(casa)
    una.emesso(1)
    visti |= doveri(casa)
    for chiave, dovere in visti.items():
        detto = f"{dovere.titolo} {dovere.dettaglio} {dovere.chiave}"
        assert una.chi(1).cognome not in detto
        assert "€" not in detto
        assert chiave in NE_RISENTE
