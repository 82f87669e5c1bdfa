"""Two who sign, or answer, at the same moment, each with a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from cpia.norme.errori import AttoRifiutato
from cpia.scuola.models import Persona
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.models import Convocato, FirmaRaccolta, Richiesta
from organi_collegiali.services.convocazione.raccolte import apri_raccolta, firma_raccolta
from organi_collegiali.services.invio.risposte import rispondi
from tests.factories.organi import MandatoFactory
from tests.factories.scuola import ADESSO, PersonaFactory, contesto
from tests.organi_collegiali.scena_avvisi import Casa, casa

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def scena() -> Casa:
    """Committed: other connections see it."""
    with transaction.atomic():
        return casa()


def insieme(scena: Casa, atti: list[Callable[[], object]]) -> list[object]:
    """Do all of these at once; a refusal is an answer too."""
    via = Barrier(len(atti))

    def fa(atto: Callable[[], object]) -> object:
        try:
            via.wait()
            with istituto_corrente(scena.istituto.pk):
                return atto()
        except AttoRifiutato as rifiuto:
            return rifiuto.violazioni[0].codice
        finally:
            connection.close()

    with ThreadPoolExecutor(len(atti)) as pool:
        return list(pool.map(fa, atti))


def test_two_last_signatures_present_one_request(scena):
    with istituto_corrente(scena.istituto.pk):
        # Where the regulation is silent the Consiglio is asked for by its majority: two of three.
        raccolta = apri_raccolta(
            autore=contesto(scena.presidente), adesso=ADESSO, organo_id=scena.organo.pk,
            argomenti="Mensa",
        )  # fmt: skip

    def firma(persona: Persona) -> Callable[[], object]:
        return lambda: firma_raccolta(
            autore=contesto(persona), adesso=ADESSO, raccolta_id=raccolta.pk
        )

    esiti = insieme(scena, [firma(scena.consigliera), firma(scena.senza_posta)])
    assert sorted(isinstance(esito, str) for esito in esiti) == [False, True]
    assert "presentata" in esiti
    with istituto_corrente(scena.istituto.pk):
        assert Richiesta.objects.count() == 1
        assert FirmaRaccolta.objects.count() == 2


def test_an_answer_sent_twice_calls_one_substitute(scena):
    with istituto_corrente(scena.istituto.pk), transaction.atomic():
        titolare = scena.organo.mandati.get(persona=scena.consigliera)
        supplente = MandatoFactory(
            istituto=scena.istituto, organo=scena.organo, supplente_di=titolare,
            persona=PersonaFactory(istituto=scena.istituto),
        )  # fmt: skip
        scena.convocata()

    def risponde() -> object:
        return rispondi(
            autore=contesto(scena.consigliera), adesso=ADESSO, seduta_id=scena.seduta.pk,
            risposta="assente", motivo="Sono via",
        )  # fmt: skip

    insieme(scena, [risponde] * 3)
    with istituto_corrente(scena.istituto.pk):
        assert Convocato.objects.filter(persona=supplente.persona).count() == 1
        assert Convocato.objects.filter(con_voto=True).count() == 3
