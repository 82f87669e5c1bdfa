"""Who may sign, send and read the notices of a sitting, and have its papers."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from organi_collegiali.access import sedute
from organi_collegiali.access.organi import prepara
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Allegato, Avviso, Convocato, Seduta
from organi_collegiali.queries.cariche import puo_presiedere

# While it is convened the office has the papers in its hands; afterwards who sits has them.
IN_MANO_ALL_UFFICIO = (*sedute.IN_PREPARAZIONE, StatoSeduta.CONVOCATA)


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

    A reserved one only for who sits, for who presides and, while the sitting is being convened,
    for the office.
    """
    trovato = (
        Allegato.objects.select_related("punto", "documento")
        .filter(istituto=contesto.istituto, pk=pk)
        .first()
    )
    if trovato is None:
        raise Http404
    seduta = sedute.seduta(contesto, trovato.punto.seduta_id)
    if e_riservato(trovato) and not legge_riservati(contesto, seduta):
        raise Http404
    return trovato


def e_riservato(trovato: Allegato) -> bool:
    """Whether a paper is only for who sits."""
    return trovato.riservato or trovato.punto.riservato or trovato.punto.su_persone


def legge_riservati(contesto: Contesto, seduta: Seduta) -> bool:
    """Whether a person who may see a sitting may also have its reserved papers."""
    if sedute.convocato_di(contesto, seduta) or sedute.conduce(contesto, seduta):
        return True
    return prepara(contesto) and seduta.stato in IN_MANO_ALL_UFFICIO


def puo_leggere_avviso(contesto: Contesto, documento: Documento) -> bool:
    """Whether the person may have the paper of a notice: who may see its sitting may."""
    avviso = (
        Avviso.objects.filter(istituto=contesto.istituto)
        .filter(Q(documento=documento) | Q(pubblicazione__documento=documento))
        .first()
    )
    if avviso is None:
        return False
    try:
        sedute.seduta(contesto, avviso.seduta_id)
    except (Http404, PermissionDenied):
        return False
    return True


def invia(contesto: Contesto, seduta: Seduta) -> bool:
    """Whether the person prepares and sends the notices of this sitting."""
    return prepara(contesto) or puo_presiedere(contesto, seduta.organo)


def firma(contesto: Contesto, seduta: Seduta) -> bool:
    """Whether the person signs the notices of this sitting."""
    return puo_presiedere(contesto, seduta.organo)
