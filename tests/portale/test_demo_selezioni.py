"""The selections of the demo: what its own staff does not meet, one revoked, one open, in order."""

from datetime import date

import pytest

from cpia.avvisi.models import Promemoria
from cpia.portale.dimostrazione import altre_scuole, organi, selezioni
from cpia.portale.dimostrazione import selezioni_piano as piano
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola import tenancy
from selezioni_pon.enums import Fase, StatoAvviso
from selezioni_pon.models import Avviso, Griglia, Progetto
from selezioni_pon.queries.bando import mancanze
from selezioni_pon.queries.griglie import leggi
from selezioni_pon.rules.griglia.controllo import controlla
from tests.factories.scuola import IstitutoFactory

pytestmark = pytest.mark.django_db
OGGI = istante(date(2024, 6, 5), 9)


@pytest.fixture
def istituto():
    istituto = IstitutoFactory(slug="ic-pinocchio-montesicuro")
    tenancy.imposta(istituto_id=istituto.pk)
    altre_scuole.popola(istituto)
    organi.popola(istituto)
    selezioni.popola(istituto)
    selezioni.popola_aperto(istituto)
    return istituto


def avvisi(ruolo):
    return Avviso.objects.filter(selezione__ruolo=ruolo).order_by("pk")


def test_the_grids_are_those_of_the_seed_and_one_is_being_written(istituto):
    usate = Griglia.objects.exclude(chiusa_il=None)
    assert {g.titolo for g in usate} == {g.titolo for g in piano.GRIGLIE}
    bozza = Griglia.objects.get(chiusa_il=None)
    assert bozza.titolo == piano.IN_LAVORAZIONE.titolo
    assert controlla(leggi(bozza.dati, "griglia"))


def test_the_project_has_its_codes(istituto):
    progetto = Progetto.objects.get()
    assert (progetto.cup, progetto.codice) == (piano.PROGETTO["cup"], piano.PROGETTO["codice"])


def test_the_own_staff_first_then_other_schools_then_anybody(istituto):
    interni, altre, esterni = avvisi(piano.ESPERTI.ruolo)
    assert [a.fase for a in (interni, altre, esterni)] == list(Fase)
    assert interni.impossibilita.atto == piano.ATTO
    assert altre.impossibilita.domande == 1
    assert [a.stato for a in (interni, altre, esterni)] == [
        StatoAvviso.CONCLUSO, StatoAvviso.CONCLUSO, StatoAvviso.BOZZA
    ]  # fmt: skip
    assert esterni.posti == interni.posti
    # The draft is not finished: the page says what is missing.
    assert mancanze(esterni, OGGI)


def test_one_was_revoked_and_one_is_open(istituto):
    errato = avvisi(piano.SBAGLIATO.ruolo).get()
    assert (errato.stato, errato.motivo_revoca) == (StatoAvviso.REVOCATO, piano.PERCHE_REVOCATO)
    assert errato.pubblicazione.annullata_il is not None
    aperto = avvisi(piano.TUTOR_APERTO.ruolo).get()
    assert aperto.stato == StatoAvviso.PUBBLICATO
    assert aperto.scade > OGGI
    assert aperto.protocollo is not None
    assert aperto.pubblicazione.numero


def test_nothing_waits_to_be_sent(istituto):
    assert not Promemoria.objects.filter(
        stato="in_attesa", tipo__startswith=selezioni.TIPO
    ).exists()
