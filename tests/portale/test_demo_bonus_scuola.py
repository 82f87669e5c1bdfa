"""The bonus of the demo: 47 teachers, adopted criteria on the albo, the money, two logins."""

import pytest

from bonus_merito.enums import StatoCriteri
from bonus_merito.models import Criteri, Criterio, Fondo
from cpia.portale.dimostrazione import altre_scuole, bonus_scuola, organi
from cpia.portale.dimostrazione import bonus_scuola_piano as piano
from cpia.portale.dimostrazione.organi_delibere import autore_il
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Cattedra, Persona
from cpia.scuola.queries import persone_con_ruolo
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Mandato
from organi_collegiali.queries.cariche import in_carica
from tests.factories.patto import CpiaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def istituto():
    istituto = CpiaFactory(slug="cpia-caltanissetta-enna")
    tenancy.imposta(istituto_id=istituto.pk)
    altre_scuole.popola(istituto)
    organi.popola(istituto)
    bonus_scuola.popola(istituto)
    return istituto


def test_what_the_story_stands_on(istituto):
    docenti = persone_con_ruolo(istituto.pk, Ruolo.DOCENTE, bonus_scuola.INIZIO)
    assert docenti.count() == piano.DI_RUOLO
    nomi = {(p.cognome, p.nome) for p in docenti}
    assert {(cognome, nome) for cognome, nome, _ in piano.CHIEDONO} <= nomi
    assert Cattedra.objects.filter(istituto=istituto).exists()
    criteri = Criteri.objects.get(istituto=istituto)
    assert criteri.stato == StatoCriteri.ADOTTATI
    assert criteri.delibera.organo.tipo == TipoOrgano.COMITATO
    assert criteri.pubblicazione.numero == 1
    assert Criterio.objects.filter(area__criteri=criteri).count() == 17
    assert Fondo.objects.get(istituto=istituto).quota_docenti == piano.FONDO


def test_who_sits_in_the_comitato_has_a_login_and_no_request(istituto):
    chi = Persona.objects.get(istituto=istituto, email=piano.COMPONENTE.email)
    oggi = autore_il(istituto, bonus_scuola.INIZIO.replace(year=2024, month=6)).oggi
    siede = Mandato.objects.filter(in_carica(oggi), persona=chi, organo__tipo=TipoOrgano.COMITATO)
    assert siede.count() == 1
    assert chi.utente is not None
    assert (chi.cognome, chi.nome, "F") not in piano.CHIEDONO
