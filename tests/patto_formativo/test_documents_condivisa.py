"""What another school is shown of an agreement."""

from datetime import UTC, datetime

from cpia.scuola.tenancy import istituto_corrente
from patto_formativo.documents.condivisa import contenuto
from tests.factories.patto import CpiaFactory, VersioneFactory


def test_the_day_of_the_approval_is_the_italian_one(db):
    istituto = CpiaFactory()
    with istituto_corrente(istituto.pk):
        dopo_mezzanotte = datetime(2024, 6, 5, 22, 30, tzinfo=UTC)
        versione = VersioneFactory(istituto=istituto, approvata_il=dopo_mezzanotte)
        assert contenuto(versione, [])["approvato_il"] == "2024-06-06"
