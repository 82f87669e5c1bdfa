"""How the demo is filled: each topic whole and once, also where a start has broken."""

from io import StringIO

import pytest
from django.core.management import call_command

from cpia.atti.models import Operazione
from cpia.portale.dimostrazione.argomenti import ANTONIETTI, ARGOMENTI, PINOCCHIO
from cpia.portale.dimostrazione.avvio import Argomento, prepara
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.tenancy import istituto_corrente


class SiRompe(Exception):
    pass


@pytest.fixture
def scuole(db):
    call_command("carica_profili", stdout=StringIO())


def arriva(cognome, *, rotto=False):
    """A topic that makes one person, and may break when it has made it."""

    def popola(istituto):
        Persona.objects.create(istituto=istituto, cognome=cognome, nome="Rina")
        if rotto:
            raise SiRompe

    return popola


def cognomi(slug=ANTONIETTI):
    with istituto_corrente(Istituto.objects.get(slug=slug).pk):
        return sorted(Persona.objects.values_list("cognome", flat=True))


def segni(slug=ANTONIETTI):
    with istituto_corrente(Istituto.objects.get(slug=slug).pk):
        return Operazione.objects.filter(azione="prepara la dimostrazione").count()


def test_a_topic_is_made_once(scuole):
    argomento = Argomento(ANTONIETTI, "prova", arriva("Bonomelli"))
    assert [prepara([argomento]), prepara([argomento])] == [[argomento], []]
    assert cognomi() == ["Bonomelli"]


def test_the_same_name_in_two_schools_is_two_topics(scuole):
    argomenti = [Argomento(dove, "prova", arriva("Bonomelli")) for dove in (ANTONIETTI, PINOCCHIO)]
    prepara(argomenti)
    assert cognomi(ANTONIETTI) == cognomi(PINOCCHIO) == ["Bonomelli"]


def test_where_it_broke_it_goes_on(scuole):
    prima = Argomento(ANTONIETTI, "prima", arriva("Archetti"))
    dopo = Argomento(ANTONIETTI, "dopo", arriva("Cancelli"))
    with pytest.raises(SiRompe):
        prepara([prima, Argomento(ANTONIETTI, "mezzo", arriva("Bonomelli", rotto=True)), dopo])
    assert (cognomi(), segni()) == (["Archetti"], 1)
    mezzo = Argomento(ANTONIETTI, "mezzo", arriva("Bonomelli"))
    assert prepara([prima, mezzo, dopo]) == [mezzo, dopo]
    assert (cognomi(), segni()) == (["Archetti", "Bonomelli", "Cancelli"], 3)


def test_a_demo_of_before_the_marks_stays_as_it_is(scuole):
    with istituto_corrente(Istituto.objects.get(slug=ANTONIETTI).pk):
        Persona.objects.create(
            istituto=Istituto.objects.get(slug=ANTONIETTI), cognome="Bonomelli", nome="Rina"
        )
    uscita = StringIO()
    call_command("demo", stdout=uscita)
    assert "Conti della dimostrazione" in uscita.getvalue()
    assert (cognomi(), cognomi(PINOCCHIO), segni()) == (["Bonomelli"], [], 0)


def test_every_topic_has_a_name_of_its_own_in_its_school():
    chiavi = [(argomento.scuola, argomento.nome) for argomento in ARGOMENTI]
    assert len(set(chiavi)) == len(chiavi)
