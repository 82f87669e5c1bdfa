"""Who reads what was sent: whoever sent it; after the term the office and who directs.

Who sits in the commission reads it on the pages of the commission; who directs or keeps the office
and sits there too declares first.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access import avvisi
from selezioni_pon.access.commissione import DichiarazioneMancante
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import AllegatoInviato, Avviso, Invio
from selezioni_pon.queries.candidature.inviate import CON, contro_la_domanda, inviate
from selezioni_pon.queries.candidature.riserbo import chiuse_a_chi_siede, da_dichiarare
from selezioni_pon.queries.visibili import PREPARANO, vesti


def inviata(contesto: Contesto, pk: int) -> Invio:
    """What was sent, for whoever sent it, or for the office once the term is over.

    404 for who has no business with it at all; 403 for the office before the term, or applying to
    the same call, or sitting in its commission with a conflict. Of what was taken back or replaced
    only who sent it reads. Raises DichiarazioneMancante for who sits there too. Four queries.
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
    _esigi_dichiarato(contesto, trovato.candidatura.avviso_id)
    if inviate(contesto).filter(chiuse_a_chi_siede(contesto), pk=pk).exists():
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
    """A published call whose applications the office lists; when they open is said on the page.

    Raises DichiarazioneMancante for who sits in its commission too.
    """
    trovato = avvisi.avviso(contesto, pk, *PREPARANO)
    if trovato.stato == StatoAvviso.BOZZA:
        raise Http404
    _esigi_dichiarato(contesto, pk)
    return trovato


def _esigi_dichiarato(contesto: Contesto, avviso_id: int) -> None:
    """Who sits in a commission declares before reading, by whatever page."""
    if da_dichiarare(contesto, avviso_id):
        raise DichiarazioneMancante(avviso_id)
