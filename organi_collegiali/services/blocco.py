"""The row of a sitting, locked for the act that changes it."""

from datetime import datetime

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Seduta


def blocca_seduta(autore: Contesto, seduta_id: int, *stati: StatoSeduta) -> Seduta:
    """The sitting, locked, if it is in one of these states (any, when none is named).

    Raises AttoRifiutato.
    """
    seduta = (
        Seduta.objects.select_for_update(of=("self",))
        .select_related("organo")
        .get(pk=seduta_id, istituto=autore.istituto)
    )
    if stati and seduta.stato not in stati:
        raise rifiuta("stato", f"La seduta è {seduta.get_stato_display()}: questo non si può fare.")
    return seduta


def tocca(seduta: Seduta, adesso: datetime, *campi: str) -> Seduta:
    """Save these fields and let the screens of the others know that something changed."""
    seduta.versione += 1
    seduta.modificata_il = adesso
    seduta.save(update_fields=[*campi, "versione", "modificata_il"])
    return seduta
