"""Who may sign, send and read the notices of a sitting, and have its papers."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from organi_collegiali.access import riserbo, sedute
from organi_collegiali.models import Allegato, Avviso, Convocato, Seduta
from organi_collegiali.queries.cariche import prepara, puo_presiedere


def avviso_da_firmare(contesto: Contesto, seduta_id: int) -> Avviso:
    """The notice that waits to leave, for who signs for the organ."""
    return _in_partenza(contesto, sedute.seduta_da_firmare(contesto, seduta_id))


def avviso_da_inviare(contesto: Contesto, seduta_id: int) -> Avviso:
    """The notice that waits to leave, for who prepares the sittings or signs for the organ."""
    return _in_partenza(contesto, sedute.seduta_da_preparare(contesto, seduta_id))


def _in_partenza(contesto: Contesto, seduta: Seduta) -> Avviso:
    avviso = (
        Avviso.objects.select_related("firmato_da")
        .filter(istituto=contesto.istituto, seduta=seduta)
        .order_by("-pk")
        .first()
    )
    if avviso is None:
        raise Http404
    avviso.seduta = seduta
    return avviso


def convocato_da_avvisare(contesto: Contesto, pk: int) -> Convocato:
    """A member whom the office tells by hand or by phone; 403 for who only sits."""
    trovato = (
        Convocato.objects.select_related("persona")
        .filter(istituto=contesto.istituto, pk=pk)
        .first()
    )
    if trovato is None:
        raise Http404
    trovato.seduta = sedute.seduta_da_preparare(contesto, trovato.seduta_id)
    return trovato


def allegato(contesto: Contesto, pk: int) -> Allegato:
    """A paper of an item, for who may have it: the same 404 for all others.

    A reserved one only for who reads what is reserved of the sitting or is invited to its item.
    """
    trovato = (
        Allegato.objects.select_related("punto", "documento")
        .filter(istituto=contesto.istituto, pk=pk)
        .first()
    )
    if trovato is None:
        raise Http404
    punto = trovato.punto
    punto.seduta = sedute.seduta(contesto, punto.seduta_id)
    riserbo.esige_carta(contesto, trovato)
    return trovato


def puo_leggere_avviso(contesto: Contesto, documento: Documento) -> bool:
    """Whether the person may have the paper of a notice: who may see its sitting may.

    The whole one, where another goes to the albo, only who reads what is reserved.
    """
    avviso = (
        Avviso.objects.filter(istituto=contesto.istituto)
        .filter(Q(documento=documento) | Q(pubblicazione__documento=documento))
        .first()
    )
    if avviso is None:
        return False
    try:
        seduta = sedute.seduta(contesto, avviso.seduta_id)
    except (Http404, PermissionDenied):
        return False
    return not documento.riservato or riserbo.legge(contesto, seduta)


def invia(contesto: Contesto, seduta: Seduta) -> bool:
    """Whether the person prepares and sends the notices of this sitting."""
    return prepara(contesto) or puo_presiedere(contesto, seduta.organo)


def firma(contesto: Contesto, seduta: Seduta) -> bool:
    """Whether the person signs the notices of this sitting."""
    return puo_presiedere(contesto, seduta.organo)
