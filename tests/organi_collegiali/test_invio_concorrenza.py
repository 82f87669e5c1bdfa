"""Two who act on the same notices at the same moment, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from cpia.atti.models import Protocollo, Pubblicazione
from cpia.avvisi.models import Promemoria
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import GenereAtto, StatoSeduta
from organi_collegiali.models import Avviso, Convocato, Seduta
from organi_collegiali.services.invio.firma import firma_avviso
from organi_collegiali.services.invio.invio import invia_avviso
from tests.factories.organi import PuntoFactory, SedutaFactory
from tests.factories.scuola import ADESSO, contesto
from tests.organi_collegiali.scena_avvisi import GIORNO, Casa, casa

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def scena() -> Casa:
    """Signed, and committed: other connections see it."""

    with transaction.atomic():
        fatta = casa()
        fatta.firma()
    return fatta


def insieme(scena: Casa, avvisi: list[int]) -> list[Avviso]:
    """Send all of these at once."""
    via = Barrier(len(avvisi))

    def manda(avviso_id: int) -> Avviso:
        try:
            via.wait()
            with istituto_corrente(scena.istituto.pk):
                return invia_avviso(
                    autore=contesto(scena.segretaria), adesso=ADESSO, avviso_id=avviso_id
                )
        finally:
            connection.close()

    with ThreadPoolExecutor(len(avvisi)) as pool:
        return list(pool.map(manda, avvisi))


def test_a_double_click_takes_one_number(scena):
    partiti = insieme(scena, [scena.avviso.pk] * 4)
    assert len({avviso.protocollo_id for avviso in partiti}) == 1
    with istituto_corrente(scena.istituto.pk):
        assert Protocollo.objects.count() == Pubblicazione.objects.count() == 1
        assert Seduta.objects.get().numero == 1
        assert Convocato.objects.count() == Promemoria.objects.count() == 3


def test_two_sittings_of_one_organ_take_two_numbers(scena):
    with istituto_corrente(scena.istituto.pk):
        altra = SedutaFactory(
            istituto=scena.istituto, organo=scena.organo, stato=StatoSeduta.ALLA_FIRMA,
            inizio_previsto=ADESSO + 11 * GIORNO, preparata_da=scena.segretaria,
        )  # fmt: skip
        PuntoFactory(istituto=scena.istituto, seduta=altra)
        avviso = Avviso.objects.create(
            istituto=scena.istituto, seduta=altra, genere=GenereAtto.CONVOCAZIONE.value
        )
        firma_avviso(autore=contesto(scena.presidente), adesso=ADESSO, avviso_id=avviso.pk)
    insieme(scena, [scena.avviso.pk, avviso.pk])
    with istituto_corrente(scena.istituto.pk):
        assert sorted(Seduta.objects.values_list("numero", flat=True)) == [1, 2]
        assert sorted(Protocollo.objects.values_list("numero", flat=True)) == [1, 2]
        assert sorted(Pubblicazione.objects.values_list("numero", flat=True)) == [1, 2]
