"""The board, the assessment, the tie: of who directs the school and of nobody else."""

from django.http import Http404

from bonus_merito.access import base
from bonus_merito.models import Attivita, Procedura, Richiesta
from bonus_merito.queries.proprie import CONCORRONO
from bonus_merito.queries.visibili import Veste
from cpia.scuola.access import Contesto


def procedura(contesto: Contesto, pk: int) -> Procedura:
    """A procedure that has a board: 404 before it is opened."""
    trovata = base.procedura(contesto, pk, Veste.DIRIGENTE)
    if trovata.aperta_il is None:
        raise Http404
    return trovata


def richiesta(contesto: Contesto, pk: int) -> Richiesta:
    """The request of who takes part: 404 for one taken back or never sent."""
    trovata = base.richiesta(contesto, pk, Veste.DIRIGENTE)
    if trovata.stato not in CONCORRONO:
        raise Http404
    return trovata


def attivita(contesto: Contesto, pk: int) -> Attivita:
    """A declared activity of who takes part."""
    trovata = base.attivita(contesto, pk, Veste.DIRIGENTE)
    if trovata.richiesta.stato not in CONCORRONO:
        raise Http404
    return trovata
