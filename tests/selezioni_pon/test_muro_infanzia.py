"""What PostgreSQL itself refuses of the enrolments, with the rights of the application."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from cpia.scuola import tenancy
from selezioni_pon.models import (
    DomandaInfanzia,
    ElencoInfanzia,
    RigaInfanzia,
    SezioneInfanzia,
    VersioneInfanzia,
)
from tests.accessi.righe_patto import documento
from tests.factories.infanzia import (
    DomandaInfanziaFactory,
    ElencoInfanziaFactory,
    RigaInfanziaFactory,
    SezioneInfanziaFactory,
    VersioneInfanziaFactory,
)
from tests.factories.scuola import ADESSO, IstitutoFactory, PersonaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def di_qui():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return {"istituto": istituto}


def rifiutata(motivo, fa, errore=IntegrityError):
    """PostgreSQL refuses it, in these words, and nothing is done."""
    with pytest.raises(errore, match=motivo), transaction.atomic():
        fa()


def test_a_list_keeps_its_criteria_and_after_a_version_its_term(di_qui):
    elenco = ElencoInfanziaFactory(**di_qui)
    suo = ElencoInfanzia.objects.filter(pk=elenco.pk)
    assert suo.update(entro=date(2024, 3, 1), in_deroga=True, motivo_deroga="x") == 1
    for cambio in ({"criteri": {}}, {"regole": {}}, {"aperto_il": ADESSO.replace(year=2023)}):
        rifiutata("tiene i criteri e le regole", lambda c=cambio: suo.update(**c))
    VersioneInfanziaFactory(**di_qui, elenco=elenco)
    rifiutata("tiene i criteri e le regole", lambda: suo.update(entro=date(2024, 4, 1)))
    vuoto = ElencoInfanzia.objects.filter(pk=ElencoInfanziaFactory(**di_qui).pk)
    rifiutata("permission denied", vuoto.delete, ProgrammingError)
    SezioneInfanziaFactory(**di_qui, elenco=elenco)
    assert SezioneInfanzia.objects.all().delete()[0] == 1


@pytest.mark.parametrize(
    ("cambio", "vincolo"),
    [
        ({"precedenza": "disabilita"}, "precedenza_intera"),
        ({"precedenza_da": "nota"}, "precedenza_intera"),
        ({"residenza_dal": date(2024, 1, 1)}, "domanda_infanzia_residenza"),
        ({"rinuncia_il": date(2024, 3, 1)}, "rinuncia_intera"),
    ],
)
def test_an_application_is_whole(di_qui, cambio, vincolo):
    rifiutata(vincolo, lambda: DomandaInfanziaFactory(**di_qui, **cambio))


def test_an_application_stays_of_its_child_and_a_renunciation_stays(di_qui):
    domanda = DomandaInfanziaFactory(**di_qui)
    sua = DomandaInfanzia.objects.filter(pk=domanda.pk)
    altro = PersonaFactory(**di_qui)
    rifiutata("resta di chi l’ha presentata", lambda: sua.update(bambino=altro))
    assert sua.update(rinuncia_il=date(2024, 3, 1), rinuncia_da="nota") == 1
    tolta = {"rinuncia_il": None, "rinuncia_da": ""}
    rifiutata("resta di chi l’ha presentata", lambda: sua.update(**tolta))


def test_a_version_is_written_once_and_takes_no_row_after_its_paper(di_qui):
    versione = VersioneInfanziaFactory(**di_qui)
    sua = VersioneInfanzia.objects.filter(pk=versione.pk)
    RigaInfanziaFactory(**di_qui, versione=versione)
    rifiutata("non si cambia", lambda: sua.update(posti=99))
    carta = documento(di_qui["istituto"], "elenco_infanzia")
    assert sua.update(documento=carta) == 1
    rifiutata("non si cambia", lambda: sua.update(documento=None))
    rifiutata("non si cambia", lambda: RigaInfanziaFactory(**di_qui, versione=versione))
    righe = RigaInfanzia.objects.all()
    vuota = VersioneInfanzia.objects.filter(pk=VersioneInfanziaFactory(**di_qui).pk)
    for fa in (lambda: righe.update(punti=1), vuota.delete):
        rifiutata("permission denied", fa, ProgrammingError)
