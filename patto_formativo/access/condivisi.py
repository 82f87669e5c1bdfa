"""Who may look at an agreement of two schools, and who may answer."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from patto_formativo.access.corsisti import corsista
from patto_formativo.models import Condivisione, Versione
from patto_formativo.queries.condivisi import SEGUONO, ricevuti, segue, sezioni_proprie
from patto_formativo.queries.condivisi import riceve as risponde
from patto_formativo.queries.patti.versioni import CON
from patto_formativo.queries.visibili import Veste

MOSTRANO = (Veste.TUTOR, Veste.DIREZIONE)


def elenco(contesto: Contesto) -> None:
    """403 for who neither answers for this school nor follows agreements in it."""
    if not segue(contesto) and not sezioni_proprie(contesto):
        raise PermissionDenied


def condivisa(contesto: Contesto, pk: int) -> Condivisione:
    """A shared agreement, from either side: 404 for who has no part in it, 403 for another part."""
    trovata = ricevuti(contesto).filter(pk=pk).first()
    if trovata is None:
        return _mandata(contesto, pk)
    if not risponde(contesto):
        raise Http404
    return trovata


def ricevuta(contesto: Contesto, pk: int) -> Condivisione:
    """One that another school has shown to this one, for who answers here."""
    trovata = condivisa(contesto, pk)
    if trovata.altro_istituto_id != contesto.istituto.pk:
        raise PermissionDenied
    return trovata


def da_ritirare(contesto: Contesto, pk: int) -> Condivisione:
    """One that this school has shown, for who may show it."""
    trovata = _mandata(contesto, pk)
    corsista(contesto, trovata.versione.patto.corsista_id, *MOSTRANO)
    return trovata


def da_condividere(contesto: Contesto, pk: int) -> Versione:
    """A version that somebody may show to another school: its tutor, the direction."""
    try:
        versione = Versione.objects.select_related(*CON, "patto__altro_istituto").get(
            istituto=contesto.istituto, pk=pk
        )
    except Versione.DoesNotExist:
        raise Http404 from None
    corsista(contesto, versione.patto.corsista_id, *MOSTRANO)
    return versione


def puo_ritirare(contesto: Contesto, condivisa: Condivisione) -> bool:
    """Whether somebody of the CPIA may take back what was shown."""
    try:
        da_ritirare(contesto, condivisa.pk)
    except (Http404, PermissionDenied):
        return False
    return True


def _mandata(contesto: Contesto, pk: int) -> Condivisione:
    try:
        trovata = Condivisione.objects.select_related("altro_istituto", "versione__patto").get(
            istituto=contesto.istituto, pk=pk
        )
    except Condivisione.DoesNotExist:
        raise Http404 from None
    corsista(contesto, trovata.versione.patto.corsista_id, *SEGUONO)
    return trovata
