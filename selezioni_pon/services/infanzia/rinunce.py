"""Who gives up the place or the turn: the next version gives it on."""

from datetime import date, datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import data_estesa
from selezioni_pon.models import DomandaInfanzia
from selezioni_pon.services.infanzia.blocco import blocca_domanda


@transaction.atomic
def registra_rinuncia(
    *, autore: Contesto, adesso: datetime, domanda_id: int, giorno: date, atto: str
) -> DomandaInfanzia:
    """Take note that a family gives up the place or the turn; the next version gives it on.

    A second click changes nothing. Raises AttoRifiutato for a day before the application or after
    today, and without the paper that shows it.
    """
    domanda = blocca_domanda(autore, domanda_id)
    if domanda.rinuncia_il is not None:
        return domanda
    if not domanda.presentata_il <= giorno <= autore.oggi:
        testo = f"La rinuncia è fra il {data_estesa(domanda.presentata_il)} e oggi."
        raise rifiuta("giorno_della_rinuncia", testo, campo="rinuncia_il")
    if not atto.strip():
        testo = "Scrivi da quale atto risulta: per esempio, nota della famiglia prot. 812."
        raise rifiuta("rinuncia_senza_atto", testo, campo="rinuncia_da")
    domanda.rinuncia_il, domanda.rinuncia_da = giorno, atto.strip()
    domanda.versione += 1
    domanda.save(update_fields=["rinuncia_il", "rinuncia_da", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="registra rinuncia all’infanzia", oggetto=domanda,
        dati={"rinuncia_il": giorno.isoformat()},
    )  # fmt: skip
    return domanda
