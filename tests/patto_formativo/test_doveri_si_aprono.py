"""Every thing that the agreements put on a desk opens for whom it is addressed to."""

import pytest

from cpia.avvisi import queries
from cpia.scuola import tenancy
from cpia.scuola.enums import TipoIstituto
from cpia.scuola.models import Istituto
from patto_formativo.services.promemoria import APP, pianifica
from tests.factories.scuola import ADESSO, contesto

pytest_plugins = ["tests.accessi.fixture"]


@pytest.mark.django_db
def test_what_is_on_a_desk_opens_for_who_has_the_desk(mondi):
    istituto = mondi.qui.istituto
    Istituto.objects.filter(pk=istituto.pk).update(tipo=TipoIstituto.CPIA)
    tenancy.imposta(istituto_id=istituto.pk)
    pianifica(istituto.pk, ADESSO)
    visti, rotti = set(), {}
    for chi, persona in mondi.qui.cast.items():
        tenancy.imposta(istituto_id=istituto.pk)
        for scadenza in queries.scadenze_aperte(contesto(persona)):
            if scadenza.app == APP:
                esito = mondi.browser[chi].get(scadenza.indirizzo).status_code
                visti.add(scadenza.chiave.split(".")[1])
                if esito != 200:
                    rotti[chi, scadenza.chiave, scadenza.indirizzo] = esito
    assert rotti == {}
    assert len(visti) >= 4, visti
