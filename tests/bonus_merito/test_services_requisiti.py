"""What the office ascertains: written, refused, in conflict; the outcome with its reason."""

from dataclasses import replace
from datetime import date

import pytest

from bonus_merito.enums import Esclusione
from bonus_merito.models import Requisiti
from bonus_merito.queries.requisiti import (
    Filtro,
    controlli,
    prossimo_da_controllare,
    scelti,
)
from bonus_merito.services.requisiti import salva_requisiti
from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato, Conflitto
from tests.bonus_merito.scena_richieste import IN_REGOLA, Scena, scena

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def casa() -> Scena:
    return scena()


def salva(casa, richiesta, dati=IN_REGOLA, versione=0):
    return casa.fa(
        salva_requisiti, casa.ufficio, richiesta_id=richiesta.pk, dati=dati, versione=versione
    )


def test_written_with_who_looked_and_without_days_in_the_register(casa):
    requisiti = salva(casa, casa.invia())
    assert (requisiti.assenze, requisiti.controllati_da) == (10, casa.ufficio)
    riga = Operazione.objects.get(azione="scrive requisiti del bonus")
    assert set(riga.dati) == {"richiesta"}


def test_who_did_not_send_is_not_looked_at(casa):
    with pytest.raises(AttoRifiutato):
        salva(casa, casa.comincia())
    assert not Requisiti.objects.exists()


def test_two_who_look_at_the_same_person(casa):
    richiesta = casa.invia()
    salva(casa, richiesta)
    with pytest.raises(Conflitto) as conflitto:
        salva(casa, richiesta, replace(IN_REGOLA, assenze=20))
    assert conflitto.value.attuale.assenze == 10
    assert salva(casa, richiesta, replace(IN_REGOLA, assenze=20), 1).versione == 2


@pytest.mark.parametrize(
    ("dati", "escluso"),
    [
        (replace(IN_REGOLA, assenze=40), None),
        (replace(IN_REGOLA, assenze=46), Esclusione.ASSENZA),
        (replace(IN_REGOLA, assenze=57, congedi=45), None),
        (replace(IN_REGOLA, di_ruolo=False), Esclusione.NON_DI_RUOLO),
        (
            replace(IN_REGOLA, sanzione_il=date(2022, 9, 1), atto_sanzione="prot. 1"),
            Esclusione.SANZIONI,
        ),
        (replace(IN_REGOLA, sanzione_il=date(2022, 8, 31), atto_sanzione="prot. 1"), None),
    ],
)
def test_the_outcome_of_the_list(casa, dati, escluso):
    salva(casa, casa.invia(), dati)
    [uno] = controlli(casa.procedura)
    assert uno.escluso is escluso
    assert uno.motivo.fonte
    assert uno.filtro is (Filtro.ESCLUSI if escluso else Filtro.IN_REGOLA)


def test_who_comes_next(casa):
    prima, seconda = casa.invia(), casa.invia(casa.collega)
    tutti = controlli(casa.procedura)
    assert len(scelti(tutti, Filtro.DA_CONTROLLARE)) == 2
    assert prossimo_da_controllare(tutti, prima.pk).richiesta == seconda
    salva(casa, seconda)
    assert prossimo_da_controllare(controlli(casa.procedura), prima.pk) is None


def test_the_list_asks_as_much_for_many(casa, django_assert_max_num_queries):
    casa.invia()
    casa.invia(casa.collega)
    with django_assert_max_num_queries(2):
        assert len(controlli(casa.procedura)) == 2
