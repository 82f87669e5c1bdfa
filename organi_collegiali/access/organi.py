"""Who may see and who may keep an organ: each function loads it, or answers 404 or 403."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from organi_collegiali.models import OrganoCollegiale
from organi_collegiali.queries.cariche import PREPARANO, organi_propri, prepara, puo_presiedere


def esige_preparazione(contesto: Contesto) -> None:
    """Raise 403 for who does not work for the organs."""
    contesto.esige(*PREPARANO)


def organo(contesto: Contesto, pk: int) -> OrganoCollegiale:
    """An organ that the person may look at: who works for the organs, who sits in it."""
    try:
        trovato = OrganoCollegiale.objects.select_related("classe__corso", "sede").get(
            istituto=contesto.istituto, pk=pk
        )
    except OrganoCollegiale.DoesNotExist:
        raise Http404 from None
    if prepara(contesto) or trovato.pk in organi_propri(contesto):
        return trovato
    raise Http404


def organo_da_curare(contesto: Contesto, pk: int) -> OrganoCollegiale:
    """An organ whose members and sittings the person keeps; 403 for who only sits in it."""
    trovato = organo(contesto, pk)
    if not prepara(contesto):
        raise PermissionDenied
    return trovato


def organo_proprio(contesto: Contesto, pk: int) -> OrganoCollegiale:
    """An organ in which the person sits today."""
    trovato = organo(contesto, pk)
    if trovato.pk not in organi_propri(contesto):
        raise Http404
    return trovato


def organo_da_presiedere(contesto: Contesto, pk: int) -> OrganoCollegiale:
    """An organ for which the person may sign today; 403 for who may only look at it."""
    trovato = organo(contesto, pk)
    if not puo_presiedere(contesto, trovato):
        raise PermissionDenied
    return trovato
