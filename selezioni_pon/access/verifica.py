"""Who opens an application in the commission of its call: who sits there, and does not abstain."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access.commissione import DichiarazioneMancante, commissario
from selezioni_pon.enums import StatoAvviso, TipoAllegato
from selezioni_pon.models import AllegatoInviato, Avviso, Commissario, Invio, TitoloDichiarato
from selezioni_pon.queries.commissione.membri import contro_la_domanda
from selezioni_pon.queries.commissione.punteggi import inviate


@dataclass(frozen=True)
class Tavolo:
    """Who judges, and the application that is open; with the call, its commission and its grid."""

    membro: Commissario
    invio: Invio

    @property
    def avviso(self) -> Avviso:
        return self.membro.commissione.avviso


def seduto(contesto: Contesto, avviso_id: int) -> Commissario:
    """Who may open the applications of a call while it is not over: then they are the office’s.

    403 for a call that is concluded or revoked (Reg. (UE) 2016/679, art. 5 c. 1 lett. c).
    """
    membro = commissario(contesto, avviso_id)
    if membro.commissione.avviso.stato != StatoAvviso.PUBBLICATO:
        raise PermissionDenied
    return membro


def tavolo(contesto: Contesto, avviso_id: int, invio_id: int) -> Tavolo:
    """An application of a call, for a member who may judge it today.

    404 for one of another call or no longer in the running; 403 for who abstains on it.
    """
    membro = seduto(contesto, avviso_id)
    invio = inviate(membro.commissione.avviso).filter(pk=invio_id).first()
    if invio is None:
        raise Http404
    if contro_la_domanda(membro, invio.candidatura, contesto.adesso):
        raise PermissionDenied
    return Tavolo(membro, invio)


def sul_tavolo(contesto: Contesto, invio_id: int) -> Tavolo:
    """The same, where nothing but the application is known: 403 also before the declaration."""
    invio = Invio.objects.filter(istituto=contesto.istituto, pk=invio_id)
    avviso_id = invio.values_list("candidatura__avviso_id", flat=True).first()
    if avviso_id is None:
        raise Http404
    try:
        return tavolo(contesto, avviso_id, invio_id)
    except DichiarazioneMancante as manca:
        raise PermissionDenied from manca


def allegato(contesto: Contesto, avviso_id: int, invio_id: int, pk: int) -> AllegatoInviato:
    """A file that went with an application that the member may judge; not what is for the albo."""
    aperto = tavolo(contesto, avviso_id, invio_id)
    trovato = AllegatoInviato.objects.filter(invio=aperto.invio, pk=pk).select_related("allegato")
    uno = trovato.exclude(allegato__tipo=TipoAllegato.CURRICULUM_OSCURATO.value).first()
    if uno is None:
        raise Http404
    uno.invio = aperto.invio
    return uno


def titolo(contesto: Contesto, avviso_id: int, pk: int) -> tuple[Tavolo, TitoloDichiarato]:
    """A declared title of an application that the member may judge."""
    membro = seduto(contesto, avviso_id)
    trovato = TitoloDichiarato.objects.filter(
        istituto=contesto.istituto, pk=pk, invio__candidatura__avviso=membro.commissione.avviso
    ).first()
    if trovato is None:
        raise Http404
    return tavolo(contesto, avviso_id, trovato.invio_id), trovato
