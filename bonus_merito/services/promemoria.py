"""The desks and the outbox kept in line with what the bonus asks, at every tick."""

from datetime import datetime
from typing import Final

from django.db import transaction

from bonus_merito.enums import StatoProcedura
from bonus_merito.models import Procedura
from bonus_merito.queries.doveri import cose_da_fare
from bonus_merito.services.atti.chiusura import ANNULLATO
from bonus_merito.services.atti.decreto import ESITO
from bonus_merito.services.atti.istanze import RISPOSTA
from bonus_merito.services.atti.pubblicazione import PUBBLICATO
from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import allinea_scrivanie, dovere_aperto

APP: Final = "bonus_merito"
DOVERE: Final = f"{APP}.dovere"
# What an act told to who took part: said as long as the act stands.
DELL_ESITO: Final = {
    ESITO: (
        StatoProcedura.DECRETATA.value,
        StatoProcedura.PUBBLICATA.value,
        StatoProcedura.ARCHIVIATA.value,
    ),
    PUBBLICATO: (StatoProcedura.PUBBLICATA.value, StatoProcedura.ARCHIVIATA.value),
    ANNULLATO: (StatoProcedura.ANNULLATA.value,),
}


@transaction.atomic
def pianifica(istituto_id: int, adesso: datetime) -> None:
    """Bring the desks of an institute in line, and write the reminders of today."""
    trovate = cose_da_fare(istituto_id, adesso)
    allinea_scrivanie(
        istituto_id=istituto_id,
        app=APP,
        doveri=trovate.doveri,
        anticipi=trovate.anticipi,
        adesso=adesso,
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether a notice of this app is still to be said, to this person."""
    if promemoria.tipo == DOVERE:
        return dovere_aperto(promemoria, adesso)
    if promemoria.tipo in DELL_ESITO:
        numero = promemoria.riferimento.partition("/")[2]
        return Procedura.objects.filter(
            istituto_id=promemoria.istituto_id, pk=numero, stato__in=DELL_ESITO[promemoria.tipo]
        ).exists()
    # An answer is said whatever came after.
    return promemoria.tipo == RISPOSTA
