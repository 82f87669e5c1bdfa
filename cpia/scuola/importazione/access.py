"""Who may import: the segreteria didattica; the dirigente reads the list."""

from django.http import Http404

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Importazione

IMPORTA = Ruolo.SEGRETERIA_DIDATTICA


def esige_lettura(contesto: Contesto) -> None:
    """403 for whom the list of imports is no business."""
    contesto.esige(IMPORTA, Ruolo.DIRIGENTE)


def esige_importazione(contesto: Contesto) -> None:
    """403 for who may not bring in a file."""
    contesto.esige(IMPORTA)


def importazione(contesto: Contesto, pk: int) -> Importazione:
    """An import to go on with or to take back; 404 outside the institute, 403 without the role."""
    esige_importazione(contesto)
    try:
        trovata = Importazione.objects.select_related("autore", "anno_scolastico").get(
            istituto=contesto.istituto, pk=pk
        )
    except Importazione.DoesNotExist:
        raise Http404 from None
    trovata.istituto = contesto.istituto
    return trovata
