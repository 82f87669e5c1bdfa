"""Who may look at an enrolled person, and who may act: loads the row, or answers 404 or 403."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from patto_formativo.models import Corsista
from patto_formativo.queries.visibili import Veste, vesti

CON = ("persona", "tutor", "offerta__sede", "anno_scolastico", "ultimo_anno", "domanda")


def corsista(contesto: Contesto, pk: int, *ammesse: Veste) -> Corsista:
    """An enrolled person before whom somebody stands as one of these parts.

    404 for who has no part at all, 403 for who has another; ``vesti`` on the row are those held.
    """
    try:
        trovato = Corsista.objects.select_related(*CON).get(istituto=contesto.istituto, pk=pk)
    except Corsista.DoesNotExist:
        raise Http404 from None
    tenute = vesti(contesto, trovato)
    if not tenute:
        raise Http404
    if ammesse and tenute.isdisjoint(ammesse):
        raise PermissionDenied
    trovato.vesti = tenute
    return trovato
