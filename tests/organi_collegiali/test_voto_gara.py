"""Many hands on the same vote, with real connections: one vote each, one number, one count."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from cpia.norme.errori import AttoRifiutato
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import EsitoPunto, ModoVotazione, Scelta, StatoVotazione
from organi_collegiali.models import Delibera, Punto, Votazione, VotoPalese
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.services.voto.proclamazione import proclama
from organi_collegiali.services.voto.votazioni import chiudi_votazione
from organi_collegiali.services.voto.voti_palesi import vota_palese
from tests.factories.scuola import ADESSO, IstitutoFactory, contesto
from tests.organi_collegiali.sala_di_prova import sala_di_prova

pytestmark = pytest.mark.django_db(transaction=True)
INSIEME = 10


@pytest.fixture
def istituto():
    return IstitutoFactory()


def insieme(istituto, atti: list[Callable[[], object]]) -> list[str]:
    """Do them all at once, each on its own connection; the codes of what was refused."""

    def fai(atto: Callable[[], object]) -> str:
        try:
            with istituto_corrente(istituto.pk):
                atto()
        except AttoRifiutato as rifiuto:
            return rifiuto.violazioni[0].codice
        finally:
            connection.close()
        return "fatto"

    with ThreadPoolExecutor(INSIEME) as filo:
        return list(filo.map(fai, atti))


def test_fifty_posts_of_the_same_vote_are_one_vote(istituto):
    with istituto_corrente(istituto.pk):
        sala = sala_di_prova(istituto=istituto)
        votazione = sala.apri(modo=ModoVotazione.NOMINALE)
        autore = sala.come(4)

    def vota():
        vota_palese(autore=autore, adesso=ADESSO, votazione_id=votazione.pk, voto=Scelta.FAVOREVOLE)

    assert insieme(istituto, [vota] * 50) == ["fatto"] * 50
    with istituto_corrente(istituto.pk):
        assert VotoPalese.objects.get().scelta == Scelta.FAVOREVOLE


def test_a_double_click_on_proclaim_is_one_number(istituto):
    with istituto_corrente(istituto.pk):
        sala = sala_di_prova(istituto=istituto)
        votazione = sala.chiudi(sala.apri(), 7, 6, 1)
        primo, secondo = sala.autore, contesto(sala.presiede)

    def da(autore):
        return lambda: proclama(autore=autore, adesso=ADESSO, votazione_id=votazione.pk)

    assert insieme(istituto, [da(primo), da(primo), da(secondo), da(secondo)]) == ["fatto"] * 4
    with istituto_corrente(istituto.pk):
        assert Delibera.objects.get().numero == 1
        assert Punto.objects.get(pk=votazione.punto_id).esito == EsitoPunto.DELIBERATO


def test_of_two_secretaries_who_close_with_other_figures_one_is_told(istituto):
    with istituto_corrente(istituto.pk):
        sala = sala_di_prova(istituto=istituto)
        votazione = sala.apri()
        autori = sala.autore, contesto(sala.presiede)

    def con(autore, *cifre):
        return lambda: chiudi_votazione(
            autore=autore, adesso=ADESSO, votazione_id=votazione.pk, cifre=Cifre(*cifre)
        )

    esiti = insieme(istituto, [con(autori[0], 7, 6, 1), con(autori[1], 6, 7, 1)])
    assert sorted(esiti) == ["fatto", "stato"]
    with istituto_corrente(istituto.pk):
        votazione = Votazione.objects.get()
        assert votazione.stato == StatoVotazione.CHIUSA
        assert (votazione.favorevoli, votazione.approvata) in {(7, True), (6, False)}


def test_who_votes_while_it_is_being_closed_is_counted_or_told(istituto):
    with istituto_corrente(istituto.pk):
        sala = sala_di_prova(istituto=istituto)
        votazione = sala.apri(modo=ModoVotazione.NOMINALE)
        autori = [sala.come(quale) for quale in range(2, 14)]
        segretario = sala.autore

    def vota(autore):
        return lambda: vota_palese(
            autore=autore, adesso=ADESSO, votazione_id=votazione.pk, voto=Scelta.FAVOREVOLE
        )

    def chiudi():
        chiudi_votazione(autore=segretario, adesso=ADESSO, votazione_id=votazione.pk)

    atti = [vota(autore) for autore in autori]
    atti.insert(6, chiudi)
    esiti = insieme(istituto, atti)
    contati = esiti.count("fatto") - 1
    assert contati + esiti.count("chiusa") == len(autori)
    with istituto_corrente(istituto.pk):
        assert Votazione.objects.get().favorevoli == contati == VotoPalese.objects.count()
