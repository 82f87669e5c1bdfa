"""What PostgreSQL itself refuses of the register of experts, with the application’s rights."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from cpia.scuola import tenancy
from selezioni_pon.models import IscrizioneEsperto
from tests.factories.albo import IscrizioneEspertoFactory
from tests.factories.scuola import ADESSO, IstitutoFactory, PersonaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def di_qui():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return {"istituto": istituto}


def rifiutata(parole, riga, **cambio):
    """PostgreSQL refuses the change, in these words, and nothing is done."""
    with pytest.raises(IntegrityError, match=parole), transaction.atomic():
        IscrizioneEsperto.objects.filter(pk=riga.pk).update(**cambio)


def test_what_was_asked_and_decided_stays(di_qui):
    riga = IscrizioneEspertoFactory(**di_qui)
    ferma = "degli esperti non si cambia"
    rifiutata(ferma, riga, persona=PersonaFactory(**di_qui))
    rifiutata(ferma, riga, settori=["Danza"])
    rifiutata("iscrizione_esperto_durata", riga, stato="iscritta")
    rifiutata("iscrizione_esperto_motivata", riga, stato="rifiutata")
    dentro = {
        "stato": "iscritta", "iscritta_dal": date(2024, 6, 5), "scade": date(2024, 8, 31),
        "anni": 1, "requisiti_verificati": True, "decisa_il": ADESSO,
    }  # fmt: skip
    righe = IscrizioneEsperto.objects.filter(pk=riga.pk)
    assert righe.update(**dentro) == 1
    rifiutata(ferma, riga, scade=date(2030, 8, 31))
    rifiutata(ferma, riga, stato="chiesta", iscritta_dal=None, scade=None, anni=None)
    rifiutata("iscrizione_esperto_cancellata", riga, stato="cancellata", motivo="lo chiede")
    fine = {"stato": "cancellata", "motivo": "lo chiede", "cancellata_il": date(2024, 6, 6)}
    assert righe.update(**fine) == 1
    rifiutata(ferma, riga, motivo="altro")
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        righe.delete()


def test_one_request_waits_at_a_time(di_qui):
    persona = PersonaFactory(**di_qui)
    IscrizioneEspertoFactory(**di_qui, persona=persona, dentro=True)
    IscrizioneEspertoFactory(**di_qui, persona=persona)
    with pytest.raises(IntegrityError, match="una_aperta"), transaction.atomic():
        IscrizioneEspertoFactory(**di_qui, persona=persona)
