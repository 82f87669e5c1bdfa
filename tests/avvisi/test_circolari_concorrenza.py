"""Two who work on the same circular at the same moment, each with a connection of its own."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Queue
from time import sleep

import pytest
from django.db import connection

from cpia.avvisi.circolari.queries.ricevute import mancano
from cpia.avvisi.circolari.services import (
    allinea_destinatari,
    allineamento,
    annulla_circolare,
    registra_riscontro,
    ritira_riscontro,
)
from cpia.avvisi.models import Circolare, RicevutaCircolare, Scadenza
from cpia.scuola.enums import Ruolo
from cpia.scuola.tenancy import istituto_corrente
from tests.avvisi import scena
from tests.avvisi.circolari import Ufficio, pubblicata, ufficio
from tests.avvisi.scena import MERCOLEDI, contesto, incarico, persona

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def casa() -> Ufficio:
    di_prova = scena.scuola()
    with istituto_corrente(di_prova.istituto.pk):
        return ufficio(di_prova)


@pytest.fixture
def uscita(casa) -> Circolare:
    with istituto_corrente(casa.scuola.istituto.pk):
        return pubblicata(casa)


@pytest.fixture
def intanto(casa) -> Iterator[Callable[[Callable[[], object]], Future[object]]]:
    """``intanto(atto)``: another connection does the act; on return it is over, or waits for us."""
    with ThreadPoolExecutor(1) as altrove:

        def fai(atto, chi: Queue[int]) -> object:
            try:
                with istituto_corrente(casa.scuola.istituto.pk):
                    chi.put(connection.connection.info.backend_pid)
                    return atto()
            finally:
                connection.close()

        def comincia(atto) -> Future[object]:
            chi: Queue[int] = Queue()
            esito = altrove.submit(fai, atto, chi)
            suo = chi.get(timeout=10)
            while not esito.done() and not _aspetta(suo):
                sleep(0.01)
            return esito

        yield comincia


def _aspetta(processo: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [processo])
        return cursor.fetchone()[0]


def batte(casa) -> None:
    with istituto_corrente(casa.scuola.istituto.pk):
        allinea_destinatari(casa.scuola.istituto.pk, MERCOLEDI)


def aperte(casa) -> list[str]:
    with istituto_corrente(casa.scuola.istituto.pk):
        return list(Scadenza.objects.filter(chiusa_il=None).values_list("chiave", flat=True))


def riscontro(casa, uscita, atto=registra_riscontro):
    return atto(autore=contesto(casa.docente), adesso=MERCOLEDI, circolare_id=uscita.pk)


def dopo_aver_letto_chi_manca(monkeypatch, atto) -> list[Future[object]]:
    """In the tick, right after who has not answered was read, ``atto`` happens elsewhere."""
    esiti = []

    def letti(circolare):
        ferme = list(mancano(circolare).values_list("pk", flat=True))
        esiti.append(atto())
        return RicevutaCircolare.objects.filter(pk__in=ferme)

    monkeypatch.setattr(allineamento, "mancano", letti)
    return esiti


def test_who_answers_while_the_tick_looks_has_it_off_the_desk(casa, uscita, intanto, monkeypatch):
    esiti = dopo_aver_letto_chi_manca(monkeypatch, lambda: intanto(lambda: riscontro(casa, uscita)))
    batte(casa)
    assert esiti[0].result(timeout=10).letta_il == MERCOLEDI
    assert aperte(casa) == []


def test_who_takes_it_back_while_the_tick_looks_has_it_on_the_desk(
    casa, uscita, intanto, monkeypatch
):
    with istituto_corrente(casa.scuola.istituto.pk):
        riscontro(casa, uscita)
    esiti = dopo_aver_letto_chi_manca(
        monkeypatch, lambda: intanto(lambda: riscontro(casa, uscita, ritira_riscontro))
    )
    batte(casa)
    esiti[0].result(timeout=10)
    assert len(aperte(casa)) == 1


@pytest.mark.parametrize("quale", [0, 1])
def test_annulled_during_a_tick_is_on_no_desk(casa, intanto, monkeypatch, quale):
    with istituto_corrente(casa.scuola.istituto.pk):
        entrambe = [pubblicata(casa), pubblicata(casa)]
        nuova = persona(casa.scuola.istituto, "Sara", "Zani")
        incarico(nuova, Ruolo.DOCENTE, cattedra=casa.scuola.cattedra)
    vera, esiti = allineamento.lettura.destinatari, []

    def annulla():
        return annulla_circolare(
            autore=casa.dirige, adesso=MERCOLEDI, circolare_id=entrambe[quale].pk, motivo="Errata."
        )

    def letti(circolare):
        if not esiti:
            esiti.append(intanto(annulla))
        return vera(circolare)

    monkeypatch.setattr(allineamento.lettura, "destinatari", letti)
    batte(casa)
    esiti[0].result(timeout=10)
    batte(casa)
    rimaste = {int(chiave.split(".")[1]) for chiave in aperte(casa)}
    assert rimaste == {entrambe[1 - quale].pk}
