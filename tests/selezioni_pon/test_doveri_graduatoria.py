"""What the rankings put on a desk: of who presides, of who directs; and who is not named."""

from datetime import timedelta

import pytest

from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import EsitoReclamo
from selezioni_pon.queries.doveri import graduatorie
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena_graduatoria import DOPO, Graduata, graduata

pytestmark = pytest.mark.django_db


def trovati(qui: Graduata, adesso=ADESSO):
    return list(graduatorie.doveri([qui.avviso], adesso))


def chiavi(qui: Graduata, adesso=ADESSO) -> list[str]:
    return [dovere.chiave.split(".")[1] for dovere in trovati(qui, adesso)]


def test_each_step_is_on_the_desk_of_who_takes_it():
    qui = graduata()
    (forma,) = trovati(qui)
    assert (forma.chiave.split(".")[1], forma.persona) == ("forma", qui.presidente.pk)
    proposta = qui.forma()
    (approva,) = trovati(qui)
    assert (approva.chiave.split(".")[1], approva.ruolo) == ("approva", Ruolo.DIRIGENTE)
    pubblicata = qui.pubblica(proposta)
    assert chiavi(qui) == []
    assert chiavi(qui, DOPO) == ["definitiva"]
    qui.definitiva(pubblicata)
    assert chiavi(qui, DOPO) == []


def test_a_complaint_waits_for_who_directs_then_for_a_new_version():
    qui = graduata()
    qui.pubblica()
    reclamo = qui.reclama(1)
    (rispondi,) = trovati(qui)
    assert (rispondi.entro_il, rispondi.ruolo) == (reclamo.decidere_entro, Ruolo.DIRIGENTE)
    assert str(qui.candidato(1).cognome) not in f"{rispondi.titolo} {rispondi.dettaglio}"
    qui.risponde(reclamo, EsitoReclamo.ACCOLTO, 1)
    assert chiavi(qui) == []  # the commission is at work
    qui.rivede(1, 4)
    assert chiavi(qui) == ["forma"]


def test_nothing_while_the_commission_works():
    assert chiavi(graduata(chiusa=False), ADESSO + timedelta(days=1)) == []
