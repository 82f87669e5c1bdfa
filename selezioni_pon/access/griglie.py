"""Who reads and writes the scoring grids: who directs and the office."""

from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access import base
from selezioni_pon.models import Griglia
from selezioni_pon.queries.visibili import griglie


def griglia(contesto: Contesto, pk: int) -> Griglia:
    """A grid of the school, also one closed or withdrawn, for who prepares."""
    base.prepara(contesto)
    trovata = griglie(contesto).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata
