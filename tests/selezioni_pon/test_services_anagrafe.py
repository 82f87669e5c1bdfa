"""What is attested, declared, told outside the school of an assignment, and what waits for it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato, Conflitto
from selezioni_pon.enums import Provenienza, StatoAutorizzazione, StatoIncarico
from selezioni_pon.models import Contratto, Proposta
from selezioni_pon.queries.incarichi.registro import pubblicati
from selezioni_pon.services import incarichi as servizi
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_incarichi import Fila, fila
from tests.selezioni_pon.test_services_incarichi import codici, parole, stato, verifica

pytestmark = pytest.mark.django_db
OGGI = ADESSO.date()
GIORNO = timedelta(days=1)
S = StatoIncarico
PERMESSO = {"chiesta_il": OGGI, "risposta": StatoAutorizzazione.DATA, "atto": "nota n. 1"}


@pytest.fixture(autouse=True)
def _file(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def casa() -> Scena:
    return scena()


def proposta_a(casa: Scena, provenienza: Provenienza, **campi) -> Fila:
    trovata = fila(casa, 1, provenienza=provenienza, **campi)
    trovata.propone(1)
    return trovata


@pytest.fixture
def esterna(casa) -> Fila:
    return proposta_a(casa, Provenienza.PRIVATO)


def test_a_contract_has_effect_and_is_paid_once_published_and_told(esterna):
    contratto = esterna.pubblicato(1)
    assert stato(contratto) is S.DA_COMUNICARE
    with pytest.raises(AttoRifiutato) as rifiuto:
        verifica(esterna, contratto)
    assert codici(rifiuto) == ["comunicazione"]
    detto = esterna.comunica(contratto, modo=" PerlaPA n. 4471 ")
    assert (detto.comunicato_il, detto.comunicazione) == (OGGI, "PerlaPA n. 4471")
    assert stato(contratto) is S.IN_CORSO
    assert verifica(esterna, contratto).importo == 90_000
    azione = "comunica incarico alla Funzione pubblica"
    assert Operazione.objects.get(azione=azione).dati["modo"] == "PerlaPA n. 4471"


def test_it_is_told_once_signed_once_and_on_a_day_that_can_be(esterna):
    contratto = esterna.emesso(1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        esterna.comunica(contratto)
    assert codici(rifiuto) == ["non_si_comunica"]
    esterna.fa(servizi.registra_firma, contratto, firmato_il=OGGI)
    with pytest.raises(AttoRifiutato) as rifiuto:
        esterna.comunica(contratto, giorno=ADESSO + GIORNO, modo=" ")
    assert codici(rifiuto) == ["giorno", "modo"]
    assert esterna.ora(contratto).comunicato_il is None
    with pytest.raises(Conflitto):
        esterna.casa.atto(
            servizi.comunica_incarico, contratto_id=contratto.pk, versione=1, giorno=OGGI, modo="n"
        )
    esterna.comunica(contratto)
    with pytest.raises(AttoRifiutato) as rifiuto:
        esterna.comunica(contratto)
    assert codici(rifiuto) == ["non_si_comunica"]


def test_of_a_public_employee_who_needs_no_permission_nothing_is_told(casa):
    una = proposta_a(
        casa, Provenienza.ALTRA_AMMINISTRAZIONE, amministrazione="Comune di Iseo",
        esenzione="docenza",
    )  # fmt: skip
    contratto = una.pubblicato(1)
    assert stato(contratto) is S.IN_CORSO
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.comunica(contratto)
    assert codici(rifiuto) == ["non_dovuta"]
    assert verifica(una, contratto).importo == 90_000
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.fa(servizi.comunica_compensi, contratto, giorno=OGGI)
    assert codici(rifiuto) == ["niente_da_comunicare"]


def test_the_employer_is_told_all_that_was_paid_by_a_day(casa):
    una = proposta_a(casa, Provenienza.ALTRA_SCUOLA, amministrazione="IC Iseo")
    contratto = una.pubblicato(1, **PERMESSO)
    assert verifica(una, contratto).importo == 90_000  # nothing of the pay waits for it
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.fa(servizi.comunica_compensi, contratto, giorno=OGGI - GIORNO)
    assert codici(rifiuto) == ["giorno"]
    una.fa(servizi.comunica_compensi, contratto, giorno=OGGI)
    detto = una.ora(contratto)
    assert (detto.compensi_comunicati, detto.compensi_comunicati_il) == (90_000, OGGI)
    assert Operazione.objects.filter(azione="comunica compensi all’amministrazione").count() == 1


def test_who_signs_a_contract_attests_that_there_is_no_conflict(esterna):
    esterna.risponde(1)
    contratto = esterna.scrive(1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        esterna.fa(servizi.emetti_incarico, contratto)
    assert codici(rifiuto) == ["conflitto"]
    assert esterna.ora(contratto).documento is None
    esterna.emette(contratto)
    emesso = esterna.ora(contratto)
    assert emesso.attestato_il == OGGI
    testo = parole(emesso.documento)
    for atteso in ("non ci sono conflitti di interessi", "comunicazione alla Funzione pubblica"):
        assert atteso in testo, atteso


@pytest.mark.parametrize(
    ("altri", "detti"),
    [(" Revisore dell’ente Sviluppo ", "Revisore dell’ente Sviluppo"), ("", "nessuno")],
)
def test_everybody_reads_the_other_offices_and_that_there_is_no_conflict(esterna, altri, detti):
    esterna.risponde(1, altri_incarichi=altri)
    contratto = esterna.scrive(1)
    esterna.emette(contratto)
    esterna.fa(servizi.registra_firma, contratto, firmato_il=OGGI)
    esterna.fa(servizi.pubblica_incarico, contratto)
    [riga] = pubblicati(contratto.istituto_id, OGGI)
    assert riga.altri_incarichi == detti
    assert "5 giugno 2024" in riga.conflitti
    testo = parole(esterna.ora(contratto).pubblicazione.documento)
    assert detti in testo
    assert riga.conflitti in testo


def test_of_the_staff_neither_is_asked_nor_published(casa):
    una = proposta_a(casa, Provenienza.INTERNO)
    contratto = una.pubblicato(1)
    [riga] = pubblicati(contratto.istituto_id, OGGI)
    assert (riga.altri_incarichi, riga.conflitti, contratto.attestato_il) == ("", "", None)


def test_who_refuses_declares_nothing(esterna):
    risposta = esterna.risponde(1, accetta=False, altri_incarichi="Revisore")
    assert risposta.altri_incarichi == ""


@pytest.mark.parametrize(
    "cambio",
    [
        {"comunicato_il": None}, {"comunicazione": "altra"}, {"attestato_il": OGGI + GIORNO},
        {"provenienza": "interno"},
    ],
)  # fmt: skip
def test_postgresql_keeps_what_was_told(esterna, cambio):
    contratto = esterna.comunica(esterna.firmato(1))
    righe = Contratto.objects.filter(pk=contratto.pk)
    with pytest.raises(IntegrityError, match="ciò che è stato comunicato"), transaction.atomic():
        righe.update(**cambio)
    assert righe.update(compensi_comunicati=5) == 1
    with pytest.raises(IntegrityError, match="ciò che è stato comunicato"), transaction.atomic():
        righe.update(compensi_comunicati=4)
    proposte = Proposta.objects.filter(contratto=contratto)
    with pytest.raises(IntegrityError, match="accettando"), transaction.atomic():
        proposte.update(altri_incarichi="altro")
