"""Which regulations a person may read and which drafts he or she may change."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.norme.models import Regolamento
from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.enums import Ruolo

SCRIVONO = SEGRETERIA | {Ruolo.DIRIGENTE}
LEGGONO_BOZZE = SCRIVONO | {Ruolo.COLLABORATORE}


def scrive(contesto: Contesto) -> bool:
    """Whether this person prepares and adopts the regulations."""
    return contesto.ha(*SCRIVONO)


def legge_bozze(contesto: Contesto) -> bool:
    """Whether this person sees what is not adopted yet, and the findings of the checker."""
    return contesto.ha(*LEGGONO_BOZZE)


def regolamento_leggibile(contesto: Contesto, pk: int) -> Regolamento:
    """A regulation of the institute; drafts only for who may read them. Raises Http404."""
    trovato = _uno(contesto, pk)
    if trovato.bozza and not legge_bozze(contesto):
        raise Http404
    return trovato


def regolamento_in_cura(contesto: Contesto, pk: int) -> Regolamento:
    """A regulation on which this person may act. Raises Http404 or PermissionDenied."""
    trovato = regolamento_leggibile(contesto, pk)
    if not scrive(contesto):
        raise PermissionDenied
    return trovato


def bozza_in_cura(contesto: Contesto, pk: int) -> Regolamento:
    """A draft that this person may change. Raises Http404 or PermissionDenied."""
    trovato = regolamento_in_cura(contesto, pk)
    if not trovato.bozza:
        raise Http404
    return trovato


def _uno(contesto: Contesto, pk: int) -> Regolamento:
    trovato = (
        Regolamento.objects.filter(istituto_id=contesto.istituto.pk, pk=pk)
        .select_related("sostituisce")
        .first()
    )
    if trovato is None:
        raise Http404
    return trovato
