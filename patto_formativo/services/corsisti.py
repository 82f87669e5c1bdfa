"""The row of an enrolled person, locked: who acts on a person waits for who is acting."""

from typing import Final

from cpia.scuola.access import Contesto
from patto_formativo.models import Corsista

CON: Final = ("istituto", "persona", "domanda", "tutor", "offerta__sede", "anno_scolastico")


def blocca_corsista(autore: Contesto, corsista_id: int) -> Corsista:
    """An enrolled person, locked, in whatever state. Raises Corsista.DoesNotExist."""
    return (
        Corsista.objects.select_for_update(of=("self",))
        .select_related(*CON)
        .get(istituto=autore.istituto, pk=corsista_id)
    )
