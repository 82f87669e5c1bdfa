"""What the funzioni strumentali put on the desks: whose it is, and that it goes away when done."""

from datetime import date, datetime, timedelta

import pytest

from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import TipoRelazione
from selezioni_pon.models import AreaFunzione
from selezioni_pon.queries.doveri.funzioni import doveri
from selezioni_pon.queries.scrivania import NE_RISENTE
from selezioni_pon.services.funzioni import (
    accerta_servizio,
    attribuisci_area,
    cessa_funzione,
    chiudi_area,
    presenta_relazione,
)
from tests.factories.funzioni import AttribuzioneFunzioneFactory
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena_funzioni import DA_SEMPRE, DOPO, Scuola, scuola

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Scuola:
    return scuola()


def chiesti(casa: Scuola, adesso=ADESSO) -> list[tuple[str, object]]:
    """What is asked, of which role or person; nobody is named."""
    trovati = list(doveri(casa.istituto.pk, adesso))
    nomi = [una.cognome for una in (*casa.docenti, *casa.commissari)]
    assert not any(nome in f"{uno.titolo} {uno.dettaglio}" for uno in trovati for nome in nomi)
    parti = [(uno.chiave.split(".")[1], uno.ruolo or uno.persona) for uno in trovati]
    assert all(chiave in NE_RISENTE for chiave, _ in parti)
    return parti


def test_a_school_without_any_costs_two_queries(casa, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert chiesti(casa) == []


def test_the_steps_follow_one_another(casa):
    casa.bozza()
    assert chiesti(casa) == [("funzioni_apri", Ruolo.DIRIGENTE)]
    casa.apri()
    assert chiesti(casa) == [("funzioni_nomina", Ruolo.DIRIGENTE)]
    domanda = casa.chiede(casa.docenti[0])
    casa.nomina()
    assert chiesti(casa) == []
    sono = [uno.pk for uno in casa.commissari[:3]]
    assert chiesti(casa, DOPO) == [
        ("funzioni_accerta", Ruolo.SEGRETERIA_PERSONALE),
        *(("funzioni_dichiara", chi) for chi in sono),
    ]
    casa.atto(
        accerta_servizio, casa.segretaria, DOPO, domanda_id=domanda.pk, versione=1, dal=DA_SEMPRE,
        di_ruolo=True,
    )  # fmt: skip
    casa.dichiara()
    assert chiesti(casa, DOPO)[0] == ("funzioni_esamina", sono[0])
    casa.chiusa(domanda)
    assert chiesti(casa, DOPO) == [("funzioni_attribuisci", Ruolo.DIRIGENTE)]
    casa.atto(attribuisci_area, None, DOPO, area_id=casa.area().pk)
    for area in AreaFunzione.objects.exclude(sigla="1"):
        casa.atto(chiudi_area, None, DOPO, area_id=area.pk, motivo="nessuno l’ha chiesta")
    assert chiesti(casa, DOPO) == [("funzioni_relazione", casa.docenti[0].pk)]


def test_the_reports_are_due_in_october_and_in_june(casa):
    casa.apri()
    casa.chiusa(casa.chiede(casa.docenti[0]))
    [data] = casa.atto(attribuisci_area, None, DOPO, area_id=casa.area().pk)
    [finale] = [uno for uno in doveri(casa.istituto.pk, DOPO) if "relazione" in uno.chiave]
    assert (finale.entro_il, finale.visibile_dal) == (date(2024, 6, 30), DOPO.date())
    casa.atto(
        presenta_relazione, casa.docenti[0], DOPO, attribuzione_id=data.pk,
        tipo=TipoRelazione.FINALE, testo="Svolto.",
    )  # fmt: skip
    assert "funzioni_relazione" not in dict(chiesti(casa, DOPO))
    settembre = datetime(2023, 10, 5, 8, tzinfo=ADESSO.tzinfo)
    AttribuzioneFunzioneFactory(istituto=casa.istituto, dal=date(2023, 9, 20))
    in_ottobre = [
        uno.entro_il for uno in doveri(casa.istituto.pk, settembre) if "relazione" in uno.chiave
    ]
    assert in_ottobre == [date(2023, 10, 31), date(2024, 6, 30)]


def test_who_left_reports_no_more(casa):
    casa.apri()
    casa.chiusa(casa.chiede(casa.docenti[0]))
    [data] = casa.atto(attribuisci_area, None, DOPO, area_id=casa.area().pk)
    casa.atto(
        cessa_funzione, None, DOPO, attribuzione_id=data.pk, versione=data.versione,
        ultimo_giorno=DOPO.date(), motivo="assenza",
    )  # fmt: skip
    domani = DOPO + timedelta(days=1)
    assert "funzioni_relazione" not in dict(chiesti(casa, domani))
