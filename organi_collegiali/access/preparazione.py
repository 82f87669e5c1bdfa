"""What hangs on a sitting in preparation, or on a notice that waits: of who prepares it."""

from django.http import Http404

from cpia.scuola.access import Contesto
from organi_collegiali.access import riserbo
from organi_collegiali.access.convocazione import presenta
from organi_collegiali.access.organi import organo_proprio
from organi_collegiali.access.sedute import seduta_da_preparare
from organi_collegiali.models import (
    AllegatoAggiunto,
    Convocato,
    PuntoAggiunto,
    RaccoltaFirme,
)
from organi_collegiali.queries.convocazione import raccolte as queries


def aggiunto_da_preparare(contesto: Contesto, pk: int) -> PuntoAggiunto:
    """An item that an integration is about to add; one of a notice that has left is there still."""
    trovato = PuntoAggiunto.objects.select_related("avviso").filter(
        istituto=contesto.istituto, pk=pk
    )
    for aggiunto in trovato:
        aggiunto.avviso.seduta = seduta_da_preparare(contesto, aggiunto.avviso.seduta_id)
        riserbo.esige_aggiunto(contesto, aggiunto)
        return aggiunto
    raise Http404


def allegato_aggiunto_da_preparare(contesto: Contesto, pk: int) -> AllegatoAggiunto:
    """A paper of an item that an integration is about to add."""
    trovato = AllegatoAggiunto.objects.filter(istituto=contesto.istituto, pk=pk).first()
    if trovato is None:
        raise Http404
    trovato.punto = aggiunto_da_preparare(contesto, trovato.punto_id)
    return trovato


def invitato_da_preparare(contesto: Contesto, pk: int) -> Convocato:
    """Somebody invited without a vote to a sitting that the person prepares."""
    trovato = Convocato.objects.select_related("persona").filter(
        istituto=contesto.istituto, pk=pk, mandato__isnull=True
    )
    for invitato in trovato:
        invitato.seduta = seduta_da_preparare(contesto, invitato.seduta_id)
        return invitato
    raise Http404


def raccolta(contesto: Contesto, pk: int) -> RaccoltaFirme:
    """A request that gathers signatures, for who sits in the organ; the office knows none yet."""
    trovata = queries.raccolta(contesto.istituto.pk, pk)
    if trovata is None:
        raise Http404
    trovata.organo = organo_proprio(contesto, trovata.organo_id)
    return trovata


def firma(contesto: Contesto, trovata: RaccoltaFirme) -> bool:
    """Whether the person may sign it: who sits in the organ today and votes. One query."""
    return trovata.aperta and presenta(contesto, trovata.organo)
