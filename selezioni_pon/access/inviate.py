"""Who reads what was sent: whoever sent it; after the term the office and who directs.

Who sits in the commission reads it on the pages of the commission.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access import avvisi
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import AllegatoInviato, Avviso, Invio
from selezioni_pon.queries.candidature.inviate import CON, contro_la_domanda, inviate
from selezioni_pon.queries.visibili import PREPARANO, vesti


def inviata(contesto: Contesto, pk: int) -> Invio:
    """What was sent, for whoever sent it, or for the office once the term is over.

    404 for who has no business with it at all; 403 for the office before the term, or applying to
    the same call. Of what was taken back or replaced only who sent it reads. Two queries.
    """
    trovato = inviate(contesto).select_related(*CON).filter(pk=pk).first()
    if trovato is None:
        raise Http404
    if trovato.candidatura.persona_id == contesto.persona.pk:
        return trovato
    in_vigore = trovato.sostituito_il is None and trovato.ritirato_il is None
    if vesti(contesto).isdisjoint(PREPARANO) or not in_vigore:
        raise Http404
    if contro_la_domanda(contesto, trovato):
        raise PermissionDenied
    return trovato


def allegato_inviato(contesto: Contesto, pk: int) -> AllegatoInviato:
    """A file that went with what was sent, for the same people."""
    trovato = (
        AllegatoInviato.objects.filter(istituto=contesto.istituto, pk=pk)
        .select_related("allegato")
        .first()
    )
    if trovato is None:
        raise Http404
    trovato.invio = inviata(contesto, trovato.invio_id)
    return trovato


def avviso_con_domande(contesto: Contesto, pk: int) -> Avviso:
    """A published call whose applications the office lists; when they open is said on the page."""
    trovato = avvisi.avviso(contesto, pk, *PREPARANO)
    if trovato.stato == StatoAvviso.BOZZA:
        raise Http404
    return trovato
