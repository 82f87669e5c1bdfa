"""What was sent is taken back, while the call takes applications."""

from datetime import datetime
from typing import Final

from django.db import transaction

from cpia.atti.services import annota, annulla_documento
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Invio
from selezioni_pon.rules.termine import PERENTORIO
from selezioni_pon.services.candidature.blocco import blocca_da_scrivere
from selezioni_pon.services.candidature.posta import RITIRATA, avvisa

MOTIVO: Final = "La domanda è stata ritirata da chi l’aveva inviata."


@transaction.atomic
def ritira_candidatura(*, autore: Contesto, adesso: datetime, candidatura_id: int) -> Invio:
    """Take back what was sent last: whoever sent it may, until the term.

    The draft stays, and may be sent again. Raises AttoRifiutato after the term, and where nothing
    was sent.
    """
    candidatura = blocca_da_scrivere(autore, candidatura_id)
    invio = (
        candidatura.invii.select_related("documento")
        .filter(sostituito_il__isnull=True, ritirato_il__isnull=True)
        .first()
    )
    if invio is None:
        raise rifiuta("non_inviata", "Non c’è una domanda inviata da ritirare.", PERENTORIO)
    invio.candidatura = candidatura
    invio.ritirato_il = adesso
    invio.save(update_fields=["ritirato_il"])
    if invio.documento is not None and invio.documento.annullato_il is None:
        annulla_documento(autore=autore, adesso=adesso, documento=invio.documento, motivo=MOTIVO)
    annota(
        autore=autore, adesso=adesso, azione="ritira candidatura", oggetto=candidatura,
        dati={"invio": invio.pk, "numero_invio": invio.numero},
    )  # fmt: skip
    avvisa(invio, RITIRATA, adesso)
    return invio
