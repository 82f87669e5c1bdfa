"""Who writes an application: only whoever it is of, and only while it may be written."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access import avvisi, base
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import AllegatoCandidatura, Avviso, Candidatura
from selezioni_pon.queries.candidature.proprie import miei_allegati, proprie
from selezioni_pon.queries.visibili import Veste


def avviso_da_candidarsi(contesto: Contesto, pk: int) -> Avviso:
    """A published call to which one may think of applying; 403 for who directs.

    Whether one may apply to this one, and still in time, is said on the page (``contro_chi``).
    """
    trovato = avvisi.avviso(contesto, pk)
    if trovato.stato == StatoAvviso.BOZZA or Veste.DIRIGENTE in trovato.vesti:
        raise PermissionDenied
    return trovato


def mia(contesto: Contesto, pk: int) -> Candidatura:
    """The own application; 404 for that of anybody else, whoever asks."""
    trovata = proprie(contesto).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def mia_da_scrivere(contesto: Contesto, pk: int) -> Candidatura:
    """The own application for who still has a part in the school; the term is of the service."""
    base.parte(contesto)
    return mia(contesto, pk)


def mio_allegato(contesto: Contesto, pk: int) -> AllegatoCandidatura:
    """A file of the own application, as long as it is in the draft."""
    trovato = miei_allegati(contesto).filter(pk=pk).first()
    if trovato is None:
        raise Http404
    return trovato


def mio_allegato_da_togliere(contesto: Contesto, pk: int) -> AllegatoCandidatura:
    """The same, for who still has a part in the school."""
    base.parte(contesto)
    return mio_allegato(contesto, pk)
