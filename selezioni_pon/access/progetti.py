"""Who reads and writes the projects: who directs and the office."""

from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access import base
from selezioni_pon.models import Progetto
from selezioni_pon.queries.visibili import progetti


def progetto(contesto: Contesto, pk: int) -> Progetto:
    """A project of the school, with its year, for who prepares."""
    base.prepara(contesto)
    trovato = progetti(contesto).select_related("anno_scolastico").filter(pk=pk).first()
    if trovato is None:
        raise Http404
    return trovato
