"""Two secretaries at once, with real connections: nothing is written twice, nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.db import connection

from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Movimento, Punto, Seduta, Verbale
from organi_collegiali.services import aula as servizi
from tests.factories.scuola import IstitutoFactory
from tests.organi_collegiali.scena_aula import sala

pytestmark = pytest.mark.django_db(transaction=True)
VOLTE = 20


@contextmanager
def in_proprio(scena):
    with istituto_corrente(scena.seduta.istituto_id):
        yield


@pytest.fixture
def pronta():
    """Convened, and the roll call taken."""
    istituto = IstitutoFactory()
    with istituto_corrente(istituto.pk):
        trovata = sala(istituto)
        trovata.segna(14)
    return trovata


@pytest.fixture
def scena(pronta):
    with in_proprio(pronta):
        pronta.apri(14)
    return pronta


def insieme(scena, *atti):
    """Do these acts at the same time, each on a connection of its own; what each one gave."""

    def uno(atto):
        try:
            with in_proprio(scena):
                return atto()
        except (AttoRifiutato, Conflitto) as rifiuto:
            return rifiuto
        finally:
            connection.close()

    with ThreadPoolExecutor(len(atti)) as squadra:
        return list(squadra.map(uno, atti))


def test_two_who_mark_the_same_member_write_one_movement(scena):
    with in_proprio(scena):
        chi = scena.fuori[0]

    def entra():
        return servizi.registra_movimento(**scena.chi(10), convocato_id=chi.pk, entra=True)

    esiti = insieme(scena, *[entra] * 6)
    assert all(isinstance(esito, Movimento) for esito in esiti)
    with in_proprio(scena):
        assert Movimento.objects.filter(convocato=chi).count() == 1


def test_of_two_who_write_the_same_notes_one_keeps_both_texts_at_hand(scena):
    punto = scena.punti[0]
    with in_proprio(scena):
        servizi.avvia_punto(**scena.chi(1), punto_id=punto.pk)
    persi = 0
    for volta in range(VOLTE):
        with in_proprio(scena):
            versione = Punto.objects.get(pk=punto.pk).versione

        def scrive(testo, versione=versione):
            return lambda: servizi.salva_discussione(
                **scena.chi(2), punto_id=punto.pk, testo=testo, versione=versione
            )

        esiti = insieme(scena, scrive(f"primo {volta}"), scrive(f"secondo {volta}"))
        conflitti = [esito for esito in esiti if isinstance(esito, Conflitto)]
        salvati = [esito for esito in esiti if not isinstance(esito, Conflitto)]
        persi += len(conflitti) != 1 or conflitti[0].attuale != salvati[0]
    assert persi == 0


def test_a_sitting_is_opened_and_closed_once(pronta):
    scena = pronta

    def apre():
        return servizi.apri_seduta(
            **scena.chi(), seduta_id=scena.seduta.pk,
            presiede_id=scena.presidente.persona_id, verbalizza_id=scena.segretario.persona_id,
        )  # fmt: skip

    aperte = [esito for esito in insieme(scena, *[apre] * 4) if isinstance(esito, Seduta)]
    assert len(aperte) == 1

    def aggiorna():
        return servizi.aggiorna_seduta(
            **scena.chi(90), seduta_id=scena.seduta.pk, motivo="Ora tarda"
        )

    chiuse = [esito for esito in insieme(scena, *[aggiorna] * 4) if isinstance(esito, Seduta)]
    assert len(chiuse) == 1
    with in_proprio(scena):
        assert Verbale.objects.filter(seduta=scena.seduta).count() == 1
        assert Seduta.objects.get(pk=scena.seduta.pk).stato == StatoSeduta.CHIUSA
