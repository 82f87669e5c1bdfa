"""What the public reports reaches the office."""

import secrets
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.portale.istituto_pubblico.queries import chi_riceve
from cpia.scuola.models import Istituto

TIPO = "portale.segnalazione"


@transaction.atomic
def segnala(*, istituto: Istituto, adesso: datetime, testo: str) -> int:
    """Hand a report to who keeps the front desk today, in the portal and by mail; to how many.

    Anybody may report, also without a name: there is no author.
    """
    numero = secrets.token_hex(8)
    return metti_in_uscita(
        istituto_id=istituto.pk,
        adesso=adesso,
        avvisi=[
            Avviso(
                chiave=f"segnalazione:{numero}:{persona.pk}",
                tipo=TIPO,
                riferimento=numero,
                destinatario=persona,
                oggetto="Segnalazione dal sito",
                testo=testo,
                indirizzo=reverse("avvisi", args=[istituto.slug]),
            )
            for persona in chi_riceve(istituto, timezone.localdate(adesso))
        ],
    )


def ancora_dovuta(promemoria: Promemoria, adesso: datetime) -> bool:
    """A report is always to be read."""
    return True
