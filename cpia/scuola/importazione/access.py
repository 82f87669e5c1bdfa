"""Who may import: the segreteria didattica; the dirigente reads the list."""

from datetime import datetime

from django.http import Http404
from django.utils import timezone

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Importazione, Persona
from cpia.scuola.queries import incarichi_in_vigore
from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento

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


def per_il_lavoro(
    istituto_id: int, svolgimento: Svolgimento, adesso: datetime
) -> tuple[Contesto, Importazione]:
    """Who asked for a long job, with the roles of now, and the import that it is about.

    Raises LavoroNonRiuscito when that person may not import any more.
    """
    persona = Persona.objects.select_related("istituto").get(
        istituto_id=istituto_id, pk=svolgimento.richiesto_da_id
    )
    incarichi = incarichi_in_vigore(persona, timezone.localdate(adesso))
    autore = Contesto(persona.istituto, persona, tuple(incarichi), adesso)
    trovata = Importazione.objects.get(istituto_id=istituto_id, pk=svolgimento.riferimento)
    if not autore.ha(IMPORTA):
        raise LavoroNonRiuscito(trovata.nome_file, "chi l’ha chiesto non ha più l’incarico.")
    return autore, trovata
