"""A published circular loses its value, with a reason; it keeps number and receipts."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota, annulla_documento
from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.errori import esigi
from cpia.avvisi.circolari.queries.ricevute import situazione
from cpia.avvisi.circolari.services.bozze import blocca
from cpia.avvisi.circolari.services.uscita import ANNULLATA, chiave_scadenza, manda
from cpia.avvisi.models import Circolare
from cpia.avvisi.services import chiudi_scadenze
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona


@transaction.atomic
def annulla_circolare(
    *, autore: Contesto, adesso: datetime, circolare_id: int, motivo: str
) -> Circolare:
    """Annul a published circular: its paper says it, desks are cleared, who received it is told.

    Nothing is deleted. Raises ``CircolareRifiutata`` for a draft, the second time, or without
    a reason.
    """
    circolare = blocca(autore, circolare_id)
    esigi(rules.verifica_annullo(situazione(circolare), motivo))
    circolare.annullata_il, circolare.motivo_annullamento = adesso, motivo.strip()
    circolare.save(update_fields=["annullata_il", "motivo_annullamento"])
    if circolare.documento:
        annulla_documento(
            autore=autore, adesso=adesso, documento=circolare.documento, motivo=motivo.strip()
        )
    persone = list(Persona.objects.filter(istituto=autore.istituto, circolari__circolare=circolare))
    chiudi_scadenze(
        istituto_id=autore.istituto.pk,
        chiavi=[chiave_scadenza(circolare.pk, persona.pk) for persona in persone],
        adesso=adesso,
    )
    testo = (
        f"La circolare n. {circolare.numero}, «{circolare.oggetto}», è annullata. "
        f"Motivo: {circolare.motivo_annullamento}"
    )
    manda(circolare, persone, ANNULLATA, testo, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="annulla circolare",
        oggetto=circolare,
        dati={"motivo": circolare.motivo_annullamento},
    )
    return circolare
