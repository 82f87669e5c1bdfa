"""The part of the list in which somebody is, where it is not that person who says it."""

from datetime import datetime

from django.db import transaction

from bonus_merito.enums import Gruppo, StatoRichiesta
from bonus_merito.models import Richiesta
from bonus_merito.rules.richiesta import ALFABETICO
from bonus_merito.services.blocco_valutazione import blocca_richiesta
from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto


@transaction.atomic
def gruppo_d_ufficio(
    *, autore: Contesto, adesso: datetime, richiesta_id: int, gruppo: Gruppo
) -> Richiesta:
    """Say in which part of the list somebody is who did not ask (art. 9). Of the dirigente.

    Raises AttoRifiutato after the decree, and for a request that its author sent.
    """
    richiesta = blocca_richiesta(autore, richiesta_id)
    if richiesta.stato != StatoRichiesta.D_UFFICIO.value:
        raise rifiuta("stato", "Il gruppo lo sceglie chi invia la richiesta.", ALFABETICO, "gruppo")
    richiesta.gruppo = gruppo.value
    richiesta.versione += 1
    richiesta.save(update_fields=["gruppo", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="scrive gruppo d’ufficio del bonus",
        oggetto=richiesta, dati={"gruppo": gruppo.value},
    )  # fmt: skip
    return richiesta
