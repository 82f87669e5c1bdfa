"""Mandates and elections to be kept: each function loads one, or answers 404 or 403."""

from django.http import Http404

from cpia.scuola.access import Contesto
from organi_collegiali.access.organi import organo_da_curare
from organi_collegiali.models import Elezione, Mandato


def mandato_da_curare(contesto: Contesto, pk: int) -> Mandato:
    """A mandate of an organ that the person keeps; 403 for who only sits in the organ."""
    try:
        trovato = Mandato.objects.select_related("persona", "organo").get(
            istituto=contesto.istituto, pk=pk
        )
    except Mandato.DoesNotExist:
        raise Http404 from None
    trovato.organo = organo_da_curare(contesto, trovato.organo_id)
    return trovato


def elezione_da_curare(contesto: Contesto, pk: int) -> Elezione:
    """An election of an organ that the person keeps; 403 for who only sits in the organ."""
    try:
        trovata = Elezione.objects.prefetch_related("liste", "candidature__persona").get(
            istituto=contesto.istituto, pk=pk
        )
    except Elezione.DoesNotExist:
        raise Http404 from None
    trovata.organo = organo_da_curare(contesto, trovata.organo_id)
    return trovata
