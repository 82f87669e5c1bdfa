"""The row of a procedure, locked for the act that changes it, and the line that says it was."""

from datetime import datetime
from typing import Any

from bonus_merito.enums import StatoProcedura
from bonus_merito.models import Procedura
from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto

CON = ("istituto", "fondo__anno_scolastico", "criteri__pubblicazione")


def blocca_procedura(autore: Contesto, procedura_id: int, *stati: StatoProcedura) -> Procedura:
    """The procedure, locked, in one of these states. Raises AttoRifiutato in another."""
    righe = Procedura.objects.select_for_update(of=("self",))
    procedura = righe.select_related(*CON).get(istituto=autore.istituto, pk=procedura_id)
    if procedura.stato not in stati:
        stato = procedura.get_stato_display()
        raise rifiuta("stato", f"La procedura è {stato}: adesso non si può.")
    return procedura


def compiuto(
    autore: Contesto, adesso: datetime, procedura: Procedura, azione: str, *campi: str, **dati: Any
) -> Procedura:
    """Save these fields, count the change, write the line of the register."""
    procedura.versione += 1
    procedura.save(update_fields=[*campi, "versione"])
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=procedura, dati=dati)
    return procedura
